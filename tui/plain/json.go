package plain

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// JSON writes a view, a receipt or what Data gives as indented JSON, without a
// line end after it. Characters that a terminal could take for a command are
// escaped, which changes no value.
func JSON(x any) (string, error) {
	b, err := json.MarshalIndent(x, "", "  ")
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, r := range string(b) {
		if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) && r < 0x10000 {
			fmt.Fprintf(&out, `\u%04x`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String(), nil
}
