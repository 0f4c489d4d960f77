package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/exercise/transcript/paper"
	"kefi/scenarios/format"
)

// papers are the ways to print.
var papers = map[string]func(io.Writer, paper.Document) error{"pdf": paper.PDF, "docx": paper.DOCX, "html": paper.HTML}

func printCommand() *cobra.Command {
	var data, scenario, kind, dir string
	cmd := &cobra.Command{
		Use:   "print NAME [SHEET]",
		Short: "Print what people need on paper, before play or to go on without machines",
		Long: "Print writes into a folder, also beside a running server: the situation manual, a handout for each delegate with the brief, " +
			"the handbook of controllers and evaluators, where the exercise stands with what is still to come, position sheets, the sign-in " +
			"sheet and the feedback form. Codes are kept nowhere in words: each handout has a line to write one on. These are the operator's: " +
			"handouts hold briefs, and the handbook what is still to come.",
		Example:      "kefi print demo -o paper\nkefi print demo state --format docx -o paper\nkefi print --scenario copycat -o paper",
		Args:         takes(cobra.MaximumNArgs(2), "the name of one exercise, and a sheet if only one is wanted"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := papers[kind]
			if !ok {
				return fmt.Errorf("%w: paper is written as pdf, docx or html, and not as %q", errUsage, kind)
			}
			s, err := toPrint(cmd.Context(), data, scenario, &args)
			if err != nil {
				return err
			}
			return printSheets(cmd.OutOrStdout(), s, strings.Join(args, ""), dir, kind, write)
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder")
	f.StringVar(&scenario, "scenario", "", "a scenario to print from before there is an exercise")
	f.StringVar(&kind, "format", "pdf", "pdf, docx or html")
	f.StringVarP(&dir, "output", "o", "paper", "folder to write to")
	completes(cmd, "data", folder)
	completes(cmd, "format", oneOf("pdf", "docx", "html"))
	cmd.ValidArgsFunction = exercisesOf(&data)
	return cmd
}

// toPrint is what is printed from: an exercise, whose name is taken off args,
// or a scenario of which there is none yet.
func toPrint(ctx context.Context, data, scenario string, args *[]string) (*transcript.Source, error) {
	if scenario != "" {
		sc, err := loadScenario(scenario)
		if err != nil {
			return nil, err
		}
		act, err := exercise.Decide(exercise.New(), "", 0, exercise.Begin{Name: "paper", Scenario: format.Draw(sc, 1), Seed: 1, Version: version, Speed: 1})
		if err != nil {
			return nil, err
		}
		return ofControl(exercise.Evolve(exercise.New(), act), []exercise.Act{act})
	}
	name := ""
	if len(*args) > 0 {
		name, *args = (*args)[0], (*args)[1:]
	}
	a, err := openArchive(ctx, data, name)
	if err != nil {
		return nil, err
	}
	defer a.close()
	return ofControl(a.state, a.acts)
}

// ofControl is a source with the view of the first seat that has control.
func ofControl(state exercise.State, acts []exercise.Act) (*transcript.Source, error) {
	for _, seat := range state.Seats() {
		if seat.Has(exercise.Control) {
			v, err := viewOf(state, seat.ID)
			return &transcript.Source{Name: state.Name(), View: v, Acts: acts, State: state}, err
		}
	}
	return nil, fmt.Errorf("no seat of this exercise has control, whose papers these are")
}

func printSheets(out io.Writer, s *transcript.Source, only, dir, kind string, write func(io.Writer, paper.Document) error) error {
	sheets := transcript.Sheets(s.State.Plan())
	names := make([]string, len(sheets))
	for i, x := range sheets {
		names[i] = x.Name
	}
	if only != "" && !slices.Contains(names, only) {
		return fmt.Errorf("%w: there is no sheet %q; there are %s", errUsage, only, strings.Join(names, ", "))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", dir, err)
	}
	for _, x := range sheets {
		if only != "" && x.Name != only {
			continue
		}
		file := filepath.Join(dir, x.Name+"."+kind)
		if err := toFile(file, nil, func(w io.Writer) error { return write(w, x.Document(s)) }); err != nil {
			return fmt.Errorf("%s: %w", x.Name, err)
		}
		fmt.Fprintln(out, file)
	}
	return nil
}
