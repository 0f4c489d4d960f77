package action

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"kefi/exercise"
)

func t(s string) exercise.Text { return exercise.T(s) }

func alt(point string, n int) exercise.AltID {
	return exercise.AltID{Point: exercise.PointID(point), N: n}
}

func TestParseCommands(tt *testing.T) {
	for _, row := range []struct {
		line string
		want exercise.Command
	}{
		// speaking
		{`say "Forty-eight would do."`, exercise.Say{Words: t("Forty-eight would do.")}},
		{`say Forty-eight would do.`, exercise.Say{Words: t("Forty-eight would do.")}},
		{`  /say   hello  `, exercise.Say{Words: t("hello")}},
		{`SAY hello`, exercise.Say{Words: t("hello")}},
		{`say “Forty-eight would do.”`, exercise.Say{Words: t("Forty-eight would do.")}},
		{`say “She said “no” twice.”`, exercise.Say{Words: t("She said “no” twice.")}},
		{`say “She said "no" twice.”`, exercise.Say{Words: t(`She said "no" twice.`)}},
		{`say "She said “no” twice."`, exercise.Say{Words: t("She said “no” twice.")}},
		{`say "A “word "in" it” here."`, exercise.Say{Words: t(`A “word "in" it” here.`)}},
		{`say "Only “ opened."`, exercise.Say{Words: t("Only “ opened.")}},
		{`say "She said \"no\" twice."`, exercise.Say{Words: t(`She said "no" twice.`)}},
		{`say "Shall" is our word.`, exercise.Say{Words: t(`"Shall" is our word.`)}},
		{`say it's 5" wide`, exercise.Say{Words: t(`it's 5" wide`)}},
		{`say "hello" --json`, exercise.Say{Words: t("hello")}},
		{`say "hello --json"`, exercise.Say{Words: t("hello --json")}},
		{`hand`, exercise.Hand{}},
		{`hand DOWN`, exercise.Hand{Down: true}},
		{`yield`, exercise.Yield{}},
		{`order "The chair skipped us."`, exercise.Order{Words: t("The chair skipped us.")}},
		{`room shall we take 48?`, exercise.SpeakRoom{Words: t("shall we take 48?")}},
		{`ask Hydra "Would 48 do?"`, exercise.Ask{Team: "hydra", Words: t("Would 48 do?")}},
		{`ask hydra would 48 do?`, exercise.Ask{Team: "hydra", Words: t("would 48 do?")}},
		{`answer-ask #K2.7 "Yes."`, exercise.AnswerAsk{No: "k2.7", Words: t("Yes.")}},
		{`answer-ask 7 yes, with help`, exercise.AnswerAsk{No: "7", Words: t("yes, with help")}},
		{`whisper "We need time."`, exercise.Whisper{To: "chair", Words: t("We need time.")}},
		{`whisper Hydra "Is it final?"`, exercise.Whisper{To: "hydra", Words: t("Is it final?")}},
		{`whisper hydra wants more time`, exercise.Whisper{To: "chair", Words: t("hydra wants more time")}},

		// what evaluators record
		{`observe 2 Strength "Told early." #148 #V.3`, exercise.Observe{Objective: "2", Aspect: exercise.Strength, Words: t("Told early."), Entries: []string{"148", "v.3"}}},
		{`observe 2 improve told late, as #12 says #148`, exercise.Observe{Objective: "2", Aspect: exercise.Improve, Words: t("told late, as #12 says"), Entries: []string{"148"}}},
		{`rate 2 s it came late`, exercise.Rate{Objective: "2", Rating: exercise.SomeChallenges, Why: t("it came late")}},
		{`action "Name a contact" owner Harbour CERT by 1 March 2027`, exercise.ProposeAction{Words: t("Name a contact"), Owner: t("Harbour CERT"), Due: "2027-03-01"}},
		{`action "Name a contact" owner "Stand by me" by 2027-03-01`, exercise.ProposeAction{Words: t("Name a contact"), Owner: t("Stand by me"), Due: "2027-03-01"}},

		// the draft
		{`amend 3.1 put "48" for "24"`, exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.1", Old: t("24"), New: t("48")}}}},
		{`amend 3.1 put 48 for 24`, exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.1", Old: t("24"), New: t("48")}}}},
		{`amend 3.1 put “48” for "24" because "midway"`, exercise.Amend{Clause: "3", Because: t("midway"), Edits: []exercise.Edit{{Para: "3.1", Old: t("24"), New: t("48")}}}},
		{`amend 3.1 put 48 for 24 at 2 because it is midway`, exercise.Amend{Clause: "3", Because: t("it is midway"), Edits: []exercise.Edit{{Para: "3.1", Old: t("24"), New: t("48"), At: 2}}}},
		{`Amend 12.10 Strike "water"`, exercise.Amend{Clause: "12", Edits: []exercise.Edit{{Para: "12.10", Old: t("water")}}}},
		{`amend 3.1 add "and port" after "water"`, exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.1", Old: t("water"), New: t("and port"), After: true}}}},
		{`amend 3.1 put "48" for "24" and strike "water" at 2 because "both"`, exercise.Amend{Clause: "3", Because: t("both"), Edits: []exercise.Edit{
			{Para: "3.1", Old: t("24"), New: t("48")}, {Para: "3.1", Old: t("water"), At: 2},
		}}},
		{`amend 3.1 delete`, exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.1", Whole: true}}}},
		{`amend 3.1 delete because "3.2 says it"`, exercise.Amend{Clause: "3", Because: t("3.2 says it"), Edits: []exercise.Edit{{Para: "3.1", Whole: true}}}},
		{`amend 3 delete`, exercise.Amend{Clause: "3", Delete: true}},
		{`amend 3 new "A notice names a contact."`, exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Fresh: true, New: t("A notice names a contact.")}}}},
		{`amend new "Exercises": "The Parties hold one each year." because "practice"`, exercise.Amend{Title: t("Exercises"), Because: t("practice"), Edits: []exercise.Edit{{Fresh: true, New: t("The Parties hold one each year.")}}}},
		{`amend new Exercises: "The Parties hold one."`, exercise.Amend{Title: t("Exercises"), Edits: []exercise.Edit{{Fresh: true, New: t("The Parties hold one.")}}}},
		{`amend new “Joint exercises” : “The Parties hold one.”`, exercise.Amend{Title: t("Joint exercises"), Edits: []exercise.Edit{{Fresh: true, New: t("The Parties hold one.")}}}},
		{`cosponsor a1`, exercise.Cosponsor{Amendment: "A1"}},
		{`withdraw A12`, exercise.Withdraw{Amendment: "A12"}},
		{`prefer 3.1A/2`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.Prefer}},
		{`can-live 3.1a/2 with help from others`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.CanLive, Why: t("with help from others")}},
		{`cannot 3.1a/2 "too late"`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.Cannot, Why: t("too late")}},
		{`cannot 3.1a/2 "too late" to chair`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.Cannot, Why: t("too late"), ToChair: true}},
		{`cannot 3.1a/2 too late To Chair`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.Cannot, Why: t("too late"), ToChair: true}},
		{`cannot 3.1a/2 to chair "too late"`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.Cannot, Why: t("too late"), ToChair: true}},
		{`cannot 3.1a/2 "not to chair"`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.Cannot, Why: t("not to chair")}},
		{`prefer 3.1a/2 to chair`, exercise.TakeStance{Alt: alt("3.1a", 2), Stance: exercise.Prefer, ToChair: true}},
		{`clear 3.1A`, exercise.ClearStance{Point: "3.1a"}},
		{`request put a16`, exercise.RequestPut{X: "A16"}},
		{`Request  Put TEXT`, exercise.RequestPut{X: "text"}},

		// positions
		{`object "too short"`, exercise.Object{Why: t("too short")}},
		{`object too short`, exercise.Object{Why: t("too short")}},
		{`object a16 too short`, exercise.Object{X: "A16", Why: t("too short")}},
		{`object 3 "too short"`, exercise.Object{X: "3", Why: t("too short")}},
		{`object 3 days are too short`, exercise.Object{Why: t("3 days are too short")}},
		{`object text is too short`, exercise.Object{Why: t("text is too short")}},
		{`object text "too short"`, exercise.Object{X: "text", Why: t("too short")}},
		{`wait`, exercise.Wait{}},
		{`wait 3.1a/2`, exercise.Wait{X: "3.1a/2"}},
		{`position A16 accept`, exercise.TakePosition{X: "A16", Position: exercise.Accept}},
		{`position 3 accept ad-ref 10m`, exercise.TakePosition{X: "3", Position: exercise.Accept, AdRef: 600_000}},
		{`position 3 accept ad ref 1h30m`, exercise.TakePosition{X: "3", Position: exercise.Accept, AdRef: 5_400_000}},
		{`position text not-yet "Our board."`, exercise.TakePosition{X: "text", Position: exercise.NotYet, Words: t("Our board.")}},
		{`position 3.1a/2 object too late`, exercise.TakePosition{X: "3.1a/2", Position: exercise.Objects, Words: t("too late")}},
		{`position 3 aside`, exercise.TakePosition{X: "3", Position: exercise.StandAside}},
		{`cleared 3`, exercise.Cleared{X: "3"}},
		{`statement "We read hours as clock hours."`, exercise.MakeStatement{Words: t("We read hours as clock hours.")}},

		// writing and closing
		{`answer i4 "We isolate."`, exercise.AnswerInject{Inject: "I4", Words: t("We isolate.")}},
		{`answer l1 We isolate.`, exercise.AnswerInject{Inject: "L1", Words: t("We isolate.")}},
		{`rfi "Is it known?"`, exercise.Request{Words: t("Is it known?")}},
		{`rfi "Is it known?" to Harbour CERT`, exercise.Request{To: "Harbour CERT", Words: t("Is it known?")}},
		{`rfi Is it known to cert?`, exercise.Request{Words: t("Is it known to cert?")}},
		{`correct "I meant 48."`, exercise.Correct{Words: t("I meant 48.")}},
		{`correct #148 "It is Lantern."`, exercise.Correct{No: "148", Words: t("It is Lantern.")}},
		{`correct 148 is wrong`, exercise.Correct{Words: t("148 is wrong")}},
		{`sign`, exercise.Sign{}},
		{`sign reserve 5 "Within our means."`, exercise.Sign{Reservations: []exercise.Reservation{{Clause: "5", Words: t("Within our means.")}}}},
		{`sign reserve 5 "a b" and reserve 6 “c d”`, exercise.Sign{Reservations: []exercise.Reservation{{Clause: "5", Words: t("a b")}, {Clause: "6", Words: t("c d")}}}},
		{`sign reserve 5 "a b" reserve 6 c`, exercise.Sign{Reservations: []exercise.Reservation{{Clause: "5", Words: t("a b")}, {Clause: "6", Words: t("c")}}}},
		{`endorse`, exercise.Endorse{}},
		{`dissociate 5`, exercise.Dissociate{Clause: "5"}},
		{`decline`, exercise.Decline{}},
		{`decline not in our gift`, exercise.Decline{Words: t("not in our gift")}},

		// chair
		{`next`, exercise.Next{}},
		{`floor hydra`, exercise.GiveFloor{Team: "hydra"}},
		{`floor HYDRA 90s`, exercise.GiveFloor{Team: "hydra", Time: 90_000}},
		{`extend 1m30s`, exercise.Extend{Time: 90_000}},
		{`skip plumb "later"`, exercise.Skip{Team: "plumb", Why: t("later")}},
		{`item 3`, exercise.OpenItem{Name: "3"}},
		{`item First-Reading`, exercise.OpenItem{Name: "first-reading"}},
		{`item first reading`, exercise.OpenItem{Name: "first-reading"}},
		{`gavel a16`, exercise.Gavel{X: "A16"}},
		{`gavel 3.1a/2 45s`, exercise.Gavel{X: "3.1a/2", Time: 45_000}},
		{`put 3`, exercise.Put{X: []exercise.Subject{"3"}}},
		{`put a16 4.1a/1 and 5 2m`, exercise.Put{X: []exercise.Subject{"A16", "4.1a/1", "5"}, Time: 120_000}},
		{`close text`, exercise.Close{X: "text"}},
		{`rule "Forge first."`, exercise.Rule{Words: t("Forge first.")}},
		{`defer 6`, exercise.Defer{Clauses: []exercise.ClauseID{"6"}}},
		{`defer 4 6`, exercise.Defer{Clauses: []exercise.ClauseID{"4", "6"}}},
		{`reopen D3`, exercise.Reopen{X: "D3"}},
		{`request reopen text`, exercise.RequestReopen{X: "text"}},
		{`not-cleared A16 "The board says no."`, exercise.NotCleared{X: "A16", Why: t("The board says no.")}},
		{`statement 3 "We read hours as clock hours."`, exercise.MakeStatement{X: "3", Words: t("We read hours as clock hours.")}},
		{`statement 3 of us agree`, exercise.MakeStatement{Words: t("3 of us agree")}},
		{`suspend 8m`, exercise.Suspend{Time: 480_000}},
		{`absent plumb`, exercise.DeclareAbsent{Team: "plumb"}},
		{`summary "Five found support."`, exercise.Summarise{Words: t("Five found support.")}},
		{`undo`, exercise.Undo{}},

		// control
		{`start`, exercise.Start{}},
		{`phase Closing`, exercise.EnterPhase{Phase: exercise.Closing}},
		{`phase hot wash`, exercise.EnterPhase{Phase: exercise.HotWash}},
		{`phase hot-wash`, exercise.EnterPhase{Phase: exercise.HotWash}},
		{`pause`, exercise.Pause{}},
		{`pause table`, exercise.Pause{Clock: exercise.TableClock}},
		{`resume Scenario`, exercise.Resume{Clock: exercise.ScenarioClock}},
		{`speed 60`, exercise.Speed{N: 60}},
		{`inject i5`, exercise.SendInject{Inject: "I5"}},
		{`inject I5 now`, exercise.SendInject{Inject: "I5", Now: true}},
		{`inject new to hydra, forge "Pressure falls": "Two districts."`, exercise.WriteInject{To: []string{"hydra", "forge"}, Title: t("Pressure falls"), Body: t("Two districts.")}},
		{`inject new to all Calm: nothing was found`, exercise.WriteInject{To: []string{"all"}, Title: t("Calm"), Body: t("nothing was found")}},
		{`inject new to E κ philanthropy "A": "b"`, exercise.WriteInject{To: []string{"ε", "κ", "φ"}, Title: t("A"), Body: t("b")}},
		{`retime I5 T+45m`, exercise.Retime{Inject: "I5", At: 2_700_000}},
		{`retime I5 t+1h`, exercise.Retime{Inject: "I5", At: 3_600_000}},
		{`retime I5 T+0m`, exercise.Retime{Inject: "I5"}},
		{`retime I5 +10m`, exercise.Retime{Inject: "I5", In: 600_000}},
		{`hold i5`, exercise.HoldInject{Inject: "I5"}},
		{`drop I5`, exercise.Drop{Inject: "I5"}},
		{`slip 5m`, exercise.Slip{By: 300_000}},
		{`jump 2h`, exercise.Jump{By: 7_200_000}},
		{`jump 2h Night falls.`, exercise.Jump{By: 7_200_000, Why: exercise.T("Night falls.")}},
		{
			`jump 2h "Night" fire i5, I6 drop I7 move all`,
			exercise.Jump{By: 7_200_000, Why: exercise.T("Night"), Fire: []exercise.InjectID{"I5", "I6"}, Drop: []exercise.InjectID{"I7"}, Rest: "move"},
		},
		{`dial Trust −5 "Liars."`, exercise.SetDial{Dial: "trust", By: -5, Why: exercise.T("Liars.")}},
		{`dial trust 5 Hands shaken.`, exercise.SetDial{Dial: "trust", By: 5, Why: exercise.T("Hands shaken.")}},
		{`establish #148 not`, exercise.Establish{No: "148", Not: true}},
		{`reply-as Q1 #R2`, exercise.ReplyAs{Name: "Q1", No: "r2"}},
		{
			`inject new to ε hydra from "Harbour CERT" at +5m "Again": "It spreads."`,
			exercise.WriteInject{To: []string{"ε", "hydra"}, From: "Harbour CERT", In: 300_000, Title: exercise.T("Again"), Body: exercise.T("It spreads.")},
		},
		{`drop I5 "late"`, exercise.Drop{Inject: "I5", Why: t("late")}},
		{`takeback I5`, exercise.TakeBack{Inject: "I5"}},
		{`reply-as capital "You may."`, exercise.ReplyAs{Name: "capital", Words: t("You may.")}},
		{`reply-as "Harbour CERT" #R2 Not seen before.`, exercise.ReplyAs{Name: "Harbour CERT", No: "r2", Words: t("Not seen before.")}},
		{`expunge #148 "a real firm"`, exercise.Expunge{No: "148", Why: t("a real firm")}},
		{`question "What to borrow?"`, exercise.Question{Words: t("What to borrow?")}},
		{`cancel realworld`, exercise.CancelRealWorld{}},
		{`end`, exercise.End{}},

		// recorder
		{`mark #148 decision`, exercise.Mark{No: "148", Kind: "decision"}},
		{`mark 148 Objective 2`, exercise.Mark{No: "148", Kind: "objective 2"}},
		{`note "Forge came late."`, exercise.Note{Words: t("Forge came late.")}},
		{`note #k2.7 check`, exercise.Note{No: "k2.7", Words: t("check")}},
		{`confirm expunge #148`, exercise.ConfirmExpunge{No: "148"}},

		// everyone
		{`agree`, exercise.Agree{}},
		{`agree research yes`, exercise.Agree{Research: "yes"}},
		{`ready`, exercise.Ready{}},
		{`vote 2 5 7`, exercise.Vote{Answers: []int{2, 5, 7}}},
		{`realworld "Someone is unwell."`, exercise.RealWorld{Words: t("Someone is unwell.")}},
		{`noduff fire`, exercise.RealWorld{Words: t("fire")}},
		{`stop`, exercise.RealWorld{}},
		{`timeout`, exercise.Timeout{}},
	} {
		got, err := Parse(row.line)
		if err != nil {
			tt.Errorf("%s: %v", row.line, err)
			continue
		}
		if !reflect.DeepEqual(got.Command, row.want) {
			tt.Errorf("%s:\n got %#v\nwant %#v", row.line, got.Command, row.want)
		}
	}
}

