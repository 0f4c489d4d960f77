package action

import (
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
)

// What control does with the timeline and with the author's model.
var timing = []Action{
	{
		Name: "retime", Synopsis: "retime I5 T+45m|+10m", Example: "retime I5 T+45m", Also: []string{"retime I5 +10m"},
		Help: "Moves a planned inject to another time of the story, or to a time from now.",
		Who:  directors,
		command: func(l *line) exercise.Command {
			r := exercise.Retime{Inject: l.inject()}
			r.At, r.In = l.storyTime()
			return r
		},
	},
	{
		Name: "hold", Synopsis: "hold I5", Example: "hold I5",
		Help:    "Keeps an inject from going out by itself, also in its last ten seconds.",
		Who:     directors,
		command: func(l *line) exercise.Command { return exercise.HoldInject{Inject: l.inject()} },
	},
	{
		Name: "release", Synopsis: "release I5", Example: "release I5",
		Help: "Lets an inject go that is held, or that is due and waits for you.",
		Who:  directors, when: unless("No inject is held or waits for you.", injectWaits),
		command: func(l *line) exercise.Command { return exercise.ReleaseInject{Inject: l.inject()} },
	},
	{
		Name: "drop", Synopsis: `drop I5 ["why"]`, Example: `drop I5 "Time is short."`, Also: []string{"drop I5"},
		Help: "Gives up a planned inject.",
		Who:  directors,
		command: func(l *line) exercise.Command {
			return exercise.Drop{Inject: l.inject(), Why: l.optional("the reason")}
		},
	},
	{
		Name: "recall", Synopsis: `recall I4 "why"`, Example: `recall I4 "It named the wrong town."`,
		Help:  "Takes an inject back that is out: its readers are told, and the trace stays.",
		Binds: true, Who: directors, when: unless("No inject is out.", injectOut),
		command: func(l *line) exercise.Command {
			return exercise.RecallInject{Inject: l.inject(), Why: l.tail("the reason")}
		},
	},
	{
		Name: "slip", Synopsis: "slip 5m", Example: "slip 5m",
		Help:    "Moves everything on the timeline that is still to come.",
		Who:     directors,
		command: func(l *line) exercise.Command { return exercise.Slip{By: l.duration("the time")} },
	},
	{
		Name: "jump", Synopsis: `jump 48h ["why"] [fire I5…] [drop I6…] [move I7…|move all]`,
		Example: `jump 48h "The weekend passes." fire I5 drop I6 I7 move all`,
		Also:    []string{"jump 2h", "jump 48h move all", `jump 48h The weekend passes.`},
		Help:    "Moves the story's clock on. What falls in the gap goes out after it (fire), is dropped, or moves on with it.",
		Binds:   true, Who: directors, command: readJump,
	},
	{
		Name: "dial", Synopsis: `dial NAME ±N "why"`, Example: `dial trust -5 "They called each other liars."`,
		Also: []string{`dial trust +5 "They shook hands."`},
		Help: "Moves a dial of the author's model, with the reason.",
		Who:  personas, when: unless("This scenario has no dials.", hasDials),
		command: func(l *line) exercise.Command {
			return exercise.SetDial{Dial: strings.ToLower(l.name("the name of a dial")), By: l.signed("the change"), Why: l.tail("the reason")}
		},
	},
	{
		Name: "establish", Synopsis: "establish #N [not]", Example: "establish #148", Also: []string{"establish #148 not"},
		Help: "Marks what was said at the table as so in this exercise, or as not established.",
		Who:  personas,
		command: func(l *line) exercise.Command {
			return exercise.Establish{No: l.entry(), Not: l.accept("not")}
		},
	},
}

// readJump reads the time, then the reason and what happens to each inject in
// the gap.
func readJump(l *line) exercise.Command {
	c := exercise.Jump{By: l.duration("the time")}
	if startsQuoted(l.rest) {
		c.Why = l.text("the reason")
	}
	for l.err == nil && !l.done() {
		way := l.peek()
		if !slices.Contains(jumpWays, way) {
			if c.Why.Value == "" && len(c.Fire)+len(c.Drop)+len(c.Move) == 0 && c.Rest == "" {
				c.Why = l.tail("the reason")
				break
			}
			l.fail("Here fire, drop or move should stand, not %q.", shorten(way))
			break
		}
		l.word("what happens in the gap")
		readWay(l, &c, way)
	}
	return c
}

var jumpWays = []string{exercise.JumpFire, exercise.JumpDrop, exercise.JumpMove}

// readWay reads the injects of which one thing is said: all, or some.
func readWay(l *line, c *exercise.Jump, way string) {
	if l.accept("all") {
		c.Rest = way
		return
	}
	list := map[string]*[]exercise.InjectID{exercise.JumpFire: &c.Fire, exercise.JumpDrop: &c.Drop, exercise.JumpMove: &c.Move}[way]
	for first := true; l.err == nil && (first || injectID.MatchString(strings.TrimSuffix(l.peek(), ","))); first = false {
		word := strings.TrimSuffix(l.word("an inject"), ",")
		*list = append(*list, exercise.InjectID(strings.ToUpper(l.shaped(word, injectID, "an inject", "I4"))))
	}
}

// storyTime reads T+45m, a scenario time in ms, or +5m, in ms from now.
func (l *line) storyTime() (at, in int64) {
	if after, from := strings.CutPrefix(l.peek(), "+"); from {
		l.word("the scenario time")
		ms, ok := milliseconds(after)
		if !ok || ms == 0 {
			l.fail("%q is not a time such as 90s, 3m or 1h30m.", shorten(after))
		}
		return 0, ms
	}
	return l.scenarioTime(), 0
}

// signed reads a whole number with its sign, of either kind of minus.
func (l *line) signed(what string) int {
	word := l.word(what)
	if l.err != nil {
		return 0
	}
	n, err := strconv.Atoi(strings.Replace(word, "−", "-", 1))
	if err != nil || n == 0 || n < -100 || n > 100 {
		l.fail("%q is not a change such as +5 or -5.", shorten(word))
	}
	return n
}

func injectWaits(v *exercise.View) bool {
	return anyInject(v, func(r exercise.InjectRow) bool { return r.Held && r.Pending() || r.State == exercise.InjectDue })
}

func injectOut(v *exercise.View) bool {
	return anyInject(v, func(r exercise.InjectRow) bool { return r.State == exercise.InjectDelivered })
}

func anyInject(v *exercise.View, is func(exercise.InjectRow) bool) bool {
	return v.Own.Control != nil && slices.ContainsFunc(v.Own.Control.Timeline, is)
}

func hasDials(v *exercise.View) bool {
	return v.Own.Control != nil && v.Own.Control.Model != nil && len(v.Own.Control.Model.Dials) > 0
}
