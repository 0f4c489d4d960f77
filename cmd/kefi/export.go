package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// everything, in place of a seat, is the operator's own copy of the record.
const everything = "everything"

// exporting is what `kefi export` was asked for.
type exporting struct {
	data, format, as, out string
	names                 string // roles or tracks; empty: as the minutes do
	all, unsigned         bool
}

func exportCommand() *cobra.Command {
	var x exporting
	cmd := &cobra.Command{
		Use:   "export NAME",
		Short: "Write the minutes, reports, tables or the record of an exercise",
		Long: "Export writes what a seat may know, also beside a running server. The formats are:\n\n" + formatList() +
			"\nBeside each file that is written stands its signature, FILE.sig, by the server's key: kefi verify checks it, and " +
			"ssh-keygen does with what kefi key prints. With --all every format that the seat may take is written into a folder. With --as everything the record is " +
			"the operator's own: nothing is withheld but what was removed.",
		Example: "kefi export demo --format md -o minutes.md\nkefi export demo --all -o exports\n" +
			"kefi export demo --format events.jsonl --names tracks\n" +
			"kefi export demo --format jsonl --as everything",
		Args:         takes(cobra.MaximumNArgs(1), "the name of one exercise"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			if _, ok := transcript.Find(x.format); !ok {
				return fmt.Errorf("%w: there is no format %q; choose --format %s", errUsage, x.format, orList(formats()))
			}
			a, err := openArchive(cmd.Context(), x.data, strings.Join(names, ""))
			if err != nil {
				return err
			}
			defer a.close()
			if x.out != "" && !x.unsigned {
				if a.signer, err = signingKey(x.data); err != nil {
					return fmt.Errorf("%w. --no-signature writes the file alone", err)
				}
			}
			if x.all {
				return a.exportAll(cmd.Context(), cmd.OutOrStdout(), x)
			}
			return a.export(cmd.Context(), cmd.OutOrStdout(), x)
		},
	}
	f := cmd.Flags()
	f.StringVar(&x.data, "data", "kefi-data", "data folder")
	f.StringVar(&x.format, "format", "md", "a format by its name or its file's")
	f.StringVar(&x.as, "as", "recorder", "the seat whose copy it is; everything for the operator's own record")
	f.StringVar(&x.names, "names", "", "roles or tracks: name nobody in this copy, whatever the minutes do")
	f.StringVarP(&x.out, "output", "o", "", "file to write, or a folder to write it in (default: standard output)")
	f.BoolVar(&x.all, "all", false, "write every format that the seat may take; -o names the folder")
	f.BoolVar(&x.unsigned, "no-signature", false, "write the file without its signature, FILE.sig")
	cmd.MarkFlagsMutuallyExclusive("all", "format")
	completes(cmd, "data", folder)
	completes(cmd, "format", oneOf(formats()...))
	completes(cmd, "names", oneOf(string(exercise.ByRole), string(exercise.ByTrack)))
	completes(cmd, "as", seatsOf(&x.data, onlyArg, everything+"\tthe operator's own record"))
	cmd.ValidArgsFunction = exercisesOf(&x.data)
	return cmd
}

func formats() []string {
	var names []string
	for _, e := range transcript.Exports() {
		names = append(names, e.Name)
	}
	return names
}

// formatList is a line for each format: its name, its file where that is called
// otherwise, and what it is.
func formatList() string {
	list := transcript.Exports()
	called := make([]string, len(list))
	name, both := 0, 0
	for _, e := range list {
		if e.Name != e.File {
			name = max(name, len(e.Name))
		}
	}
	for i, e := range list {
		called[i] = e.Name
		if e.Name != e.File {
			called[i] = fmt.Sprintf("%-*s  %s", name, e.Name, e.File)
		}
		both = max(both, len(called[i]))
	}
	var b strings.Builder
	for i, e := range list {
		fmt.Fprintf(&b, "  %-*s  %s\n", both, called[i], e.Says())
	}
	return b.String()
}

func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// export writes one format: to a file, into a folder, or to out.
func (a *archive) export(ctx context.Context, out io.Writer, x exporting) error {
	e, _ := transcript.Find(x.format)
	s, err := a.source(ctx, x.as, e)
	if err == nil {
		err = x.rename(s)
	}
	if err != nil {
		return err
	}
	if isTerminal(out) && x.out == "" && !e.Text() {
		return fmt.Errorf("%s is not for a terminal; name a file with -o %s", e.File, e.File)
	}
	file := x.out
	if info, err := os.Stat(file); err == nil && info.IsDir() || strings.HasSuffix(file, string(filepath.Separator)) {
		file = filepath.Join(file, e.File)
	}
	return a.exportFile(file, out, e, s)
}

