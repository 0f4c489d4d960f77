package exercise

import (
	"slices"
	"strings"
)

// Jumped: story time moved on by By ms at once.
type Jumped struct {
	By  int64  `json:"by"`
	Why WordID `json:"why"`
}

// What happens to an inject that falls in the gap of a jump.
const (
	JumpFire = "fire"
	JumpDrop = "drop"
	JumpMove = "move"
)

func (c Jump) decide(d *decider) error {
	if err := d.need("jump", Control); err != nil {
		return err
	}
	if err := d.play("jump", Briefing, Table, Closing); err != nil {
		return err
	}
	if c.By < minute || c.By > farthest {
		return refuse(ErrText, "A jump is from one minute to 30 days of story time: `jump 48h \"why\"`.")
	}
	for _, x := range d.s.injects { // as the clauses stand: nobody can agree any more on the way
		if x.unjudged() && x.Copycat.By <= d.s.now.scenario+c.By {
			d.judge(x, d.s.inGap(c.By))
		}
	}
	ways, err := c.ways(d.s.inGap(c.By))
	if err != nil {
		return err
	}
	from := d.s.now.scenario
	d.emit(Jumped{By: c.By, Why: c.Why.ID})
	for _, x := range d.s.injects {
		switch ways[x.ID] {
		case JumpFire:
			d.queue(x.ID, d.s.now.wall+takeBackTime, false)
		case JumpDrop:
			d.emit(Dropped{Inject: x.ID, Why: c.Why.ID})
		case JumpMove:
			d.emit(Retimed{Inject: x.ID, At: max(x.At, from) + c.By})
		}
	}
	return nil
}

// inGap lists the timed injects that a jump passes over.
func (s State) inGap(by int64) []injectState {
	var list []injectState
	for _, x := range s.injects {
		if x.state == InjectPlanned && !x.held && x.timed() && x.At <= s.now.scenario+by {
			list = append(list, x)
		}
	}
	slices.SortStableFunc(list, func(a, b injectState) int { return int(min(max(a.At-b.At, -1), 1)) })
	return list
}

// ways says what happens to each inject in the gap; it refuses where control
// has not said it of every one.
func (c Jump) ways(gap []injectState) (map[InjectID]string, error) {
	if c.Rest != "" && !slices.Contains([]string{JumpFire, JumpDrop, JumpMove}, c.Rest) {
		return nil, refuse(ErrUnknown, "What falls in the gap is to fire, to drop or to move.")
	}
	ways := map[InjectID]string{}
	for _, x := range gap {
		ways[x.ID] = c.Rest
	}
	for way, ids := range map[string][]InjectID{JumpFire: c.Fire, JumpDrop: c.Drop, JumpMove: c.Move} {
		for _, id := range ids {
			i := slices.IndexFunc(gap, func(x injectState) bool { return strings.EqualFold(string(x.ID), string(id)) })
			if i < 0 && len(gap) == 0 {
				return nil, refuse(ErrUnknown, "%s does not fall in the gap; nothing does.", id)
			}
			if i < 0 {
				return nil, refuse(ErrUnknown, "%s does not fall in the gap; there fall %s.", id, listed(gapNames(gap)))
			}
			ways[gap[i].ID] = way
		}
	}
	var open []Phrase
	for _, x := range gap {
		if ways[x.ID] == "" {
			open = append(open, say("%s at T+%s", x.ID, spell(x.At)))
		}
	}
	if len(open) > 0 {
		return nil, refuse(ErrNotNow, "In the gap there fall %s. Say for each whether it is to fire, drop or move, as in `jump %s \"why\" fire %s move all`.",
			listed(open), short(c.By), open[0].Args[0])
	}
	return ways, nil
}

func gapNames(gap []injectState) []string {
	names := make([]string, len(gap))
	for i, x := range gap {
		names[i] = string(x.ID)
	}
	return names
}

// short writes a duration as it is typed: 48h, 1h30m, 90s.
func short(ms int64) string {
	s, text := ms/second, ""
	for _, unit := range []struct {
		seconds int64
		letter  string
	}{{3600, "h"}, {60, "m"}, {1, "s"}} {
		if n := s / unit.seconds; n > 0 {
			text += itoa(int(n)) + unit.letter
		}
		s %= unit.seconds
	}
	return text
}

// apply moves story time; the phase's own time is not story and moves along.
func (e Jumped) apply(s *State, a Act) {
	s.now.scenario += e.By
	if s.agenda.phaseUntil > 0 {
		s.agenda.phaseUntil += e.By
	}
	line := Line{Kind: "clock", Phrase: say("Story time jumps by %s.", spell(e.By))}
	if why := s.text(e.Why); why != "" {
		line.Phrase, line.words = say("Story time jumps by %s: %s", spell(e.By), ended(why)), []WordID{e.Why}
	}
	s.post(a, e, line)
}
