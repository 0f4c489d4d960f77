package exercise

import "testing"

// TestAttachments: whoever may see an incident may see what came with it,
// under the label that it has there, and nobody else.
func TestAttachments(t *testing.T) {
	p := atTable(t, func(sc *Scenario) {
		sc.Injects[1].Marking = "TLP:AMBER"
		sc.Injects[1].Attachments = []Attachment{{Name: "map.txt", Type: "text/plain", Text: T("token-map")}, {Name: "map.png", Type: "image/png", Data: []byte{1}}}
	})
	view := func(seat SeatID) *View { return &View{Room: p.room(), Own: p.s.Own(seat)} }
	p.expect("a planned attachment", "token-map", "chair evaluator")
	p.do("chair", SendInject{Inject: "I2", Now: true})
	p.expect("an attachment", "token-map", "hydra chair recorder evaluator")

	a, marking, ok := view("hydra").Attached("l1/1")
	if !ok || a.Text != "token-map" || marking != "TLP:AMBER" || !a.Shown() {
		t.Errorf("hydra reads %+v, %q, %v", a, marking, ok)
	}
	if a, _, ok := view("hydra").Attached("L1/2"); !ok || a.Shown() || a.Size() != 1 {
		t.Errorf("hydra has %+v, %v", a, ok)
	}
	for _, id := range []string{"L1/3", "L1/0", "L1/-1", "L1", "I2/1", "L2/1", "/1"} {
		if _, _, ok := view("hydra").Attached(id); ok {
			t.Errorf("%s is found", id)
		}
	}
	if _, _, ok := view("chair").Attached("I2/1"); !ok {
		t.Error("control does not read it by the id of the timeline")
	}

	no := ""
	for _, l := range p.s.Own("hydra").Lines {
		if l.Kind == "incident" {
			no = l.No
		}
	}
	p.do("chair", Expunge{No: no, Why: T("a real address")})
	p.do("recorder", ConfirmExpunge{No: no})
	p.expect("an attachment of what was removed", "token-map", "")
	p.done()
}
