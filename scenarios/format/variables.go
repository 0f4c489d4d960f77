package format

import "regexp"

// A variable is {name} or {name.field}. Any other brace is a brace.
var variable = regexp.MustCompile(`\{([A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z][A-Za-z0-9-]*)?)\}`)

type use struct {
	name string // "maker.rival"
	at   int    // byte offset of its brace
}

func variables(text string) []use {
	var out []use
	for _, m := range variable.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, use{text[m[2]:m[3]], m[0]})
	}
	return out
}

// substitute puts values for variables, once: a value is not looked into again.
func substitute(text string, values map[string]string) string {
	return variable.ReplaceAllStringFunc(text, func(v string) string {
		if value, ok := values[v[1:len(v)-1]]; ok {
			return value
		}
		return v
	})
}
