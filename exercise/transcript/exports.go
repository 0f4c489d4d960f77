package transcript

import (
	"io"
	"iter"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/transcript/paper"
)

// Export is one thing that is handed over: a document, a table, the record. The
// screen, the verb, the file tree and the command all read this list, so that
// whatever is here can be taken through each of them.
type Export struct {
	// Name is what is typed: `export docx`.
	Name string
	// File is its name in the tree and, typed, as good as Name: minutes.docx.
	File string
	// Help says in a few words what it is: "minutes for Word".
	Help string
	// Who may take it; nil: the recorder only. The operator always may.
	Who func(own *exercise.OwnView) bool
	// Closed exports leave once the exercise is closed.
	Closed bool
	// Ended exports leave from ENDEX on.
	Ended bool
	// Named exports cannot leave while the minutes are to name nobody.
	Named bool
	// Same exports are the same bytes each time, so that their signature can be
	// asked for by itself: `export head.txt.sig`.
	Same bool
	// Write writes it whole. A refusal is a sentence for whoever asked.
	Write func(w io.Writer, s *Source) error
}

// Source is what exports are made from. An export shows what View shows and,
// of the rest, figures only, unless its Help says otherwise.
type Source struct {
	Name string // of the exercise on its server
	// View is that of the seat that takes the copy.
	View *exercise.View
	// Acts are all acts from 0; State is after the last of them.
	Acts  []exercise.Act
	State exercise.State
	// Head is that of the journal. A copy made during play carries none.
	Head journal.Head
	// Entries and Keys are the record itself, for the formats that prove it.
	Entries iter.Seq2[journal.Entry, error]
	Keys    Keys
	// Whole is the operator's own copy of the record: nothing is withheld but
	// what was removed. View is nil then.
	Whole bool
	// Replay writes the screens that the seat of View saw, as an asciicast. Nil:
	// nobody here can draw them.
	Replay func(w io.Writer, s *Source) error
}

// Everyone may take what their own seat knows.
func Everyone(*exercise.OwnView) bool { return true }

// Exports lists all of them, in the order in which they are offered.
func Exports() []Export {
	return []Export{
		{Name: "md", File: "minutes.md", Help: "minutes as Markdown", Who: Everyone, Write: writeMinutes},
		{Name: "docx", File: "minutes.docx", Help: "minutes for Word", Who: Everyone, Write: writeMinutesDOCX},
		{Name: "minutes.pdf", File: "minutes.pdf", Help: "minutes as PDF", Who: Everyone, Write: writeMinutesPDF},
		{Name: "quicklook", File: "quick-look.docx", Help: "quick-look for Word: outcome, text, decisions, times", Who: Everyone, Ended: true, Write: as(paper.DOCX, quickLook)},
		{Name: "quicklook.html", File: "quick-look.html", Help: "quick-look for a browser: outcome, text, decisions, times", Who: Everyone, Ended: true, Write: as(paper.HTML, quickLook)},
		{Name: "html", File: "report.html", Help: "after-action report with charts, for a browser", Who: staff, Ended: true, Write: as(paper.HTML, afterAction)},
		{Name: "pdf", File: "report.pdf", Help: "after-action report with charts, to print", Who: staff, Ended: true, Write: as(paper.PDF, afterAction)},
		{Name: "aar", File: "aar.docx", Help: "draft for evaluators to complete, with an improvement plan, for Word", Who: staff, Ended: true, Write: as(paper.DOCX, draftAAR)},
		{Name: "aar.html", File: "aar.html", Help: "the same draft for a browser", Who: staff, Ended: true, Write: as(paper.HTML, draftAAR)},
		{Name: "delegation", File: "delegation.docx", Help: "what your brief asked and what it got, for your delegation only", Who: delegates, Ended: true, Write: as(paper.DOCX, ownDelegation)},
		{Name: "redline", File: "redline.docx", Help: "the draft for Word, with tracked changes by their sponsors", Who: Everyone, Write: as(paper.DOCX, (*Source).redline)},
		{Name: "agreement", File: "agreement.docx", Help: "the agreed text for Word, with a page to sign", Who: Everyone, Write: as(paper.DOCX, (*Source).agreement)},
		{Name: "stances.csv", File: "stances.csv", Help: "stances and positions, a row for each team and alternative", Who: Everyone, Write: writeStances},
		{Name: "floor.csv", File: "floor.csv", Help: "speaking time, a row for each intervention", Who: Everyone, Write: writeFloor},
		{Name: "msel.csv", File: "msel.csv", Help: "incidents and answers, with their times", Who: Everyone, Write: writeMSEL},
		{Name: "marks.csv", File: "marks.csv", Help: "the recorder's marks and the entries they stand on", Write: writeMarks},
		{Name: "research.csv", File: "research.csv", Help: "observations for analysis, of those who allowed it", Closed: true, Write: writeResearch},
		{Name: "jsonl", File: "record.jsonl", Help: "the record itself, to be verified", Closed: true, Named: true, Write: writeRecord},
		{Name: "events.jsonl", File: "events.jsonl", Help: "the table's entries for analysis, named as the minutes are", Who: Everyone, Write: writeEvents},
		{Name: "debate.akn", File: "debate.akn.xml", Help: "the record of the table as Akoma Ntoso 3.0", Who: Everyone, Write: writeDebateAKN},
		{Name: "akn", File: "agreement.akn.xml", Help: "the text as Akoma Ntoso 3.0", Who: Everyone, Write: writeAgreementAKN},
		{Name: "blind", File: "blind.md", Help: "the final text for raters, without run, arm or date", Closed: true, Write: writeBlind},
		{Name: "ics", File: "timetable.ics", Help: "the timetable for a calendar", Who: Everyone, Write: writeTimetable},
		{Name: "cast", File: "replay.cast", Help: "what your seat saw, as a replay for asciinema", Who: Everyone, Closed: true, Named: true, Write: writeReplay},
		{Name: "record.schema.json", File: "record.schema.json", Help: "what a line of record.jsonl is", Who: Everyone, Same: true, Write: schemaOf(RecordSchema)},
		{Name: "events.schema.json", File: "events.schema.json", Help: "what a line of events.jsonl is", Who: Everyone, Same: true, Write: schemaOf(EventsSchemaJSON)},
		{Name: "accord", File: "accord.txt", Help: "the adopted text, to sign with one's own key", Who: Everyone, Same: true, Write: writeAccord},
		{Name: "head", File: "head.txt", Help: "where the record ended, to check a copy of it by", Who: Everyone, Closed: true, Same: true, Write: writeHead},
	}
}

// writeMinutes gives a delegation its own rooms too; the copies of those who
// hand minutes on are of the table alone. Where the scenario discloses private
// words to nobody, no copy has them.
func writeMinutes(w io.Writer, s *Source) error { return Minutes(w, s.View, s.options()) }

func (s *Source) options() Options {
	return Options{Private: s.View.Own.Team != "" && s.View.Room.Exercise.Disclosure != exercise.ToNobody}
}
