package format

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	_ "time/tzdata" // a zone means the same on every machine

	"kefi/exercise"
)

// Load reads a scenario of fsys: the folder dir, such as "copycat", or one
// file that holds everything, such as "copycat.yaml". Where Findings.Err is
// not nil the scenario returned is empty. Nothing is drawn yet: Draw does that
// for one exercise.
func Load(fsys fs.FS, dir string) (exercise.Scenario, Findings) {
	r := newReader(fsys, dir)
	r.read()
	return r.result()
}

// mainFile is the file of a folder that names the rest.
const mainFile = "scenario.yaml"

// singleFile tells a file that holds a whole scenario, and the scenario's name.
func singleFile(base string) (name string, is bool) {
	ext := path.Ext(base)
	return strings.TrimSuffix(base, ext), base != mainFile && (ext == ".yaml" || ext == ".yml")
}

// LoadFolder reads a scenario from the disk: its folder, its scenario.yaml, or
// one file that holds everything. Links that lead out of the folder are not
// followed.
func LoadFolder(name string) (exercise.Scenario, Findings) {
	s, findings := exercise.Scenario{}, Findings(nil)
	if fault := onDisk(name, func(fsys fs.FS, dir string) { s, findings = Load(fsys, dir) }); fault != nil {
		return s, fault
	}
	return s, findings
}

// onDisk opens the folder of a scenario and lets read read it there. It
// returns what stood in the way of opening it.
func onDisk(name string, read func(fsys fs.FS, dir string)) Findings {
	if filepath.Base(name) == mainFile {
		name = filepath.Dir(name)
	}
	fail := func(problem string) Findings {
		return Findings{{File: name, Level: Error, Code: codeFile, Message: problem}}
	}
	full, err := filepath.Abs(name)
	if err != nil {
		return fail("this folder cannot be found")
	}
	_, single := singleFile(filepath.Base(full))
	folder := full
	if single {
		folder = filepath.Dir(full)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return fail("this folder cannot be opened: " + reason(err).Error())
	}
	defer root.Close()
	if single {
		read(root.FS(), filepath.Base(full))
	} else {
		read(under{root.FS(), filepath.Base(full)}, filepath.Base(full))
	}
	return nil
}

// under shows a folder beneath a name, so that findings and the scenario bear it.
type under struct {
	fs.FS
	name string
}

func (u under) Open(name string) (fs.File, error) {
	if name == u.name {
		return u.FS.Open(".")
	}
	rest, ok := strings.CutPrefix(name, u.name+"/")
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return u.FS.Open(rest)
}

// read goes through the files in the order in which they refer to each other.
func (r *reader) read() {
	if !fs.ValidPath(r.dir) {
		r.put(Finding{File: r.dir, Level: Error, Code: codeFile, Message: "this is not the name of a folder"})
		return
	}
	src := r.source(r.main)
	if src == nil {
		return
	}
	root, err := parse(src, src.text, 0)
	if err != nil {
		r.fault(src, err)
		return
	}
	if root.kind != mapping {
		r.fail(codeForm, root, "Begin with title: and a name; `kefi scenario new NAME` writes a whole one to begin with.", "the scenario must be a map of fields, this is %s", root.kind)
		return
	}
	o := as[scenarioShape](r, root, "the scenario")
	r.stand("the scenario", root)
	r.readNames(o)
	r.readDraws(o)
	r.readKin(o)
	r.readHeading(o)
	r.readPeople(o)
	r.readClauses(o)
	r.readAgenda(o)
	r.readTimes(o)
	r.readProcedure(o)
	r.readConduct(o)
	r.readEffect(o)
	r.readDebrief(o)
	r.readSituation(o)
	r.readPersonas(o)
	r.readModel(o)
	r.readPrepared(o)
	r.readBriefs(o)
	r.readInjects(o)
	r.checkReturns()
	r.checkConditions()
	r.checkChains()
	r.readPrecedents(o)
	r.readStress(o)
	r.readSurvey(o)
}

func (r *reader) fault(src *source, err error) {
	f, ok := err.(*fault)
	if !ok {
		f = &fault{line: 1, col: 1, message: err.Error()}
	}
	r.add(codeYaml, Error, src, f.line, f.col, 1, f.message, f.hint)
}

var (
	retention    = regexp.MustCompile(`^[1-9][0-9]{0,3}d$`)
	languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
)

func (r *reader) readHeading(o object) {
	s := &r.scenario
	s.Name = r.name
	s.Title = o.line("title").Value
	s.Instrument = o.line("instrument").Value
	s.Organiser = o.line("organiser").Value
	s.Marking = o.line("marking").Value
	s.Ceiling = o.text("ceiling").Value
	r.under(o.get("marking"), s.Marking)
	s.Disclosure = exercise.Disclosure(o.choice("disclosure", "members", "all", "never"))
	s.Naming = exercise.Naming(o.choice("anonymity", "named", "roles", "tracks"))
	if n := o.scalar("language"); n != nil {
		s.Language = n.value
		if !languageForm.MatchString(n.value) {
			r.fail(codeValue, n, "A language tag, such as en, fr or pt-BR.", "language cannot be %q", n.value)
		}
	}
	if n := o.need("zone"); n != nil {
		s.Zone = n.value
		if _, err := time.LoadLocation(n.value); err != nil || n.value == "Local" {
			r.fail(codeUnknown, n, "A name of the time zone database, such as Europe/Zurich or UTC.", "unknown zone %q", n.value)
		}
	}
	if n := o.need("retention"); n != nil {
		s.Retention = n.value
		if !retention.MatchString(n.value) {
			r.fail(codeValue, n, "Days, such as 90d.", "retention cannot be %q", n.value)
		}
	}
}

// readDebrief reads what the exercise is to show, and the hot wash's questions.
func (r *reader) readDebrief(o object) {
	for _, n := range o.list("objectives") {
		e := as[objectiveShape](r, n, "an objective")
		id := e.id("objective", r.names.objectives)
		r.names.objectives = append(r.names.objectives, id)
		r.scenario.Objectives = append(r.scenario.Objectives, exercise.Objective{ID: id, Text: e.words("text"), Look: e.texts("look-for")})
	}
	r.scenario.Questions = o.texts("questions")
}

// readSituation reads the page for all, beside scenario.yaml or in it.
func (r *reader) readSituation(o object) {
	r.scenario.Facts = o.texts("facts")
	if o.get("situation") != nil {
		r.notTwice(o.get("situation"), "situation.md")
		r.scenario.Situation = o.words("situation")
	} else if r.single {
		r.fail(codeMissing, o.node, "Write it as situation: |- with the page below.", "situation is missing in the scenario")
	} else if src := r.source("situation.md"); src != nil {
		r.scenario.Situation = r.body(src, 0)
	}
}

// notTwice finds what is written in scenario.yaml and in a file beside it.
func (r *reader) notTwice(n *node, file string) {
	if r.there(file) {
		r.fail(codeTwice, n, "Keep one of them.", "this stands here and in %s", file)
	}
}

// body takes the Markdown below the first skip lines of a file.
func (r *reader) body(src *source, skip int) exercise.Text {
	whole := &node{src: src, kind: scalar, block: true, line: skip, value: strings.Join(src.lines[skip:], "\n")}
	if strings.TrimSpace(whole.value) == "" {
		r.add(codeMissing, Error, src, max(1, skip), 1, 1, "there is no text in this file", "Write it below the front matter.")
		return exercise.Text{}
	}
	return r.text(whole)
}
