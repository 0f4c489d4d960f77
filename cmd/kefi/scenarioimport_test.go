package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNewImportExport goes an author's way: a first draft, incidents from a
// spreadsheet, and out again.
func TestNewImportExport(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "harbour")
	sheet := write(t, "msel.xls", "No;Time;From;To;Subject;Message;Remarks\n1;09:00;CERT;Portex;Pumps;They stop.;loud\n2;09:20;Press;Everybody;Calls;They call.;\n")
	odd := write(t, "odd.csv", "Time,To,Subject,Message\n0:18,Portexx,Pumps,They stop.\n")
	for _, x := range []struct {
		what   string
		args   []string
		status int
		says   []string
	}{
		{"a bad name", []string{"new", "Harbour!"}, 2, []string{"cannot be the name"}},
		{"no answers", []string{"new", folder}, 2, []string{"1 of 7.", "--yes"}},
		{"the usual answers", []string{"new", folder, "--yes"}, 0, []string{"can be played as it is", "kefi scenario lint"}},
		{"twice", []string{"new", folder, "--yes"}, 1, []string{"is there already"}},
		{"lint", []string{"lint", folder}, 0, []string{"this is still to be written [unwritten]", "0 errors"}},
		{"a look at the sheet", []string{"import", sheet}, 0, []string{"Remarks   (kept for control)   loud", "2 injects."}},
		{"no sheet", []string{"import", folder + ".xlsx"}, 2, []string{"there is no file"}},
		{"into nothing", []string{"import", sheet, "--into", folder + "-2"}, 2, []string{"folder of a scenario"}},
		{"into the draft", []string{"import", sheet, "--into", folder}, 0, []string{"row 3: 09:20 is T+20m", "2 injects.", "Written to"}},
		{"lint again", []string{"lint", folder}, 0, nil},
		{"twice", []string{"import", sheet, "--into", folder}, 0, []string{"0 injects.", "already: 2 rows. --again"}},
		{"by the scenario's file", []string{"import", sheet, "--into", filepath.Join(folder, "scenario.yaml")}, 0, []string{"0 injects."}},
		{"out again", []string{"export", folder, "--msel", "csv"}, 0, []string{"Sequence,Time,Type", "I4,T+0,contextual,CERT,mail,portex,Pumps,They stop.", "I5,T+20m,contextual,Press,mail,all"}},
		{"from another hour, once more", []string{"import", sheet, "--into", folder, "--startex", "08:50", "--again"}, 0, []string{"2 injects.", "Written to"}},
		{"from no hour", []string{"import", sheet, "--into", folder, "--startex", "soon"}, 1, []string{"write a time of day, such as 14:00"}},
		{"as what is not there", []string{"export", folder, "--msel", "docx"}, 2, []string{"--msel is csv"}},
		{"another draft", []string{"new", folder + "-2", "--yes"}, 0, nil},
		{"a misspelt name", []string{"import", odd, "--into", folder + "-2"}, 0, []string{"row 2: 0:18 is T+18m", `row 2: "Portexx" is nobody in this scenario; the name is left as it is`}},
		{"lint finds it", []string{"lint", folder + "-2"}, 3, []string{`unknown addressee "Portexx" in inject I4`, `Did you mean "portex"?`}},
		{"a translation", []string{"new", folder + "-fr", "--from", folder, "--language", "fr"}, 0, []string{"can be played"}},
		{"what is left to translate", []string{"lint", folder + "-fr"}, 0, []string{"same as in harbour: not translated"}},
	} {
		a := kefi(t, append([]string{"scenario"}, x.args...)...)
		if a.status != x.status {
			t.Errorf("%s: want status %d: %s", x.what, x.status, a)
		}
		for _, words := range x.says {
			if !strings.Contains(a.out+a.errw, words) {
				t.Errorf("%s: it does not say %q: %s", x.what, words, a)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "scenario.schema.json")); err != nil {
		t.Errorf("the schema does not lie beside the draft: %v", err)
	}
}
