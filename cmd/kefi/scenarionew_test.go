package main

import "testing"

func TestMinutesAreWrittenAsPeopleDo(t *testing.T) {
	for text, want := range map[string]int{"60": 60, "1h": 60, "1h30m": 90, "1h 30m": 90, "90m": 90, "an hour": 0, "": 0} {
		if got := minutesIn(text); got != want {
			t.Errorf("%q is %d minutes, want %d", text, got, want)
		}
	}
}
