package recount

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"kefi/exercise"
)

// names finds in the recount what a command named in the play. Amendments are
// numbered on lodging, so where one was refused the later ones have other
// numbers; the same one is known by what it asks for.
type names struct{ played, now exercise.State }

// translate gives a command with the names of the recount, and says which of
// them are others than in the play.
func (n names) translate(c exercise.Command) (exercise.Command, string, error) {
	t := translation{}
	if speaksOf(reflect.ValueOf(c)) {
		t = n.compare()
	}
	v := reflect.New(reflect.TypeOf(c)).Elem()
	v.Set(reflect.ValueOf(c))
	t.rename(v)
	if t.missing != "" {
		return c, "", exercise.Refuse(exercise.ErrUnknown, "%s is not in the draft here.", t.missing)
	}
	return v.Interface().(exercise.Command), t.renamed, nil
}

// translation says how amendments, alternatives and points of the play are
// named in the recount; an empty name is one that is not there.
type translation struct {
	amendments map[exercise.AmendmentID]exercise.AmendmentID
	alts       map[exercise.AltID]exercise.AltID
	points     map[exercise.PointID]exercise.PointID
	missing    string
	renamed    string // " (A2 of the play is A1 here.)"
}

func (n names) compare() translation {
	t := translation{
		amendments: map[exercise.AmendmentID]exercise.AmendmentID{},
		alts:       map[exercise.AltID]exercise.AltID{},
		points:     map[exercise.PointID]exercise.PointID{},
	}
	here := n.now.Room(exercise.TableRoom, nil).Amendments
	for _, was := range n.played.Room(exercise.TableRoom, nil).Amendments {
		i := slices.IndexFunc(here, func(x exercise.AmendmentView) bool { return same(was, x) })
		if i < 0 {
			t.amendments[was.ID] = ""
			for _, alt := range was.Alts {
				t.alts[alt] = exercise.AltID{}
			}
			continue
		}
		is := here[i]
		here = slices.Delete(slices.Clone(here), i, i+1)
		t.amendments[was.ID] = is.ID
		for j, alt := range was.Alts {
			if j < len(is.Alts) {
				t.alts[alt], t.points[alt.Point] = is.Alts[j], is.Alts[j].Point
			}
		}
	}
	return t
}

// same: two amendments that ask for the same with the same reason.
func same(a, b exercise.AmendmentView) bool {
	return a.Line.String() == b.Line.String() && a.Because == b.Because && b.State != exercise.AmendmentSponsored
}

var (
	amendmentType = reflect.TypeFor[exercise.AmendmentID]()
	altType       = reflect.TypeFor[exercise.AltID]()
	pointType     = reflect.TypeFor[exercise.PointID]()
	subjectType   = reflect.TypeFor[exercise.Subject]()
)

// speaksOf says whether a command names anything of the draft.
func speaksOf(v reflect.Value) bool {
	switch v.Type() {
	case amendmentType, altType, pointType, subjectType:
		return true
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if speaksOf(v.Field(i)) {
				return true
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if speaksOf(v.Index(i)) {
				return true
			}
		}
	}
	return false
}

// rename puts the recount's names into a command that may be changed.
func (t *translation) rename(v reflect.Value) {
	switch x := v.Interface().(type) {
	case exercise.AmendmentID:
		v.Set(reflect.ValueOf(t.amendment(x)))
		return
	case exercise.AltID:
		v.Set(reflect.ValueOf(t.alt(x)))
		return
	case exercise.PointID:
		v.Set(reflect.ValueOf(t.point(x)))
		return
	case exercise.Subject:
		v.Set(reflect.ValueOf(t.subject(x)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			t.rename(v.Field(i))
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(fresh, v)
		for i := range fresh.Len() {
			t.rename(fresh.Index(i))
		}
		v.Set(fresh)
	}
}

func (t *translation) amendment(id exercise.AmendmentID) exercise.AmendmentID {
	is, known := t.amendments[exercise.AmendmentID(strings.ToUpper(string(id)))]
	if !known {
		return id
	}
	switch is {
	case "":
		t.missing = string(id)
	case id:
	default:
		t.renamed = fmt.Sprintf(" (%s of the play is %s here.)", id, is)
	}
	return is
}

func (t *translation) alt(id exercise.AltID) exercise.AltID {
	is, known := t.alts[id]
	if !known {
		return exercise.AltID{Point: t.point(id.Point), N: id.N}
	}
	if is == (exercise.AltID{}) {
		t.missing = id.String()
	}
	return is
}

func (t *translation) point(id exercise.PointID) exercise.PointID {
	if is, known := t.points[id]; known {
		return is
	}
	return id
}

func (t *translation) subject(x exercise.Subject) exercise.Subject {
	var alt exercise.AltID
	if strings.Contains(string(x), "/") && alt.UnmarshalText([]byte(strings.ToLower(string(x)))) == nil {
		return exercise.Subject(t.alt(alt).String())
	}
	if _, known := t.amendments[exercise.AmendmentID(strings.ToUpper(string(x)))]; known {
		return exercise.Subject(t.amendment(exercise.AmendmentID(x)))
	}
	return x
}
