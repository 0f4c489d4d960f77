package format

import (
	"fmt"
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
		o.fail(o.get(key), "", "%s in %s must be one line", key, o.what)
	}
	return t
}

// texts reads a list of texts, none of them empty.
func (o object) texts(key string) []exercise.Text {
	var out []exercise.Text
	for _, n := range o.list(key) {
		if n.kind != scalar || strings.TrimSpace(n.value) == "" {
			o.fail(n, "", "%s in %s must be texts, this is %s", key, o.what, describe(n))
			continue
		}
		out = append(out, o.reader.text(n))
	}
	return out
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
		r.add(Error, n.src, line, col, length, message, hint)
	}
	clean, err := exercise.Clean(value)
	if err != nil {
		found(dirt(value), 1, "this text cannot be taken: "+err.Error(), "")
	}
	for _, v := range variables(value) {
		if !contains(r.names.draws, v.name) {
			found(v.at, len(v.name)+2, fmt.Sprintf("no draw explains {%s}", v.name), suggest(v.name, "Variables", r.names.draws))
		}
	}
	return exercise.T(clean)
}

// dirt is the offset of the first character that makes a text unclean; 0
// where it is the text as a whole.
func dirt(value string) int {
	if len(value) > exercise.MaxText {
		return 0
	}
	end := sort.Search(len(value), func(i int) bool {
		for i++; i < len(value) && !utf8.RuneStart(value[i]); i++ {
		}
		_, err := exercise.Clean(value[:i])
		return err != nil
	})
	for end > 0 && end < len(value) && !utf8.RuneStart(value[end]) {
		end--
	}
	return end
}
