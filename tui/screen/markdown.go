package screen

import (
	"regexp"
	"strings"

	"kefi/tui/theme"
)

// maxReading is the widest that a text to be read at length is set.
const maxReading = 78

var (
	bullet   = regexp.MustCompile(`^\s*[-*+]\s+`)
	numbered = regexp.MustCompile(`^\s*\d{1,3}[.)]\s+`)
	heading  = regexp.MustCompile(`^#{1,6}\s+`)
	emphasis = regexp.MustCompile(`\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\b_[^_]+_\b|` + "`[^`]+`")
)

// Markdown adds a text written in Markdown, set plainly: headings are strong,
// lists hang, paragraphs wrap. What it does not know stays as it was typed.
func (d *Drawing) Markdown(text string) {
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			d.block(strings.Join(paragraph, " "))
			paragraph = nil
		}
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		starts := heading.MatchString(line) || bullet.MatchString(line) || numbered.MatchString(line)
		if line == "" || starts {
			flush()
		}
		switch {
		case line == "":
			d.Gap()
		case heading.MatchString(line):
			d.Gap()
			d.Text(0, runs{{theme.Strong, heading.ReplaceAllString(line, "")}})
		case starts:
			paragraph = []string{line} // its further lines may follow
		default:
			paragraph = append(paragraph, strings.TrimSpace(line))
		}
	}
	flush()
}

// block adds a paragraph or an item of a list.
func (d *Drawing) block(text string) {
	switch {
	case bullet.MatchString(text):
		d.Hang(" - ", inline(bullet.ReplaceAllString(text, "")))
	case numbered.MatchString(text):
		n := numbered.FindString(text)
		d.Hang(" "+strings.TrimSpace(n)+" ", inline(text[len(n):]))
	default:
		d.Text(0, inline(text))
	}
}

// inline turns emphasis into styles: strong, underlined, or nothing for code.
func inline(text string) runs {
	var r runs
	at := 0
	for _, m := range emphasis.FindAllStringIndex(text, -1) {
		r = append(r, run{theme.Body, text[at:m[0]]})
		word := text[m[0]:m[1]]
		switch {
		case strings.HasPrefix(word, "**"):
			r = append(r, run{theme.Strong, word[2 : len(word)-2]})
		case word[0] == '`':
			r = append(r, run{theme.Body, word[1 : len(word)-1]})
		default:
			r = append(r, run{theme.Body | theme.Underline, word[1 : len(word)-1]})
		}
		at = m[1]
	}
	return append(r, run{theme.Body, text[at:]})
}
