package screen

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// chooser is the list of actions that follows the input line while it begins
// with / (the palette) or ? (help). The text stays the line's own, so that a
// verb may as well be typed to its end.
type chooser struct {
	at     int
	moved  bool // the person chose with the arrows
	hidden bool // put away by Esc until the line is empty again
}

// open says whether the list is shown.
func (c *chooser) open(in *input) bool {
	text := in.text.Text()
	return !c.hidden && (strings.HasPrefix(text, "/") || strings.HasPrefix(text, "?"))
}

// follow takes notice of a changed text. One that only begins asks for the list
// again, whatever was put away before.
func (c *chooser) follow(text string) {
	c.at, c.moved = 0, false
	if len(text) < 2 {
		c.hidden = false
	}
}

// offers lists the actions that match what has been typed.
func (sh *Shell) offers(in *input) []action.Action {
	if sh.view == nil {
		return nil
	}
	return matching(sh.lang, nowFirst(sh.view, action.For(sh.view)), in.text.Text()[1:])
}

// nowFirst sets what can be done now before what cannot.
func nowFirst(v *exercise.View, all []action.Action) []action.Action {
	now, later := make([]action.Action, 0, len(all)), []action.Action(nil)
	for _, a := range all {
		if a.NotNow(v).IsZero() {
			now = append(now, a)
		} else {
			later = append(later, a)
		}
	}
	return append(now, later...)
}

// matching orders the actions that fit a query: the verb typed whole, names
// that begin with it, names that hold its letters in order, then those whose
// help speaks of it.
func matching(lang *words.Language, all []action.Action, query string) []action.Action {
	query = strings.ToLower(strings.TrimLeft(query, " "))
	if exact, ok := typedVerb(query); ok {
		return []action.Action{exact}
	}
	query = strings.TrimSpace(query)
	if query == "" {
		return all
	}
	ranked := make([][]action.Action, 4)
	for _, a := range all {
		if r := rank(lang, a, query); r < len(ranked) {
			ranked[r] = append(ranked[r], a)
		}
	}
	return slices.Concat(ranked...)
}

// typedVerb finds the action whose arguments are being typed.
func typedVerb(query string) (action.Action, bool) {
	typed := strings.Fields(query)
	if len(typed) == 0 || !strings.Contains(query, " ") {
		return action.Action{}, false
	}
	if len(typed) > 1 {
		if a, ok := action.Find(typed[0] + " " + typed[1]); ok {
			return a, true
		}
	}
	return action.Find(typed[0])
}

func rank(lang *words.Language, a action.Action, query string) int {
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		switch {
		case name == query:
			return 0
		case strings.HasPrefix(name, query):
			return 1
		}
	}
	switch {
	case subsequence(a.Name, query):
		return 2
	case strings.Contains(strings.ToLower(lang.Say(a.Help)), query):
		return 3
	}
	return 4
}

// subsequence says whether name holds the letters of query in order.
func subsequence(name, query string) bool {
	for _, r := range name {
		if query == "" {
			return true
		}
		if strings.HasPrefix(query, string(r)) {
			query = query[len(string(r)):]
		}
	}
	return query == ""
}

// keyOfChoice are the keys of the open list. Letters are not among them.
func (sh *Shell) keyOfChoice(in *input, k tea.KeyPressMsg) ([]Act, bool) {
	offers := sh.offers(in)
	c := &sh.choice
	switch k.String() {
	case "up":
		c.at, c.moved = max(c.at-1, 0), true
	case "down":
		c.at, c.moved = min(c.at+1, max(len(offers)-1, 0)), true
	case "tab":
		if len(offers) > 0 {
			in.text.Set("/" + offers[min(c.at, len(offers)-1)].Name + " ")
			c.follow(in.text.Text())
		}
	case "esc":
		sh.note = note{}
		if text := in.text.Text(); text == "/" || strings.HasPrefix(text, "?") {
			in.text.Set("")
			in.unaside()
		}
		c.hidden = !in.text.Empty()
	case "enter":
		return sh.enterChoice(in, offers), true
	default:
		return nil, false
	}
	return nil, true
}

