package format

import (
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"kefi/exercise"
)

// readDraws reads the variables of a scenario: each option has a value and
// may have further fields, the same in every option.
func (r *reader) readDraws(o object) {
	taken := r.readVariables(o)
	for _, n := range o.list("draws") {
		e := as[drawShape](r, n, "a draw")
		draw := exercise.Draw{}
		if name := e.need("name"); name != nil {
			draw.Name = name.value
			e.what = "draw " + name.value
			switch {
			case !idForm.MatchString(name.value):
				r.fail(codeValue, name, "Small letters and digits, words joined with -.", "%q cannot be the name of a draw", name.value)
			case slices.Contains(taken, name.value):
				r.fail(codeTwice, name, "Give one of them another name.", "draw %q is there twice", name.value)
			}
			taken = append(taken, name.value)
		}
		for _, option := range e.list("options") {
			draw.Options = append(draw.Options, r.readOption(option, "an option of "+e.what))
		}
		r.checkOptions(e, draw)
		draw.Unlike = r.readUnlike(e, draw)
		r.scenario.Draws = append(r.scenario.Draws, draw)
	}
}

// readVariables reads names that stand for the same text in every exercise:
// draws of one option.
func (r *reader) readVariables(o object) (taken []string) {
	n := o.get("variables")
	if n == nil || n.kind == empty {
		return nil
	}
	values := r.readOption(n, "variables")
	for _, name := range slices.Sorted(maps.Keys(values)) {
		r.scenario.Draws = append(r.scenario.Draws, exercise.Draw{Name: name, Options: []map[string]string{{"value": values[name]}}})
		r.names.draws, taken = append(r.names.draws, name), append(taken, name)
	}
	return taken
}

func (r *reader) readOption(n *node, where string) map[string]string {
	option := map[string]string{}
	if n.kind != mapping {
		r.fail(codeForm, n, "Write {value: Arcadia, other: Meridia}.", "%s must be a map of texts, this is %s", where, n.kind)
	}
	for _, f := range n.fields {
		key := f.key.value
		_, twice := option[key]
		switch {
		case !idForm.MatchString(key) || twice:
			r.fail(codeValue, f.key, "Small letters and digits, each once.", "%q cannot be a field of %s", key, where)
		case f.value.kind != scalar:
			r.fail(codeForm, f.key, "", "%s of %s must be a text, this is %s", key, where, f.value.kind)
		case strings.ContainsAny(f.value.value, `{}[]|\`):
			r.fail(codeValue, f.value, `Values are put into texts as they are, without { } [ ] | \.`, "%s of %s holds a sign that means something in texts", key, where)
		default:
			option[key] = r.text(f.value).Value
		}
	}
	return option
}

// checkOptions learns what texts may name, where every option has the same fields.
func (r *reader) checkOptions(e object, draw exercise.Draw) {
	items := e.list("options")
	if len(items) == 0 {
		r.fail(codeMissing, e.node, "", "%s has no options", e.what)
		return
	}
	fields := slices.Sorted(maps.Keys(draw.Options[0]))
	for i, option := range draw.Options {
		if !slices.Equal(slices.Sorted(maps.Keys(option)), fields) || option["value"] == "" {
			r.fail(codeForm, items[i], "Every option has a value, and the same fields as the first.", "option %d of %s is not complete", i+1, e.what)
		}
	}
	r.names.draws = append(r.names.draws, draw.Name)
	for _, f := range fields {
		if f != "value" {
			r.names.draws = append(r.names.draws, draw.Name+"."+f)
		}
	}
}

// readUnlike reads which earlier draw's value this one never takes.
func (r *reader) readUnlike(e object, draw exercise.Draw) string {
	if e.get("unlike") == nil {
		return ""
	}
	names := each(r.scenario.Draws, func(d exercise.Draw) string { return d.Name })
	name := e.oneOf("unlike", "Earlier draws", names)
	i := slices.Index(names, name)
	if i < 0 {
		return ""
	}
	for _, other := range r.scenario.Draws[i].Options {
		if len(unlike(draw.Options, other["value"])) == 0 {
			r.fail(codeDraw, e.get("unlike"), "Give it an option of another value.", "%s may have nothing left to draw", e.what)
			return ""
		}
	}
	return name
}

// unlike are the options whose value is another.
func unlike(options []map[string]string, value string) []map[string]string {
	return slices.DeleteFunc(slices.Clone(options), func(o map[string]string) bool { return o["value"] == value })
}

// Draw gives a scenario the values that an exercise's seed draws: in every
// text {name} becomes the value of the option drawn and {name.field} its
// field. The same seed draws the same on every machine and in every version;
// each draw is independent of the others, so that adding one changes none.
// The scenario given is not changed.
func Draw(s exercise.Scenario, seed uint64) exercise.Scenario {
	values := map[string]string{}
	for _, d := range s.Draws {
		options := d.Options
		if d.Unlike != "" {
			options = unlike(options, values[d.Unlike])
		}
		if len(options) == 0 {
			continue
		}
		for field, value := range options[pick(seed, d.Name, len(options))] {
			if field == "value" {
				values[d.Name] = value
			} else {
				values[d.Name+"."+field] = value
			}
		}
	}
	return rewrite(s, func(text string) string { return substitute(text, values) })
}

// pick chooses one of n for a draw: the first number of a splitmix64 stream
// that starts at the seed and the FNV-1a hash of the draw's name.
func pick(seed uint64, name string, n int) int {
	h := fnv.New64a()
	h.Write([]byte(name))
	return int(splitmix64(seed^h.Sum64()) % uint64(n))
}

// splitmix64 is Steele, Lea and Flood's mixing function, one step from x.
func splitmix64(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
