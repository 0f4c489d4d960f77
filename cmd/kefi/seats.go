package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	journalfile "kefi/exercise/journal/sqlite"
	"kefi/exercise/roster"
	rosterfile "kefi/exercise/roster/sqlite"
)

// archive is an exercise read from its files, beside a running server or
// after it.
type archive struct {
	name    string
	acts    []exercise.Act
	state   exercise.State
	head    journal.Head
	journal journal.Journal
	roster  roster.Roster
	signer  gossh.Signer // of what is written to files; nil: they are not signed
}

// openArchive reads one exercise; name may be empty where the folder has one.
func openArchive(ctx context.Context, folder, name string) (*archive, error) {
	names, err := exercisesIn(folder)
	if err != nil {
		return nil, err
	}
	switch {
	case len(names) == 0:
		return nil, fmt.Errorf("there is no exercise in %s", folder)
	case name == "" && len(names) == 1:
		name = names[0]
	case name == "":
		return nil, fmt.Errorf("there are several exercises in %s; name one of %v", folder, names)
	}
	j, err := journalfile.OpenReadOnly(filepath.Join(folder, name+journalSuffix))
	if err != nil {
		return nil, fmt.Errorf("the exercise %s cannot be read: %w", name, err)
	}
	r, err := rosterfile.Open(filepath.Join(folder, "roster.db"))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("the roster in %s cannot be opened: %w", folder, err), j.Close())
	}
	a := &archive{name: name, journal: j, roster: r, state: exercise.New()}
	if a.acts, a.head, err = conduct.Acts(ctx, j, r, name); err != nil {
		return nil, errors.Join(fmt.Errorf("the exercise %s cannot be read: %w", name, err), a.close())
	}
	for _, act := range a.acts {
		a.state = exercise.Evolve(a.state, act)
	}
	return a, nil
}

func (a *archive) close() error { return errors.Join(a.journal.Close(), a.roster.Close()) }

func seatsCommand() *cobra.Command {
	var data, name string
	cmd := &cobra.Command{
		Use:          "seats",
		Short:        "List the seats of an exercise and who can come in",
		Example:      "kefi seats --data ./kefi-data",
		Args:         takes(cobra.NoArgs, "flags only"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a, err := openArchive(cmd.Context(), data, name)
			if err != nil {
				return err
			}
			defer a.close()
			return a.listSeats(cmd)
		},
	}
	cmd.Flags().StringVar(&data, "data", "kefi-data", "data folder")
	cmd.Flags().StringVar(&name, "name", "", "the exercise, where there are several")
	completes(cmd, "data", folder)
	completes(cmd, "name", exercisesOf(&data))
	return cmd
}

func (a *archive) listSeats(cmd *cobra.Command) error {
	ctx, out := cmd.Context(), cmd.OutOrStdout()
	fmt.Fprintf(out, "%s, %q, phase: %s\n", a.name, a.state.Plan().Title, a.state.Phase())
	for _, seat := range a.state.Seats() {
		keys, err := a.roster.Keys(ctx, place(a.name, seat.ID))
		if err != nil {
			return err
		}
		coded, err := a.roster.HasCode(ctx, place(a.name, seat.ID))
		if err != nil {
			return err
		}
		code := "no code"
		if coded {
			code = "a code"
		}
		here := "not here"
		if via := a.state.Via(seat.ID); via != "" {
			here = "here, by " + via
		}
		fmt.Fprintf(out, "  %-12s  %-24s  %s, %s, %s\n", seat.ID, roleList(seat.Roles), here, code, count(len(keys), "key"))
	}
	return nil
}

func roleList(roles []exercise.Role) string {
	s := ""
	for i, r := range roles {
		if i > 0 {
			s += ", "
		}
		s += string(r)
	}
	return s
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
