package exercise

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

func (c Begin) decide(d *decider) error {
	if d.s.begun {
		return refuse(ErrNotNow, "The exercise has begun already.")
	}
	if _, err := ProcedureOf(c.Scenario); err != nil {
		return refuse(ErrUnknown, "%s.", capital(err.Error()))
	}
	if err := c.Scenario.checkConditions(); err != nil {
		return err
	}
	clauses := make([]Clause, len(c.Scenario.Clauses))
	for i, spec := range c.Scenario.Clauses {
		clause := Clause{
			ID: spec.ID, Title: wholeText(spec.Title), State: ClauseDraft,
			Bearers: spec.Bearers, NoReservation: spec.NoReservation,
		}
		if spec.Agreed {
			clause.State = ClauseAgreed
		}
		for j, source := range spec.Paras {
			id := ParaID(string(spec.ID) + "." + itoa(j+1))
			para, err := layParagraph(id, source.ID, source.Value)
			if err != nil {
				return refuse(ErrText, "Paragraph %s: %v.", id, err)
			}
			clause.Paras = append(clause.Paras, para)
		}
		clauses[i] = clause
	}
	d.emit(Begun{Clauses: clauses})
	return nil
}

func wholeText(t Text) []Piece { return []Piece{{Word: t.ID, From: 0, To: len(t.Value)}} }

func (e Begun) apply(s *State, a Act) {
	c := a.Command.(Begin)
	s.begun, s.name, s.seed = true, c.Name, c.Seed
	s.plan = &c.Scenario
	s.rules, _ = ProcedureOf(c.Scenario) // refused at the door where there is none
	s.phase = Lobby
	s.agenda.item = -1
	s.clock.speed = max(c.Speed, 1)
	s.draft.clauses, s.draft.given = e.Clauses, e.Clauses
	s.rooms = map[RoomID]*room{TableRoom: {floor: floor{mode: ModeOpen}}}
	s.openHall(a.Wall)
	s.seats = map[SeatID]seatState{}
	s.teams = map[TeamID]teamState{}
	s.model, s.conditions = s.plan.model(), s.plan.conditionsRead()
	s.wordStakes()
	for _, i := range c.Scenario.Injects {
		s.injects = append(s.injects, toCome(i))
	}
	s.goOn(a, e)
}

func (c Restart) decide(d *decider) error {
	d.emit(Restarted(c))
	if d.s.phase.running() {
		d.stop(ScenarioClock, PausedRestart)
		d.stop(TableClock, PausedRestart)
	}
	return nil
}

func (e Restarted) apply(s *State, a Act) {
	seats := make(map[SeatID]seatState, len(s.seats))
	for id, x := range s.seats {
		if x.via != "" {
			x.via, x.leftAt = "", a.Wall
		}
		seats[id] = x
	}
	s.seats = seats
	s.shiftQuestion(e.Gap)
	s.post(a, e, Line{Kind: "clock", Phrase: say("The server was away for %s. Nothing was lost; both clocks wait for control.", spell(e.Gap))})
}
