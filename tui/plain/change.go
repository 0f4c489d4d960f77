package plain

import (
	"errors"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/words"
)

// change is an amendment that is being written, a line at a time: `change
// 3.1`, then put, strike and add, `hear` to hear how it would read, and `table
// it`.
type change struct {
	para  string   // 3.1
	edits []string // as the verb amend takes them: put "48" for "24"
	why   string
}

// begun starts a change where the line asks for one.
func begun(v *exercise.View, line string) (*change, error) {
	fields := strings.Fields(strings.ToLower(line))
	if len(fields) == 0 || fields[0] != "change" {
		return nil, nil
	}
	if len(fields) != 2 {
		return nil, exercise.Refuse(exercise.ErrText, "Write change and a paragraph, such as change 3.1.")
	}
	if _, found := paragraph(v, exercise.ParaID(fields[1])); !found {
		return nil, exercise.Refuse(exercise.ErrUnknown, "There is no paragraph %s in the draft; text shows all of it.", safe(fields[1]))
	}
	return &change{para: fields[1]}, nil
}

func paragraph(v *exercise.View, id exercise.ParaID) (exercise.ParaView, bool) {
	for _, c := range v.Room.Clauses {
		if i := slices.IndexFunc(c.Paras, func(p exercise.ParaView) bool { return p.ID == id }); i >= 0 {
			return c.Paras[i], true
		}
	}
	return exercise.ParaView{}, false
}

// line is the change as one verb.
func (c *change) line() string {
	line := "amend " + c.para + " " + strings.Join(c.edits, " and ")
	if c.why != "" {
		line += " because " + quoted(c.why)
	}
	return line
}

// edited gives the paragraph as it would read, or why it cannot.
func (c *change) edited(v *exercise.View) (exercise.ParaView, error) {
	para, _ := paragraph(v, exercise.ParaID(c.para))
	intent, err := action.Parse(c.line())
	if err != nil {
		return para, err
	}
	amend, ok := intent.Command.(exercise.Amend)
	if !ok {
		return para, exercise.Refuse(exercise.ErrText, "Nothing is changed yet; write put, strike or add.")
	}
	return exercise.Preview(para, amend.Edits)
}

// takes runs a line of the change. took is false where it is a verb for
// others; tabled where the whole is to be lodged.
func (c *change) takes(p *page, v *exercise.View, line string) (took, tabled, over bool, err error) {
	verb, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	switch verb = strings.ToLower(verb); {
	case verb == "put", verb == "strike", verb == "add":
		return true, false, false, c.add(p, v, line)
	case verb == "because":
		c.why = strings.Trim(rest, `" `)
		p.say("Your reason is noted: %s", c.why)
		return true, false, false, nil
	case verb == "hear":
		return true, false, false, c.hear(p, v)
	case verb == "table" && strings.EqualFold(strings.TrimSpace(rest), "it"):
		if len(c.edits) == 0 {
			return true, false, false, exercise.Refuse(exercise.ErrText, "Nothing is changed yet; write put, strike or add.")
		}
		return true, true, true, nil
	case verb == "forget" && strings.EqualFold(strings.TrimSpace(rest), "it"):
		p.say("Forgotten. The draft is as it was")
		return true, false, true, nil
	}
	return false, false, false, nil
}

// add takes one more edit, if the paragraph can take it.
func (c *change) add(p *page, v *exercise.View, edit string) error {
	next := &change{c.para, append(slices.Clone(c.edits), strings.TrimSpace(edit)), ""}
	para, err := next.edited(v)
	if err != nil {
		return plainly(err)
	}
	c.edits = next.edits
	reads(p, para)
	return nil
}

// plainly is a grammar error without the grammar of the whole verb.
func plainly(err error) error {
	var usage *action.UsageError
	if errors.As(err, &usage) {
		return exercise.Refuse(exercise.ErrText, `%s Write put "new" for "old", strike "old", or add "new" after "old".`, usage.Sentence)
	}
	return err
}

func (c *change) hear(p *page, v *exercise.View) error {
	if len(c.edits) == 0 {
		para, _ := paragraph(v, exercise.ParaID(c.para))
		reads(p, para)
		return nil
	}
	para, err := c.edited(v)
	if err != nil {
		return err
	}
	reads(p, para)
	if c.why != "" {
		p.say("Because: %s", c.why)
	}
	return nil
}

// reads says how a paragraph would read with what is written preferred.
func reads(p *page, para exercise.ParaView) {
	p.say("%s would read: %s", para.ID, flow(para.Nodes, preferDraft, spoken(p.lang)))
}

// preferDraft reads a point by the alternative that is being written.
func preferDraft(point exercise.PointView) int {
	for _, a := range point.Alts {
		if slices.Contains(a.Amendments, exercise.PreviewID) {
			return a.ID.N
		}
	}
	return exercise.InBrackets(point)
}

// opened says how a change is written.
func (c *change) opened(p *page, v *exercise.View) {
	para, _ := paragraph(v, exercise.ParaID(c.para))
	p.say("%s reads: %s", c.para, flow(para.Nodes, exercise.InBrackets, spoken(p.lang)))
	p.say(`Write put "new" for "old", strike "old", or add "new" after "old". Then because and your reason, hear, and table it. forget it leaves all as it was`)
}

// waitsFor says that a change is begun, for `help`.
func (c *change) waitsFor() exercise.Phrase {
	return words.Phrase("You are changing %s: put, strike, add, because, hear, table it, forget it.", c.para)
}
