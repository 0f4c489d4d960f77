package main

import (
	"os"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// handOver holds that everybody's copies of the minutes and of the record say
// what was agreed, and nothing that their seat may not know.
func (c *cast) handOver() {
	c.Helper()
	golden, err := os.ReadFile("testdata/agreed.md")
	if err != nil {
		c.Fatal(err)
	}
	agreed := strings.TrimRight(transcript.AgreedText(c.view("observer").Room), "\n") + "\n"
	if agreed != string(golden) {
		c.Errorf("what was agreed is not testdata/agreed.md: %s", difference(string(golden), agreed))
	}
	for _, seat := range everybody {
		minutes := c.read(seat, "export md")
		if !strings.Contains(minutes, agreed) {
			c.Errorf("the minutes of %s do not hold the agreed text", seat)
		}
		if beside := c.export(seat, "md"); beside != minutes {
			c.Errorf("the minutes of %s written beside the server are others: %s", seat, difference(minutes, beside))
		}
		c.export(seat, "jsonl")
	}
	for _, seat := range []exercise.SeatID{"hydra", "observer"} {
		if replay := c.export(seat, "cast"); !strings.Contains(replay, "EXERCISE EXERCISE EXERCISE") {
			c.Errorf("the replay of %s does not say that it is an exercise", seat)
		}
	}
	c.refused("hydra", "export jsonl", "Only the recorder")
	if verb, beside := c.read("recorder", "export jsonl"), c.export("recorder", "jsonl"); verb != beside {
		c.Errorf("the recorder's record written beside the server is another one: %s", difference(verb, beside))
	}
	whole := kefi(c.T, "export", "spring", "--data", c.server.data, "--format", "jsonl", "--as", "everything")
	for _, s := range c.secrets {
		if !strings.Contains(whole.out, s.token) {
			c.Errorf("the operator's own record lacks %s", s.what)
		}
	}
	if strings.Contains(whole.out, c.expunged) {
		c.Error("the operator's own record still holds expunged words")
	}
}

// export runs `kefi export` beside the server, for a seat's copy.
func (c *cast) export(seat exercise.SeatID, format string) string {
	c.Helper()
	a := kefi(c.T, "export", "spring", "--data", c.server.data, "--format", format, "--as", string(seat))
	if a.status != 0 {
		c.Fatalf("kefi export --as %s: %s", seat, a)
	}
	c.take(seat, "kefi export "+format, a.out)
	return a.out
}
