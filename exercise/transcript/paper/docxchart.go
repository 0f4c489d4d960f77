package paper

import "fmt"

const emu = 12700 // a point, as drawings in Word are measured

// chart writes a chart as a picture, with its words for who does not see it.
func (b *body) chart(x Block) {
	for _, c := range pictures(x) {
		n := len(b.pictures) + 1
		b.pictures = append(b.pictures, docxPart{fmt.Sprintf("word/media/chart%d.png", n), pngOf(c)})
		title, note := c.named()
		b.para("Caption", "", Text(title))
		keep := ""
		if note != "" {
			keep = `<w:keepNext/>`
		}
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Normal"/>` + keep + `</w:pPr><w:r><w:drawing>`)
		fmt.Fprintf(b, `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%[1]d" cy="%[2]d"/><wp:docPr id="%[3]d" name="%[4]s" descr="%[5]s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%[3]d" name="%[4]s" descr="%[5]s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%[6]s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>`,
			int(chartWidth*emu), int(c.high()*emu), n, escaped(title), escaped(alternative(c)), pictureID(n))
		b.WriteString(`</w:drawing></w:r></w:p>`)
		if note != "" {
			b.para("KefiNote", "", Text(note))
		}
	}
}
