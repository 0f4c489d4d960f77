package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestReplay(t *testing.T) {
	data := dataFolder(t, "spring", "autumn")
	for _, row := range []struct {
		given string
		args  []string
		says  string
		fails int
	}{
		{"a seat", []string{"spring", "--data", data, "--as", "hydra"}, "what follows was seen by Hydra", 0},
		{"its language", []string{"spring", "--data", data, "--as", "hydra", "--language", "fr"}, "relecture", 0},
		{"the file", []string{filepath.Join(data, "autumn.kefi")}, "what follows was seen by Recorder", 0},
		{"both banners", []string{"spring", "--data", data}, "EXERCISE EXERCISE EXERCISE", 0},
		{"no name where there are several", []string{"--data", data}, "name one of", 1},
		{"a seat that is not there", []string{"spring", "--data", data, "--as", "nobody"}, "the seats are arcadia", 1},
		{"no time", []string{"spring", "--data", data, "--from", "noon"}, "“noon” is no time here", 1},
		{"a time after the end", []string{"spring", "--data", data, "--from", "T+5h"}, "story ends at T+0m", 1},
		{"no look", []string{"spring", "--data", data, "--look", "pink"}, "there is no look", 2},
		{"no language", []string{"spring", "--data", data, "--language", "xx"}, "does not speak", 2},
		{"a cast", []string{"hydra.cast"}, "asciinema play hydra.cast", 1},
		{"another file", []string{"some/minutes.md"}, "is no record", 1},
	} {
		t.Run(row.given, func(t *testing.T) {
			a := kefi(t, append([]string{"replay", "--plain"}, row.args...)...)
			if a.status != row.fails || !strings.Contains(strings.ReplaceAll(a.out+a.errw, "\n", " "), row.says) {
				t.Error(a)
			}
		})
	}
}
