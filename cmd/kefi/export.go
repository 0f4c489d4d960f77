package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
	"kefi/exercise/transcript"
	"kefi/tui/sshd"
)

// everything, in place of a seat, is the operator's own copy of the record.
const everything = "everything"

func exportCommand() *cobra.Command {
	var data, format, as, file string
	cmd := &cobra.Command{
		Use:   "export NAME",
		Short: "Write the minutes or the record of an exercise",
		Long: "Export writes what a seat may know, also beside a running server: the minutes as Markdown (md) or, once the exercise " +
			"is closed, the record as JSON Lines (jsonl). With --as everything the record is the operator's own: nothing is withheld " +
			"but what was removed.",
		Example:      "kefi export demo --format md -o minutes.md\nkefi export demo --format jsonl --as everything",
		Args:         takes(cobra.MaximumNArgs(1), "the name of one exercise"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			if format != "md" && format != "jsonl" {
				return fmt.Errorf("%w: the format %q is not there in this version; choose --format md or --format jsonl", errUsage, format)
			}
			a, err := openArchive(cmd.Context(), data, strings.Join(names, ""))
			if err != nil {
				return err
			}
			defer a.close()
			return toFile(file, cmd.OutOrStdout(), func(w io.Writer) error {
				if format == "md" {
					return a.minutes(w, as)
				}
				return a.record(cmd.Context(), w, as)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder")
	f.StringVar(&format, "format", "md", "md (minutes) or jsonl (the record)")
	f.StringVar(&as, "as", "recorder", "the seat whose copy it is; everything for the operator's own record")
	f.StringVarP(&file, "output", "o", "", "file to write (default: standard output)")
	completes(cmd, "data", folder)
	completes(cmd, "format", oneOf("md", "jsonl"))
	completes(cmd, "as", seatsOf(&data, onlyArg, everything+"\tthe operator's own record"))
	cmd.ValidArgsFunction = exercisesOf(&data)
	return cmd
}

func (a *archive) minutes(w io.Writer, as string) error {
	if as == everything {
		return errors.New("minutes are those of a seat; name one with --as SEAT, as `kefi seats` lists them")
	}
	own := a.state.Own(exercise.SeatID(as))
	if own == nil {
		return a.noSeat(as)
	}
	return writeMinutes(w, &exercise.View{Schema: exercise.ViewSchema, Room: a.state.Room(a.state.HomeRoom(exercise.SeatID(as)), nil), Own: own})
}

func (a *archive) record(ctx context.Context, w io.Writer, as string) error {
	c := transcript.Everything()
	if as != everything {
		if _, ok := a.state.Seat(exercise.SeatID(as)); !ok {
			return a.noSeat(as)
		}
		if a.state.Phase() != exercise.Closed {
			return fmt.Errorf("the exercise %s is in the %s; its record can be handed out once it is closed. "+
				"--as everything writes the operator's own copy at any time", a.name, a.state.Phase())
		}
		if a.state.Room(exercise.TableRoom, nil).Exercise.Naming != exercise.Named {
			return errors.New(namedOnly)
		}
		var err error
		if c, err = transcript.CopyFor(exercise.SeatID(as), a.acts); err != nil {
			return err
		}
	}
	return writeRecord(ctx, w, a.journal, a.roster, a.name, c)
}

func (a *archive) noSeat(as string) error {
	return fmt.Errorf("there is no seat %q in %s; `kefi seats` lists them", as, a.name)
}

// namedOnly: every line of the record names seats, and is hashed as it stands.
const namedOnly = "The record cannot be written without names, and the minutes of this exercise are. " +
	"`export md` gives the minutes; `names named`, of which the table is told, opens the record."

// export serves the verb: each seat its own copy of the minutes, the recorder
// the record too, once the exercise is closed.
func (g *guests) export(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, format string) (string, error) {
	var b strings.Builder
	v := seat.View()
	switch {
	case v.Room.RealWorld:
		return "", refused(exercise.ErrNotNow, "REAL WORLD - NOT EXERCISE. Play has stopped. Stay connected and wait for control.")
	case format == "md":
		err := writeMinutes(&b, v)
		return strings.TrimSuffix(b.String(), "\n"), err
	case format != "jsonl":
		return "", refused(exercise.ErrNotNow, "`export "+format+"` is not there yet in this version; `export md` is.")
	case !v.Own.Has(exercise.Recorder):
		return "", refused(exercise.ErrRole, "Only the recorder takes the record as JSON Lines; `export md` gives you your copy of the minutes.")
	case v.Room.Phase != exercise.Closed:
		return "", refused(exercise.ErrNotNow, "The record leaves as JSON Lines once the exercise is closed; this is the "+
			string(v.Room.Phase)+". `export md` gives you the minutes so far.")
	case v.Room.Exercise.Naming != exercise.Named:
		return "", refused(exercise.ErrNotNow, namedOnly)
	}
	j := g.house.table(guest.Exercise).Journal()
	acts, _, err := conduct.Acts(ctx, j, g.house.roster, guest.Exercise)
	if err != nil {
		return "", err
	}
	c, err := transcript.CopyFor(seat.ID(), acts)
	if err != nil {
		return "", err
	}
	err = writeRecord(ctx, &b, j, g.house.roster, guest.Exercise, c)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// writeMinutes gives a delegation its own rooms too; the copies of those who
// hand minutes on are of the table alone. Where the scenario discloses private
// words to nobody, no copy has them.
func writeMinutes(w io.Writer, v *exercise.View) error {
	private := v.Own.Team != "" && v.Room.Exercise.Disclosure != exercise.ToNobody
	return transcript.Minutes(w, v, transcript.Options{Private: private})
}

func writeRecord(ctx context.Context, w io.Writer, j journal.Journal, r roster.Words, name string, c transcript.Copy) error {
	keys, err := r.WordKeys(ctx, name)
	if err != nil {
		return err
	}
	find := func(id exercise.WordID) (journal.Key, bool) { k, ok := keys[id]; return k, ok }
	return transcript.JSONLines(w, j.Read(ctx, -1), find, c)
}

// toFile writes beside the file and renames, so that a file that is there is
// whole. Without a name it writes to out; what is no file, such as a pipe, it
// writes to and does not replace.
func toFile(path string, out io.Writer, write func(io.Writer) error) error {
	if path == "" {
		return write(out)
	}
	if old, err := os.Stat(path); err == nil && !old.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("%s cannot be written: %w", path, err)
		}
		return errors.Join(write(f), f.Close())
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".kefi-export-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	defer os.Remove(f.Name()) // gone already if all went well
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	return nil
}
