package action

import (
	"regexp"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// Ids as typed, already in lower case.
var (
	clauseID    = regexp.MustCompile(`^[1-9]\d{0,2}$`)
	paraID      = regexp.MustCompile(`^([1-9]\d{0,2})\.[1-9]\d{0,2}$`)
	pointID     = regexp.MustCompile(`^[1-9]\d{0,2}\.[1-9]\d{0,2}[a-z]{1,2}$`)
	altID       = regexp.MustCompile(`^([1-9]\d{0,2}\.[1-9]\d{0,2}[a-z]{1,2})/([1-9]\d{0,3})$`)
	amendmentID = regexp.MustCompile(`^a[1-9]\d{0,4}$`)
	inputID     = regexp.MustCompile(`^n[1-9]\d{0,4}$`)
	attachedID  = regexp.MustCompile(`^[a-z][1-9]\d{0,4}/[1-9]\d?$`)
	injectID    = regexp.MustCompile(`^[a-z][1-9]\d{0,4}$`)
	packageID   = regexp.MustCompile(`^p[1-9]\d{0,4}$`)
	decisionID  = regexp.MustCompile(`^d[1-9]\d{0,4}$`)
	motionID    = regexp.MustCompile(`^m[1-9]\d{0,4}$`)
	sheetID     = regexp.MustCompile(`^s[1-9]\d{0,4}$`)
	entryNo     = regexp.MustCompile(`^(([a-z]+\d*)+\.)?[1-9]\d{0,8}$`)
	requestNo   = regexp.MustCompile(`^r?[1-9]\d{0,8}$`)
	seatName    = regexp.MustCompile(`^[\pL\pN][\pL\pN_-]{0,39}$`)
)

// IsID says whether a word alone can be read: A16, I4, D5, 3, 3.1a/2, #148.
func IsID(word string) bool {
	s := strings.ToLower(word)
	for _, id := range []*regexp.Regexp{clauseID, paraID, pointID, altID, injectID, attachedID} {
		if id.MatchString(s) {
			return true
		}
	}
	no, ok := strings.CutPrefix(s, "#")
	return ok && entryNo.MatchString(no)
}

// id reads a word of that shape, in lower case.
func (l *line) id(shape *regexp.Regexp, what, such string) string {
	return l.shaped(l.word(what), shape, what, such)
}

func (l *line) shaped(word string, shape *regexp.Regexp, what, such string) string {
	word = strings.ToLower(word)
	if l.err == nil && !shape.MatchString(word) {
		l.fail("%q is not %s such as %s.", shorten(word), words.Phrase(what), such)
		return ""
	}
	return word
}

func (l *line) clause() exercise.ClauseID {
	return exercise.ClauseID(l.id(clauseID, "a clause", "3"))
}

func (l *line) point() exercise.PointID {
	return exercise.PointID(l.id(pointID, "a point", "3.1a"))
}

func (l *line) alternative() exercise.AltID {
	m := altID.FindStringSubmatch(l.id(altID, "an alternative", "3.1a/2"))
	if m == nil {
		return exercise.AltID{}
	}
	n, _ := strconv.Atoi(m[2]) // of at most four digits
	return exercise.AltID{Point: exercise.PointID(m[1]), N: n}
}

func (l *line) amendment() exercise.AmendmentID {
	return exercise.AmendmentID(strings.ToUpper(l.id(amendmentID, "an amendment", "A16")))
}

// proposal reads an amendment, a motion or written input.
func (l *line) proposal() exercise.AmendmentID {
	if word, _ := cutWord(l.rest); motionID.MatchString(strings.ToLower(word)) {
		return exercise.AmendmentID(strings.ToUpper(l.word("a motion")))
	}
	if word, _ := cutWord(l.rest); inputID.MatchString(strings.ToLower(word)) {
		return exercise.AmendmentID(strings.ToUpper(l.word("written input")))
	}
	if word, _ := cutWord(l.rest); packageID.MatchString(strings.ToLower(word)) {
		return exercise.AmendmentID(strings.ToUpper(l.word("a package")))
	}
	return l.amendment()
}

// inject reads I4, or the label of one that went to few: L1.
func (l *line) inject() exercise.InjectID {
	return exercise.InjectID(strings.ToUpper(l.id(injectID, "an inject", "I4")))
}

// entry reads the number of a line of the record, with or without #.
func (l *line) entry() string {
	word := strings.ToLower(strings.TrimPrefix(l.word("the number of an entry"), "#"))
	if l.err == nil && !entryNo.MatchString(word) {
		l.fail("%q is not the number of an entry such as #148.", shorten(word))
		return ""
	}
	return word
}

// maybeRequest reads the number of a question to the world, if its # is there.
func (l *line) maybeRequest() string {
	if !strings.HasPrefix(l.rest, "#") {
		return ""
	}
	word := strings.ToLower(strings.TrimPrefix(l.word("the number of a question"), "#"))
	if l.err == nil && !requestNo.MatchString(word) {
		l.fail("%q is not the number of a question such as #R2.", shorten(word))
		return ""
	}
	return word
}

// maybeEntry reads a number only if its # is there.
func (l *line) maybeEntry() string {
	if !strings.HasPrefix(l.rest, "#") {
		return ""
	}
	return l.entry()
}

func (l *line) team() exercise.TeamID { return exercise.TeamID(l.participant("a team")) }

func (l *line) participant(what string) string { return l.id(seatName, what, "arcadia") }

// subject reads what a decision is about.
func (l *line) subject() exercise.Subject {
	word := l.word("what it is about")
	if l.err != nil {
		return ""
	}
	x, ok := subject(word)
	switch lower := strings.ToLower(word); {
	case ok:
		return x
	case pointID.MatchString(lower):
		l.fail("%s is a point: name one of its alternatives, such as %s/2.", word, lower)
	default:
		l.fail("%q is not something to decide, such as A16, 3.1a/2, 3, P1 or text.", shorten(word))
	}
	return ""
}

// subject gives the stored form of A16, 3.1a/2, 3, 3.2, P1, M1 or text.
func subject(word string) (exercise.Subject, bool) {
	s := strings.ToLower(word)
	switch {
	case amendmentID.MatchString(s):
		return exercise.Subject(strings.ToUpper(s)), true
	case decisionID.MatchString(s), motionID.MatchString(s), packageID.MatchString(s):
		return exercise.Subject(strings.ToUpper(s)), true
	case altID.MatchString(s), paraID.MatchString(s), clauseID.MatchString(s), s == string(exercise.WholeText):
		return exercise.Subject(s), true
	}
	return "", false
}

// maybeSubject reads a subject where one stands before a reason or alone. A
// number or the word "text" that begins an unquoted reason is part of it.
func (l *line) maybeSubject() exercise.Subject {
	word, rest := cutWord(l.rest)
	x, ok := subject(word)
	if !ok {
		return ""
	}
	plain := clauseID.MatchString(string(x)) || paraID.MatchString(string(x)) || x == exercise.WholeText
	if plain && rest != "" && !startsQuoted(rest) {
		return ""
	}
	l.rest = rest
	return x
}
