package exercise

import (
	"slices"
	"strings"
	"testing"
)

// checks are those of the recorder's view, as "ID: text", the settled ones
// left out.
func (p *play) checks() []string {
	var list []string
	for _, x := range p.s.Own("recorder").Recorder.Checks {
		if !x.Settled {
			list = append(list, x.ID+": "+x.Text.String())
		}
	}
	return list
}

// lastOf is the number of the last entry of a kind at the table.
func (p *play) lastOf(kind string) string {
	p.t.Helper()
	feed := p.room().Feed
	for i := len(feed) - 1; i >= 0; i-- {
		if feed[i].Kind == kind {
			return feed[i].No
		}
	}
	p.t.Fatalf("no entry %s", kind)
	return ""
}

func TestChecks(t *testing.T) {
	agreed := func(p *play) {
		p.do("chair", Gavel{X: "3.1a/1"})
		p.pass(31 * second)
	}
	heard := func(sc *Scenario) { sc.Medium = Mixed }
	quoting := func(text string) func(*Scenario) {
		return func(sc *Scenario) { sc.Clauses[2].Paras[1] = T(text) }
	}
	cases := map[string]struct {
		with  func(*Scenario)
		given func(*play)
		want  string // part of one check; empty: none at all
		then  func(*play)
	}{
		"nothing has happened": {nil, nil, "", nil},
		"a decision without a mark": {
			nil, agreed, "D1 was decided in #",
			func(p *play) { p.do("recorder", Mark{No: p.lastOf("decided"), Kind: "decision"}) },
		},
		"a decision taken back": {nil, agreed, "D1 was decided", func(p *play) { p.do("chair", Undo{}) }},
		"what was postponed": {nil, func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1a/1"}})
			p.answers("arcadia accept, hydra not-yet, lantern accept")
			p.pass(3 * minute)
		}, "D1, 3.1a/1 \"shall\", was postponed and has not been taken up again.", agreed},
		"an acceptance ad referendum": {nil, func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1a/1"}})
			p.answers("arcadia accept, meridia accept, forge accept, lantern accept, plumb accept")
			p.do("hydra", TakePosition{Position: Accept, AdRef: 10 * minute})
			p.pass(3 * minute)
			p.do("recorder", Mark{No: p.lastOf("decided"), Kind: "decision"})
		}, "rests on the word of Hydra, ad referendum.", func(p *play) { p.do("hydra", Cleared{}) }},
		"a quote of nobody": {nil, func(p *play) {
			p.do("recorder", Mark{No: p.lastOf("item"), Kind: "quote"})
		}, "is marked as a quote and holds nobody's spoken words.", func(p *play) { p.do("recorder", Undo{}) }},
		"a quote of somebody": {nil, func(p *play) {
			p.do("chair", Say{Words: T("We begin.")})
			p.do("recorder", Mark{No: p.lastOf("said"), Kind: "quote"})
		}, "", nil},
		"a removal asked for": {nil, func(p *play) {
			p.do("chair", Say{Words: T("Orla Quay was there.")})
			p.do("chair", Expunge{No: p.lastOf("said"), Why: T("a real person")})
		}, "Control asks to remove the words of #", func(p *play) { p.do("recorder", ConfirmExpunge{No: p.lastOf("said")}) }},
		"what was heard and corrected": {heard, func(p *play) {
			p.do("recorder", Hear{Team: "hydra", Words: T("Forty hours.")})
			p.do("hydra", Correct{No: p.lastOf("said"), Words: T("Fourteen hours.")})
		}, "Hydra has corrected what was heard in #", nil},
		"a name that was misheard": {heard, func(p *play) {
			p.do("recorder", Hear{Team: "hydra", Words: T("We follow Meridea and Arcadia's port.")})
		}, "says Meridea; is Meridia meant?", func(p *play) {
			p.do("recorder", Correct{No: p.lastOf("said"), Words: T("We follow Meridia and Arcadia's port.")})
		}},
		"names that were heard": {heard, func(p *play) {
			p.do("recorder", Hear{Team: "hydra", Words: T("Arcadian ships, Lanterns, forges and the Meridias of this world.")})
		}, "", nil},
		"an incident that some have not answered": {nil, func(p *play) {
			p.do("chair", SendInject{Inject: "I1", Now: true})
			p.do("arcadia", AnswerInject{Inject: "I1", Words: T("It would.")})
			p.do("chair", EnterPhase{Phase: Closing})
			p.do("recorder", Mark{No: "1", Kind: "objective 1"})
		}, "I1 asked everyone for an answer, and none has come from Meridia, Hydra, Forge, Lantern and Plumb.", func(p *play) {
			for _, team := range []SeatID{"meridia", "hydra", "forge", "lantern", "plumb"} {
				p.do(team, AnswerInject{Inject: "I1", Words: T("No.")})
			}
		}},
		"an incident that may still be answered": {nil, func(p *play) { p.do("chair", SendInject{Inject: "I1", Now: true}) }, "", nil},
		"an objective that nothing shows": {nil, func(p *play) {
			p.do("evaluator", Observe{Objective: "1", Aspect: Strength, Words: T("unknown to the recorder")})
			p.do("chair", EnterPhase{Phase: Closing})
		}, "No entry is marked as showing objective 1: `mark #N objective 1`.", func(p *play) {
			p.do("recorder", Mark{No: "1", Kind: "objective 1"})
		}},
		"an objective in the debrief": {nil, debriefed, "Objective 1 has neither a mark nor an observation.", func(p *play) {
			p.do("evaluator", Observe{Objective: "1", Aspect: Strength, Words: T("known to all")})
		}},
		"an amendment left over": {nil, func(p *play) {
			p.lodge("arcadia", "24", "48")
			p.do("chair", EnterPhase{Phase: Closing})
		}, "A1 was neither decided nor withdrawn: 3.1: put", nil},
		"an amendment during play": {nil, func(p *play) { p.lodge("arcadia", "24", "48") }, "", nil},
		"a term without a meaning": {quoting("It names each “Tier 1” port."), nil, "3.2 sets “Tier 1” in quotation marks; no paragraph says what that means.", nil},
		"a term with a meaning":    {quoting("“Tier 1” means a port of the list. It names each “tier 1” port."), nil, "", nil},
		"a term that is French":    {quoting("« Registre » désigne la liste."), nil, "", nil},
		"a quotation is no term":   {quoting("It says “that the parties will do all that is in their power”."), nil, "", nil},
		"a mark that never closes": {quoting("It names 5\" pipes."), nil, "", nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t, func(sc *Scenario) {
				if c.with != nil {
					c.with(sc)
				}
			})
			if c.given != nil {
				c.given(p)
			}
			found := func() bool {
				return slices.ContainsFunc(p.checks(), func(s string) bool { return c.want != "" && strings.Contains(s, c.want) })
			}
			if got := p.checks(); found() != (c.want != "") || c.want == "" && len(got) > 0 {
				t.Fatalf("want %q, got %q", c.want, got)
			}
			if c.then != nil {
				c.then(p)
				if found() {
					t.Errorf("it does not go by itself: %q", p.checks())
				}
			}
		})
	}
}

