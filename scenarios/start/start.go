package start

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// Answers are what an author is asked.
type Answers struct {
	Name       string // of the folder: harbour
	Title      string
	Instrument string
	Minutes    int
	Teams      string // "Norland κ, Portex ε, Open Shield φ"
	Clauses    string // titles, with commas between them
	Procedure  string
	Chair      string // person or auto
}

// Usual are the answers for someone who would rather not be asked.
func Usual(name string) Answers {
	title := "The " + strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "-", " ") + " Accord"
	return Answers{
		Name: name, Title: title, Instrument: strings.TrimPrefix(title, "The "), Minutes: 60,
		Teams: "Norland κ, Portex ε, Open Shield φ", Clauses: "Warning, Help", Procedure: "lateral", Chair: "person",
	}
}

const (
	shortest, longest = 20, 480
	mostClauses       = 20
)

// Check says what is wrong with an answer, in a sentence.
func (a Answers) Check() error {
	_, err := a.plan()
	return err
}

type plan struct {
	Answers
	Modeline                          string
	Auto                              bool
	Teams                             []team
	Clauses                           []clause
	Briefing, Closing, HotWash, Table int
	First, Suspension, Endgame        int
}

type team struct {
	ID, Name string
	Track    exercise.Track
}

// Word is the track's.
func (t team) Word() string { return t.Track.Word() }

type clause struct {
	ID      int
	Title   string
	Minutes int
}

func (a Answers) plan() (plan, error) {
	p := plan{Answers: a, Modeline: format.Modeline, Auto: a.Chair == "auto"}
	var err error
	switch {
	case !format.IsID(a.Name):
		err = fmt.Errorf("%q cannot be the name of a scenario; small letters and digits, words joined with -: harbour-talks", a.Name)
	case strings.TrimSpace(a.Title) == "" || strings.TrimSpace(a.Instrument) == "":
		err = errors.New("the exercise and the agreement each need a name")
	case a.Minutes < shortest || a.Minutes > longest:
		err = fmt.Errorf("an exercise takes %d to %d minutes", shortest, longest)
	case !slices.Contains(exercise.ProcedureNames(), a.Procedure):
		err = fmt.Errorf("there is no procedure %q; there are %s", a.Procedure, strings.Join(exercise.ProcedureNames(), ", "))
	case a.Chair != "auto" && a.Chair != "person":
		err = errors.New("the chair is person or auto")
	}
	if err != nil {
		return p, err
	}
	if p.Teams, err = teamsOf(a.Teams); err != nil {
		return p, err
	}
	return p, p.layOut(a.Clauses)
}

// seats are those of no team in every draft.
var seats = []string{"chair", "recorder", "evaluator", "observer", "projector"}

// teamsOf reads "Norland κ, Portex ε".
func teamsOf(text string) (teams []team, err error) {
	for _, part := range listed(text) {
		words := strings.Fields(part)
		track, ok := trackOf(words[len(words)-1])
		if !ok || len(words) < 2 {
			return nil, fmt.Errorf("%q does not say its track; write its name and κ, ε or φ (or K, E, P), such as Norland κ", part)
		}
		t := team{Name: strings.Join(words[:len(words)-1], " "), Track: track}
		t.ID = slug(t.Name)
		if slices.ContainsFunc(teams, func(x team) bool { return x.ID == t.ID }) || !format.IsID(t.ID) || format.IsReserved(t.ID) || slices.Contains(seats, t.ID) {
			return nil, fmt.Errorf("%q cannot be the name of a delegation here; choose another", t.Name)
		}
		teams = append(teams, t)
	}
	if len(teams) < 2 {
		return nil, errors.New("a negotiation needs two delegations or more, such as Norland κ, Portex ε")
	}
	return teams, nil
}

