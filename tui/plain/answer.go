package plain

import (
	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/words"
)

// Answer gives what a query of kind action.Read asks for, in sentences of the
// language, a line each, without a line end after the last. Now is UTC ms. The
// error is an *exercise.Refusal.
func Answer(lang *words.Language, v *exercise.View, q action.Query, now int64) (string, error) {
	r, err := answer(lang, v, q, now, brackets(lang))
	return r.text.String(), err
}

// Data gives the same as a value for JSON; for `view` that is the whole view.
func Data(v *exercise.View, q action.Query, now int64) (any, error) {
	r, err := answer(nil, v, q, now, brackets(nil))
	return r.data, err
}

// reply is an answer for people and for programs.
type reply struct {
	text page
	data any
}

func answer(lang *words.Language, v *exercise.View, q action.Query, now int64, points form) (reply, error) {
	r := reply{text: page{lang: lang}}
	a, ok := action.Find(q.Name)
	if !ok || a.Kind != action.Read {
		return r, exercise.Refuse(exercise.ErrUnknown, "%s cannot be answered here.", q.Name)
	}
	if why := a.NotNow(v); !why.IsZero() {
		return r, exercise.Refuse(exercise.ErrNotNow, "%s", why)
	}
	var err error
	switch q.Name {
	case "help":
		err = r.help(v, arg(q, 0))
	case "text":
		err = r.draftAs(v, q, points)
	case "read":
		err = r.read(v, arg(q, 0), points)
	case "new":
		r.news(v)
	case "situation":
		r.situation(v, now)
	case "precedent":
		err = r.precedent(v, q.Args)
	case "survey":
		r.survey(v)
	case "brief":
		err = r.brief(v)
	case "agenda":
		r.agenda(v, now)
	case "who":
		r.who(v)
	case "table":
		r.table(v)
	case "caucuses":
		r.caucuses(v, now)
	case "quorum":
		r.quorum(v, now)
	case "time":
		timing(&r.text, v, now)
		r.data = v.Room.Clocks
	case "find":
		r.find(v, arg(q, 0))
	case "check":
		r.check(v)
	case "debrief":
		r.debrief(v)
	case "timeline":
		r.timeline(v, now)
	case "see":
		err = r.see(v, arg(q, 0))
	case "view":
		where(&r.text, v, now)
		r.data = v
	}
	return r, err
}

func arg(q action.Query, i int) string {
	if i < len(q.Args) {
		return q.Args[i]
	}
	return ""
}
