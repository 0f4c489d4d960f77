package exercise

import (
	"cmp"
	"errors"
	"fmt"
)

// mostOf bounds the terms of a fraction, so that counting with it is exact.
const mostOf = 1000

// simpleMajority is how procedural motions and appeals are decided in every
// procedure: each team present has one vote, and more than half are needed.
func simpleMajority() DecisionRule {
	return DecisionRule{Kind: Majority, MoreThan: true, Share: Ratio{1, 2}, Base: OfPresent}
}

// oneAccept is the majority of somebody: at least one team accepts.
func oneAccept() DecisionRule {
	return DecisionRule{Kind: Majority, MoreThan: true, Share: Ratio{0, 1}, Base: OfEntitled}
}

// needed is how many accepts a majority of so many teams takes: the fraction
// rounded up for at-least, and one above the fraction rounded down for more-than.
func (r DecisionRule) needed(base int) int {
	if r.MoreThan {
		return r.Share.P*base/r.Share.Q + 1
	}
	return r.Share.of(base)
}

// of is the least whole number that is at least the share of n.
func (r Ratio) of(n int) int { return (r.P*n + r.Q - 1) / r.Q }

// String is the fraction as people write it: "2/3".
func (r Ratio) String() string { return fmt.Sprintf("%d/%d", r.P, r.Q) }

// decides says whether the teams under a rule are counted.
func (r DecisionRule) decides() bool { return r.Kind != "" && r.Kind != Voice && r.Kind != NoRule }

// String names a rule in the words of the rule book: "concurrence", "at least
// 2/3 of cast".
func (r DecisionRule) String() string { return r.named().String() }

func (r DecisionRule) named() Phrase {
	switch {
	case r == oneAccept():
		return say("at least one accept")
	case r.Kind == Majority && r.MoreThan:
		return say("more than %s of %s", r.Share.String(), word(r.Base))
	case r.Kind == Majority:
		return say("at least %s of %s", r.Share.String(), word(r.Base))
	}
	return word(cmp.Or(r.Kind, NoRule))
}

// Check says what is wrong with a rule, in a sentence for its author.
func (r DecisionRule) Check() error {
	switch r.Kind {
	case NoObjection, Concurrence, Unanimity, Voice, NoRule:
		return nil
	case Majority:
	default:
		return fmt.Errorf("there is no rule %q", string(r.Kind))
	}
	if r != oneAccept() && (r.Share.Check() != nil || r.MoreThan && r.Share.P == r.Share.Q) {
		return fmt.Errorf("a majority of %s cannot be had; write a fraction such as 2/3, more-than below the whole", r.Share)
	}
	switch r.Base {
	case OfCast, OfPresent, OfEntitled:
		return nil
	}
	return errors.New("a majority is counted of cast, present or entitled")
}

// Check says whether a fraction is one: above nothing, at most the whole.
func (r Ratio) Check() error {
	if r.P < 1 || r.Q < r.P || r.Q > mostOf {
		return fmt.Errorf("%s is not a fraction from 1/%d to 1/1", r, mostOf)
	}
	return nil
}
