package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// This file tells, a line each, what is before the table beside the text:
// motions, packages, polls, and what the chair has brought.

// proceedings lists them, the most pressing first.
func (s *Sight) proceedings() []runs {
	room := s.View.Room
	var all []runs
	if r := s.orderRuns(); r != nil {
		all = append(all, r)
	}
	for i := range room.Motions {
		if m := &room.Motions[i]; open(m.State) {
			all = append(all, s.motionRuns(m))
		}
	}
	for i := range room.Polls {
		if p := &room.Polls[i]; p.Open {
			all = append(all, s.pollRuns(p))
		}
	}
	for i := range room.Groups {
		all = append(all, s.groupRuns(&room.Groups[i]))
	}
	for i := range room.Amendments {
		if a := &room.Amendments[i]; isInput(a) {
			all = append(all, append(append(runs{{theme.Strong, string(a.ID) + " "}}, s.sponsorRuns(a)...), plain(" "+s.phrase(a.Line))...))
		}
	}
	for i := range room.Packages {
		if p := &room.Packages[i]; p.State == "open" {
			all = append(all, s.packageRuns(p))
		}
	}
	if room.Phase == exercise.Table && !room.Quorum.Hinders.IsZero() {
		all = append(all, runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Body, asTyped(s.phrase(room.Quorum.Hinders))}})
	}
	return all
}

// isInput says that an entry is written input or part of the non-paper, which
// is no text until a team with a say sponsors it.
func isInput(a *exercise.AmendmentView) bool {
	return strings.HasPrefix(string(a.ID), "N") && a.State != exercise.AmendmentWithdrawn
}

// open says that a motion has not been settled.
func open(state string) bool { return state == "open" || state == "put" }

// motionRuns is a motion in a line: "M1 φ Lantern: suspend".
func (s *Sight) motionRuns(m *exercise.MotionView) runs {
	out := runs{{theme.Strong, string(m.ID) + " "}}
	return append(append(out, s.TeamRuns(m.Team)...), run{theme.Body, " " + s.motionWords(m)})
}

// motionWords says what a motion asks for.
func (s *Sight) motionWords(m *exercise.MotionView) string {
	if m.Kind == string(exercise.MotionAppeal) {
		return s.Say("appeals against the ruling")
	}
	return s.Say("moves %s", m.Line)
}

// groupRuns is a contact group that sits.
func (s *Sight) groupRuns(g *exercise.GroupView) runs {
	line := s.in(theme.Body).Say("Contact group on %s: %s", string(g.Clause), s.teamList(g.Teams))
	if left := g.Until - s.Table(); left > 0 {
		return append(line, run{theme.Strong, " " + mmss(left)})
	}
	return append(line, run{theme.Alert, " " + s.Say("to report")})
}

// orderRuns is the point of order that stands, or the ruling that can still be
// appealed against.
func (s *Sight) orderRuns() runs {
	f := s.View.Room.Floor
	switch {
	case f.OrderBy != "" && f.Order != "":
		return s.in(theme.Alert).Say("%s, point of order: %s", s.TeamRuns(f.OrderBy), plain(f.Order))
	case f.OrderBy != "" && f.OrderUntil > 0:
		return append(s.in(theme.Alert).Say("%s states a point of order", s.TeamRuns(f.OrderBy)), run{theme.Strong, " " + s.Left(f.OrderUntil)})
	case f.OrderBy == "" && f.AppealUntil > s.Table():
		return append(s.in(theme.Body).Say("The ruling can be appealed: /appeal"), run{theme.Strong, " " + s.Left(f.AppealUntil)})
	}
	return nil
}

// pollRuns is a straw poll with its count.
func (s *Sight) pollRuns(p *exercise.PollView) runs {
	var counts []string
	for _, o := range p.Options {
		counts = append(counts, fmt.Sprintf("%s %d", o.Text, len(o.Teams)))
	}
	return append(s.in(theme.Strong).Say("Poll %d: %s", p.N, plain(p.Question)), muted("  "+strings.Join(counts, ", "))...)
}

// packageRuns is a package with its parts; those that are met have their mark.
func (s *Sight) packageRuns(p *exercise.PackageView) runs {
	var parts []string
	for _, x := range p.Parts {
		part := string(x.X)
		if x.Met {
			part += bound + s.Theme.Glyphs.Done
		}
		parts = append(parts, part)
	}
	out := s.in(theme.Body).Say("%s binds %s", strong(string(p.ID)), strings.Join(parts, ", "))
	if left := p.RenewBy - s.Table(); p.RenewBy > 0 && left > 0 {
		out = append(out, run{theme.Alert, "  " + s.Say("renew it: %s", mmss(left))})
	}
	return out
}

