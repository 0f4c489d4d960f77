package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"kefi/exercise/compare"
	"kefi/exercise/transcript/paper"
)

func compareCommand() *cobra.Command {
	var data, file string
	var html bool
	cmd := &cobra.Command{
		Use:   "compare RUN RUN…",
		Short: "Set recorded runs of one scenario side by side",
		Long: "Compare tells where runs parted, how long each clause took, who bridged, how each incident was answered, and their figures, " +
			"as Markdown or, with --html, as one page. A run is the name of an exercise in the data folder, or a file of another, with the " +
			"roster beside it. It describes and does not infer: below ten tables a side there are no averages.",
		Example:      "kefi compare spring autumn\nkefi compare spring/demo.kefi autumn/demo.kefi --html -o compared.html",
		Args:         takes(cobra.MinimumNArgs(2), "two runs or more"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			runs, err := runsOf(cmd.Context(), data, names)
			if err != nil {
				return err
			}
			d, err := compare.Document(runs)
			if err != nil {
				return err
			}
			return toFile(file, cmd.OutOrStdout(), func(w io.Writer) error {
				if html {
					return paper.HTML(w, d)
				}
				return paper.MD(w, d)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder")
	f.BoolVar(&html, "html", false, "write a page for a browser")
	f.StringVarP(&file, "output", "o", "", "file to write (default: standard output)")
	completes(cmd, "data", folder)
	cmd.ValidArgsFunction = func(cmd *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		return exercisesOf(&data)(cmd, nil, begun)
	}
	return cmd
}

// runsOf reads each run. Where two have one name, that of a file is
// told by its folder.
func runsOf(ctx context.Context, data string, names []string) ([]compare.Run, error) {
	var runs []compare.Run
	called := map[string]int{}
	for _, name := range names {
		folder, exercise, err := recordOf(data, name)
		if err != nil {
			return nil, err
		}
		a, err := openArchive(ctx, folder, exercise)
		if err != nil {
			return nil, err
		}
		if err := a.close(); err != nil {
			return nil, err
		}
		runs = append(runs, compare.Run{Name: a.name, Acts: a.acts, State: a.state})
		called[a.name]++
	}
	for i, name := range names {
		if called[runs[i].Name] > 1 && name != runs[i].Name {
			runs[i].Name = filepath.Base(filepath.Dir(name)) + "/" + runs[i].Name
		}
		for _, earlier := range runs[:i] {
			if earlier.Name == runs[i].Name {
				return nil, fmt.Errorf("%s is named twice; a run is compared with others", name)
			}
		}
	}
	return runs, nil
}
