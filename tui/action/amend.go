package action

import (
	"strings"

	"kefi/exercise"
)

// readAmend reads what follows the verb amend. Every text in it is one word or
// stands in quotation marks, because a word too many would change a treaty;
// only the reason may run to the end of the line.
func readAmend(l *line) exercise.Command {
	if l.accept("new") {
		return newClause(l)
	}
	where := strings.ToLower(l.word("a paragraph such as 3.1"))
	switch {
	case l.err != nil:
		return nil
	case clauseID.MatchString(where):
		return amendClause(l, exercise.ClauseID(where))
	case paraID.MatchString(where):
		return amendParagraph(l, exercise.ParaID(where))
	}
	l.fail("%q is not a paragraph such as 3.1 or a clause such as 3.", shorten(where))
	return nil
}

func newClause(l *line) exercise.Command {
	title := l.titled("the title of the clause")
	edit := exercise.Edit{Fresh: true, New: l.text("the clause")}
	return exercise.Amend{Title: title, Edits: []exercise.Edit{edit}, Because: l.because()}
}

func amendClause(l *line, id exercise.ClauseID) exercise.Command {
	switch {
	case l.accept("delete"):
		return exercise.Amend{Clause: id, Delete: true, Because: l.because()}
	case l.accept("new"):
		edit := exercise.Edit{Fresh: true, New: l.text("the paragraph")}
		return exercise.Amend{Clause: id, Edits: []exercise.Edit{edit}, Because: l.because()}
	}
	l.fail("After clause %s comes new or delete; put, strike and add need a paragraph, such as %s.1.", id, id)
	return nil
}

func amendParagraph(l *line, id exercise.ParaID) exercise.Command {
	clause, _, _ := strings.Cut(string(id), ".")
	amend := exercise.Amend{Clause: exercise.ClauseID(clause)}
	if l.accept("delete") {
		amend.Edits = []exercise.Edit{{Para: id, Whole: true}}
		amend.Because = l.because()
		return amend
	}
	amend.Edits = append(amend.Edits, l.edit(id))
	for l.accept("and") {
		amend.Edits = append(amend.Edits, l.edit(id))
	}
	if l.accept("in") {
		amend.In = l.amendment()
	}
	amend.Because = l.because()
	return amend
}

// edit reads put, strike or add, with the place chosen.
func (l *line) edit(id exercise.ParaID) exercise.Edit {
	e := exercise.Edit{Para: id}
	switch verb := l.choice("a way to amend", "put", "strike", "add"); verb {
	case "put":
		e.New = l.text("the new text")
		l.expect("for")
		e.Old = l.text("the text to be replaced")
	case "strike":
		e.Old = l.text("the text to be struck")
	case "add":
		e.New = l.text("the text to be added")
		l.expect("after")
		e.Old = l.text("the text it comes after")
		e.After = true
	}
	if l.accept("at") {
		e.At = l.count("the place")
	}
	return e
}

// because reads the reason, which may be left out.
func (l *line) because() exercise.Text {
	if l.err != nil || l.done() {
		return exercise.Text{}
	}
	l.expect("because")
	return l.tail("the reason")
}

// titled reads a title and the colon after it: "Title": or Title:.
func (l *line) titled(what string) exercise.Text {
	if word, rest := cutWord(l.rest); !startsQuoted(word) && strings.HasSuffix(word, ":") {
		l.rest = rest
		return l.clean(what, strings.TrimSuffix(word, ":"))
	}
	title := l.text(what)
	l.rest = strings.TrimSpace(strings.TrimPrefix(l.rest, ":"))
	return title
}

// cutToChair takes "to chair" off the end of the line. Without quotation marks
// it counts too: to take a confidence for a public word would be the worse error.
func (l *line) cutToChair() bool {
	words := strings.Fields(l.rest)
	n := len(words)
	if n < 2 || !strings.EqualFold(words[n-1], "chair") || !strings.EqualFold(words[n-2], "to") {
		return false
	}
	head := strings.TrimSpace(l.rest[:len(l.rest)-len(words[n-1])])
	l.rest = strings.TrimSpace(head[:len(head)-len(words[n-2])])
	return true
}
