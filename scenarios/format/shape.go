package format

import (
	"reflect"
	"slices"
	"strings"
)

// The types of this file are a scenario as its author writes it. Nothing is
// decoded into them: they name the fields that the reader knows, and the JSON
// Schema for editors is generated from them, so that neither can forget one.
// A field with omitempty may be left out.

type scenarioShape struct {
	Title         string                `json:"title" jsonschema_description:"The exercise's name."`
	Instrument    string                `json:"instrument" jsonschema_description:"The name of the agreement that is negotiated."`
	Organiser     string                `json:"organiser" jsonschema_description:"Who runs this and whom to ask; stands on the first page people accept."`
	Zone          string                `json:"zone" jsonschema_description:"Times are minuted in this zone: Europe/Zurich."`
	Language      string                `json:"language,omitempty" jsonschema_description:"Of the texts: en, fr, es."`
	Marking       string                `json:"marking" jsonschema_description:"EXERCISE - UNCLASSIFIED, or a TLP mark."`
	Ceiling       string                `json:"ceiling,omitempty" jsonschema_description:"The highest marking that anything here may bear."`
	Retention     string                `json:"retention" jsonschema:"pattern=^[1-9][0-9]*d$" jsonschema_description:"Days after which private words are forgotten: 90d."`
	Disclosure    string                `json:"disclosure,omitempty" jsonschema:"enum=members,enum=all,enum=never" jsonschema_description:"Whom the words of private rooms reach in exports after the hot wash."`
	Anonymity     string                `json:"anonymity,omitempty" jsonschema:"enum=named,enum=roles,enum=tracks" jsonschema_description:"How exports name people until the recorder says otherwise."`
	Procedure     string                `json:"procedure" jsonschema_description:"Who decides, and by what rule: lateral, lateral-by-bearer, track-1, track-2, consultative, two-thirds, or the name of your own rules."`
	Rules         *rulesShape           `json:"rules,omitempty" jsonschema_description:"The scenario's own procedure."`
	Effect        *effectShape          `json:"effect,omitempty" jsonschema_description:"When the adopted text takes effect."`
	Medium        string                `json:"medium,omitempty" jsonschema:"enum=typed,enum=spoken,enum=mixed" jsonschema_description:"How people talk."`
	Tabling       string                `json:"tabling,omitempty" jsonschema:"enum=turn" jsonschema_description:"turn: amendments need the floor."`
	AbsentTrack   string                `json:"absent-track,omitempty" jsonschema:"enum=decide" jsonschema_description:"decide: the others decide while a track is wholly absent."`
	Consult       string                `json:"consultations,omitempty" jsonschema:"enum=named,enum=counted,enum=silent" jsonschema_description:"How the minutes tell of a caucus."`
	Chairing      string                `json:"chairing,omitempty" jsonschema:"enum=auto" jsonschema_description:"auto: a scripted chair."`
	Variables     map[string]string     `json:"variables,omitempty" jsonschema_description:"town: Vale lets {town} stand in any text."`
	Draws         []drawShape           `json:"draws,omitempty" jsonschema_description:"What differs from exercise to exercise, by its seed."`
	Names         *namesShape           `json:"names,omitempty" jsonschema_description:"Names that lint looks for in the texts."`
	Teams         []teamShape           `json:"teams"`
	Seats         []seatShape           `json:"seats" jsonschema_description:"Seats of no team; chair and control are needed."`
	Personas      []personaShape        `json:"personas,omitempty" jsonschema_description:"Who may be heard from outside the room."`
	Prepared      []preparedShape       `json:"prepared,omitempty" jsonschema_description:"Answers that wait for their question to the world; may stand in prepared.yaml."`
	Dials         []dialShape           `json:"dials,omitempty" jsonschema_description:"Figures from 0 to 100 of the author's model of the world."`
	Gap           *gapShape             `json:"gap,omitempty" jsonschema_description:"How far policy lags behind technology, in the author's model."`
	Clauses       []clauseShape         `json:"clauses" jsonschema_description:"The draft as it comes to the table."`
	Precedents    []precedentShape      `json:"precedents,omitempty" jsonschema_description:"Agreed language to take over; may stand in precedents.yaml."`
	Agenda        []itemShape           `json:"agenda" jsonschema_description:"The items of the table phase, in order."`
	Times         *timesShape           `json:"times,omitempty"`
	Situation     string                `json:"situation,omitempty" jsonschema_description:"The page for all, in Markdown; or write situation.md."`
	Facts         texts                 `json:"facts,omitempty" jsonschema_description:"What is so in this exercise, for control, those who play the world, and evaluators."`
	Briefs        map[string]briefShape `json:"briefs,omitempty" jsonschema_description:"A team each; or write briefs/TEAM.md."`
	Injects       []injectShape         `json:"injects,omitempty" jsonschema_description:"The MSEL; or write injects/I1.md."`
	Objectives    []objectiveShape      `json:"objectives,omitempty" jsonschema_description:"What the exercise is to show."`
	Questions     texts                 `json:"questions,omitempty" jsonschema_description:"For the hot wash."`
	Survey        []surveyShape         `json:"survey,omitempty" jsonschema_description:"Neutral questions asked before and after."`
	Stress        []stressShape         `json:"stress,omitempty" jsonschema_description:"Incidents held back, which try the final text; may stand in stress.yaml."`
	TwinOf        string                `json:"twin-of,omitempty" jsonschema_description:"The scenario whose stakes this one has under another surface."`
	TranslationOf string                `json:"translation-of,omitempty" jsonschema_description:"The scenario whose words these are in another language."`
	Follows       *followsShape         `json:"follows,omitempty" jsonschema_description:"The session before this one."`
}

