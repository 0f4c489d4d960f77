package screen

// review is the one page before something that binds or cannot be taken back.
// It starts on the safe choice; only its own key goes ahead, never a second Enter.
type review struct {
	title string
	tells func(*Sight) string // how things stand just now, said first; nil where nothing is to be told
	says  []string            // what will happen, a paragraph each
	yes   string              // what y does, in words: "Sign for Arcadia"
	does  []Act
	menu  menu
	read  scroll
	unread
}

// unread is what makes the y of a page deaf at first, so that one typed before
// the page could be read does nothing.
type unread struct{ since int64 } // wall ms when it was opened

// Opened notes the time.
func (u *unread) Opened(s *Sight) []Act {
	u.since = s.Now
	return nil
}

func (u *unread) early(s *Sight) bool { return s.Now-u.since < deaf }

func (r *review) Name(*Sight) string { return r.title }

func (r *review) items(s *Sight) []item {
	return []item{
		{words: s.Say("Not yet: go back, nothing happens"), does: []Act{Back{}}},
		{key: "y", words: r.yes, does: []Act{Notice{s.Say("Press y to go ahead, Esc to go back.")}}},
	}
}

func (r *review) Draw(s *Sight) Area {
	d := s.Draw()
	if r.tells != nil {
		d.Text(1, strong(r.tells(s)))
	}
	for _, p := range r.says {
		d.Gap()
		d.Text(1, plain(p))
	}
	return r.menu.under(s, &r.read, d.Lines(), r.items(s))
}

// Key goes ahead on y alone; Enter on that line only says so.
func (r *review) Key(s *Sight, k key) ([]Act, bool) {
	if s.Focused && k.String() == "y" {
		if r.early(s) {
			return nil, true
		}
		return append([]Act{Back{}}, r.does...), true
	}
	return r.menu.key(s, k, r.items(s))
}

func (r *review) Scroll(_ *Sight, by int) { r.read.move(by) }

func (r *review) Hints(s *Sight) []Hint {
	return []Hint{{"Enter", s.Say("go back"), ""}, {"y", lower(r.yes), ""}, {"Esc", s.Say("back"), ""}}
}

// lower writes a label within a sentence.
func lower(s string) string {
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return s
	}
	return string(s[0]+'a'-'A') + s[1:]
}