// exportFile makes the whole export before it writes any of it.
func (a *archive) exportFile(file string, out io.Writer, e transcript.Export, s *transcript.Source) error {
	if !s.Whole {
		e.Who = transcript.Everyone // the operator always may
		if err := e.NotNow(s.View); err != nil {
			return a.hinted(err, e)
		}
	}
	data, err := whole(e, s)
	if err != nil {
		return err
	}
	if err := toFile(file, out, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
		return err
	}
	if info, err := os.Stat(file); a.signer == nil || err != nil || !info.Mode().IsRegular() {
		return nil // standard output or a pipe: there is no file to stand beside
	}
	return signBeside(file, a.signer)
}

// hinted adds to a refusal what the operator can do.
func (a *archive) hinted(err error, e transcript.Export) error {
	if e.Name != "jsonl" {
		return err
	}
	return fmt.Errorf("%w --as everything writes the operator's own copy at any time", err)
}

// exportAll writes what the seat may take now, and says what it left out.
func (a *archive) exportAll(ctx context.Context, out io.Writer, x exporting) error {
	if x.out == "" {
		return fmt.Errorf("%w: --all writes several files; name a folder for them with -o FOLDER", errUsage)
	}
	if x.as == everything {
		return fmt.Errorf("%w: --all writes what a seat may take; name one with --as SEAT", errUsage)
	}
	if err := os.MkdirAll(x.out, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", x.out, err)
	}
	s, err := a.source(ctx, x.as, transcript.Export{})
	if err == nil {
		err = x.rename(s)
	}
	if err != nil {
		return err
	}
	for _, e := range transcript.Offered(s.View.Own) {
		if err := e.NotNow(s.View); err != nil {
			fmt.Fprintf(out, "%s: not written. %v\n", e.File, err)
			continue
		}
		err := a.exportFile(filepath.Join(x.out, e.File), nil, e, s)
		if refusal := (*exercise.Refusal)(nil); errors.As(err, &refusal) || errors.Is(err, transcript.ErrNotAdopted) {
			fmt.Fprintf(out, "%s: not written. %v\n", e.File, err)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", e.File, err)
		}
		fmt.Fprintln(out, filepath.Join(x.out, e.File))
	}
	return nil
}

// source is what a seat's copy is made from, or the operator's own.
func (a *archive) source(ctx context.Context, as string, e transcript.Export) (*transcript.Source, error) {
	if as == everything {
		if e.Name != "jsonl" {
			return nil, errors.New("only the record (jsonl) can be taken whole; name a seat with --as SEAT, as `kefi seats` lists them")
		}
		return a.whole(ctx)
	}
	keys, err := keysOf(ctx, a.roster, a.name)
	if err != nil {
		return nil, err
	}
	x := record{a.state, a.acts, a.head, keys, upTo{a.journal, a.state.Seq()}}
	return x.source(ctx, exercise.SeatID(as))
}

// whole is what the operator's own record is made from.
func (a *archive) whole(ctx context.Context) (*transcript.Source, error) {
	keys, err := keysOf(ctx, a.roster, a.name)
	return &transcript.Source{
		Name: a.name, Acts: a.acts, State: a.state, Head: a.head, Entries: a.journal.Read(ctx, -1), Keys: keys, Whole: true,
	}, err
}

// rename has the copy name people in a way that tells less. What tells more is
// the recorder's to say, before the table.
func (x exporting) rename(s *transcript.Source) error {
	ways := exercise.Namings()
	asked := slices.Index(ways, exercise.Naming(x.names))
	switch {
	case x.names == "":
		return nil
	case asked < 0:
		return fmt.Errorf("%w: --names is roles or tracks", errUsage)
	case s.Whole:
		return fmt.Errorf("%w: the whole record names everybody; --names goes with --as SEAT", errUsage)
	case asked < slices.Index(ways, s.View.Room.Exercise.Naming):
		return fmt.Errorf("the minutes of this exercise say %s only; a copy cannot tell more", s.View.Room.Exercise.Naming)
	}
	s.View.Room.Exercise.Naming = ways[asked]
	return nil
}

// isTerminal says whether what is written there is seen by a person at once.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(f.Fd())
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
		return fmt.Errorf("%s is not written: %w", path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	return nil
}
