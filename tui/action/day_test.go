package action

import "testing"

func TestDays(tt *testing.T) {
	for typed, want := range map[string]string{
		"2027-03-01": "2027-03-01", "2027-3-1": "2027-03-01", "1 march 2027": "2027-03-01", "1st mar 2027": "2027-03-01",
		"march 1, 2027": "2027-03-01", "1er mars 2027": "2027-03-01", "14 août 2027": "2027-08-14", "1 de marzo de 2027": "2027-03-01",
		"3 juin 2027": "2027-06-03", "3 juillet 2027": "2027-07-03", "31 de enero de 2028": "2028-01-31", "01.03.2027": "2027-03-01",
		"30 sept. 2027": "2027-09-30", "29 february 2028": "2028-02-29",
		"29 february 2027": "", "2027-13-01": "", "1/3/2027": "", "soon": "", "march 2027": "", "1 brumaire 2027": "", "": "",
	} {
		if got, ok := dayOf(typed); ok != (want != "") || ok && got != want {
			tt.Errorf("%q is read as %q, %v; want %q", typed, got, ok, want)
		}
	}
}
