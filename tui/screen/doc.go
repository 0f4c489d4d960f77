// Package screen draws a seat's screen and says what its keys mean.
//
// A [Shell] is one seat's screen: three bands, the header, the reading area
// and the writing band with the one input line. It is plain state. It is told
// the size, the view, keys and the time, and gives back what they led to (a
// list of [Act]) and the frame to paint. It starts nothing, waits for nothing
// and knows no network; package tui does that.
//
// # Promises
//
// Nothing that arrives takes the keyboard. A view changes neither the text in
// the input line, nor the cursor, nor which field has the focus, nor a page
// that a person has opened. Whatever newly asks for a key is deaf to keys for
// the first 400 ms; they stay with the text.
//
// Words held while another team has the floor are never sent by themselves.
//
// Every line is at most as wide as the window, by cell, and every size from
// 0x0 up is drawn. The header says EXERCISE at every size.
//
// What is drawn from the room alone is drawn once for all its seats, by
// [Cache], and comes out as the same strings.
//
// # How a page is written
//
// A page is a pointer type with the four methods of [Page], in a file of its
// own. It draws from the [Sight] only. A skeleton:
//
//	type lobby struct{ chosen int }
//
//	func (l *lobby) Name(s *Sight) string { return s.Say("Lobby") }
//
//	func (l *lobby) Draw(s *Sight) Area {
//		d := s.Draw()                                  // collects lines
//		d.Line(theme.Strong, s.Say("Good morning."))   // one cut line
//		d.Text(2, s.in(theme.Body).Say("%s is here.", s.TeamRuns("hydra"))) // wrapped, indented by 2
//		d.Spread("left", "right")                      // two ends of one line
//		d.Gap()                                        // an empty line
//		return d.Area()
//	}
//
//	func (l *lobby) Key(s *Sight, k tea.KeyPressMsg) ([]Act, bool) {
//		switch k.String() {
//		case "down":
//			l.chosen++
//			return nil, true
//		case "enter":
//			return []Act{Type{"/ready"}}, true
//		}
//		return nil, false
//	}
//
//	func (l *lobby) Hints(s *Sight) []Hint { return []Hint{{"Enter", s.Say("ready"), "ready"}} }
//
// A home page (what a seat sees in a phase without opening anything) gets its
// line in homeOf in home.go; a page opened by a typed verb gets its line in
// openers in opener.go. Side by side panes are made with [columns]. Three sizes
// are asked of the Sight: s.Card() (one thing only, as on a phone), s.Wide()
// (100 columns and more: two panes), neither: one column. Text columns stay
// within 90 cells: s.Column(). In a wide window what is said at the table stands
// beside the page, or under it where rows are left; a page that is to have all
// of the window has the method of [Whole].
//
// What a delegate may see is said in the seat's language, by whole sentences of
// the catalogue: Sight.Say and Sight.Count give text, s.in(style).Say gives runs.
//
// What a person may click is drawn through link, with a line as it is typed
// ("/read I2") or a target that the page's method of [Clicker] takes. Marks at
// the left of a text, which nobody wants to copy, end in tag(tagText).
//
// The Verb of a Hint and the line of a [Type] are verbs of package action: the
// registry is the only list of what people can do, and a test holds it.
//
// Panes of the room alone (no Own, no Now, no Focused in them) are drawn
// through s.Cache.Lines.
package screen
