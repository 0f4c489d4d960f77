package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// closing is the page of signatures: the outcome, what became of each clause,
// how every team stands to the text, and what one's own team can do.
type closing struct {
	menu   menu
	signed bool // what is offered has changed since
	read   scroll
}

func newClosing() *closing { return &closing{} }

func (c *closing) Name(s *Sight) string { return s.Say("Closing") }

func (c *closing) Draw(s *Sight) Area {
	d := s.DrawWide(min(s.Width, maxReading))
	v := s.View.Room.Closing
	if v == nil {
		d.Text(1, s.in(theme.Body).Say("The table is closed; the chair asks for the adoption of the text."))
	} else {
		d.Text(1, runs{{theme.Strong, strings.TrimSuffix(sentence(s.phrase(v.Outcome)), ".") + "."}})
		if !v.Effect.IsZero() {
			d.Text(1, plain(s.phrase(v.Effect)))
		}
		if v.Summary != "" {
			d.Gap()
			d.Text(1, s.in(theme.Strong).Say("Chair's summary. %s", plain(v.Summary)))
		}
	}
	d.recordEnd(s)
	if v != nil {
		d.signatures(s, v)
	}
	d.voided(s)
	d.clauseStates(s)
	d.restsOn(s)
	items := c.items(s)
	if len(items) == 0 {
		return Area{Lines: c.read.window(s, d.Lines(), s.Height)}
	}
	return c.menu.under(s, &c.read, d.Lines(), items)
}

// signatures lists how each team stands to the text.
func (d *Drawing) signatures(s *Sight, v *exercise.ClosingView) {
	d.Gap()
	d.Line(theme.Strong, " "+s.Say("Signatures"))
	for _, x := range v.Signatures {
		lead := "  " + fit(s.TeamRuns(x.Team).line(s.Theme), s.teamColumn()+2, "")
		d.Hang(lead, plain(s.signature(x)))
	}
}

// voided lists the signatures that a reopening made void; they stay on record.
func (d *Drawing) voided(s *Sight) {
	if len(s.View.Room.Voided) == 0 {
		return
	}
	d.Gap()
	d.Line(theme.Strong, " "+s.Say("Void since a clause was reopened"))
	for _, x := range s.View.Room.Voided {
		lead := "  " + fit(s.TeamRuns(x.Team).line(s.Theme), s.teamColumn()+2, "")
		d.Hang(lead, muted(s.signature(x)))
	}
}

// signature says in words how a team stands to the text.
func (s *Sight) signature(x exercise.SignatureView) string {
	how := s.Say(x.How)
	switch {
	case x.How == "":
		how = s.Say("has not said yet")
	case x.How == "endorsed":
		how = s.Say("endorsed: welcomes the text without being bound")
	}
	if x.Words != "" {
		how = s.Say("%s: “%s”", how, x.Words)
	}
	for _, r := range x.Reservations {
		how = s.Say("%s; reserves on clause %s: “%s”", how, r.Clause, r.Text)
	}
	if len(x.Dissociated) > 0 {
		how = s.Say("%s; dissociated from clause %s", how, words.List(x.Dissociated))
	}
	if x.Verified != nil { // by which key, the agreement and the minutes say
		how = s.Say("%s; verified with its own SSH key", how)
	}
	return how
}

// clauseStates lists the clauses with what became of them.
func (d *Drawing) clauseStates(s *Sight) {
	d.Gap()
	d.Line(theme.Strong, " "+s.Say("Clauses"))
	for _, c := range s.View.Room.Clauses {
		state := term(s, c.State)
		if c.State == exercise.ClauseDeferred {
			state = s.Say("deferred: in the annex, not agreed")
		}
		d.Spread(fmt.Sprintf("  %-3s %s", c.ID, c.Title), s.Theme.Paint(theme.Muted, state))
	}
}

// restsOn lists the decisions that something still hangs on: a capital's word,
// an understanding. The text is not adopted while an acceptance waits.
func (d *Drawing) restsOn(s *Sight) {
	first := true
	for i := range s.View.Room.Decisions {
		x := &s.View.Room.Decisions[i]
		if x.TakenBack || len(x.AdRef) == 0 && x.Understanding.IsZero() {
			continue
		}
		if first {
			d.Gap()
			d.Line(theme.Strong, " "+s.Say("What decisions rest on"))
			first = false
		}
		d.Text(2, plain(sentence(s.phrase(x.Title))))
		beside := s.DrawWide(d.width - 2)
		s.beside(beside, x)
		d.Add(indented("  ", beside.Lines())...)
	}
}

