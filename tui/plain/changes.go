package plain

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
)

// draftAs shows the draft in the form asked for.
func (r *reply) draftAs(v *exercise.View, q action.Query, points form) error {
	switch arg(q, 1) {
	case "original":
		return r.original(v, arg(q, 0))
	case "changes":
		return r.changes(v, arg(q, 0), arg(q, 2), arg(q, 3))
	}
	return r.draft(v, arg(q, 0), arg(q, 1), points)
}

// original shows the scenario's text.
func (r *reply) original(v *exercise.View, id string) error {
	shown, err := chosenClauses(v, id)
	if err != nil {
		return err
	}
	texts := map[exercise.ParaID]string{}
	for _, c := range shown {
		r.text.say("Clause %s, %s, as the scenario has it", c.ID, c.Title)
		for _, para := range c.Paras {
			text, known := v.Room.ParaAt(para.ID, 0)
			if !known {
				r.text.say("%s was not there", para.ID)
				continue
			}
			texts[para.ID] = text
			r.text.say("%s %s", para.ID, text)
		}
	}
	r.data = texts
	return nil
}

// paraChanges is the redline of one paragraph, as data.
type paraChanges struct {
	Para    exercise.ParaID   `json:"para"`
	Changes []exercise.Change `json:"changes"`
}

// changes shows the redline between two revisions, or from one to what stands.
func (r *reply) changes(v *exercise.View, id, from, to string) error {
	shown, err := chosenClauses(v, id)
	if err != nil {
		return err
	}
	first, _ := strconv.Atoi(from)
	last, _ := strconv.Atoi(to)
	if most := max(first, last); most > v.Room.Revision {
		return exercise.Refuse(exercise.ErrUnknown, "There is no revision %d; the draft is at revision %d.", most, v.Room.Revision)
	}
	var data []paraChanges
	for _, c := range shown {
		clauseHead(&r.text, c)
		for _, para := range c.Paras {
			x := paraChanges{para.ID, v.Room.ChangesSince(para, first)}
			if to != "" {
				x.Changes = v.Room.Changes(para.ID, first, last)
			}
			data = append(data, x)
			paraRedline(&r.text, v, x)
		}
	}
	r.data = data
	return nil
}

// paraRedline says a redline for the eye, then each change for the ear, then
// which revisions the paragraph has been through.
func paraRedline(p *page, v *exercise.View, x paraChanges) {
	if len(x.Changes) == 0 || len(x.Changes) == 1 && x.Changes[0].Op == exercise.Kept {
		p.say("%s has not changed", x.Para)
		return
	}
	p.say("%s %s", x.Para, redline(x.Changes))
	for _, c := range x.Changes {
		switch text := strings.TrimSpace(c.Text); {
		case strings.Trim(text, "[]| ") == "":
		case c.Op == exercise.Removed:
			p.say("%s: out, “%s”", x.Para, text)
		case c.Op == exercise.Added:
			added(p, v, x.Para, text, c.By)
		}
	}
	var steps []string
	for _, rev := range v.Room.Revisions {
		if rev.Para == x.Para && rev.N > 0 {
			steps = append(steps, p.lang.Say("%d, %s", rev.N, rev.Why))
		}
	}
	p.say("Revisions of %s: %s", x.Para, strings.Join(steps, "; "))
}

// redline marks what is out {-so-} and what is in {+so+}.
func redline(changes []exercise.Change) string {
	marks := map[exercise.Op][2]string{exercise.Removed: {"{-", "-}"}, exercise.Added: {"{+", "+}"}}
	text := ""
	for i, c := range changes {
		if i == 0 || changes[i-1].Op != c.Op { // one addition may have several authors
			text += marks[c.Op][0]
		}
		text += c.Text
		if i == len(changes)-1 || changes[i+1].Op != c.Op {
			text += marks[c.Op][1]
		}
	}
	return oneLine(text)
}

// added says what came in, and by whom.
func added(p *page, v *exercise.View, para exercise.ParaID, text string, by exercise.Author) {
	switch {
	case by.Chair:
		p.say("%s: in, “%s”, by the chair", para, text)
	case by.Team != "":
		p.say("%s: in, “%s”, by %s", para, text, team(v, by.Team).Name)
	default:
		p.say("%s: in, “%s”", para, text)
	}
}