type namesShape struct {
	Avoid texts `json:"avoid,omitempty" jsonschema_description:"Further real names that must not stand in a text."`
	Allow texts `json:"allow,omitempty" jsonschema_description:"Real names that may."`
}

type rulesShape struct {
	Tracks   map[string]string `json:"tracks,omitempty" jsonschema_description:"A rule for each track: concurrence, no-objection, unanimity, voice, none, or a majority."`
	Overall  string            `json:"overall,omitempty" jsonschema_description:"A rule over all teams together."`
	Quorum   string            `json:"quorum,omitempty" jsonschema_description:"A fraction of the teams with a say: 2/3."`
	ByBearer bool              `json:"by-bearer,omitempty" jsonschema_description:"On a clause its bearers decide."`
	Hall     tracks            `json:"hall,omitempty" jsonschema_description:"Tracks in a room of their own."`
	Input    bool              `json:"input,omitempty" jsonschema_description:"What others lodge waits for a sponsor with a say."`
	NonPaper nameList          `json:"non-paper,omitempty" jsonschema_description:"Agenda items at which the hall's proposals are delivered."`
}

type effectShape struct {
	PerTrack int      `json:"per-track,omitempty" jsonschema_description:"Signatures or endorsements needed in each track that decides."`
	Teams    nameList `json:"teams,omitempty" jsonschema_description:"Teams whose own is needed."`
	Signed   bool     `json:"signed,omitempty" jsonschema_description:"An endorsement does not count."`
}

type drawShape struct {
	Name    string              `json:"name"`
	Options []map[string]string `json:"options" jsonschema_description:"Each has a value; other fields are the same in every option."`
	Unlike  string              `json:"unlike,omitempty" jsonschema_description:"An earlier draw whose value this one never takes."`
}

type teamShape struct {
	ID    string   `json:"id" jsonschema:"pattern=^[a-z][a-z0-9]*(-[a-z0-9]+)*$"`
	Name  string   `json:"name"`
	Forms []string `json:"forms,omitempty" jsonschema_description:"Words for the team which its name does not begin, such as Dutch for the Netherlands: minutes without names replace them too."`
	Track track    `json:"track"`
	Seats nameList `json:"seats" jsonschema_description:"The first is the head."`
}

type seatShape struct {
	ID    string   `json:"id" jsonschema:"pattern=^[a-z][a-z0-9]*(-[a-z0-9]+)*$"`
	Name  string   `json:"name"`
	Roles nameList `json:"roles" jsonschema_description:"chair, control, simcell, recorder, evaluator, observer, projector."`
}

type personaShape struct {
	Name   string `json:"name"`
	Method string `json:"method,omitempty" jsonschema:"enum=mail,enum=call,enum=press,enum=intelligence,enum=letter"`
	About  string `json:"about" jsonschema_description:"For whoever speaks as them: what they know, how they talk."`
}

