package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/scenarios/format"
	"kefi/scenarios/msel"
)

func scenarioImportCommand() *cobra.Command {
	var folder, startex string
	again := false
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take incidents from a spreadsheet into a scenario",
		Long: "Import reads a list of incidents (MSEL) from a workbook (.xlsx) or CSV, in whatever columns it is kept, and says what it took each " +
			"column for, what it guessed and what it did not understand. With --into it writes the incidents into the scenario's folder, after " +
			"those that are there; without it nothing is written. Rows that are there already, with the same time and text, are left out. Times of " +
			"day count from the earliest, or from --startex.",
		Example:      "kefi scenario import msel.xlsx\nkefi scenario import msel.xlsx --into harbour --startex 14:00",
		Args:         takes(cobra.ExactArgs(1), "one FILE"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			sc, first, err := importScenario(folder)
			if err != nil {
				return err
			}
			plan := msel.Into(sc)
			plan.Startex = startex
			got, err := readSheet(args[0], plan, first)
			if err != nil {
				return err
			}
			there := 0
			if !again {
				there = got.Without(sc.Injects, first)
			}
			if err := tellImport(cmd.OutOrStdout(), got, there, folder == ""); err != nil || folder == "" || len(got.Pages) == 0 {
				return err
			}
			return writeInjectPages(cmd.OutOrStdout(), folder, got.Pages)
		},
	}
	cmd.Flags().StringVar(&folder, "into", "", "folder of the scenario to write into")
	cmd.Flags().StringVar(&startex, "startex", "", "the time of day at which the exercise starts, such as 14:00, where the sheet has times of day")
	cmd.Flags().BoolVar(&again, "again", false, "take in also what is there already")
	return cmd
}

// importScenario reads the scenario that injects are taken into, and the number
// of its next inject. It is empty where there is none: then nobody is known.
func importScenario(folder string) (exercise.Scenario, int, error) {
	if folder == "" {
		return exercise.Scenario{}, 1, nil
	}
	folder = folderOf(folder)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return exercise.Scenario{}, 0, fmt.Errorf("%w: --into names the folder of a scenario, and %s is none", errUsage, folder)
	}
	sc, err := loadScenario(folder)
	if err != nil {
		return exercise.Scenario{}, 0, err
	}
	last := 0
	for _, in := range sc.Injects {
		n, _ := strconv.Atoi(string(in.ID)[1:])
		last = max(last, n)
	}
	return sc, last + 1, nil
}

func readSheet(name string, plan msel.Plan, first int) (msel.Got, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return msel.Got{}, fmt.Errorf("%w: there is no file %s", errUsage, name)
	}
	if err != nil {
		return msel.Got{}, fmt.Errorf("%s cannot be opened: %w", name, err)
	}
	defer f.Close()
	sheet, err := msel.Open(f)
	if err != nil {
		return msel.Got{}, fmt.Errorf("%s: %w", name, err)
	}
	got, err := msel.Read(sheet, plan, first)
	if err != nil {
		return got, fmt.Errorf("%s: %w", name, err)
	}
	return got, nil
}

// tellImport says what was understood, as a table, what was not, and how many
// are there already.
func tellImport(out io.Writer, got msel.Got, there int, alone bool) error {
	w := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "COLUMN\tTAKEN FOR\tSUCH AS")
	for _, c := range got.Columns {
		means := c.Means
		if means == "" {
			means = "(kept for control)"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", c.Heading, means, cut(c.Sample, 50))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	p := &pageWriter{out: out}
	p.list("Guessed", len(got.Guessed), func(i int) string { return got.Guessed[i] })
	unclear := got.Unclear
	if alone { // nobody is known without a scenario
		unclear = nil
		p.line("")
		p.line("Whom incidents are for, and what they serve, is compared with a scenario: name its folder with --into.")
	}
	p.list("Not understood", len(unclear), func(i int) string { return unclear[i] })
	p.line("")
	p.line("%s.", counted(len(got.Pages), "inject"))
	if there > 0 {
		p.line("Left out, since the same time and text are there already: %s. --again takes them in once more.", counted(there, "row"))
	}
	return p.err
}

func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// writeInjectPages writes each inject into a file of its own; none is replaced.
func writeInjectPages(out io.Writer, folder string, pages []format.Page) error {
	dir := filepath.Join(folderOf(folder), "injects")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the injects cannot be written: %w", err)
	}
	for _, p := range pages {
		if err := writeNew(filepath.Join(dir, p.ID+".md"), p.Markdown()); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(out, "Written to %s. `kefi scenario lint %s` says what is left to do.\n", dir, folder)
	return err
}

// writeNew writes a file that is not there yet.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}
