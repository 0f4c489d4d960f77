package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/exercise/transcript/paper"
)

// sheetFormats are how the coding sheet can be written.
func sheetFormats() map[string]func(io.Writer, *transcript.Source) error {
	as := func(write func(io.Writer, paper.Document) error) func(io.Writer, *transcript.Source) error {
		return func(w io.Writer, s *transcript.Source) error { return write(w, transcript.StressDocument(s)) }
	}
	return map[string]func(io.Writer, *transcript.Source) error{
		"csv": transcript.StressSheet, "md": as(paper.MD), "docx": as(paper.DOCX), "html": as(paper.HTML),
	}
}

func stressCommand() *cobra.Command {
	var data, format, file string
	cmd := &cobra.Command{
		Use:   "stress NAME",
		Short: "Hold the final text against incidents that nobody has seen",
		Long: "Stress writes a coding sheet for raters: for each incident that the scenario held back, and each agreed clause, who must act, " +
			"by when, and who pays, left empty. The sheet does not say of which run it is; kefi export NAME --format blind writes the text alone, " +
			"under the same number.",
		Example:      "kefi stress spring -o stress.csv\nkefi stress spring --format docx -o stress.docx",
		Args:         takes(cobra.ExactArgs(1), "the name of one exercise"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			write, ok := sheetFormats()[format]
			if !ok {
				return fmt.Errorf("%w: the sheet is written as csv, docx, html or md", errUsage)
			}
			a, err := openArchive(cmd.Context(), data, strings.Join(names, ""))
			if err != nil {
				return err
			}
			defer a.close()
			s, err := a.unsent()
			if err != nil {
				return err
			}
			return toFile(file, cmd.OutOrStdout(), func(w io.Writer) error { return write(w, s) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder")
	f.StringVar(&format, "format", "csv", "csv, docx, html or md")
	f.StringVarP(&file, "output", "o", "", "file to write (default: standard output)")
	completes(cmd, "data", folder)
	completes(cmd, "format", oneOf("csv", "docx", "html", "md"))
	cmd.ValidArgsFunction = exercisesOf(&data)
	return cmd
}

// unsent is what the sheet is made from. It holds what nobody may read who is
// still to play.
func (a *archive) unsent() (*transcript.Source, error) {
	if a.state.Phase() != exercise.Closed {
		return nil, fmt.Errorf("the exercise %s is in the %s; what was held back can be read once it is closed", a.name, a.state.Phase())
	}
	s := &transcript.Source{
		Name: a.name, Acts: a.acts, State: a.state, Head: a.head,
		View: &exercise.View{Schema: exercise.ViewSchema, Room: a.state.Room(exercise.TableRoom, nil), Own: &exercise.OwnView{}},
	}
	if len(s.HeldBack()) == 0 {
		return nil, fmt.Errorf("the scenario of %s held no incident back, and all that it planned was played", a.name)
	}
	return s, nil
}
