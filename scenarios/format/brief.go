package format

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"kefi/exercise"
)

// page is a Markdown file with YAML front matter between two lines of ---.
func (r *reader) page(name string) (head *node, src *source, body int) {
	if src = r.source(name); src == nil {
		return nil, nil, 0
	}
	end := slices.Index(src.lines[min(1, len(src.lines)):], "---") + 1
	switch {
	case src.lines[0] != "---":
		r.add(codeForm, Error, src, 1, 1, 1, "this file must start with front matter: fields between two lines of ---", "")
		return nil, nil, 0
	case end < 1:
		r.add(codeForm, Error, src, 1, 1, 3, "the front matter that begins here does not end", "Write a line of --- below its last field.")
		return nil, nil, 0
	}
	head, err := parse(src, strings.Join(src.lines[1:end], "\n"), 1)
	if err != nil {
		r.fault(src, err)
		return nil, nil, 0
	}
	return head, src, end + 1
}

// readBriefs reads one brief a team, by the team's id, and says which points
// too few teams care for.
func (r *reader) readBriefs(o object) {
	inside := o.get("briefs")
	if inside != nil && inside.kind != mapping {
		r.fail(codeForm, inside, "Write arcadia: with its fields below, a team each.", "briefs must be a map of teams, this is %s", inside.kind)
	}
	for i := range r.scenario.Teams {
		if team := &r.scenario.Teams[i]; team.ID != "" {
			r.readBrief(team, inside)
		}
	}
	r.strayBriefs(inside)
	r.checkPoints()
}

// strayBriefs finds briefs that are for no team.
func (r *reader) strayBriefs(inside *node) {
	if r.names.peopleUnsure {
		return
	}
	if inside != nil {
		for _, f := range inside.fields {
			if !slices.Contains(r.names.teams, f.key.value) {
				r.unknown(f.key, "team", "briefs", "Teams", r.names.teams)
			}
		}
	}
	known := make([]string, len(r.names.teams))
	for i, t := range r.names.teams {
		known[i] = t + ".md"
	}
	for _, name := range r.list("briefs") {
		if !slices.Contains(known, name) {
			r.stray(path.Join("briefs", name), suggest(name, "Briefs", known), "this brief is for no team")
		}
	}
}

// readBrief reads a team's brief from its own file, or from scenario.yaml.
func (r *reader) readBrief(team *exercise.Team, inside *node) {
	file, what := path.Join("briefs", string(team.ID)+".md"), "the brief of "+string(team.ID)
	if n := inside.get(string(team.ID)); n != nil {
		r.notTwice(n, file)
		o := as[briefShape](r, n, what)
		team.Brief.Page = o.words("page")
		r.stand(what, n)
		r.briefLists(o, team)
		return
	}
	if r.single {
		r.put(Finding{File: r.main, Level: Error, Code: codeMissing, Message: what + " is missing", Hint: "Write it under briefs, with its page and its lists."})
		return
	}
	head, src, body := r.page(file)
	r.names.briefsUnsure = r.names.briefsUnsure || head == nil
	if head != nil {
		r.stand(what, head)
		team.Brief.Page = r.body(src, body)
		r.briefLists(as[briefHead](r, head, what), team)
	}
}

func (r *reader) briefLists(o object, team *exercise.Team) {
	b := &team.Brief
	b.Wants, b.Trades = o.texts("wants"), o.texts("trades")
	b.RedLines, b.Offers = o.texts("red-lines"), o.texts("offers")
	for _, key := range []string{"wants", "trades", "red-lines", "offers"} {
		if len(o.list(key)) == 0 && !o.isMap(key) {
			r.fail(codeMissing, o.node, "", "%s is missing in %s", key, o.what)
		}
	}
	if points := o.get("points"); points != nil && points.kind != empty {
		b.Points = r.readReasons(points, o.what)
	}
	team.Stakes = r.readStakes(o)
}

func (o object) isMap(key string) bool {
	n := o.get(key)
	return n != nil && n.kind == mapping
}

// readReasons reads why a team cares for single points.
func (r *reader) readReasons(n *node, where string) (out []exercise.BriefPoint) {
	if n.kind != mapping {
		r.fail(codeForm, n, "Write 3.1a: the reason, a line a point.", "points in %s must be a map of reasons, this is %s", where, n.kind)
	}
	seen := map[string]bool{}
	for _, f := range n.fields {
		switch key := f.key.value; {
		case !slices.Contains(r.names.points, key) && r.names.pointsUnsure:
		case !slices.Contains(r.names.points, key):
			r.unknown(f.key, "point", where, "Points", r.names.points)
		case seen[key]:
			r.fail(codeTwice, f.key, "Keep one of them.", "point %s stands twice in %s", key, where)
		case f.value.kind != scalar:
			r.fail(codeForm, f.key, colonHint(f.value), "point %s in %s needs a reason", key, where)
		default:
			seen[key] = true
			out = append(out, exercise.BriefPoint{Point: exercise.PointID(key), Why: r.text(f.value)})
		}
	}
	return out
}

// checkPoints warns of points on which there would be nothing to negotiate.
func (r *reader) checkPoints() {
	named := map[string]int{}
	for _, t := range r.scenario.Teams {
		for _, p := range t.Brief.Points {
			named[string(p.Point)]++
		}
	}
	for _, p := range r.names.points {
		if at := r.names.paragraphs[p]; named[p] < 2 && !r.names.peopleUnsure && !r.names.briefsUnsure {
			r.add(codeLonelyPoint, Warn, at.src, at.line, at.col, 1, fmt.Sprintf("point %s is named in %s", p, plural(named[p], "brief")), "Give at least two teams a reason to care for it.")
		}
	}
}

// list names the files of a folder beside scenario.yaml, in order. Files
// that start with a dot are the editor's.
func (r *reader) list(folder string) (names []string) {
	if r.single {
		return nil
	}
	entries, err := fs.ReadDir(r.fsys, path.Join(r.dir, folder))
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names
}

func (r *reader) stray(name, hint, message string) {
	r.put(Finding{File: path.Join(r.dir, name), Level: Error, Code: codeFile, Message: message, Hint: hint})
}
