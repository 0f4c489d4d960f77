package exercise

import (
	"strings"
	"testing"
)

// markedChanges writes a redline as people read it.
func markedChanges(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		switch c.Op {
		case Removed:
			b.WriteString("{-" + c.Text + "-}")
		case Added:
			b.WriteString("{+" + c.Text + "+}")
		default:
			b.WriteString(c.Text)
		}
	}
	return b.String()
}

func TestWhatStandsIsHeldAgainstAgreedLanguage(t *testing.T) {
	p := atTable(t, func(sc *Scenario) {
		sc.Precedents = []Precedent{{ID: "cbm-8", Text: T("A notice states the nature and the time of an incident."), Source: "theme of CBM 8; our words"}}
	})
	p.do("hydra", Amend{Edits: []Edit{{Para: "3.2", Old: T("nature of the incident"), New: T("nature and the cause of an incident")}}})
	rows := []struct {
		given, of string
		para      ParaID
		want      string
	}{
		{"3", "3.2", "3.2", "A notice states the {+[+}nature {+of the incident | nature +}and the {-time-}{+cause+} of an incident{+]+}."},
		{"a1", "A1", "3.2", "A notice states the nature and the {-time-}{+cause+} of an incident."},
		{"3.2a/1", "3.2a/1", "3.2", "A notice states the nature {-and the time -}of {-an-}{+the+} incident."},
	}
	room := p.room()
	x, ok := room.Precedent("CBM-8")
	if !ok || x.Source != "theme of CBM 8; our words" {
		t.Fatalf("the precedent is %+v", x)
	}
	for _, row := range rows {
		list := room.Deviations(x, row.given)
		if len(list) != 1 || list[0].Of != row.of || list[0].Para != row.para {
			t.Errorf("%s: compared are %+v", row.given, list)
			continue
		}
		if got := markedChanges(list[0].Changes); got != row.want {
			t.Errorf("%s reads\n     %s\nwant %s", row.given, got, row.want)
		}
	}
	if list := room.Deviations(x, "9"); len(list) > 0 {
		t.Errorf("what is not there is compared: %+v", list)
	}
}