type preparedShape struct {
	ID      string   `json:"id" jsonschema:"pattern=^Q[1-9][0-9]{0\\,2}$"`
	From    string   `json:"from" jsonschema_description:"The persona who answers."`
	About   texts    `json:"about" jsonschema_description:"Words or phrases of which one stands in the question."`
	Teams   nameList `json:"teams,omitempty" jsonschema_description:"Whom it answers; without it any team."`
	Answer  string   `json:"answer"`
	Release string   `json:"release,omitempty" jsonschema:"enum=auto,enum=ask" jsonschema_description:"ask: it is offered to control; without it it is given at once."`
}

type dialShape struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Start  int    `json:"start" jsonschema:"minimum=0,maximum=100"`
	Means  string `json:"means,omitempty" jsonschema_description:"What a high figure stands for."`
	Public bool   `json:"public,omitempty" jsonschema_description:"Everyone sees it; otherwise control, those who play the world, and evaluators."`
}

type gapShape struct {
	Name    string         `json:"name,omitempty"`
	Start   int            `json:"start" jsonschema:"minimum=0,maximum=100"`
	Pace    int            `json:"pace" jsonschema:"minimum=0,maximum=600" jsonschema_description:"Points by which it rises in an hour of scenario time."`
	Weights map[string]int `json:"weights,omitempty" jsonschema_description:"3: 12 - by how many points it falls when clause 3 is agreed."`
	Public  bool           `json:"public,omitempty"`
}

type clauseShape struct {
	ID            ordinal `json:"id"`
	Title         string  `json:"title"`
	Bearers       tracks  `json:"bearers,omitempty" jsonschema_description:"The tracks that would carry the duty."`
	NoReservation bool    `json:"no-reservation,omitempty" jsonschema_description:"The clause admits no reservation."`
	Paragraphs    texts   `json:"paragraphs" jsonschema_description:"Disputed words stand as [one | other]."`
}

type precedentShape struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Source string `json:"source" jsonschema_description:"Whose theme it is: after OSCE 2013, no. 8."`
}

type itemShape struct {
	Name    ordinal  `json:"name" jsonschema_description:"What the chair types after item."`
	Kind    string   `json:"kind" jsonschema:"enum=openings,enum=first reading,enum=second reading,enum=suspension,enum=stakeholder slot,enum=endgame"`
	Clauses nameList `json:"clauses,omitempty"`
	Minutes int      `json:"minutes"`
	Mode    string   `json:"mode,omitempty" jsonschema:"enum=rounds,enum=queue,enum=open,enum=closed" jsonschema_description:"How the floor passes, where not as usual."`
}

type timesShape struct {
	Slot     length `json:"slot,omitempty" jsonschema_description:"What is booked for everything."`
	Briefing length `json:"briefing,omitempty"`
	Closing  length `json:"closing,omitempty"`
	HotWash  length `json:"hot-wash,omitempty"`
	Turn     length `json:"turn,omitempty" jsonschema_description:"A team's turn in rounds."`
	Gavel    length `json:"gavel,omitempty"`
	Wait     length `json:"wait,omitempty"`
	Put      length `json:"put,omitempty"`
	Settle   length `json:"settle,omitempty"`
	Reading  length `json:"reading,omitempty" jsonschema_description:"0: by the number of words, at least 45 s."`
	Order    length `json:"order,omitempty"`
	Reflect  length `json:"reflect,omitempty"`
}

// briefHead are the fields of a brief above its page.
type briefHead struct {
	Wants    texts             `json:"wants"`
	Trades   texts             `json:"trades"`
	RedLines texts             `json:"red-lines"`
	Offers   texts             `json:"offers" jsonschema_description:"Things that only this team can give."`
	Points   map[string]string `json:"points,omitempty" jsonschema_description:"3.1a: why the team cares for it."`
	Stakes   map[string]worths `json:"stakes,omitempty" jsonschema_description:"no-agreement, and points of 100 for each alternative of a point, or for a clause that is agreed."`
}

type briefShape struct {
	Page string `json:"page"`
	briefHead
}

