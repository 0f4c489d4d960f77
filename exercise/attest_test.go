package exercise

import (
	"strings"
	"testing"
)

const fingerprint = "SHA256:4J1mZ9"

// adoptedText is a table at which the whole text has been adopted.
func adoptedText(t *testing.T) *play {
	p := atTable(t)
	p.agreeAll()
	p.gavelled("text")
	return p
}

func (p *play) verified(team TeamID) *VerifiedView {
	for _, x := range p.room().Closing.Signatures {
		if x.Team == team {
			return x.Verified
		}
	}
	return nil
}

func TestAttestWaitsForASignature(t *testing.T) {
	rows := []struct {
		given string
		do    func(*play)
		seat  SeatID
		why   error // nil: it is put on record
		says  string
	}{
		{"nothing said yet", func(*play) {}, "arcadia", ErrNotNow, "`sign` or `endorse` first"},
		{"declined", func(p *play) { p.do("arcadia", Decline{}) }, "arcadia", ErrNotNow, "`sign` or `endorse` first"},
		{"signed", func(p *play) { p.do("arcadia", Sign{}) }, "arcadia", nil, ""},
		{"endorsed", func(p *play) { p.do("arcadia", Endorse{}) }, "arcadia", nil, ""},
		{"another signed", func(p *play) { p.do("arcadia", Sign{}) }, "hydra", ErrNotNow, "`sign` or `endorse` first"},
		{"not a delegation", func(p *play) { p.do("arcadia", Sign{}) }, "recorder", ErrRole, "delegat"},
		{"in the hot wash", func(p *play) { p.do("arcadia", Sign{}); p.do("chair", EnterPhase{Phase: HotWash}) }, "arcadia", nil, ""},
		{"after ENDEX", func(p *play) { p.do("arcadia", Sign{}); p.do("chair", End{}) }, "arcadia", nil, ""},
		{"closed", func(p *play) {
			p.do("arcadia", Sign{})
			p.do("chair", End{})
			p.do("chair", EnterPhase{Phase: Closed})
		}, "arcadia", ErrNotNow, "closed"},
		{"reopened", func(p *play) {
			p.do("arcadia", Sign{})
			p.do("chair", Reopen{X: "3"})
			p.pass(31 * second)
		}, "arcadia", ErrNotNow, "not been adopted"},
	}
	for _, row := range rows {
		t.Run(row.given, func(t *testing.T) {
			p := adoptedText(t)
			row.do(p)
			if row.why != nil {
				p.refused(row.seat, Attest{Words: T(fingerprint)}, row.why, row.says)
				return
			}
			p.do(row.seat, Attest{Words: T(fingerprint)})
			if v := p.verified(TeamID(row.seat)); v == nil || *v != (VerifiedView{row.seat, fingerprint}) {
				t.Errorf("seen is %v", v)
			}
			for _, l := range p.room().Feed {
				if strings.Contains(l.Text, fingerprint) {
					t.Errorf("the feed shows it: %s", l.Text)
				}
			}
			p.done()
		})
	}
}

// The last one stands, until how the team stands to the text changes.
func TestAttestationsAreReplaced(t *testing.T) {
	p := adoptedText(t)
	p.do("arcadia", Sign{})
	p.do("arcadia", Attest{Words: T(fingerprint)})
	p.do("arcadia", Dissociate{Clause: "3"})
	p.do("arcadia", Attest{Words: T("SHA256:second")})
	if v := p.verified("arcadia"); v == nil || v.Fingerprint != "SHA256:second" {
		t.Errorf("the second one: %v", v)
	}
	no := p.entryOf("attested")
	p.do("arcadia", Endorse{})
	if v := p.verified("arcadia"); v != nil {
		t.Errorf("endorsed anew: %v", v)
	}
	p.do("arcadia", Attest{Words: T(fingerprint)})
	p.do("chair", Expunge{No: no, Why: T("a key")})
	p.do("recorder", ConfirmExpunge{No: no})
	if v := p.verified("arcadia"); v == nil || v.Fingerprint != fingerprint {
		t.Errorf("an earlier one expunged: %v", v)
	}
	no = p.entryOf("attested")
	p.do("chair", Expunge{No: no, Why: T("a key")})
	p.do("recorder", ConfirmExpunge{No: no})
	if v := p.verified("arcadia"); v == nil || v.Fingerprint != removed {
		t.Errorf("expunged: %v", v)
	}
	p.done()
}

// An adviser's key proves nothing for the delegation, and waits for nobody.
func TestOnlyTheHeadAttests(t *testing.T) {
	p := atTable(t, withAdviser)
	p.agreeAll()
	p.gavelled("text")
	p.do("arcadia", Sign{})
	p.refused("arcadia-2", Attest{Words: T(fingerprint)}, ErrRole, "Only the head")
}

func (p *play) entryOf(kind string) string {
	no := ""
	for _, l := range p.room().Feed {
		if l.Kind == kind {
			no = l.No
		}
	}
	return no
}
