package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kefi/exercise"
	journalfile "kefi/exercise/journal/sqlite"
	rosterfile "kefi/exercise/roster/sqlite"
)

func forgetCommand() *cobra.Command {
	var data string
	var yes, everything bool
	cmd := &cobra.Command{
		Use:   "forget NAME",
		Short: "Forget private words and who took part in an exercise now, or all of it",
		Long: "Forget does before its time what kefi retention does when it is due: private words are forgotten for good, and with them " +
			"codes, keys and names. The record of what was public stays and still verifies. With --everything the exercise itself is " +
			"erased. No server may have the exercise open.",
		Example:      "kefi forget spring",
		Args:         takes(cobra.ExactArgs(1), "the name of one exercise"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			name := names[0]
			if err := mayForget(cmd.Context(), data, name, everything); err != nil {
				return err
			}
			if !yes && !confirmed(cmd, name, everything) {
				return errors.New("nothing was forgotten")
			}
			if !everything {
				return forgetPrivate(cmd.Context(), cmd.OutOrStdout(), data, name)
			}
			if err := erase(cmd.Context(), data, name); err != nil {
				return err
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s is erased. %s\n", name, oldBackups)
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder")
	f.BoolVar(&yes, "yes", false, "do not ask")
	f.BoolVar(&everything, "everything", false, "erase the exercise itself, its record too")
	completes(cmd, "data", folder)
	cmd.ValidArgsFunction = exercisesOf(&data)
	return cmd
}

// mayForget: private words of an exercise that is still played are needed.
func mayForget(ctx context.Context, data, name string, everything bool) error {
	if everything {
		if !exists(filepath.Join(data, name+journalSuffix)) {
			return fmt.Errorf("there is no exercise %s in %s", name, data)
		}
		return nil
	}
	a, err := openArchive(ctx, data, name)
	if err != nil {
		return err
	}
	defer a.close()
	switch k := exercise.Keeps(a.acts); {
	case k.Done != 0:
		return fmt.Errorf("the private words of %s have been forgotten already", name)
	case !k.Over:
		return fmt.Errorf("the exercise %s is not over (%s); end it first, or erase all of it with --everything", name, a.state.Phase())
	}
	return nil
}

// confirmed asks for the name again.
func confirmed(cmd *cobra.Command, name string, everything bool) bool {
	what := "The private words of " + name + ", its codes, keys and names will be gone for good."
	if everything {
		what = "All of " + name + " will be gone for good, its record too."
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s\nType %s to go on: ", what, name)
	line, _ := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
	return strings.TrimSpace(line) == name
}

// erase removes the journal and everything in the roster about an exercise.
func erase(ctx context.Context, data, name string) error {
	path := filepath.Join(data, name+journalSuffix)
	j, err := journalfile.Open(path, "kefi forget") // nobody else may have it
	if err != nil {
		return fmt.Errorf("the exercise %s cannot be erased: %w", name, err)
	}
	r, err := rosterfile.Open(filepath.Join(data, rosterName))
	if err == nil {
		err = errors.Join(r.Forget(ctx, name), r.Close())
	}
	if err := errors.Join(err, j.Close()); err != nil {
		return fmt.Errorf("the exercise %s cannot be erased: %w", name, err)
	}
	for _, end := range []string{"", "-wal", "-shm", ".lock"} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("the exercise %s is not wholly erased: %w", name, err)
		}
	}
	return nil
}
