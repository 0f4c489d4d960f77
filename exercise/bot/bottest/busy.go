package bottest

import (
	"fmt"
	"math/rand/v2"

	"kefi/exercise"
	"kefi/exercise/bot"
)

// Busy plays as another player does, and beside that tries, now and then,
// whatever the verbs allow: amendments, questions, caucuses, motions, packages,
// words to everybody. What is refused has been tried.
type Busy struct {
	bot.Player
	// Read understands a typed line.
	Read func(line string) (exercise.Command, error)
	Dice *rand.Rand
	// One in how many looks it tries something.
	One int
}

// Act tries something, or plays on.
func (b *Busy) Act(v *exercise.View, now int64) exercise.Command {
	if v.Room.Phase == exercise.Table && b.Dice.IntN(b.One) == 0 {
		if c, err := b.Read(b.line(v)); err == nil {
			return c
		}
	}
	return b.Player.Act(v, now)
}

// line is something to try.
func (b *Busy) line(v *exercise.View) string {
	clause := pick(b.Dice, v.Room.Clauses).ID
	team := pick(b.Dice, v.Room.Teams).ID
	amendment := exercise.AmendmentID("A1")
	if n := len(v.Room.Amendments); n > 0 {
		amendment = pick(b.Dice, v.Room.Amendments).ID
	}
	word := pick(b.Dice, []string{"shall", "the", "within", "hours", "a", "of"})
	return pick(b.Dice, []string{
		fmt.Sprintf(`amend %s new "Each Party keeps a record of what it has learned, %d."`, clause, b.Dice.IntN(100)),
		fmt.Sprintf(`amend %s.1 put "%s %d" for "%s" at 1 because "it reads better"`, clause, word, b.Dice.IntN(100), word),
		fmt.Sprintf(`ask %s "What would you need, %d?"`, team, b.Dice.IntN(100)),
		fmt.Sprintf("caucus %s", team),
		fmt.Sprintf("cosponsor %s", amendment), fmt.Sprintf("friendly %s", amendment), fmt.Sprintf("withdraw %s", amendment),
		`room "Let us see."`, "hand", "hand down", `rfi "Who did it?" to press`, "undo", `whisper "We are nearly there."`,
		fmt.Sprintf("package %s %s", clause, amendment), fmt.Sprintf("request put %s", amendment),
		"motion suspend", "caucus accept", `caucus say "Only between us."`, "caucus close",
	})
}

// Told tells the other player what became of its own.
func (b *Busy) Told(c exercise.Command, refusal error) { b.Player.Told(c, refusal) }

func pick[T any](dice *rand.Rand, list []T) T { return list[dice.IntN(len(list))] }
