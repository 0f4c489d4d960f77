package bot

import (
	"math/rand/v2"
	"slices"

	"kefi/exercise"
)

// Advocate plays a team that nobody has come to, so that who has come alone
// has somebody to talk to. It wants what its team's stakes value most and says
// so. As time goes by it gives way, first where that costs it least, and sooner
// once the others give way to it; it never gives more than a text is worth.
type Advocate struct {
	done
	stakes exercise.Stakes
	dice   *rand.Rand

	think   int64            // wall ms before which nothing is done unasked
	breath  int64            // wall ms before which nothing more is said
	spoke   int              // lines in this turn
	noticed map[string]int64 // what waits for an answer -> wall ms when it was seen
}

// NewAdvocate plays for stakes, by a seed; the same seed and the same views
// give the same play.
func NewAdvocate(stakes exercise.Stakes, seed uint64) *Advocate {
	return &Advocate{
		stakes: stakes, dice: rand.New(rand.NewPCG(seed, 0x616476)),
		noticed: map[string]int64{},
	}
}

// Told has it think of something else at once where it was refused.
func (a *Advocate) Told(_ exercise.Command, refusal error) {
	if refusal != nil {
		a.think = 0
	}
}

// Act answers what waits for an answer; what nobody asked for takes thought.
func (a *Advocate) Act(v *exercise.View, now int64) exercise.Command {
	if v.Room.RealWorld {
		return nil
	}
	s := scales{a.stakes, v}
	switch v.Room.Phase {
	case exercise.Lobby, exercise.Briefing:
		if !v.Own.Ready {
			return exercise.Ready{}
		}
		return nil
	case exercise.Closing:
		return a.sign(v)
	case exercise.Table:
	default:
		return nil
	}
	if c := a.answer(s, now); c != nil {
		return c
	}
	if v.Room.Floor.Speaker == v.Own.Team && v.Room.Floor.OrderBy == "" && !v.Room.Floor.Halted {
		return a.speak(s, now)
	}
	a.spoke = 0
	if now < a.think {
		return nil
	}
	a.think = now + 8_000 + a.dice.Int64N(12_000)
	return a.unasked(s, now)
}

// answer gives what others wait for.
func (a *Advocate) answer(s scales, now int64) exercise.Command {
	own := s.view.Own
	for _, x := range s.view.Room.Standing {
		if c := a.position(s, x); c != nil {
			return c
		}
	}
	for _, c := range own.Caucuses {
		if act := a.caucus(s, c, now); act != nil {
			return act
		}
	}
	for _, q := range own.Asks {
		if q.To == own.Team && q.Answer == "" && a.after("ask "+q.No, now, 6_000) {
			return exercise.AnswerAsk{No: q.No, Words: exercise.T(s.plea())}
		}
	}
	for _, label := range own.Owed {
		if a.after("answer "+label, now, 20_000) {
			return exercise.AnswerInject{Inject: exercise.InjectID(label), Words: exercise.T("We ring the others now, and say what we know and what we do not.")}
		}
	}
	return nil
}

// position answers a gavel only where the team would be worse off than without
// a text, and a put always.
func (a *Advocate) position(s scales, x exercise.DecisionView) exercise.Command {
	if !s.view.Own.Head || !a.once(string(x.ID)) {
		return nil
	}
	bears := s.bearable(x.X)
	if x.Form == exercise.FormGavel && !bears {
		return exercise.Object{X: x.X, Why: exercise.T(s.plea())}
	}
	if x.Form != exercise.FormPut {
		return nil
	}
	if !slices.ContainsFunc(x.Positions, func(p exercise.PositionView) bool { return p.Team == s.view.Own.Team }) {
		return nil
	}
	if bears {
		return exercise.TakePosition{X: x.X, Position: exercise.Accept}
	}
	return exercise.TakePosition{X: x.X, Position: exercise.NotYet, Words: exercise.T(s.plea())}
}

// caucus accepts an invitation, says what matters, and leaves after a while.
func (a *Advocate) caucus(s scales, c exercise.CaucusView, now int64) exercise.Command {
	switch {
	case c.Asked && a.after("join "+c.ID, now, 4_000):
		return exercise.JoinCaucus{Caucus: c.ID}
	case !c.Open || !slices.Contains(c.Members, s.view.Own.Team):
		return nil
	case a.after("caucus "+c.ID, now, 5_000):
		return exercise.SpeakCaucus{Caucus: c.ID, Words: exercise.T(s.plea())}
	case a.after("leave "+c.ID, now, 90_000):
		return exercise.LeaveCaucus{Caucus: c.ID}
	}
	return nil
}

// unasked marks what the team wants, gives way, or asks who stands in its way.
func (a *Advocate) unasked(s scales, now int64) exercise.Command {
	for _, p := range points(s.view.Room) {
		if !slices.ContainsFunc(s.view.Own.Stances, func(x exercise.OwnStance) bool { return x.Alt.Point == p.ID }) {
			return exercise.TakeStance{Alt: s.favourite(p), Stance: exercise.Prefer}
		}
	}
	if alt, ok := a.concession(s, now); ok {
		return exercise.TakeStance{Alt: alt, Stance: exercise.CanLive}
	}
	return a.question(s, now)
}

// after is true once, some ms after something was first noticed.
func (a *Advocate) after(what string, now, ms int64) bool {
	if _, seen := a.noticed[what]; !seen {
		a.noticed[what] = now
	}
	return now >= a.noticed[what]+ms && a.once(what)
}
