package screen

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// mselView is the turn view with everything that an inject can wait for, the
// author's model, and things that were done.
func mselView(seat exercise.SeatID) *exercise.View {
	v := turnView(seat)
	model := &exercise.ModelView{
		Dials: []exercise.DialView{
			{ID: "trust", Name: "Trust between the tracks", Means: "They act on what another one tells them.", Value: 35, Changes: []exercise.ChangeView{
				{By: 5, To: 40, Why: "They shook hands.", Wall: fixtureNow - 9*minute, Undone: true},
				{By: -10, To: 35, Why: "Nobody had warned Low Ferry.", Inject: "I2", Wall: fixtureNow - minute},
			}},
			{ID: "harm", Name: "Harm to individuals", Value: 62, Public: true, Changes: []exercise.ChangeView{{By: 12, To: 62, Why: "A clinic has no water.", Wall: fixtureNow - 2*minute}}},
		},
		Gap: &exercise.GapView{Name: "Policy gap", Value: 41, Pace: 30, Level: 41 * 60, Minute: 18, Changes: []exercise.ChangeView{{By: -8, To: 32, Why: "clause 2 is agreed", Wall: fixtureNow - 12*minute}}},
	}
	v.Room.Model = &exercise.ModelView{Dials: model.Dials[1:]}
	c := v.Own.Control
	if c == nil {
		return v
	}
	c.Model = model
	c.Timeline[1].Opened = []exercise.SeatID{"hydra"}
	c.Timeline = append(c.Timeline[:4:4], append([]exercise.InjectRow{
		{ID: "I7", State: exercise.InjectDue, At: 16 * minute, From: "Ministry", To: words.Phrase("Meridia"), Title: "A note from home", Body: "Say nothing today.", Ask: true},
		{ID: "I8", State: exercise.InjectPlanned, At: 22 * minute, From: "Insurer", To: words.Phrase("ε"), Title: "Cover ends at noon", Held: true},
		{
			ID: "I9", State: exercise.InjectPlanned, At: 40 * minute, From: "River CERT", To: words.Phrase("everyone"), Title: "The copy comes back at Alder Quay", Body: "The same copy, altered once more.",
			Returns: "I1", Averts: words.Phrase("clauses 2 and 3 agreed by T+38 min; clause 3 not yet"),
			Does: []exercise.DoesRow{
				{What: words.Phrase("Trust falls by 8"), Waits: "clause 3 is not agreed", TrueNow: true, Text: "Nothing was agreed that meets it."},
				{What: words.Phrase("Harm rises by 5"), Text: "A school has no water."},
			},
		},
		{ID: "I10", State: exercise.InjectPlanned, At: -1, From: "River Radio", To: words.Phrase("everyone"), Title: "Somebody rang", Waits: "clause 2 is agreed and the scenario minute is above 10", TrueNow: true},
		{ID: "I11", State: exercise.InjectPlanned, At: -1, From: "Low Ferry", To: words.Phrase("Meridia and Plumb"), Title: "A lorry at the border", Waits: "I5 is out and clause 4 is not agreed"},
		{ID: "I12", State: exercise.InjectPlanned, At: -1, Reserve: true, From: "Harbour CERT", To: words.Phrase("everyone"), Title: "All is calm"},
	}, c.Timeline[4:]...)...)
	c.Requests = append(c.Requests, exercise.RequestView{
		No: "R2", Team: "hydra", To: "cert", Text: "Who made the copy?", Wall: fixtureNow - minute,
		Offers: []exercise.OfferView{{ID: "Q3", From: "River CERT", Text: "We do not say who. What we hold points two ways."}},
	})
	c.Facts = []string{"Nobody has died.", "Who altered the copy is not known."}
	c.Personas = []exercise.PersonaView{{Name: "River CERT", About: "Exact and tired."}, {Name: "The mayor of Vale", About: "Wants the dairy on a list."}}
	v.Own.CanUndo = words.Phrase("what was planned for I8")
	v.Own.Lines = []exercise.Line{
		{No: "x.1", Room: exercise.ControlRoom, Wall: fixtureNow - 3*minute, Kind: "incident", Ref: "I2", Text: "I2 is out, to Hydra, from Insurer: A letter about cover."},
		{No: "x.2", Room: exercise.ControlRoom, Wall: fixtureNow - minute, Kind: "dial", Text: "Trust falls by 10 to 35 (author's model): Nobody had warned Low Ferry."},
		{No: "x.3", Room: exercise.ControlRoom, Wall: fixtureNow, Kind: "queue", Ref: "I8", Text: "I8 is held until it is released."},
	}
	return v
}

// recalledView is the incident of the incident view, taken back.
func recalledView(seat exercise.SeatID) *exercise.View {
	v := incidentView(seat)
	list := v.Room.Incidents
	list[len(list)-1].Recalled = "It named the wrong port."
	feed := v.Room.Feed
	for i := range feed {
		if feed[i].Spoken {
			feed[i].Established = exercise.IsEstablished
			break
		}
	}
	return v
}
