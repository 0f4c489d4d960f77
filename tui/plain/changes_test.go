package plain

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/words"
)

// revised is Norland's view with what 3.1 was before.
func revised() *exercise.View {
	v := norland()
	room := *v.Room
	room.Revision = 4
	room.Revisions = []exercise.RevisionView{
		{Para: "3.1", Text: "Each Party [shall | should] notify the operators concerned within [24 | 72] hours."},
		{N: 3, Para: "3.1", Text: "Each Party [shall | should] notify the operators concerned within [24 | 72 | 48] hours.", Why: words.Phrase("A15 lodged")},
	}
	v.Room = &room
	return v
}

func TestOriginalAndChanges(t *testing.T) {
	for _, row := range []struct{ line, says string }{
		{"text 3.1 original", "3.1 Each Party [shall | should] notify the operators concerned within [24 | 72] hours."},
		{"text 3.1 changes", "within [24 | 72{+ | 48+}] hours."},
		{"text 3.1 changes", "Revisions of 3.1: 3, A15 lodged."},
		{"text 3.1 from 0 to 3", "3.1: in, “| 48”."},
		{"text 3.1 from 3 to 4", "3.1 has not changed."},
		{"text 3.2 original", "3.2 was not there."},
		{"text 3 from 0", "in, “A notice states the nature of the incident.”"},
	} {
		got, err := Answer(nil, revised(), query(t, row.line), now)
		if err != nil {
			t.Errorf("%s: %v", row.line, err)
		}
		speakable(t, got)
		if !strings.Contains(got, row.says) {
			t.Errorf("%s:\n%s\ndoes not say %s", row.line, got, row.says)
		}
	}
	if _, err := Answer(nil, revised(), query(t, "text 3 from 2 to 9"), now); err == nil || err.Error() != "There is no revision 9; the draft is at revision 4." {
		t.Errorf("a revision to come: %v", err)
	}
}

func TestChangesNameTheirAuthors(t *testing.T) {
	p := page{}
	paraRedline(&p, norland(), paraChanges{"3.1", []exercise.Change{
		{Op: exercise.Kept, Text: "within "},
		{Op: exercise.Removed, Text: "24"},
		{Op: exercise.Added, Text: "48 ", By: exercise.Author{Team: "telvia"}},
		{Op: exercise.Added, Text: "full", By: exercise.Author{Chair: true}},
	}})
	want := "3.1 within {-24-}{+48 full+}.\n3.1: out, “24”.\n3.1: in, “48”, by Telvia.\n3.1: in, “full”, by the chair.\n"
	if got := p.String() + "\n"; !strings.HasPrefix(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