// injectHead are the fields of an inject above its text.
type injectHead struct {
	Title     string   `json:"title"`
	Kind      string   `json:"kind" jsonschema:"enum=contextual,enum=expected-action,enum=contingency"`
	From      string   `json:"from" jsonschema_description:"Who writes: any name; a persona's, if whoever plays the world is to go on as them."`
	Method    string   `json:"method" jsonschema:"enum=mail,enum=call,enum=press,enum=intelligence,enum=letter"`
	To        nameList `json:"to" jsonschema_description:"all, a track, teams or seats; the first is the main addressee."`
	At        moment   `json:"at,omitempty" jsonschema_description:"T+25m, item 3, by hand, or off timeline; with when: not before."`
	When      string   `json:"when,omitempty" jsonschema_description:"The condition on which it goes out: agreed(\"5\") and minute > 40."`
	Release   string   `json:"release,omitempty" jsonschema:"enum=auto,enum=ask" jsonschema_description:"ask: once due it waits for control."`
	Asks      string   `json:"asks,omitempty" jsonschema_description:"What is asked of those who read it."`
	AnswerIn  length   `json:"answer-in,omitempty"`
	Objective string   `json:"objective,omitempty" jsonschema_description:"The objective that it serves."`
	Probes    nameList `json:"probes,omitempty" jsonschema_description:"The clauses that it puts to the test."`
	Expected  string   `json:"expected,omitempty" jsonschema_description:"For control and evaluators: what people would do."`
	Marking   string   `json:"marking,omitempty"`

	Attachments nameList `json:"attachments,omitempty" jsonschema_description:"Files in the folder injects that come with it: map.txt."`

	Effects  []shiftShape   `json:"effects,omitempty" jsonschema_description:"What it does to the dials as it is delivered."`
	Passages []passageShape `json:"passages,omitempty" jsonschema_description:"Paragraphs that stand in it where their condition holds."`
	Returns  string         `json:"returns,omitempty" jsonschema_description:"The inject whose altered return this is."`
	Unless   nameList       `json:"unless,omitempty" jsonschema_description:"Clauses that keep the return away if all are agreed in time."`
	AgreedBy moment         `json:"agreed-by,omitempty" jsonschema_description:"By when: T+40m; without it, by the time of the inject."`
}

type shiftShape struct {
	Dial string `json:"dial"`
	By   int    `json:"by" jsonschema:"minimum=-100,maximum=100"`
	When string `json:"when,omitempty"`
	Why  string `json:"why" jsonschema_description:"One sentence."`
}

type passageShape struct {
	When string `json:"when"`
	Text string `json:"text"`
}

type injectShape struct {
	ID   string `json:"id" jsonschema:"pattern=^I[1-9][0-9]{0\\,2}$"`
	Text string `json:"text"`
	injectHead
}

type objectiveShape struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	LookFor texts  `json:"look-for,omitempty" jsonschema_description:"What evaluators look for."`
}

type surveyShape struct {
	ID   string `json:"id"`
	Ask  string `json:"ask"`
	Low  string `json:"low" jsonschema_description:"What 1 means."`
	High string `json:"high" jsonschema_description:"What 5 means."`
}

type stressShape struct {
	ID      string   `json:"id" jsonschema:"pattern=^S[1-9][0-9]?$"`
	Title   string   `json:"title"`
	Text    string   `json:"text"`
	Probes  nameList `json:"probes,omitempty" jsonschema_description:"The clauses that it puts to the test."`
	Asks    string   `json:"asks,omitempty" jsonschema_description:"What the final text should answer."`
	LookFor texts    `json:"look-for,omitempty" jsonschema_description:"What a text that holds would say."`
}

type followsShape struct {
	Scenario string   `json:"scenario"`
	Carries  nameList `json:"carries" jsonschema_description:"What stands of it: text, dials, positions."`
	Later    string   `json:"later,omitempty" jsonschema_description:"What has passed meanwhile."`
}

// fieldsOf lists the fields of a shape as authors write them.
func fieldsOf[T any]() []string { return fieldNames(reflect.TypeFor[T]()) }

func fieldNames(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			names = append(names, fieldNames(f.Type)...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}

// as reads a node as a map of the fields that a shape has. A misspelt field is
// found once, and then read as the one that is meant.
func as[T any](r *reader, n *node, what string) object {
	fields := fieldsOf[T]()
	o := r.object(n, what, fields...)
	for _, f := range n.fields {
		if slices.Contains(fields, f.key.value) {
			continue
		}
		if meant := nearest(f.key.value, fields); meant != "" && n.get(meant) == nil {
			f.key.value = meant
		}
	}
	return o
}
