package exercise

import (
	"slices"
	"testing"
)

func TestAStrawPollIsCountedPerTeam(t *testing.T) {
	p := atTable(t, withAdviser)
	ask := Poll{Question: T("Would 48 hours do?"), Options: []Text{T("yes"), T("no")}}
	p.refused("hydra", ask, ErrRole)
	p.refused("hydra", AnswerPoll{Answer: T("yes")}, ErrNotNow)
	p.refused("chair", Poll{Question: T("One?"), Options: []Text{T("yes")}}, ErrText, "two to eight")
	p.refused("chair", Poll{Question: T("Same?"), Options: []Text{T("yes"), T("Yes")}}, ErrText, "differ")
	p.do("chair", ask)
	p.refused("chair", ask, ErrNotNow, "poll close")
	p.refused("hydra", AnswerPoll{Answer: T("perhaps")}, ErrUnknown, "1 yes and 2 no")
	p.do("hydra", AnswerPoll{Answer: T("YES")})
	p.do("arcadia", AnswerPoll{Answer: T("yes")})
	p.do("arcadia-2", AnswerPoll{Answer: T("2")}) // the team's last counts
	v := p.room().Polls[0]
	if !slices.Equal(v.Options[0].Teams, []TeamID{"hydra"}) || !slices.Equal(v.Options[1].Teams, []TeamID{"arcadia"}) || len(v.Silent) != 4 || !v.Open {
		t.Errorf("the poll stands at %+v", v)
	}
	p.do("chair", ClosePoll{})
	if want := "closes the poll: yes 1 and no 1; Meridia, Forge, Lantern and Plumb said nothing. It decides nothing."; p.last() != want {
		t.Errorf("closed: %q, want %q", p.last(), want)
	}
	p.refused("hydra", AnswerPoll{Answer: T("yes")}, ErrNotNow)
	p.done()
}

func TestQuorum(t *testing.T) {
	for _, row := range []struct {
		what  string
		given func(*play)
		want  string // what hinders
		until bool   // and ends by itself
	}{
		{"all are here", func(*play) {}, "", false},
		{"one has just left", func(p *play) { p.do("hydra", Leave{}) }, "Hydra has been away for less than three minutes; nothing is decided without it until then.", true},
		{"one has been away for long", func(p *play) {
			p.do("hydra", Leave{})
			p.pass(4 * minute)
			p.do("chair", Say{Words: T("Where is Hydra?")})
		}, "", false},
		{"a track is away", func(p *play) {
			p.do("hydra", Leave{})
			p.do("forge", Leave{})
			p.pass(4 * minute)
			p.do("chair", Say{Words: T("Where is ε?")})
		}, "Nobody of ε (business) is here; without a whole track nothing can be decided.", false},
	} {
		p := atTable(t)
		row.given(p)
		if q := p.room().Quorum; q.Hinders.String() != row.want || (q.Until > 0) != row.until || len(q.Tracks) != 3 {
			t.Errorf("%s: %+v, want %q", row.what, q, row.want)
		}
	}
}
