package action

import (
	"reflect"
	"testing"

	"kefi/exercise"
)

func TestParseDrafting(tt *testing.T) {
	t := exercise.T
	in := exercise.Amend{Clause: "3", In: "A16", Edits: []exercise.Edit{{Para: "3.1", Old: t("48"), New: t("36")}}}
	because := in
	because.Because = t("midway")
	for _, row := range []struct {
		line string
		want exercise.Command
	}{
		{`amend 3.1 put "36" for "48" in A16`, in},
		{`amend 3.1 put 36 for 48 in a16 because midway`, because},
		{"friendly a17", exercise.Friendly{Amendment: "A17"}},
		{`chair-text 3.1 "One text."`, exercise.ChairText{Para: "3.1", Words: t("One text.")}},
		{`chair-text 3.1 "One text." because "both asked"`, exercise.ChairText{Para: "3.1", Words: t("One text."), Because: t("both asked")}},
		{"sequence 3.1 a2 A1", exercise.SetSequence{Para: "3.1", Amendments: []exercise.AmendmentID{"A2", "A1"}}},
	} {
		got, err := Parse(row.line)
		if err != nil || !reflect.DeepEqual(got.Command, row.want) {
			tt.Errorf("%s\ngot  %#v, %v\nwant %#v", row.line, got.Command, err, row.want)
		}
	}
}