func TestSettling(t *testing.T) {
	p := atTable(t, func(sc *Scenario) { sc.Clauses[2].Paras[1] = T("It names each “Tier 1” port.") })
	p.refused("hydra", Settle{Check: "3.2"}, ErrRole, "Only the recorder")
	p.refused("recorder", Settle{Check: "D9"}, ErrUnknown, "nothing to check about D9")

	p.do("recorder", Settle{Check: "3.2"})
	if got := p.checks(); len(got) > 0 {
		t.Fatalf("it is settled, and yet %q", got)
	}
	p.do("recorder", Settle{Check: "3.2"})
	if got := p.checks(); len(got) != 1 {
		t.Fatalf("it is to be looked at again: %q", got)
	}
	p.do("chair", Say{Words: T("Orla Quay was there.")})
	p.do("chair", Expunge{No: p.lastOf("said"), Why: T("a real person")})
	p.refused("recorder", Settle{Check: "#" + p.lastOf("said")}, ErrNotNow, "goes from the list by itself")
}

func TestCheckIDsAreTheirOwn(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "3.1a/1"})
	p.pass(31 * second)
	no := p.lastOf("decided")
	p.do("recorder", Mark{No: no, Kind: "quote"})
	p.do("chair", Say{Words: T("Orla Quay was there.")})
	p.do("recorder", Mark{No: p.lastOf("said"), Kind: "quote"})
	p.do("chair", Expunge{No: p.lastOf("said"), Why: T("a real person")})
	seen := map[string]bool{}
	for _, x := range p.s.Own("recorder").Recorder.Checks {
		if seen[x.ID] {
			t.Errorf("two checks about %s: %q", x.ID, p.checks())
		}
		seen[x.ID] = true
	}
}