// mySignature is how one's own team stands to the text; nil where it cannot sign.
func (s *Sight) mySignature() *exercise.SignatureView {
	v := s.View.Room.Closing
	if v == nil || !v.Adopted || s.View.Own.Team == "" || s.View.Room.Phase != exercise.Closing {
		return nil
	}
	for i := range v.Signatures {
		if v.Signatures[i].Team == s.View.Own.Team {
			return &v.Signatures[i]
		}
	}
	return nil
}

func (c *closing) items(s *Sight) []item {
	if s.View.Room.Phase == exercise.Closed {
		return s.afterwards()
	}
	mine := s.mySignature()
	if mine == nil {
		return nil
	}
	team := s.Team(s.View.Own.Team).Name
	read := item{key: "t", words: s.Say("Read the text"), does: []Act{Type{"/text clean"}}}
	switch {
	case mine.How != "":
		if !c.signed {
			c.signed, c.menu = true, menu{}
		}
		return append([]item{read}, c.after(s, team)...)
	case !s.View.Own.Head:
		return []item{read, {words: s.Say("The head of your team signs for %s", team), does: []Act{Notice{s.Say("Write to your head in the team room: %s", "/room")}}}, s.copyItem()}
	}
	title := s.View.Room.Exercise.Title
	open := func(name, yes string, does exercise.Command, says ...string) []Act {
		return []Act{Open{Focus: true, Page: &review{title: name, yes: yes, says: append(says, s.Say("This cannot be taken back.")), does: []Act{Submit{Command: does}}}}}
	}
	return append([]item{
		{words: s.Say("Not now"), beside: s.Say("nothing happens"), does: []Act{Notice{s.Say("Nothing was signed. Choose a line with Up and Down.")}}},
		read,
		{key: "s", words: s.Say("Sign"), verb: "sign", does: open(s.Say("Sign"), s.Say("Sign for %s", team), exercise.Sign{},
			s.Say("%s signs %s and is bound by every clause that is agreed.", team, title), s.Say("Deferred clauses bind nobody."))},
		{key: "r", words: s.Say("Sign with a reservation") + " …", verb: "sign", does: []Act{Open{Page: newReserve()}}},
		{key: "e", words: s.Say("Endorse"), beside: s.Say("welcome it without being bound"), verb: "endorse", does: open(s.Say("Endorse"), s.Say("Endorse for %s", team), exercise.Endorse{},
			s.Say("%s welcomes %s without being bound by it.", team, title))},
		{key: "d", words: s.Say("Decline"), verb: "decline", does: open(s.Say("Decline"), s.Say("Decline for %s", team), exercise.Decline{},
			s.Say("%s does not sign %s. To say why, go back and type: %s", team, title, `/decline "…"`))},
	}, c.after(s, team)...)
}

// after is what can be done with the adopted text whether one has signed or not.
func (c *closing) after(s *Sight, team string) []item {
	return []item{
		{key: "x", words: s.Say("Dissociate %s from a clause", team) + " …", verb: "dissociate", does: []Act{Open{Page: &dissociate{}, Focus: true}}},
		s.copyItem(),
	}
}

// copyItem leads to one's own copy of the minutes.
func (s *Sight) copyItem() item {
	return item{key: "m", words: s.Say("My copy of the minutes"), verb: "export", does: []Act{Type{"/export"}}}
}

func (c *closing) Key(s *Sight, k key) ([]Act, bool) { return c.menu.key(s, k, c.items(s)) }

func (c *closing) Scroll(_ *Sight, by int) { c.read.move(by) }

func (c *closing) Hints(s *Sight) []Hint {
	if len(c.items(s)) == 0 {
		return []Hint{{"PgDn", s.Say("read on"), ""}, {"/text clean", s.Say("the text"), "text"}, {"/export", s.Say("my copy"), "export"}}
	}
	if !s.Focused {
		return []Hint{{"Up/Down", s.Say("choose"), ""}, {"Enter", s.Say("take it"), ""}}
	}
	var hints []Hint
	for _, it := range c.items(s) {
		if it.key != "" {
			hints = append(hints, Hint{it.key, lower(strings.TrimSuffix(it.words, " …")), it.verb})
		}
	}
	return hints
}
