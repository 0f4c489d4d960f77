package screen

import (
	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// ownCopy is how a seat takes what it may have: to read here, or as a file from
// its own computer, which a screen cannot write to.
type ownCopy struct{ menu menu }

func (p *ownCopy) Name(s *Sight) string { return s.Say("Your copy") }

func (p *ownCopy) items(s *Sight) []item {
	var items []item
	for _, e := range transcript.Offered(s.View.Own) {
		it := item{words: sentence(s.Say(e.Help)), beside: e.File, verb: "export", does: []Act{Type{"/export " + e.Name}}}
		if letter := exportLetter(e); letter != " " {
			it.key = letter
		}
		if e.NotNow(s.View) != nil {
			it.beside = s.whyNot(e)
		}
		items = append(items, it)
	}
	return items
}

func (p *ownCopy) Draw(s *Sight) Area {
	d := s.Draw()
	d.Text(1, s.in(theme.Body).Say("Your copies hold what your seat may know, as far as the exercise has come."))
	d.Gap()
	p.menu.draw(d, p.items(s))
	d.Gap()
	d.takeAway(s, transcript.Offered(s.View.Own)[0])
	return d.Area()
}

// takeAway says how a copy becomes a file on one's own computer.
func (d *Drawing) takeAway(s *Sight, e transcript.Export) {
	d.Text(1, s.in(theme.Body).Say("As a file: open another terminal window on your computer and type"))
	d.Text(3, strong(s.takes(e.Name+" > "+e.File)))
	if s.Card() {
		return
	}
	d.Text(1, s.in(theme.Body).Say("or"))
	d.Text(3, strong(s.copies(e.File)))
	d.Text(1, s.in(theme.Muted).Say("It asks for your code, unless it knows your computer. This window stays as it is."))
}

func (p *ownCopy) Key(s *Sight, k key) ([]Act, bool) { return p.menu.key(s, k, p.items(s)) }

func (p *ownCopy) Hints(s *Sight) []Hint {
	return []Hint{{"Up/Down", s.Say("choose"), ""}, {"Enter", s.Say("take it"), "export"}, {"Esc", s.Say("back"), ""}}
}

// export shows what people can read as it stands, once the server has made it,
// and of the rest how it becomes a file.
func (sh *Shell) export(q action.Query) []Act {
	s := sh.sight()
	e, ok := transcript.Find(q.Args[0])
	if !ok || e.Readable() {
		return []Act{Ask{Query: q}}
	}
	if err := e.NotNow(s.View); err != nil {
		sh.note = note{text: sh.lang.Error(err), refusal: true}
		return nil
	}
	return sh.do([]Act{Open{Page: livePaper(sentence(s.Say(e.Help)), func(d *Drawing, s *Sight) { d.takeAway(s, e) })}})
}

// answerPage shows what the server answered. A copy says how it is taken away,
// before the copy itself, which may be long.
func answerPage(s *Sight, q action.Query, text string) Page {
	e, ok := exportOf(q)
	if !ok || len(q.Args) > 1 { // a signature is of few lines
		return newPaper(q.Name, plain(text))
	}
	return livePaper(s.Say("Your copy"), func(d *Drawing, s *Sight) {
		d.takeAway(s, e)
		d.Rule("")
		d.Text(2, plain(text))
	})
}

func exportOf(q action.Query) (transcript.Export, bool) {
	if q.Name != "export" || len(q.Args) == 0 {
		return transcript.Export{}, false
	}
	return transcript.Find(q.Args[0])
}

// whyNot says in a few words why an export cannot be had now.
func (s *Sight) whyNot(e transcript.Export) string {
	switch {
	case s.View.Room.RealWorld:
		return s.Say("not while play has stopped")
	case e.Closed && s.View.Room.Phase != exercise.Closed:
		return s.Say("once the exercise is closed")
	case e.Ended && !s.View.Room.Phase.Ended():
		return s.Say("from ENDEX on")
	}
	return s.Say("not without names")
}