func TestParseQueries(tt *testing.T) {
	for _, row := range []struct {
		line string
		want Query
		json bool
	}{
		{"help", Query{Name: "help"}, false},
		{"help Request Put", Query{Name: "help", Args: []string{"request put"}}, false},
		{"view --json", Query{Name: "view"}, true},
		{"view", Query{Name: "view"}, false},
		{"text", Query{Name: "text", Args: []string{"", ""}}, false},
		{"text 3", Query{Name: "text", Args: []string{"3", ""}}, false},
		{"text 3.1 clean", Query{Name: "text", Args: []string{"3.1", "clean"}}, false},
		{"text MINE", Query{Name: "text", Args: []string{"", "mine"}}, false},
		{"text 3 changes", Query{Name: "text", Args: []string{"3", "changes"}}, false},
		{"text original", Query{Name: "text", Args: []string{"", "original"}}, false},
		{"text 3 from 2", Query{Name: "text", Args: []string{"3", "changes", "2"}}, false},
		{"text 3.1 from 0 to 5", Query{Name: "text", Args: []string{"3.1", "changes", "0", "5"}}, false},
		{"read A16", Query{Name: "read", Args: []string{"a16"}}, false},
		{"read #148", Query{Name: "read", Args: []string{"#148"}}, false},
		{"/a16", Query{Name: "read", Args: []string{"a16"}}, false},
		{"/3", Query{Name: "read", Args: []string{"3"}}, false},
		{"brief", Query{Name: "brief"}, false},
		{"who --json", Query{Name: "who"}, true},
		{"export MD", Query{Name: "export", Args: []string{"md"}}, false},
		{"export minutes.md", Query{Name: "export", Args: []string{"md"}}, false},
		{"look mono", Query{Name: "look", Args: []string{"mono"}}, false},
		{"look", Query{Name: "look"}, false},
		{"BELL On", Query{Name: "bell", Args: []string{"on"}}, false},
		{"seat Hydra code", Query{Name: "seat", Args: []string{"hydra", "code"}}, false},
		{"seat hydra move hydra-2", Query{Name: "seat", Args: []string{"hydra", "move", "hydra-2"}}, false},
		{`reflect "Ask the operators first."`, Query{Name: "reflect", Args: []string{"Ask the operators first."}}, false},
		{"leave", Query{Name: "leave"}, false},
	} {
		got, err := Parse(row.line)
		if err != nil {
			tt.Errorf("%s: %v", row.line, err)
			continue
		}
		if got.Command != nil || !reflect.DeepEqual(got.Query, row.want) || got.JSON != row.json {
			tt.Errorf("%s:\n got %#v\nwant %#v, JSON %v", row.line, got, row.want, row.json)
		}
	}
}

