package bot

import (
	"slices"
	"testing"

	"kefi/exercise"
)

// stakes of a team that cares most for who keeps the telephone.
func stakes() exercise.Stakes {
	other := 14
	return exercise.Stakes{
		NoAgreement: 48,
		Points: []exercise.PointStake{
			{Point: "1.1a", Worth: []int{45, 12, 24}},
			{Point: "2.1a", Worth: []int{18, 8}, Other: &other},
			{Point: "2.2a", Worth: []int{5, 17}},
		},
	}
}

// draft is a view of two clauses whose points stand open, ms into the second
// reading of ten minutes.
func draft(ms int64) *exercise.View {
	point := func(id exercise.PointID, alts int) exercise.NodeView {
		p := &exercise.PointView{ID: id}
		for n := range alts {
			p.Alts = append(p.Alts, exercise.AltView{ID: exercise.AltID{Point: id, N: n + 1}, Text: string(rune('a' + n))})
		}
		return exercise.NodeView{Point: p}
	}
	clause := func(id exercise.ClauseID, nodes ...exercise.NodeView) exercise.ClauseView {
		return exercise.ClauseView{ID: id, State: exercise.ClauseOpen, Paras: []exercise.ParaView{{Nodes: nodes}}}
	}
	return &exercise.View{
		Room: &exercise.RoomView{
			Phase:   exercise.Table,
			Clauses: []exercise.ClauseView{clause("1", point("1.1a", 3)), clause("2", point("2.1a", 3), point("2.2a", 2))},
			Agenda:  []exercise.ItemView{{Kind: exercise.SecondReading, Minutes: 10, Until: 10 * 60_000}},
			Clocks:  exercise.Clocks{Table: ms},
			Teams:   []exercise.TeamView{{ID: "norrow", Presence: exercise.Here}, {ID: "hydra", Presence: exercise.Here}},
		},
		Own: &exercise.OwnView{Team: "norrow", Agreed: true, Head: true},
	}
}

// play has an advocate act until it has no stance more to take, and gives the
// stances in order.
func play(t *testing.T, v *exercise.View) (taken []exercise.TakeStance) {
	t.Helper()
	a := NewAdvocate(stakes(), 1)
	for now := int64(0); now < 40*60_000; now += 30_000 {
		if x, ok := a.Act(v, now).(exercise.TakeStance); ok {
			taken = append(taken, x)
			v.Own.Stances = append(v.Own.Stances, exercise.OwnStance{Alt: x.Alt, Stance: x.Stance})
		}
	}
	return taken
}

func alt(p exercise.PointID, n int) exercise.AltID { return exercise.AltID{Point: p, N: n} }

func TestAnAdvocateGivesWhatCostsItLeast(t *testing.T) {
	prefer := []exercise.AltID{alt("1.1a", 1), alt("2.1a", 1), alt("2.2a", 2)}
	for _, row := range []struct {
		name  string
		given func(*exercise.View)
		lives []exercise.AltID // in order
	}{
		{"nothing in the first reading", func(v *exercise.View) { v.Room.Agenda[0].Until = 0 }, nil},
		{"little at first", func(v *exercise.View) { v.Room.Clocks.Table = 2 * 60_000 }, []exercise.AltID{alt("2.1a", 3)}},
		{"half, half way", func(v *exercise.View) { v.Room.Clocks.Table = 5 * 60_000 }, []exercise.AltID{alt("2.1a", 3), alt("2.1a", 2), alt("2.2a", 1)}},
		{
			"all but what it cannot bear, in the end", func(v *exercise.View) { v.Room.Clocks.Table = 30 * 60_000 },
			[]exercise.AltID{alt("2.1a", 3), alt("2.1a", 2), alt("2.2a", 1), alt("1.1a", 3)},
		},
		{"sooner where it is met", func(v *exercise.View) {
			v.Room.Clocks.Table = 60_000
			v.Room.Clauses[0].Paras[0].Nodes[0].Point.Alts[0].Stances = []exercise.StanceView{{Team: "hydra", Stance: exercise.CanLive}}
		}, []exercise.AltID{alt("2.1a", 3), alt("2.1a", 2), alt("2.2a", 1)}},
	} {
		t.Run(row.name, func(t *testing.T) {
			v := draft(0)
			row.given(v)
			var wants, lives []exercise.AltID
			for _, x := range play(t, v) {
				if x.Stance == exercise.Prefer {
					wants = append(wants, x.Alt)
				} else {
					lives = append(lives, x.Alt)
				}
			}
			if !slices.Equal(wants, prefer) || !slices.Equal(lives, row.lives) {
				t.Errorf("it prefers %v and can live with %v, want %v and %v", wants, lives, prefer, row.lives)
			}
		})
	}
}