func trackOf(word string) (exercise.Track, bool) {
	for _, t := range exercise.Tracks() {
		if word == string(t) || strings.EqualFold(word, t.ASCII()) || strings.EqualFold(word, t.Word()) {
			return t, true
		}
	}
	return "", false
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// slug is a name as an id, where it can be one.
func slug(name string) string {
	id := strings.Trim(notInID.ReplaceAllString(strings.ToLower(name), "-"), "-")
	return strings.TrimRight(id[:min(len(id), format.MaxID)], "-")
}

func listed(text string) (parts []string) {
	for _, x := range strings.Split(text, ",") {
		if x = strings.TrimSpace(x); x != "" {
			parts = append(parts, x)
		}
	}
	return parts
}

// layOut shares the time out among the parts of the exercise.
func (p *plan) layOut(clauses string) error {
	titles := listed(clauses)
	p.Briefing, p.Closing, p.HotWash = p.Minutes/15, p.Minutes/15, p.Minutes/6
	p.Table = p.Minutes - p.Briefing - p.Closing - p.HotWash
	if len(titles) == 0 || len(titles) > mostClauses {
		return fmt.Errorf("a draft has 1 to %d clauses", mostClauses)
	}
	if room := p.Table / format.MinutesAPoint; len(titles) > room {
		return fmt.Errorf("%d minutes leave room for %d clauses, and you named %d", p.Minutes, room, len(titles))
	}
	p.First, p.Suspension = p.Table/8, p.Table/6
	each := (p.Table - p.First - p.Suspension - p.Table/8) / len(titles)
	p.Endgame = p.Table - p.First - p.Suspension - each*len(titles)
	for i, title := range titles {
		p.Clauses = append(p.Clauses, clause{i + 1, title, each})
	}
	return nil
}

// point is what a team thinks of a clause's one point.
type point struct {
	ID            string
	Wants         string
	Shall, Should int
}

// points makes teams disagree, each with a clause that matters most to it, and
// none with so much at stake that no text could serve all.
func (p plan) points(team int) (list []point) {
	n := len(p.Clauses)
	for i := range p.Clauses {
		best := 100 / (n + 1)
		if i == team%n {
			best = 100 - best*(n-1)
		}
		x := point{ID: fmt.Sprintf("%d.1a", i+1), Wants: "shall", Shall: best, Should: best * 2 / 5}
		if (team+i)%2 == 1 {
			x.Wants, x.Shall, x.Should = "should", x.Should, x.Shall
		}
		list = append(list, x)
	}
	return list
}

//go:embed pages
var pages embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"q":       format.Scalar,
	"literal": strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "|", `\|`).Replace,
}).ParseFS(pages, "pages/*"))

// Write writes the scenario as the folder NAME in dir. It refuses answers that
// Check refuses, and a folder that is there.
func Write(dir string, a Answers) error {
	p, err := a.plan()
	if err != nil {
		return err
	}
	folder := filepath.Join(dir, a.Name)
	if _, err := os.Lstat(folder); err == nil {
		return fmt.Errorf("%s is there already; choose another name", folder)
	}
	for _, sub := range []string{"briefs", "injects"} {
		if err := os.MkdirAll(filepath.Join(folder, sub), 0o755); err != nil {
			return fmt.Errorf("%s cannot be made: %w", folder, err)
		}
	}
	files := map[string][]byte{"scenario.schema.json": format.Schema()}
	put := func(name, page string, data any) {
		var b bytes.Buffer
		err = errors.Join(err, templates.ExecuteTemplate(&b, page, data))
		files[name] = b.Bytes()
	}
	put("scenario.yaml", "scenario.yaml", p)
	put("situation.md", "situation.md", p)
	for i, t := range p.Teams {
		put("briefs/"+t.ID+".md", "brief.md", map[string]any{"Team": t, "Points": p.points(i)})
		put(fmt.Sprintf("injects/I%d.md", i+1), "inject.md", map[string]any{
			"Team": t, "Clause": i%len(p.Clauses) + 1, "At": p.Briefing + (i+1)*p.Table/(len(p.Teams)+2),
		})
	}
	for name, text := range files {
		err = errors.Join(err, os.WriteFile(filepath.Join(folder, name), text, 0o644))
	}
	return err
}
