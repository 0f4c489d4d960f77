package format

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"kefi/exercise"
)

// text reads a free text that may be missing.
func (o object) text(key string) exercise.Text {
	n := o.scalar(key)
	if n == nil {
		return exercise.Text{}
	}
	return o.reader.text(n)
}

// words reads a text that must be there.
func (o object) words(key string) exercise.Text {
	n := o.need(key)
	if n == nil {
		return exercise.Text{}
	}
	return o.reader.text(n)
}

// line reads a text of one line that must be there: names and titles.
func (o object) line(key string) exercise.Text {
	t := o.words(key)
	if strings.Contains(t.Value, "\n") {
		o.fail(codeForm, o.get(key), "", "%s in %s must be one line", key, o.what)
	}
	return t
}

// texts reads a list of texts, none of them empty.
func (o object) texts(key string) []exercise.Text {
	var out []exercise.Text
	for _, n := range o.list(key) {
		if n.kind != scalar || strings.TrimSpace(n.value) == "" {
			o.fail(codeForm, n, colonHint(n), "%s in %s must be texts, this is %s", key, o.what, describe(n))
			continue
		}
		out = append(out, o.reader.text(n))
	}
	o.lintCommas(key)
	return out
}

// colonHint is for a map where a text is wanted: mostly a text with a colon.
func colonHint(n *node) string {
	if n.kind == mapping {
		return "A text with a colon and a blank in it needs quotation marks."
	}
	return ""
}

func describe(n *node) kind {
	if n.kind == scalar {
		return empty
	}
	return n.kind
}

// text checks the characters and variables of a scalar and takes it.
func (r *reader) text(n *node) exercise.Text {
	value := strings.TrimSpace(n.value)
	lead := strings.Index(n.value, value)
	found := func(offset, length int, message, hint string) {
		line, col := n.place(lead + offset)
		r.add(codeText, Error, n.src, line, col, length, message, hint)
	}
	clean, err := exercise.Clean(value)
	for at := 0; err != nil && at < len(value) && !r.full(); {
		bad, size := dirt(value[at:])
		found(at+bad, 1, unclean(err), "")
		at += bad + size
		_, err = exercise.Clean(value[at:])
	}
	for _, v := range variables(clean) {
		if !slices.Contains(r.names.draws, v.name) && !r.full() {
			found(v.at, len(v.name)+2, fmt.Sprintf("no draw explains {%s}", v.name), suggest(v.name, "Variables", r.names.draws))
		}
	}
	if r.lint != nil {
		r.lintText(n, clean, lead)
	}
	return exercise.T(clean)
}

// unclean says what a text holds, since a finding knows better where.
func unclean(err error) string {
	if _, what, ok := strings.Cut(err.Error(), " is "); ok && strings.HasPrefix(err.Error(), "Character ") {
		return "this text holds " + strings.TrimSuffix(what, ".")
	}
	return strings.TrimSuffix(err.Error(), ".")
}

// dirt is the first character that makes a text unclean, with its size; where
// it is the text as a whole, all of it.
func dirt(value string) (offset, size int) {
	if len(value) > exercise.MaxText || strings.Count(value, "\n") >= exercise.MaxLines {
		return 0, len(value)
	}
	end := sort.Search(len(value), func(i int) bool {
		_, err := exercise.Clean(value[:nextRune(value, i)])
		return err != nil
	})
	for end > 0 && end < len(value) && !utf8.RuneStart(value[end]) {
		end--
	}
	return end, max(1, nextRune(value, end)-end)
}

// nextRune is where the character after the one at i begins.
func nextRune(s string, i int) int {
	for i++; i < len(s) && !utf8.RuneStart(s[i]); i++ {
	}
	return min(i, len(s))
}
