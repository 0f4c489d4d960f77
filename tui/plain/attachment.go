package plain

import (
	"strings"
	"unicode"

	"kefi/exercise"
	"kefi/tui/words"
)

// marking tells the mark of one thing where it is not the exercise's own: the
// highest of the two.
func marking(p *page, v *exercise.View, own string) {
	if own != "" {
		p.say("Marking: %s", exercise.Highest(v.Room.Exercise.Marking, own))
	}
}

// attached lists the files that came with an incident.
func attached(p *page, id string, list []exercise.AttachmentView) {
	for _, a := range list {
		if a.Shown() {
			p.say("Attached: %s, %s; read %s/%d shows it", a.Name, size(a.Size()), id, a.N)
		} else {
			p.say("Attached: %s, %s; it is fetched as a file, by sftp", a.Name, size(a.Size()))
		}
	}
}

// size of a file, as people say it.
func size(bytes int) exercise.Phrase {
	if bytes < 1024 {
		return words.Counted(bytes, "%d byte", "%d bytes")
	}
	return words.Phrase("%d KiB", (bytes+1023)/1024)
}

// readAttachment shows a file by the label of its incident and its number.
func (r *reply) readAttachment(v *exercise.View, id string) bool {
	a, mark, ok := v.Attached(id)
	if !ok {
		return false
	}
	p := &r.text
	p.say("%s", banner(v))
	p.say("%s, %s", a.Name, size(a.Size()))
	marking(p, v, mark)
	if a.Shown() {
		p.verbatim(a.Text)
	} else {
		p.say("It is no text; fetch it as a file, by sftp")
	}
	p.say("%s", banner(v))
	r.data = a
	return true
}

// verbatim adds lines as they are, indented as they were.
func (p *page) verbatim(text string) {
	for line := range strings.Lines(text) {
		p.lines = append(p.lines, safe(strings.TrimRightFunc(line, unicode.IsSpace)))
	}
}
