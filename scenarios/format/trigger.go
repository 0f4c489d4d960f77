package format

import (
	"slices"
	"strings"

	"kefi/exercise"
)

// What an inject waits for, beside a time.
const (
	byHandText  = "by hand"
	reserveText = "off timeline"
	itemPrefix  = "item "
)

// TriggerText is what an author writes after at: T+25m, item 3, by hand, off
// timeline; nothing where only a condition is waited for.
func TriggerText(in exercise.Inject) string {
	switch {
	case in.Reserve:
		return reserveText
	case in.Item != "":
		return itemPrefix + in.Item
	case in.At < 0 && in.When != "":
		return ""
	}
	return AtText(in.At)
}

// readTrigger reads what lets an inject go: at, when, or both.
func (r *reader) readTrigger(o object, in *exercise.Inject) {
	in.At = byHand
	in.When = o.condition("when")
	in.Release = o.release()
	if o.get("at") == nil && o.get("when") != nil {
		return
	}
	n := o.need("at")
	switch {
	case n == nil || n.value == byHandText:
	case n.value == reserveText:
		in.Reserve = true
	case strings.HasPrefix(n.value, itemPrefix):
		in.Item = r.triggerItem(n, o.what)
	default:
		in.At = o.storyTime("at")
	}
	if n != nil && in.At < 0 && o.get("when") != nil {
		r.fail(codeContradiction, n, "With when stands a time, before which it does not come; or no at.", "%s waits for a condition and for %s", o.what, n.value)
	}
}

// release reads whether control is asked first.
func (o object) release() string {
	if release := o.choice("release", "auto", exercise.ReleaseAsk); release != "auto" {
		return release
	}
	return ""
}

func (r *reader) triggerItem(n *node, what string) string {
	item := strings.TrimPrefix(n.value, itemPrefix)
	if !slices.Contains(r.itemNames(), item) {
		r.fail(codeUnknown, n, suggest(item, "Agenda items", r.itemNames()), "unknown agenda item %q in %s", item, what)
		return ""
	}
	return item
}

// readCopycat reads the rule of an altered return: what returns, and which
// clauses keep it away if they are agreed by a time.
func (r *reader) readCopycat(o object, in *exercise.Inject) {
	n := o.scalar("returns")
	if n == nil {
		for _, key := range []string{"unless", "agreed-by"} {
			if f := o.get(key); f != nil {
				r.fail(codeMissing, f, "Say which inject returns: returns: I2.", "%s in %s belongs to a return", key, o.what)
			}
		}
		return
	}
	in.Copycat = exercise.Copycat{Of: exercise.InjectID(n.value), Unless: r.clauseNames(o, "unless"), By: in.At}
	r.returns = append(r.returns, n)
	if len(in.Copycat.Unless) == 0 {
		r.fail(codeMissing, n, suggest("", "Clauses", r.names.clauses), "nothing keeps the return in %s away: unless is missing", o.what)
	}
	if in.At < 0 || in.When != "" {
		r.fail(codeContradiction, n, "Write at: T+50m.", "a return comes at a time, and %s has none", o.what)
		return
	}
	by := o.scalar("agreed-by")
	if by == nil {
		return
	}
	if in.Copycat.By = o.storyTime("agreed-by"); in.Copycat.By > in.At {
		r.fail(codeContradiction, by, "It is looked at then, and comes at its own time.", "%s comes before agreed-by", o.what)
	}
}

// checkReturns looks up what returns, when all injects are known.
func (r *reader) checkReturns() {
	known := each(r.scenario.Injects, func(x exercise.Inject) string { return string(x.ID) })
	for _, n := range r.returns {
		if !slices.Contains(known, n.value) {
			r.unknown(n, "inject", "returns", "Injects", known)
		}
	}
}
