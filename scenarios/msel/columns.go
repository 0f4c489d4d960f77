package msel

import (
	"regexp"
	"slices"
	"strings"
)

// A meaning is what a column holds: a field of an inject, or what helps to
// find one.
type meaning string

const (
	number    meaning = "number"
	day       meaning = "day"
	clock     meaning = "time"
	kind      meaning = "type"
	method    meaning = "method"
	from      meaning = "from"
	to        meaning = "to"
	subject   meaning = "subject"
	message   meaning = "message"
	asks      meaning = "asks"
	answerIn  meaning = "answer in"
	expected  meaning = "expected action"
	objective meaning = "objective"
	probes    meaning = "probes"
	marking   meaning = "marking"
	condition meaning = "condition"
	release   meaning = "release"
	returnOf  meaning = "return of"
	unless    meaning = "unless"
	agreedBy  meaning = "agreed by"
	effects   meaning = "effects"
	passages  meaning = "passages"
)

// headings are how columns are called in the wild, as whole headings, in small
// letters and without signs. The first of each is how Write calls it.
var headings = map[meaning][]string{
	number:    {"sequence", "seq", "seq no", "no", "number", "id", "item", "ser", "serial", "nr", "numéro", "número"},
	clock:     {"time", "scheduled time", "planned time", "delivery time", "exercise time", "start time", "scenario time", "date time", "day time", "time to deliver", "extime", "startex", "t", "heure", "hora"},
	day:       {"day", "date", "exercise day", "jour", "día"},
	kind:      {"type", "kind", "category"},
	method:    {"method", "mode", "method of delivery", "delivery method", "delivery", "delivery mode", "channel", "medium", "means", "how", "communication method", "format", "moyen", "medio"},
	from:      {"from", "sender", "originator", "origin", "source", "simulated sender", "simulated from", "from simulated", "de la part de", "de", "remitente"},
	to:        {"to", "recipient", "recipients", "recipient player", "recipient players", "recipient player s", "receiver", "addressee", "addressees", "target", "target player", "audience", "training audience", "team", "player", "players", "delivered to", "destinataire", "destinatario"},
	subject:   {"subject", "title", "event", "headline", "summary", "name", "short description", "objet", "asunto"},
	message:   {"message", "description", "text", "content", "body", "details", "detail", "narrative", "scenario", "inject", "inject description", "texte", "mensaje"},
	asks:      {"asks", "question", "request", "task", "question to players"},
	answerIn:  {"answer in", "answer within", "response time"},
	expected:  {"expected action", "expected actions", "expected player action", "expected player actions", "expected response", "expected responses", "expected outcome", "expected outcomes", "expected outcome of player action", "expected player response", "anticipated response", "anticipated action", "desired response", "action attendue", "acción esperada"},
	objective: {"objective", "objectives", "exercise objective", "exercise objectives", "objective supported", "related objective", "capability", "core capability", "target capability", "objectif", "objetivo"},
	probes:    {"probes", "clause", "clauses"},
	marking:   {"marking", "classification", "security classification", "tlp"},
	condition: {"condition", "conditions"},
	release:   {"release"},
	returnOf:  {"return of", "returns"},
	unless:    {"unless"},
	agreedBy:  {"agreed by"},
	effects:   {"effects"},
	passages:  {"passages"},
}

// hints are parts of a heading that tell its meaning where the whole does not,
// the most telling first.
var hints = []struct {
	part string
	is   meaning
}{
	{"expected", expected},
	{"anticipated", expected},
	{"objective", objective},
	{"capabilit", objective},
	{"recipient", to},
	{"addressee", to},
	{"sender", from},
	{"deliver", method},
	{"method", method},
	{"mode", method},
	{"description", message},
	{"message", message},
	{"subject", subject},
	{"title", subject},
	{"time", clock},
	{"type", kind},
}

// Column is a column of the sheet and what it was taken for.
type Column struct {
	Heading string
	Means   string // "time"; empty where it was not understood
	Sample  string // the first text in it
}

var signs = regexp.MustCompile(`[^\pL\pN]+`)

// ofAnInject says no more than the sheet does.
var ofAnInject = regexp.MustCompile(`^(inject|event|msel) `)

// plainHeading is a heading in small letters, its words apart.
func plainHeading(s string) string {
	s = strings.ReplaceAll(strings.ToLower(s), "#", " no ")
	return strings.TrimSpace(signs.ReplaceAllString(s, " "))
}

// meanings says what each heading of a row is taken for: first those that are
// known as a whole, then by hints. No meaning is given twice.
func meanings(row []string) map[int]meaning {
	got, taken := map[int]meaning{}, map[meaning]bool{}
	give := func(i int, m meaning) {
		if _, has := got[i]; !has && !taken[m] {
			got[i], taken[m] = m, true
		}
	}
	plain := make([]string, len(row))
	for i, cell := range row {
		h := plainHeading(cell)
		bare := ofAnInject.ReplaceAllString(h, "")
		for m, known := range headings {
			if h != "" && (slices.Contains(known, h) || slices.Contains(known, bare)) {
				give(i, m)
			}
		}
		plain[i] = h
	}
	for _, hint := range hints {
		for i, h := range plain {
			if len(h) <= 60 && strings.Contains(h, hint.part) {
				give(i, hint.is)
			}
		}
	}
	return got
}

// headerRows is how far down the headings may stand: titles come first.
const headerRows = 25

// header finds the row of headings, counted from 0: the one with the most that
// are known. A list of incidents has at least three.
func (s Sheet) header() (row int, known map[int]meaning) {
	for i, cells := range s.Rows[:min(len(s.Rows), headerRows)] {
		if m := meanings(cells); len(m) > len(known) && len(m) >= 3 {
			row, known = i, m
		}
	}
	return row, known
}
