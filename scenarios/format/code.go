package format

import (
	"fmt"
	"slices"
	"strings"
)

// Code names a kind of finding, for who wants to know more of it.
type Code string

// The kinds of findings.
const (
	codeFile          Code = "file"
	codeYaml          Code = "yaml"
	codeText          Code = "text"
	codeForm          Code = "form"
	codeMissing       Code = "missing"
	codeTwice         Code = "twice"
	codeUnknown       Code = "unknown"
	codeValue         Code = "value"
	codeContradiction Code = "contradiction"
	codeBrackets      Code = "brackets"
	codeCondition     Code = "condition"
	codeCircle        Code = "circle"
	codeDraw          Code = "draw"
	codeMore          Code = "more"

	codeUnwritten    Code = "unwritten"
	codeComma        Code = "comma"
	codeSender       Code = "sender"
	codeChain        Code = "chain"
	codeCertain      Code = "certain"
	codeTooLate      Code = "too-late"
	codeAddressee    Code = "addressee"
	codeLoad         Code = "load"
	codeSlot         Code = "slot"
	codeTableTime    Code = "table-time"
	codeGavel        Code = "gavel"
	codeAgenda       Code = "agenda"
	codeUndisputed   Code = "undisputed"
	codeLonelyPoint  Code = "lonely-point"
	codeStakes       Code = "stakes"
	codeNoZone       Code = "no-zone"
	codeOffers       Code = "offers"
	codeStress       Code = "stress"
	codePublicDial   Code = "public-dial"
	codeFraction     Code = "fraction"
	codeRealName     Code = "real-name"
	codeUntranslated Code = "untranslated"
	codeTwin         Code = "twin"
)

// Explanation says what a kind of finding is, why it matters and how to mend it.
type Explanation struct {
	Code  Code
	Level Level
	What  string // a few words: "a name that nothing bears"
	Why   string
	Mend  string
}

// String is the explanation as an author reads it in a terminal.
func (x Explanation) String() string {
	return fmt.Sprintf("%s  %s  %s\n\nWhy it matters\n  %s\n\nHow to mend it\n  %s\n", x.Code, x.Level, x.What, x.Why, x.Mend)
}

// Explain finds the explanation of a kind of findings, also as it stands in
// brackets: [chain].
func Explain(code string) (Explanation, bool) {
	code = strings.ToLower(strings.Trim(code, "[]"))
	i := slices.IndexFunc(explanations, func(x Explanation) bool { return string(x.Code) == code })
	if i < 0 {
		return Explanation{}, false
	}
	return explanations[i], true
}

// Explanations lists every kind of finding, errors first.
func Explanations() []Explanation { return slices.Clone(explanations) }
