package screen

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/tui/action"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// TestPagesFitInEveryLanguage draws every screen in every language and size.
func TestPagesFitInEveryLanguage(t *testing.T) {
	for _, c := range append(shots(), homes(oneOfEach)...) {
		t.Run(c.name, func(t *testing.T) {
			for _, code := range words.Codes() {
				lang, _ := words.In(code)
				for _, w := range windows {
					sh := c.open(theme.Mono, lang, w[0], w[1])
					within(t, sh.Frame(fixtureNow).Lines, w[0], w[1])
				}
			}
		})
	}
}

// oneOfEach are seats that see different pages.
var oneOfEach = []exercise.SeatID{"arcadia", "lantern", "chair", "control", "recorder", "evaluator", "observer", "projector"}

// homes are what a seat sees of each moment without pressing a key.
func homes(seats []exercise.SeatID) []shot {
	var list []shot
	for _, m := range moments() {
		for _, seat := range seats {
			list = append(list, shot{m.name + "-home-" + string(seat), m.view, seat, ""})
		}
	}
	return list
}

// watchers see what delegates see, in their language.
var watchers = []exercise.SeatID{"observer", "projector"}

// forDelegates says that a screen is one that delegates may see; the pages of
// the chair and of staff may stay in English.
func forDelegates(c shot) bool {
	return own(c.seat).Team != "" || slices.Contains(watchers, c.seat)
}

// TestDelegatesPagesAreInTheCatalogue draws every screen that delegates may see
// in a language that puts an accent on each letter. The fixture's own words
// are accented too: a word without accents has not gone through the catalogue.
// To see one page: go test ./tui/screen -run InTheCatalogue/^lobby$
func TestDelegatesPagesAreInTheCatalogue(t *testing.T) {
	for _, c := range append(shots(), homes(append([]exercise.SeatID{"arcadia"}, watchers...))...) {
		if !forDelegates(c) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			may := typedWords(c)
			c.view = accented(c.view)
			for _, w := range [][2]int{{120, 60}, {80, 24}, {60, 18}, {48, 11}} {
				before := ""
				for _, line := range c.open(theme.Mono, words.Accented(), w[0], w[1]).Frame(fixtureNow).Lines {
					line = ansi.Strip(line)
					if list := may.without(before, line); len(list) > 0 {
						t.Errorf("%dx%d: %s is not from the catalogue in %q", w[0], w[1], strings.Join(list, ", "), strings.TrimSpace(line))
					}
					before = line
				}
			}
		})
	}
}

// vocabulary holds the words that are the same in every language: names, which
// may stand anywhere, and what is typed, which stands behind / or in quotes or
// at the head of a list.
type vocabulary struct{ names, typed map[string]bool }

// without lists the plain words of a line that may not be there. What is typed
// may have begun on the line before it.
func (may vocabulary) without(before, line string) []string {
	head := append(strings.Fields(strings.TrimLeft(line, "▸ ")), "", "")
	_, known := action.Find(head[0])
	_, two := action.Find(head[0] + " " + head[1])
	known = known || two
	quoted := known || strings.ContainsAny(before+line, "/>\"“`")
	var list []string
	for _, word := range unaccented(line) {
		if w := strings.ToLower(word); !may.names[w] && !(quoted && may.typed[w]) && !slices.Contains(list, word) {
			list = append(list, word)
		}
	}
	return list
}

var plainRun = regexp.MustCompile(`[\pL\pM]+`)

// unaccented lists the words of three letters or more that have a plain one:
// whole, since cutting may leave no more than a piece of a word.
func unaccented(line string) []string {
	var list []string
	for _, word := range plainRun.FindAllString(line, -1) {
		plain := strings.Count(strings.Map(func(r rune) rune {
			if r <= unicode.MaxASCII {
				return 'x'
			}
			return -1
		}, word), "x")
		if plain >= 3 {
			list = append(list, word)
		}
	}
	return list
}

// typedWords are the words that are the same in every language: verbs as they
// are typed with what goes with them, names of keys, of seats and procedures,
// and what this screen's person typed.
func typedWords(c shot) vocabulary {
	may := vocabulary{map[string]bool{}, map[string]bool{}}
	add := func(to map[string]bool, text string) {
		for _, w := range plainRun.FindAllString(text, -1) {
			to[strings.ToLower(w)] = true
		}
	}
	for _, a := range action.All() {
		add(may.typed, a.Name+" "+strings.Join(a.Aliases, " ")+" "+a.Synopsis)
	}
	for _, e := range transcript.Exports() {
		add(may.typed, e.File+".sig")
	}
	add(may.typed, "put for strike after before in") // of amendments' lines
	add(may.names, "Enter Esc Tab Shift Ctrl PgUp PgDn Up Down Left Right Space Home End Backspace")
	add(may.names, "kefi lateral track demo TLP GREEN STARTEX ENDEX English français español "+c.keys)
	for _, seat := range fixtureSeats() {
		add(may.typed, string(seat))
	}
	eachString(reflect.ValueOf(c.view(c.seat)), "", func(field string, v reflect.Value) {
		if slices.Contains(typedFields, field) {
			add(may.names, v.String())
		}
	})
	return may
}