func TestAnAdvocateObjectsToWhatIsWorseThanNoText(t *testing.T) {
	for _, row := range []struct {
		x    exercise.Subject
		form string
		lost exercise.AltID // decided before
		want string
	}{
		{"1.1a/2", exercise.FormGavel, exercise.AltID{}, "nothing"},
		{"1.1a/2", exercise.FormGavel, alt("2.1a", 2), "nothing"},
		{"2.2a/1", exercise.FormGavel, alt("1.1a", 2), "nothing"},
		{"P1", exercise.FormGavel, alt("1.1a", 2), "objects"},
		{"P1", exercise.FormPut, alt("1.1a", 2), "not-yet"},
		{"2.2a/1", exercise.FormPut, exercise.AltID{}, "accept"},
	} {
		v := draft(0)
		v.Room.Packages = []exercise.PackageView{{ID: "P1", Parts: []exercise.PartView{{X: "2.1a/2"}, {X: "2.2a/1"}}}}
		v.Room.Standing = []exercise.DecisionView{{ID: "D1", X: row.x, Form: row.form, Positions: []exercise.PositionView{{Team: "norrow"}}}}
		if row.lost.Point != "" {
			v.Room.Decisions = []exercise.DecisionView{{X: exercise.Subject(row.lost.String()), Outcome: exercise.Carried}}
			if row.lost.Point == "1.1a" {
				v.Room.Clauses[0].Paras = nil
			} else {
				v.Room.Clauses[1].Paras[0].Nodes = v.Room.Clauses[1].Paras[0].Nodes[1:]
			}
		}
		got := "nothing"
		switch c := NewAdvocate(stakes(), 1).Act(v, 0).(type) {
		case exercise.Object:
			got = "objects"
		case exercise.TakePosition:
			got = string(c.Position)
		}
		if got != row.want {
			t.Errorf("%s of %s after %s: %s, want %s", row.form, row.x, row.lost, got, row.want)
		}
	}
}

func TestAnAdvocateSaysWhatMattersAndBringsWhatItCan(t *testing.T) {
	v := draft(60_000)
	v.Room.Floor.Speaker = "norrow"
	v.Own.Brief = &exercise.BriefView{Offers: []string{"A boat, which only you have.", "A telephone that is answered."}}
	v.Own.Stances = []exercise.OwnStance{
		{Alt: alt("1.1a", 1), Stance: exercise.Prefer},
		{Alt: alt("2.1a", 2), Stance: exercise.CanLive},
		{Alt: alt("2.1a", 3), Stance: exercise.CanLive},
	}
	a := NewAdvocate(stakes(), 1)
	var said []string
	for now := int64(0); now < 60_000; now += 2_000 {
		switch c := a.Act(v, now).(type) {
		case exercise.Say:
			said = append(said, c.Words.Value)
		case exercise.Yield:
			now = 60_000
		}
	}
	want := []string{
		"What matters most to us of what is open is “a” in 1.1a.",
		"We can live with “b” or “c” in 2.1a.",
		"We bring this: a telephone that is answered.",
	}
	if !slices.Equal(said, want) {
		t.Errorf("it says %q, want %q", said, want)
	}
}
