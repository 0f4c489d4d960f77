package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"kefi/exercise"
)

func scenarioShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "show NAME",
		ValidArgsFunction: someScenarios,
		Short:             "Show what a scenario holds, on one page",
		Long:              "Show writes what whoever runs the exercise would ask first: who sits down, what is decided, how long it takes. Briefs and incidents stay closed; `preview` opens them.",
		Example:           "kefi scenario show copycat",
		Args:              takes(cobra.ExactArgs(1), "one NAME"),
		SilenceUsage:      true,
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := loadScenario(args[0])
			if err != nil {
				return err
			}
			return showScenario(cmd.OutOrStdout(), s)
		},
	}
}

func showScenario(out io.Writer, s exercise.Scenario) error {
	p := &pageWriter{out: out}
	minutes, table := minutesOf(s)
	p.line("%s (%s)", s.Title, s.Name)
	p.line("%s, by the procedure %s. %d minutes, %d of them at the table.", s.Instrument, s.Procedure, minutes, table)
	if of, as := kinship(s); of != "" {
		p.line("It belongs to %s: %s.", of, as)
	}
	p.list("Teams", len(s.Teams), func(i int) string {
		t := s.Teams[i]
		return fmt.Sprintf("%s %s (%s), %s", t.Track, t.Name, t.Track.Word(), seatNames(t.Seats))
	})
	p.list("Other seats", len(s.Seats), func(i int) string {
		if x := s.Seats[i]; x.Team == "" {
			return string(x.ID) + ": " + joined(x.Roles)
		}
		return ""
	})
	p.list("Draft", len(s.Clauses), func(i int) string {
		c := s.Clauses[i]
		n := pointsIn(exercise.Scenario{Clauses: s.Clauses[i : i+1]})
		line := fmt.Sprintf("%s %s, %s", c.ID, c.Title.Value, counted(n, "point"))
		if len(c.Bearers) > 0 {
			line += ", borne by " + joined(c.Bearers)
		}
		return line
	})
	p.list("Agenda of the table", len(s.Agenda), func(i int) string {
		return fmt.Sprintf("%3d min  %s", s.Agenda[i].Minutes, itemLine(s.Agenda[i]))
	})
	p.list("Objectives", len(s.Objectives), func(i int) string { return s.Objectives[i].ID + ": " + s.Objectives[i].Text.Value })
	p.line("")
	p.line("%s, %s, %s, %s held back.", counted(len(s.Injects), "inject"), counted(len(s.Personas), "persona"),
		counted(len(s.Precedents), "precedent"), counted(len(s.Stress), "stress incident"))
	return p.err
}

func itemLine(x exercise.AgendaItem) string {
	if len(x.Clauses) == 0 {
		return string(x.Kind)
	}
	return string(x.Kind) + " of " + joined(x.Clauses)
}

func seatNames(seats []exercise.SeatID) string {
	if len(seats) == 1 {
		return "seat " + string(seats[0])
	}
	return "seats " + joined(seats)
}

func joined[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = string(x)
	}
	return strings.Join(words, ", ")
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// pageWriter writes lines until one cannot be written.
type pageWriter struct {
	out io.Writer
	err error
}

func (p *pageWriter) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.out, format+"\n", args...)
	}
}

// list writes a heading and below it each item that has a text.
func (p *pageWriter) list(heading string, n int, item func(i int) string) {
	if n == 0 {
		return
	}
	p.line("")
	p.line("%s", heading)
	for i := range n {
		if text := item(i); text != "" {
			p.line("  %s", text)
		}
	}
}
