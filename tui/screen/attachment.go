package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// attached lists the files that came with an incident.
func (s *Sight) attached(d *Drawing, id string, list []exercise.AttachmentView) {
	for i, a := range list {
		if i == 0 {
			d.Gap()
		}
		text := s.in(theme.Muted).Say("Attached: %s, %s: %s", plain(a.Name), s.fileSize(a.Size()), fmt.Sprintf("/read %s/%d", id, a.N))
		if !a.Shown() {
			text = s.in(theme.Muted).Say("Attached: %s, %s. It is fetched as a file, by sftp.", plain(a.Name), s.fileSize(a.Size()))
		}
		d.Text(2, text)
	}
}

// fileSize is a size as people say it.
func (s *Sight) fileSize(bytes int) string {
	if bytes < 1024 {
		return s.Count(bytes, "%d byte", "%d bytes")
	}
	return s.Say("%d KiB", (bytes+1023)/1024)
}

// markedFoot says that it is an exercise, with the highest mark of what stands
// above: the incident's own, or the exercise's.
func (s *Sight) markedFoot(own string) string {
	mark := ""
	if own != "" {
		mark = dotted(s, exercise.Highest(s.View.Room.Exercise.Marking, own))
	}
	return s.Theme.Paint(theme.Alert, s.exerciseMark(s.Width-cells(mark))) + s.Theme.Paint(theme.Muted, mark)
}

// drawAttachment shows a file between the marks that say it is an exercise.
func drawAttachment(d *Drawing, s *Sight, id string) {
	a, marking, ok := s.View.Attached(id)
	if !ok {
		return
	}
	d.Raw(s.Theme.Paint(theme.Alert, s.exerciseMark(s.Width)))
	d.Gap()
	text := s.DrawWide(min(d.width-2, maxReading))
	switch {
	case !a.Shown():
		text.Text(0, s.in(theme.Muted).Say("This is no text: fetch it as a file, by sftp."))
	case a.Type == "text/markdown":
		text.Markdown(a.Text)
	default: // a map or a table: its lines stand as they are where they fit
		for line := range strings.Lines(a.Text) {
			line = strings.TrimRight(line, "\n")
			if cells(line) <= text.width {
				text.Line(theme.Body, line)
			} else {
				text.Text(0, plain(line))
			}
		}
	}
	d.Add(indented("  ", text.Lines())...)
	d.Gap()
	d.Raw(s.markedFoot(marking))
}
