package format

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// object is a map being read: what it is called in findings, and its fields.
type object struct {
	*reader
	*node
	what string
}

// object checks that a node is a map of the fields named, each there once.
func (r *reader) object(n *node, what string, fields ...string) object {
	if n.kind != mapping {
		r.fail(codeForm, n, "Fields: "+strings.Join(fields, " "), "%s must be a map of fields, this is %s", what, n.kind)
	}
	seen := map[string]bool{}
	for _, f := range n.fields {
		key := f.key.value
		switch {
		case !slices.Contains(fields, key):
			r.unknown(f.key, "field", what, "Fields", fields)
		case seen[key]:
			r.fail(codeTwice, f.key, "Keep one of them.", "field %q stands twice in %s", key, what)
		}
		seen[key] = true
	}
	return object{r, n, what}
}

// scalar is a field's node where it is there and a single text.
func (o object) scalar(key string) *node {
	n := o.get(key)
	if n == nil || n.kind == empty {
		return nil
	}
	if n.kind != scalar {
		o.fail(codeForm, n, colonHint(n), "%s in %s must be a text, this is %s", key, o.what, n.kind)
		return nil
	}
	return n
}

// need is scalar, and a finding where it is missing.
func (o object) need(key string) *node {
	n := o.scalar(key)
	if n == nil && !o.wrong(key) {
		o.fail(codeMissing, o.node, "", "%s is missing in %s", key, o.what)
	}
	return n
}

// wrong says that the field is there but of another kind, which was found already.
func (o object) wrong(key string) bool {
	n := o.get(key)
	return o.kind != mapping || n != nil && n.kind != empty && n.kind != scalar
}

// list is a field's items; a single scalar is a list of one.
func (o object) list(key string) []*node {
	n := o.get(key)
	switch {
	case n == nil || n.kind == empty:
		return nil
	case n.kind == sequence && len(n.items) > maxItems:
		o.fail(codeValue, n, "", "%s in %s has %d items, which is more than an exercise needs", key, o.what, len(n.items))
		return n.items[:maxItems]
	case n.kind == sequence:
		return n.items
	case n.kind == scalar:
		return []*node{n}
	}
	o.fail(codeForm, n, "", "%s in %s must be a list, this is %s", key, o.what, n.kind)
	return nil
}

// names reads a list of names, each among the known; other names are found.
func (o object) names(key, word, plural string, known []string) []string {
	var out []string
	for _, n := range o.list(key) {
		switch {
		case n.kind != scalar:
			o.fail(codeForm, n, "", "%s in %s must be names, this is %s", key, o.what, n.kind)
		case !slices.Contains(known, n.value):
			o.unknown(n, word, o.what, plural, known)
		case slices.Contains(out, n.value):
			o.fail(codeTwice, n, "", "%q is named twice in %s of %s", n.value, key, o.what)
		default:
			out = append(out, n.value)
		}
	}
	return out
}

// one reads a field that must be one of the known names.
func (o object) one(key string, known ...string) string {
	return o.oneOf(key, strings.ToUpper(key[:1])+key[1:]+"s", known)
}

// oneOf is one, where the names are called otherwise than the field.
func (o object) oneOf(key, plural string, known []string) string {
	n := o.need(key)
	if n == nil {
		return ""
	}
	if !slices.Contains(known, n.value) {
		o.unknown(n, key, o.what, plural, known)
		return ""
	}
	return n.value
}

// numbered reads an id such as S1; from then on findings call the object by it.
func (o *object) numbered(what string, form *regexp.Regexp, such string, taken []string) string {
	id := o.need("id")
	if id == nil {
		return ""
	}
	o.what = what + " " + id.value
	switch {
	case !form.MatchString(id.value):
		o.fail(codeValue, id, such, "%q cannot be the id of a %s", id.value, what)
	case slices.Contains(taken, id.value):
		o.fail(codeTwice, id, "Give one of them another number.", "%s is there twice", o.what)
	}
	return id.value
}

// count reads a whole number from 0 to 1440: minutes.
func (o object) count(key string) int {
	n := o.need(key)
	if n == nil {
		return 0
	}
	v, err := strconv.Atoi(n.value)
	if err != nil || v < 0 || v > 24*60 {
		o.fail(codeValue, n, "A whole number of minutes, such as 6.", "%s in %s cannot be %q", key, o.what, n.value)
		return 0
	}
	return v
}
