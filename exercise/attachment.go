package exercise

import (
	"strconv"
	"strings"
)

// Attachment is a file that comes with an inject. Of Text and Data one is set.
type Attachment struct {
	Name string `json:"name"` // "advisory.md", without a folder
	Type string `json:"type"` // media type: "text/markdown"
	Text Text   `json:"text"` // of the formats that a screen can show
	Data []byte `json:"data,omitempty"`
}

// AttachmentView is a file that came with an incident, for whoever may see that.
type AttachmentView struct {
	N    int    `json:"n"` // from 1: `read I4/1`
	Name string `json:"name"`
	Type string `json:"type"`
	// Text is shown on screens; empty for other formats, which have Data and are
	// fetched as a file.
	Text string `json:"text,omitempty"`
	Data []byte `json:"data,omitempty"`
}

// Size is how many bytes it has.
func (a AttachmentView) Size() int { return len(a.Text) + len(a.Data) }

// Shown says that screens can show it.
func (a AttachmentView) Shown() bool { return len(a.Data) == 0 }

func (s State) attachmentViews(x injectState) []AttachmentView {
	var views []AttachmentView
	for i, a := range x.Attachments {
		views = append(views, AttachmentView{N: i + 1, Name: a.Name, Type: a.Type, Text: s.text(a.Text.ID), Data: a.Data})
	}
	return views
}

// attachedWords are the texts of an inject's attachments: they go where it goes.
func (i Inject) attachedWords() []WordID {
	var words []WordID
	for _, a := range i.Attachments {
		words = append(words, a.Text.ID)
	}
	return words
}

// Attached finds an attachment by the label of its incident and its number:
// I4/1; of planned ones too for those who know the timeline. The marking is
// that of what it came with.
func (v *View) Attached(id string) (a AttachmentView, marking string, ok bool) {
	label, number, found := strings.Cut(id, "/")
	n, err := strconv.Atoi(number)
	if !found || err != nil || n < 1 {
		return AttachmentView{}, "", false
	}
	pick := func(name string, list []AttachmentView) bool {
		if !equalFold(name, label) || n > len(list) {
			return false
		}
		a = list[n-1]
		return true
	}
	for _, x := range v.Timeline() {
		if pick(string(x.ID), x.Attachments) {
			return a, x.Marking, true
		}
	}
	for _, list := range [][]IncidentView{v.Room.Incidents, v.Own.Incidents} {
		for _, x := range list {
			if pick(x.ID, x.Attachments) {
				return a, x.Marking, true
			}
		}
	}
	return AttachmentView{}, "", false
}
