package msel

import (
	"encoding/json"
	"regexp"
	"strings"

	"kefi/exercise/when"
	"kefi/scenarios/format"
)

// How an incident meets the text: its condition, what it returns, its effects.
// Sheets from elsewhere have no such columns, or mean something else by them;
// then what stands there is kept for control.

// trigger adds what the incident waits for.
func (r *reading) trigger(x *row, p *format.Page, kept *[]string) {
	waits := r.get(x, condition)
	if _, err := when.Parse(waits); waits != "" && err != nil {
		r.keep(x, condition, kept, "the condition %q is not understood", oneLine(waits))
		waits = ""
	}
	switch {
	case x.waits != "":
		p.Add("at", x.waits)
	case waits == "" || x.at >= 0:
		p.Add("at", format.AtText(x.at))
	}
	p.Add("when", waits)
}

// meeting adds how the incident is released, what it returns, and what it does.
func (r *reading) meeting(x *row, p *format.Page, kept *[]string) {
	switch how := r.get(x, release); how {
	case "", "auto", "ask":
		p.Add("release", how)
	default:
		r.keep(x, release, kept, "the release %q is not understood", oneLine(how))
	}
	r.returns(x, p, kept)
	for _, m := range []meaning{effects, passages} {
		text := r.get(x, m)
		var list []map[string]any
		switch {
		case text == "":
		case json.Unmarshal([]byte(text), &list) == nil && !strings.Contains(text, "\n"):
			p.Fields = append(p.Fields, format.PageField{Key: string(m), Maps: text})
		default:
			r.keep(x, m, kept, "the %s are not understood", m)
		}
	}
}

var storyTime = regexp.MustCompile(`^T\+[0-9hms]+$`)

func (r *reading) returns(x *row, p *format.Page, kept *[]string) {
	of, by := r.get(x, returnOf), r.get(x, agreedBy)
	if of == "" {
		return
	}
	var clauses []string
	for _, name := range split(r.get(x, unless)) {
		if id, ok := r.plan.clause(name); ok {
			clauses = append(clauses, id)
		}
	}
	if !ownID.MatchString(of) || len(clauses) == 0 || by != "" && !storyTime.MatchString(by) {
		r.keep(x, returnOf, kept, "that it is the return of %q, and what keeps it away, is not understood", oneLine(of))
		return
	}
	p.Add("returns", of)
	p.AddList("unless", clauses)
	p.Add("agreed-by", by)
}

// keep puts a cell that is not understood among what control expects.
func (r *reading) keep(x *row, m meaning, kept *[]string, format string, args ...any) {
	r.unclear(x.no, format, args...)
	*kept = append(*kept, strings.ToUpper(string(m[:1]))+string(m[1:])+": "+r.get(x, m))
}