// accented puts accents on what is said in a fixture: what the engine or
// somebody wrote, not what is typed nor what the program tells apart by name.
func accented(view func(exercise.SeatID) *exercise.View) func(exercise.SeatID) *exercise.View {
	return func(seat exercise.SeatID) *exercise.View {
		v := view(seat)
		eachString(reflect.ValueOf(v), "", func(field string, text reflect.Value) {
			written := slices.Contains(writtenFields, field) || prose(text.String())
			if text.Type() == reflect.TypeFor[string]() && written && !slices.Contains(typedFields, field) {
				text.SetString(words.Accented().Say(strings.ReplaceAll(text.String(), "%", "%%")))
			}
		})
		return v
	}
}

// writtenFields hold what somebody wrote, were it one word, or a name; typedFields what is
// typed or is a name for programs.
var writtenFields = []string{"Text", "Words", "Why", "Args"}

var typedFields = []string{"Schema", "Zone", "Verb", "Line", "If", "Draft", "X", "ID", "No", "Marking"}

// eachString visits the strings of a view with the names of their fields.
func eachString(v reflect.Value, field string, visit func(field string, text reflect.Value)) {
	if v.Type() == reflect.TypeFor[exercise.Phrase]() {
		eachArg(v.Addr().Interface().(*exercise.Phrase), visit)
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachString(v.Elem(), field, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				eachString(v.Field(i), v.Type().Field(i).Name, visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), field, visit)
		}
	case reflect.String:
		visit(field, v)
	}
}

// eachArg visits the strings among what fills a phrase, which are names or
// somebody's words; its format is the program's.
func eachArg(p *exercise.Phrase, visit func(field string, text reflect.Value)) {
	p.Args = slices.Clone(p.Args)
	for i, arg := range p.Args {
		v := reflect.New(reflect.TypeOf(arg)).Elem()
		v.Set(reflect.ValueOf(arg))
		eachString(v, "Args", visit)
		p.Args[i] = v.Interface()
	}
}

// prose says that a text is more than one word in small letters, which may be
// a name for programs.
func prose(text string) bool {
	return strings.ContainsAny(text, " .") || text != "" && unicode.IsUpper([]rune(text)[0])
}

// What the chair is offered to write is in the chair's language, and so are the
// conditions of sealed positions.
func TestProposedWordsAreInTheSeatsLanguage(t *testing.T) {
	french, _ := words.In("fr")
	v := turnView("chair")
	v.Own.Chair.Words = words.Phrase("%s: all others can live with it. A bilateral with %s may help: caucus %s", "3.1a/2", "Hydra", "hydra")
	v.Own.Chair.Verb = `whisper arcadia "` + v.Own.Chair.Words.String() + `"`
	chair := spokenTo(french, v)
	press(chair, "<tab>", fixtureNow+1000)
	want := `whisper arcadia "3.1a/2 : toutes les autres équipes peuvent l'accepter. Un entretien bilatéral avec Hydra pourrait aider : caucus hydra"`
	if got := v.Own.Chair.Line(french); got != want {
		t.Errorf("the chair is offered %s", got)
	}
	seen := strings.Join(strings.Fields(ansi.Strip(strings.Join(chair.Frame(fixtureNow+1000).Lines, " "))), " ")
	if !strings.Contains(seen, "toutes les autres équipes") {
		t.Errorf("the page says %s", seen)
	}

	head := spokenTo(french, wishesView("arcadia"))
	press(head, "/room<enter>", fixtureNow+1000)
	seen = strings.Join(strings.Fields(ansi.Strip(strings.Join(head.Frame(fixtureNow+1000).Lines, " "))), " ")
	if !strings.Contains(seen, "l'article 4 est convenu et A3 est adopté") {
		t.Errorf("the sealed position reads %s", seen)
	}
}

// spokenTo is a screen in a language.
func spokenTo(lang *words.Language, v *exercise.View) *Shell {
	sh := NewShell(NewCache(), Preferences{Look: theme.Mono, Language: lang})
	sh.Resize(120, 40)
	sh.See(v, fixtureNow)
	return sh
}

// A choice made elsewhere changes how the screen speaks and looks, and nothing
// that is being written.
func TestAChoiceMadeElsewhereDisturbsNobody(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Mono, 100, 30)
	press(sh, "/amend 3.1<enter>within<left><left>", fixtureNow+later)
	before := written(sh)
	for _, q := range []action.Query{{Name: "language", Args: []string{"fr"}}, {Name: "look", Args: []string{"light"}}, {Name: "bell", Args: []string{"on"}}} {
		for _, a := range sh.Chosen(q) {
			if _, keeps := a.(Remember); keeps {
				t.Errorf("%s is kept once more", q.Name)
			}
		}
	}
	if got := written(sh); got != before {
		t.Errorf("what was %s is %s", before, got)
	}
	if screen := strings.Join(sh.Frame(fixtureNow+later).Lines, "\n"); !strings.Contains(screen, "EXERCICE") || sh.likes.Look != theme.Light {
		t.Errorf("the screen shows\n%s", screen)
	}
}
