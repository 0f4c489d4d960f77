package screen

import "kefi/exercise"

// This file carries out the acts that are the shell's own, and takes the
// answers to those that are not.

// Answer takes the end of a command that was submitted: nil, or the refusal.
func (sh *Shell) Answer(done Submit, refusal error, now int64) []Act {
	return sh.settled(sh.answer(done, refusal, now))
}

func (sh *Shell) answer(done Submit, refusal error, now int64) []Act {
	sh.now = now
	if refusal != nil {
		sh.note = note{text: sh.lang.Error(refusal), refusal: true}
	}
	if done.Then == nil {
		return nil
	}
	return sh.do(done.Then(refusal))
}

// Recalled takes a draft that was asked for.
func (sh *Shell) Recalled(asked Recall, text string, now int64) []Act {
	sh.now = now
	return sh.settled(sh.do(asked.Then(text)))
}

// Told takes the server's answer to a query and shows it as a page, or a
// single line above the input.
func (sh *Shell) Told(asked Ask, answer exercise.Phrase, failed error, now int64) []Act {
	return sh.settled(sh.replied(asked, answer, failed, now))
}

func (sh *Shell) replied(asked Ask, answer exercise.Phrase, failed error, now int64) []Act {
	sh.now = now
	text := sh.lang.Phrase(answer)
	var acts []Act
	switch {
	case failed != nil:
		sh.note = note{text: sh.lang.Error(failed), refusal: true}
	case len(text) < 100 && one(text) == text:
		sh.note = note{text: text}
	default:
		acts = []Act{Open{Page: answerPage(sh.sight(), asked.Query, text)}}
	}
	if asked.Then != nil {
		acts = append(acts, asked.Then(failed)...)
	}
	return sh.do(acts)
}

// do carries out the acts that are the shell's own and gives back the rest.
func (sh *Shell) do(acts []Act) (out []Act) {
	for _, a := range acts {
		switch a := a.(type) {
		case Type:
			out = append(out, sh.run(a.Line, nil)...)
		case Prefill:
			out = append(out, sh.prefill(a.Line)...)
		case Open:
			out = append(out, sh.open(a)...)
		case Back:
			sh.back()
		case Close:
			sh.close(a.Page)
		case Take:
			sh.focused = true
		case Write:
			sh.focused = false
		case Notice:
			sh.note = note{text: a.Text}
		case Tick:
			out = append(out, sh.steps.did(a.step)...)
		case Choose:
			sh.clause = a.Clause
		default:
			out = append(out, a)
		}
	}
	return out
}

// open puts a page over the present one. A page of the same name is replaced:
// nobody has to close it twice.
func (sh *Shell) open(a Open) []Act {
	s := sh.sight()
	if n := len(sh.stack); n > 0 && sh.stack[n-1].Name(s) == a.Page.Name(s) {
		sh.stack = sh.stack[:n-1]
	}
	sh.stack = append(sh.stack, a.Page)
	if _, binds := a.Page.(*review); binds {
		sh.quiet, sh.fromPage = sh.now+deaf, sh.focused
	}
	sh.focused, sh.incident = a.Focus, ""
	if o, ok := a.Page.(Opener); ok {
		return sh.do(o.Opened(sh.sight()))
	}
	return nil
}

// back closes the page in sight. From a review the keys go back to the page
// that asked for it.
func (sh *Shell) back() {
	sh.focused = false
	n := len(sh.stack)
	if n == 0 {
		return
	}
	if _, binds := sh.stack[n-1].(*review); binds {
		sh.focused = sh.fromPage
	}
	sh.stack = sh.stack[:n-1]
}

// close takes one page out of the stack.
func (sh *Shell) close(p Page) {
	for i, x := range sh.stack {
		if x == p {
			if i == len(sh.stack)-1 {
				sh.focused = false
			}
			sh.stack = append(sh.stack[:i:i], sh.stack[i+1:]...)
			return
		}
	}
}
