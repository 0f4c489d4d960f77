package main

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/transcript"
)

// What a delegation says among itself is in its own copy of the minutes, or in
// none, as the scenario has it.
func TestWhomPrivateWordsReach(t *testing.T) {
	for disclosure, want := range map[exercise.Disclosure]bool{"": true, exercise.ToMembers: true, exercise.ToNobody: false} {
		t.Run(string(disclosure), func(t *testing.T) {
			h, err := openHouse(t.Context(), t.TempDir(), "this test", conduct.Options{ActsPerMinute: 1000})
			if err != nil {
				t.Fatal(err)
			}
			defer h.close()
			sc, err := loadScenario("first-table")
			if err != nil {
				t.Fatal(err)
			}
			sc.Disclosure = disclosure
			if err := h.create(t.Context(), "spring", sc, 5, 1); err != nil {
				t.Fatal(err)
			}
			seat, err := h.table("spring").Seat(sc.Teams[0].Seats[0])
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range []exercise.Command{exercise.Agree{}, exercise.SpeakRoom{Words: exercise.T("Among us: we could give way.")}} {
				if _, err := seat.Submit(t.Context(), c); err != nil {
					t.Fatal(err)
				}
			}
			source, err := newCopies(h, 1).source(t.Context(), "spring", seat.ID())
			if err != nil {
				t.Fatal(err)
			}
			md, _ := transcript.Find("md")
			minutes, err := whole(md, source)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Contains(string(minutes), "Among us"); got != want {
				t.Errorf("the delegation's copy holds its private words: %v", got)
			}
		})
	}
}