// enterChoice runs the line as typed where it is a whole one, and otherwise
// the entry that is marked.
func (sh *Shell) enterChoice(in *input, offers []action.Action) []Act {
	text := in.text.Text()
	help := strings.HasPrefix(text, "?")
	if !help && !sh.choice.moved {
		_, known := action.Find(text[1:])
		_, typing := typedVerb(text[1:])
		if known || typing || len(offers) == 0 {
			return sh.enter()
		}
	}
	if len(offers) == 0 {
		return nil
	}
	picked := offers[min(sh.choice.at, len(offers)-1)]
	in.text.Set("")
	in.unaside()
	return sh.chosen(picked.Name)
}

// chosen runs an action by name, or puts its verb into the line where it needs
// more words.
func (sh *Shell) chosen(name string) []Act {
	a, ok := action.Find(name)
	if !ok {
		return nil
	}
	if acts := sh.opens(a.Name); acts != nil {
		return sh.do(acts)
	}
	switch {
	case a.NeedsArgument():
		return sh.prefill("/" + a.Name + " ")
	case a.Binds:
		return sh.run(a.Name, sh.line())
	}
	return sh.run(a.Name, nil)
}

// choiceLines draws the list in at most height lines.
func (sh *Shell) choiceLines(s *Sight, in *input, height int) []string {
	offers := sh.offers(in)
	help := strings.HasPrefix(in.text.Text(), "?")
	d := s.Draw()
	d.Rule(s.Say(map[bool]string{true: words.Mark("What can I do here"), false: words.Mark("Commands")}[help]))
	if help && height > 14 && len(in.text.Text()) == 1 {
		d.helpKeys()
	}
	if len(offers) == 0 {
		d.Text(2, s.in(theme.Muted).Say("No command matches. Esc goes back to your words."))
		return d.Lines()
	}
	at := min(sh.choice.at, len(offers)-1)
	rows := max(height-d.Rows()-2, 1)
	top := max(min(at-rows/2, len(offers)-rows), 0)
	keys := sh.pageKeys()
	for i := top; i < min(top+rows, len(offers)); i++ {
		d.Raw(link(targetOffer+strconv.Itoa(i), s.offer(offers[i], keys[offers[i].Name], i == at)))
	}
	d.Gap()
	picked := offers[at]
	d.Runs(runs{{theme.Muted, "  " + picked.Synopsis + "   " + s.Say("for example: %s", "/"+picked.Example)}})
	return d.Lines()
}

// pageKeys are the keys of the page in sight by the verb that each stands for:
// "Tab g" where the page has to be given the keys first.
func (sh *Shell) pageKeys() map[string]string {
	s := sh.sight()
	s.Focused = true
	keys := map[string]string{}
	for _, h := range sh.page().Hints(s) {
		if h.Verb != "" && keys[h.Verb] == "" && !strings.HasPrefix(h.Key, "/") {
			keys[h.Verb] = "Tab " + h.Key
		}
	}
	return keys
}

// clickOffer takes a click on an entry of the open list: it is chosen, and a
// click on the chosen one runs it.
func (sh *Shell) clickOffer(index string) []Act {
	in, c := sh.line(), &sh.choice
	i, err := strconv.Atoi(index)
	switch offers := sh.offers(in); {
	case err != nil, !c.open(in), i >= len(offers):
		return nil
	case c.at == i && c.moved:
		return sh.enterChoice(in, offers)
	}
	c.at, c.moved = i, true
	return nil
}

// offer draws one action: its name and what it does, or why not now, and the
// key that does it here.
func (s *Sight) offer(a action.Action, key string, chosen bool) string {
	const name = 16
	line := runs{{rowStyle(chosen), s.marked(chosen) + fit(a.Name, name, "") + " "}}
	if why := a.NotNow(s.View); !why.IsZero() {
		line = append(line, run{theme.Muted, s.Say("not now: %s", why)})
	} else {
		line = append(line, run{theme.Body, s.Say(a.Help)})
	}
	if a.Key != "" {
		key = a.Key
	}
	return spread(line.line(s.Theme), s.Theme.Paint(theme.Muted, key), s.Width, s.Theme.Glyphs.Waiting)
}
