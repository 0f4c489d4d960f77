package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/followup"
	"kefi/exercise/transcript"
)

// followupSuffix is what is added to an exercise's name beside its data.
const followupSuffix = ".followup.yaml"

// followingUp is what `kefi followup` was asked for.
type followingUp struct {
	data                          string
	begin                         bool
	clause, state, evidence, date string
}

func followupCommand() *cobra.Command {
	var x followingUp
	cmd := &cobra.Command{
		Use:   "followup NAME",
		Short: "Tell what became of an agreed text, 3, 6 and 12 months later",
		Long: "Followup keeps a file NAME" + followupSuffix + " beside the data: clause by clause what is recommended, implemented, " +
			"institutionalized, with evidence and date. --init writes it, an editor or --clause fills it in, and without flags its table is " +
			"printed beside the source paper's. The file outlives the exercise's own data.",
		Example: "kefi followup spring --init\n" +
			`kefi followup spring --clause 3 --state implemented --evidence gazette-2027-14 --date 2027-02-01` + "\n" +
			"kefi followup spring",
		Args:         takes(cobra.ExactArgs(1), "the name of one exercise"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			text, err := x.text(cmd, names[0])
			if err != nil {
				return err
			}
			return followup.Report(cmd.OutOrStdout(), text)
		},
	}
	f := cmd.Flags()
	f.StringVar(&x.data, "data", "kefi-data", "data folder")
	f.BoolVar(&x.begin, "init", false, "write the file, with the clauses that were agreed")
	f.StringVar(&x.clause, "clause", "", "the clause that has come farther")
	f.StringVar(&x.state, "state", "", "how far: implemented or institutionalized")
	f.StringVar(&x.evidence, "evidence", "", "what shows it")
	f.StringVar(&x.date, "date", "", "since when, as 2027-02-01 (default: today)")
	cmd.MarkFlagsRequiredTogether("clause", "state", "evidence")
	cmd.MarkFlagsMutuallyExclusive("init", "clause")
	completes(cmd, "data", folder)
	completes(cmd, "state", oneOf(string(followup.Implemented), string(followup.Institutionalized)))
	cmd.ValidArgsFunction = exercisesOf(&x.data)
	return cmd
}

// text is what the file says once it has been begun or added to.
func (x followingUp) text(cmd *cobra.Command, name string) (followup.Text, error) {
	if filepath.Base(name) != name {
		return followup.Text{}, fmt.Errorf("%w: %q is no name of an exercise; --data names the folder", errUsage, name)
	}
	path := filepath.Join(x.data, name+followupSuffix)
	text, err := readFollowup(path)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case missing && !x.begin && x.clause == "":
		return text, fmt.Errorf("there is no %s; kefi followup %s --init writes it", path, name)
	case err == nil && x.begin:
		return text, fmt.Errorf("%s is there already; edit it, or add to it with --clause", path)
	case err != nil && !missing:
		return text, fmt.Errorf("%s cannot be read: %w", path, err)
	case missing:
		if text, err = x.agreed(cmd, name); err != nil {
			return text, err
		}
	}
	if x.clause != "" {
		if err := x.add(&text); err != nil {
			return text, err
		}
	}
	if missing || x.clause != "" {
		err = writeFollowup(path, text)
	}
	return text, err
}

func (x followingUp) add(text *followup.Text) error {
	at := time.Now().UTC().Truncate(24 * time.Hour)
	if x.date != "" {
		var err error
		if at, err = time.Parse(time.DateOnly, x.date); err != nil {
			return fmt.Errorf("%w: --date is a day such as 2027-02-01", errUsage)
		}
	}
	return text.Add(x.clause, followup.Step{State: followup.State(x.state), Date: at, Evidence: strings.TrimSpace(x.evidence)})
}

// agreed is the text as the exercise left it.
func (x followingUp) agreed(cmd *cobra.Command, name string) (followup.Text, error) {
	a, err := openArchive(cmd.Context(), x.data, name)
	if err != nil {
		return followup.Text{}, err
	}
	defer a.close()
	room := a.state.Room(exercise.TableRoom, nil)
	zone, err := time.LoadLocation(room.Exercise.Zone)
	if err != nil {
		zone = time.UTC
	}
	day := time.UnixMilli(figures.Of(a.acts).Ended).In(zone)
	text := followup.Text{
		Exercise: transcript.Banner(room.Exercise.Title),
		Agreed:   time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC),
	}
	for _, c := range room.Clauses {
		if c.State.Agreed() {
			text.Clauses = append(text.Clauses, followup.Clause{ID: string(c.ID), Title: c.Title})
		}
	}
	if len(text.Clauses) == 0 {
		return text, fmt.Errorf("no clause of %s is agreed; there is nothing to follow up", name)
	}
	return text, nil
}

func readFollowup(path string) (followup.Text, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return followup.Text{}, err
	}
	return followup.Read(b)
}

func writeFollowup(path string, text followup.Text) error {
	b, err := followup.Write(text)
	if err != nil {
		return err
	}
	return toFile(path, nil, func(w io.Writer) error { _, err := w.Write(b); return err })
}