func TestParseRefuses(tt *testing.T) {
	for _, row := range []struct {
		line, says string // says: part of the sentence
	}{
		{"", "help lists them"},
		{"/", "help lists them"},
		{"amned 3.1", "Did you mean amend?"},
		{"gavle 3", "Did you mean gavel?"},
		{"cosp a1", "Did you mean cosponsor?"},
		{"request", "Did you mean request"},
		{"reqeust put 3", "Did you mean request put?"},
		{"xyzzy", `"xyzzy" is not a verb here; help lists them.`},
		{"Would 48 hours do?", `"Would" is not a verb`},
		{"say", "what you say is missing"},
		{`say "hello`, "not closed"},
		{`say “hello`, "not closed"},
		{`say ""`, "is missing"},
		{"yield now", `Nothing more was expected at "now"`},
		{"amend", "3.1 is missing"},
		{"amend x", `"x" is not a paragraph`},
		{"amend 3 put 48 for 24", "need a paragraph, such as 3.1"},
		{"amend 3.1", "a way to amend is missing"},
		{"amend 3.1 change 48 for 24", "put, strike, add"},
		{"amend 3.1 put forty eight for 24", "quotation marks"},
		{`amend 3.1 put "48"`, `"for" is missing`},
		{`amend 3.1 put "48" for "24" at x`, `"x" is not a number`},
		{`amend 3.1 put "48" for "24" at 0`, "not a number"},
		{`amend 3.1 put "48" for "24" why not`, `"because" should stand`},
		{`amend 3.1 put "48" for "24`, "not closed"},
		{"amend 3 new Two words", `"because" should stand`},
		{"cosponsor 16", "such as A16"},
		{"prefer 3.1a", "such as 3.1a/2"},
		{"prefer 3.1a/0", "such as 3.1a/2"},
		{"clear 3.1", "such as 3.1a"},
		{"gavel 3.1a", "name one of its alternatives, such as 3.1a/2"},
		{"gavel everything", "A16, 3.1a/2, 3, P1 or text"},
		{"gavel 3 10", "10 of what? Write 90s, 3m or 1h30m."},
		{"gavel 3 0s", "is not a time"},
		{"gavel 3 soon", "is not a time"},
		{"extend", "the time is missing"},
		{"put", "is missing"},
		{"position 3", "a position is missing"},
		{"position 3 maybe", "accept, not-yet, object, aside"},
		{"position 3 accept ad-ref", "capital or board needs is missing"},
		{"position 3 not-yet", "what you need is missing"},
		{"answer 4 yes", "such as I4"},
		{"sign 5", `Nothing more was expected at "5"`},
		{"vote", "is missing"},
		{"vote x", "not a number"},
		{"vote 1 2 3 4", `Nothing more was expected at "4"`},
		{"pause lunch", "table, scenario"},
		{"phase lunch", "lobby, briefing"},
		{"speed 0", "not a number"},
		{"retime I5 45m", "such as T+45m"},
		{"retime I5 +10", "such as 90s"},
		{"dial trust lots x", "such as +5"},
		{"dial trust 0 x", "such as +5"},
		{"jump 2h \"x\" fly I5", "fire, drop or move"},
		{"jump 2h fire", "an inject is missing"},
		{`inject new "A": "b"`, `"to" should stand`},
		{`inject new to "A": "b"`, "a team is missing"},
		{"mark #148 nice", "decision, quote"},
		{"mark x decision", "such as #148"},
		{"seat hydra", "what to do with a seat is missing"},
		{"export exe", "there are md, "},
		{"export jsnol", "Did you mean jsonl?"},
		{"text xyz", "original, changes, clean, mine"},
		{"text 3 from x", "not a revision"},
		{`chair-text 3 "x"`, "such as 3.1"},
		{"sequence 3.1", "an amendment is missing"},
		{"rfi \"Is it known?\" cert", `"to" should stand`},
		{"floor hy\x1bdra", "is not a team"},
		{"say \xff", "not valid UTF-8"},
		{`rate 2 A "why"`, "is not a rating; it is one of p, s, m, u"},
		{`observe 2 fine "why"`, "is not a kind of observation"},
		{`action "x" owner Hydra`, `"by" is missing`},
		{`action "x" owner Hydra by soon`, `"soon" is not understood as a day`},
		{`action "x" owner Hydra by 1/3/2027`, "can be read in two ways"},
		{"say " + strings.Repeat("x", MaxLine), "at most 16 KiB"},
	} {
		_, err := Parse(row.line)
		var usage *UsageError
		if !errors.As(err, &usage) || Status(err) != 2 {
			tt.Errorf("%s: %v, want a UsageError", row.line, err)
			continue
		}
		if !strings.Contains(err.Error(), row.says) || !strings.HasSuffix(strings.TrimSuffix(err.Error(), "?"), ".") && !strings.HasSuffix(err.Error(), "?") {
			tt.Errorf("%s: %q does not say %q in a full sentence", row.line, err, row.says)
		}
	}
}

func TestRefusedTextKeepsItsReason(tt *testing.T) {
	_, err := Parse("say hello\x1b[31m")
	var usage *UsageError
	if err == nil || errors.As(err, &usage) || Status(err) != 1 {
		tt.Errorf("%v, want what Clean says, exit status 1", err)
	}
}