// before adds them to the rail; nothing where they would take the rows in which
// the rail says what asks for its seat. A line beside the clause says it then.
func (s *Sight) before(d *Drawing) (shown bool) {
	const forSeat = 5
	below := s.DrawWide(d.width)
	for _, r := range s.proceedings() {
		below.Hang("  ", r)
	}
	if below.Rows() == 0 || d.Rows()+2+below.Rows()+forSeat > s.Height {
		return false
	}
	d.Gap()
	d.Line(theme.Strong, s.Say("Before the table"))
	d.Add(below.Lines()...)
	return true
}

// proceedingsLine is the first of them where there is no room for all, with how
// many more there are.
func (s *Sight) proceedingsLine(width int) string {
	all := s.proceedings()
	if len(all) == 0 {
		return ""
	}
	more := ""
	if n := len(all) - 1; n > 0 {
		more = "  " + s.Count(n, "and %d more thing: /agenda", "and %d more things: /agenda")
	}
	return spread(all[0].line(s.Theme), s.Theme.Paint(theme.Muted, more), width, s.Theme.Glyphs.Waiting)
}

// speaking is how long each track has held the floor, as far as anyone has.
func (s *Sight) speaking() runs {
	held := map[exercise.Track]int64{}
	var sum int64
	for _, t := range s.View.Room.Teams {
		held[t.Track] += t.SpokenFor
		sum += t.SpokenFor
	}
	if sum == 0 {
		return nil
	}
	out := muted(s.Say("Floor"))
	for _, track := range exercise.Tracks() {
		out = append(out, run{s.Theme.Track(string(track)), " " + s.letter(track)}, run{theme.Body, bound + mmss(held[track])})
	}
	return out
}

// drawPackage writes a package with its parts.
func drawPackage(d *Drawing, s *Sight, id exercise.PackageID) {
	for _, p := range s.View.Room.Packages {
		if p.ID != id {
			continue
		}
		d.Text(2, append(s.in(theme.Strong).Say("All or nothing, by %s", s.teamList(p.Sponsors)), run{theme.Muted, "  " + s.fate(p.State)}))
		for _, x := range p.Parts {
			mark := "  "
			if x.Met {
				mark = s.Theme.Glyphs.Done + " "
			}
			d.Hang("  "+mark, plain(s.phrase(x.Title)))
		}
	}
}

// drawMotion writes a motion with its reason.
func drawMotion(d *Drawing, s *Sight, id exercise.Subject) {
	for i := range s.View.Room.Motions {
		m := &s.View.Room.Motions[i]
		if m.ID != id {
			continue
		}
		d.Text(2, append(s.motionRuns(m), run{theme.Muted, "  " + s.fate(m.State)}))
		if m.Why != "" {
			d.Text(2, s.in(theme.Muted).Say("because %s", plain(m.Why)))
		}
	}
}

// drawPoll writes a straw poll: each answer with the teams that gave it.
func drawPoll(d *Drawing, s *Sight, n int) {
	for _, p := range s.View.Room.Polls {
		if p.N != n {
			continue
		}
		d.Text(2, append(strong(p.Question+"  "), s.in(theme.Muted).Say("a straw poll, without effect")...))
		for _, o := range p.Options {
			d.Hang(fmt.Sprintf("  %2d  ", o.N), append(plain(o.Text+"  "), s.teamList(o.Teams)...))
		}
		if len(p.Silent) > 0 {
			d.Text(2, s.in(theme.Muted).Say("Silent: %s", s.teamList(p.Silent)))
		}
	}
}

// fate is what has become of a motion or a package.
func (s *Sight) fate(state string) string { return s.Say(state) }

var _ = [...]string{
	words.Mark("open"), words.Mark("put"), words.Mark("met"), words.Mark("fallen"),
	words.Mark("carried"), words.Mark("not carried"), words.Mark("withdrawn"), words.Mark("lapsed"),
}

// drawQuorum tells who of whom is present, and what hinders a decision.
func drawQuorum(d *Drawing, s *Sight) {
	q := s.View.Room.Quorum
	for _, t := range q.Tracks {
		line := runs{{s.Theme.Track(string(t.Track)), s.letter(t.Track) + "  "}}
		line = append(line, s.in(theme.Body).Say("%d of %d here", len(t.Here), len(t.Here)+len(t.Away))...)
		if len(t.Away) > 0 {
			line = append(append(line, run{theme.Muted, ", "}), s.in(theme.Muted).Say("away: %s", s.teamList(t.Away))...)
		}
		d.Text(2, line)
	}
	d.Gap()
	if q.Hinders.IsZero() {
		d.Text(2, s.in(theme.Body).Say("Decisions can be taken."))
		return
	}
	line := runs{{theme.Strong, asTyped(s.phrase(q.Hinders))}}
	if left := q.Until - s.Now; q.Until > 0 && left > 0 {
		line = append(line, run{theme.Muted, "  " + mmss(left)})
	}
	d.Text(2, line)
}
