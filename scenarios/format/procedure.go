package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
)

// ruleForm is how a rule is written.
const ruleForm = "no-objection, concurrence, unanimity, voice, none, or a majority such as: majority at-least 2/3 of cast (more-than; of present, of entitled)."

// readProcedure reads who decides and by what rule: a procedure that kefi
// knows, by name, or the scenario's own under `rules`.
func (r *reader) readProcedure(o object) {
	s, own := &r.scenario, o.get("rules")
	n := o.need("procedure")
	if n == nil {
		return
	}
	s.Procedure = n.value
	known := slices.Contains(exercise.ProcedureNames(), n.value)
	switch {
	case own == nil && !known:
		r.unknown(n, "procedure", o.what, "Procedures", exercise.ProcedureNames())
		return
	case own != nil && known:
		r.fail(codeContradiction, n, "Give your own rules another name, such as harbour-rule.", "the procedure %q is kefi's and has its rules already", n.value)
		return
	case own != nil && !idForm.MatchString(n.value):
		r.fail(codeValue, n, "Small letters and digits, words joined with -: harbour-rule.", "%q cannot be the name of a procedure", n.value)
		return
	case own != nil:
		before := len(r.findings)
		s.Rules = r.readRules(own)
		if len(r.findings) > before {
			return
		}
	}
	r.checkProcedure(n)
}

// checkProcedure looks at the procedure as a whole, with the teams it meets.
func (r *reader) checkProcedure(n *node) {
	p, err := exercise.ProcedureOf(r.scenario)
	if err != nil && !r.names.peopleUnsure {
		r.fail(codeValue, n, "", "%s", err)
	}
	if err != nil {
		return
	}
	for _, x := range p.Rules {
		r.checkFraction(n, x.Rule, r.teamsIn(x.Track), " in "+string(x.Track))
	}
	if p.Overall != nil {
		r.checkFraction(n, *p.Overall, len(r.scenario.Teams), "")
	}
}

// checkFraction warns of fractions that two teams turn into one or all.
func (r *reader) checkFraction(n *node, rule exercise.DecisionRule, teams int, where string) {
	if rule.Kind != exercise.Majority || rule.Share.P == 0 || teams > 2 {
		return
	}
	means, twice := "all", 2*rule.Share.P
	if teams == 2 && (twice < rule.Share.Q || twice == rule.Share.Q && !rule.MoreThan) {
		means = "one"
	}
	r.add(codeFraction, Warn, n.src, n.line, n.col, n.width(), fmt.Sprintf("%s%s means %s of %s", rule, where, means, plural(teams, "team")),
		"Fractions tell something from three teams on; unanimity or concurrence says what is meant.")
}

func (r *reader) teamsIn(t exercise.Track) (n int) {
	for _, team := range r.scenario.Teams {
		if team.Track == t {
			n++
		}
	}
	return n
}

func (r *reader) readRules(n *node) *exercise.Procedure {
	o := as[rulesShape](r, n, "rules")
	p := &exercise.Procedure{Name: r.scenario.Procedure}
	if tracks := o.get("tracks"); tracks != nil && tracks.kind == mapping {
		for _, f := range tracks.fields {
			if rule, ok := r.rule(f.value); ok {
				p.Rules = append(p.Rules, exercise.TrackRule{Track: r.track(f.key, o.what), Rule: rule})
			}
		}
	} else if tracks != nil && tracks.kind != empty {
		r.fail(codeForm, tracks, "Write κ: concurrence, a line a track.", "tracks in rules must be a map of rules, this is %s", tracks.kind)
	}
	if x := o.scalar("overall"); x != nil {
		if rule, ok := r.rule(x); ok {
			p.Overall = &rule
		}
	}
	if x := o.scalar("quorum"); x != nil {
		if share, ok := fraction(x.value); ok && share.Check() == nil {
			p.Quorum = share
		} else {
			r.fail(codeValue, x, "A fraction of the teams with a say, such as 2/3.", "quorum cannot be %q", x.value)
		}
	}
	p.ByBearer, p.Input = o.flag("by-bearer"), o.flag("input")
	for _, t := range o.list("hall") {
		p.Hall = append(p.Hall, r.track(t, "the hall"))
	}
	var items []string
	for _, x := range r.scenario.Agenda {
		items = append(items, x.Name)
	}
	p.NonPaper = o.names("non-paper", "agenda item", "Items", items)
	return p
}

// flag reads true or false; false where it is missing.
func (o object) flag(key string) bool {
	n := o.scalar(key)
	if n != nil && n.value != "true" && n.value != "false" {
		o.fail(codeValue, n, "true or false.", "%s in %s cannot be %q", key, o.what, n.value)
	}
	return n != nil && n.value == "true"
}

// rule reads a rule as the rule book writes it.
func (r *reader) rule(n *node) (exercise.DecisionRule, bool) {
	rule, ok := parseRule(n.value)
	if n.kind != scalar || !ok || rule.Check() != nil {
		r.fail(codeValue, n, ruleForm, "%q is no rule", n.value)
		return rule, false
	}
	return rule, true
}

func parseRule(text string) (rule exercise.DecisionRule, ok bool) {
	words := strings.Fields(text)
	if len(words) == 1 {
		return exercise.DecisionRule{Kind: exercise.RuleKind(words[0])}, true
	}
	if len(words) != 5 || words[0] != string(exercise.Majority) || words[3] != "of" || words[1] != "at-least" && words[1] != "more-than" {
		return rule, false
	}
	share, ok := fraction(words[2])
	return exercise.DecisionRule{Kind: exercise.Majority, MoreThan: words[1] == "more-than", Share: share, Base: exercise.Base(words[4])}, ok
}

func fraction(text string) (exercise.Ratio, bool) {
	above, below, found := strings.Cut(text, "/")
	p, err := strconv.Atoi(above)
	q, err2 := strconv.Atoi(below)
	return exercise.Ratio{P: p, Q: q}, found && err == nil && err2 == nil
}

// readConduct reads how people talk, table and consult.
func (r *reader) readConduct(o object) {
	s := &r.scenario
	s.Medium = o.choice("medium", "typed", "spoken", "mixed")
	s.Tabling = o.choice("tabling", exercise.TablingTurn)
	s.AbsentTrack = o.choice("absent-track", "decide") != ""
	s.Consultations = o.choice("consultations", "named", "counted", "silent")
	s.Chairing = o.choice("chairing", "auto")
}

// choice reads a field that may be missing and else is one of the known names.
func (o object) choice(key string, known ...string) string {
	n := o.scalar(key)
	if n == nil {
		return ""
	}
	if !slices.Contains(known, n.value) {
		o.unknown(n, key, o.what, "Choices", known)
		return ""
	}
	return n.value
}
