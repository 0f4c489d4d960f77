package action

import "kefi/exercise"

// What delegates write to the world and for the record.
var writing = []Action{
	{
		Name: "answer", Synopsis: `answer I4 "…"`, Example: `answer I4 "We isolate the plant and tell Meridia."`,
		Help: "Answers an incident, timed and on the record.",
		Who:  delegates, when: unless("No incident has reached you yet.", hasIncident),
		command: func(l *line) exercise.Command {
			return exercise.AnswerInject{Inject: l.inject(), Words: l.tail("the answer")}
		},
	},
	{
		Name: "rfi", Synopsis: `rfi "…" [to capital|cert|press|NAME]`,
		Example: `rfi "Is the tool known elsewhere?" to cert`,
		Help:    "Asks the world outside the room; control answers in somebody's name.",
		Who:     delegates, command: readRequest,
	},
	{
		Name: "correct", Synopsis: `correct [#N] "…"`, Example: `correct "I meant 48 hours."`,
		Also: []string{`correct #148 "The name is Lantern."`},
		Help: "Adds a correction beside your last spoken line, or beside entry N; the original stays.",
		Who:  correctors,
		command: func(l *line) exercise.Command {
			return exercise.Correct{No: l.maybeEntry(), Words: l.tail("the correction")}
		},
	},
}

// readRequest takes a recipient only after a text in quotation marks.
func readRequest(l *line) exercise.Command {
	if !startsQuoted(l.rest) {
		return exercise.Request{Words: l.tail("the question")}
	}
	r := exercise.Request{Words: l.text("the question")}
	if !l.done() {
		l.expect("to")
		r.To = l.tailName("whom you ask")
	}
	return r
}

func hasIncident(v *exercise.View) bool {
	return len(v.Room.Incidents)+len(v.Own.Incidents) > 0
}

// How teams stand to the adopted text.
var closing = []Action{
	{
		Name: "sign", Synopsis: `sign [reserve 5 "…"]`, Example: "sign",
		Also:  []string{`sign reserve 5 "Only within our means." reserve 6 "Not before 2030."`},
		Help:  "Signs the adopted text, with reservations to single clauses where they are admitted.",
		Binds: true, Who: delegates, Phases: inClosing, command: readSign,
	},
	{
		Name: "endorse", Synopsis: "endorse", Example: "endorse",
		Help:  "Welcomes the adopted text without being bound by it.",
		Binds: true, Who: delegates, Phases: inClosing,
		command: func(*line) exercise.Command { return exercise.Endorse{} },
	},
	{
		Name: "dissociate", Synopsis: "dissociate 5", Example: "dissociate 5",
		Help:  "Stands apart from one clause.",
		Binds: true, Who: delegates, Phases: inClosing,
		command: func(l *line) exercise.Command { return exercise.Dissociate{Clause: l.clause()} },
	},
	{
		Name: "decline", Synopsis: `decline ["…"]`, Example: `decline "Clause 5 binds us without means."`,
		Also:  []string{"decline"},
		Help:  "Does not sign, and may say why.",
		Binds: true, Who: delegates, Phases: inClosing,
		command: func(l *line) exercise.Command { return exercise.Decline{Words: l.optional("the reason")} },
	},
	{
		Name: "attest", Synopsis: `attest ["SIGNATURE"]`, Example: "attest",
		Also: []string{`attest "-----BEGIN SSH SIGNATURE----- U1NIU0lHAAAAAQ== -----END SSH SIGNATURE-----"`},
		Help: "Proves your signature by one of the text that export accord gives, made on your computer with your own SSH key; alone it says how, and as `ssh … attest < accord.txt.sig` it reads the file.",
		Kind: Serve, Who: delegates, Phases: sinceSigned, query: readAttest,
	},
}

// readAttest takes a signature as it was pasted: its lines may have been run together.
func readAttest(l *line) []string {
	if l.done() {
		return nil
	}
	return []string{l.tail("the signature").Value}
}

func readSign(l *line) exercise.Command {
	var s exercise.Sign
	for l.accept("reserve") {
		s.Reservations = append(s.Reservations, exercise.Reservation{Clause: l.clause(), Words: l.text("the reservation")})
		l.accept("and")
	}
	return s
}
