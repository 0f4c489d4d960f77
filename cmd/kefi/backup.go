package main

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	journalfile "kefi/exercise/journal/sqlite"
	"kefi/exercise/roster"
	rosterfile "kefi/exercise/roster/sqlite"
)

// rosterName is the roster's file in a data folder.
const rosterName = "roster.db"

// manifestName is the first file of a backup.
const manifestName = "backup.json"

// manifest says what a backup holds, so that restoring can look whether it is
// whole.
type manifest struct {
	Note  string                  `json:"note"`
	Kefi  string                  `json:"kefi"`
	Made  time.Time               `json:"made"`
	Heads map[string]journal.Head `json:"heads"` // by exercise
	Files map[string]string       `json:"files"` // SHA-256, by name
}

// keepOnlyTheLast is what has to be known of backups.
const keepOnlyTheLast = "A backup holds the keys of every word that was there when it was made, and the server's host key. " +
	"What is removed or forgotten later can still be read in it: keep it as safe as the server, and keep only the last."

func backupCommand() *cobra.Command {
	var data, file string
	cmd := &cobra.Command{
		Use:          "backup",
		Short:        "Save a data folder in one file, also while the server runs",
		Long:         "Backup saves every exercise, the roster and the host key of a data folder in one file, each as it is at one moment. " + keepOnlyTheLast,
		Example:      "kefi backup -o kefi-monday.tar.gz",
		Args:         takes(cobra.NoArgs, "flags only"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if file == "" {
				return fmt.Errorf("%w: name the file to write: -o kefi-monday.tar.gz", errUsage)
			}
			m, err := backUp(cmd.Context(), data, file)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			fmt.Fprintf(out, "%s holds %s:\n", file, count(len(m.Heads), "exercise"))
			printHeads(out, m.Heads)
			fmt.Fprintf(out, "%s\n", keepOnlyTheLast)
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", "kefi-data", "data folder")
	cmd.Flags().StringVarP(&file, "output", "o", "", "file to write, such as kefi-monday.tar.gz")
	completes(cmd, "data", folder)
	return cmd
}

func printHeads(out io.Writer, heads map[string]journal.Head) {
	for _, name := range inOrder(heads) {
		fmt.Fprintf(out, "  %-16s act %d, %s\n", name, heads[name].Seq, heads[name].Hash)
	}
}

func inOrder[T any](m map[string]T) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// backUp copies the folder beside the file and packs the copies.
func backUp(ctx context.Context, data, file string) (manifest, error) {
	staging, err := os.MkdirTemp(filepath.Dir(file), ".kefi-backup-*")
	if err != nil {
		return manifest{}, fmt.Errorf("%s cannot be written: %w", file, err)
	}
	defer os.RemoveAll(staging)
	m := manifest{Note: keepOnlyTheLast, Kefi: version, Made: time.Now().UTC().Truncate(time.Second), Files: map[string]string{}}
	if m.Heads, err = snapshot(ctx, data, staging); err != nil {
		return m, err
	}
	files, err := os.ReadDir(staging)
	if err != nil {
		return m, err
	}
	for _, f := range files {
		if m.Files[f.Name()], err = sum(filepath.Join(staging, f.Name())); err != nil {
			return m, err
		}
	}
	return m, toFile(file, nil, func(w io.Writer) error { return pack(w, staging, m) })
}

// snapshot copies the journals first and the roster after them, so that no
// word of a copy lacks its key. A word that is removed between the two does:
// then it is done again.
func snapshot(ctx context.Context, data, into string) (map[string]journal.Head, error) {
	const tries = 5
	names, err := exercisesIn(data)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there is no exercise in %s to save", data)
	}
	for n := 1; ; n++ {
		if err := copyFolder(ctx, data, into, names); err != nil {
			return nil, err
		}
		heads, err := headsOf(ctx, into)
		if err == nil || n == tries {
			return heads, err
		}
	}
}

func copyFolder(ctx context.Context, data, into string, names []string) error {
	fresh := func(name string) (string, error) {
		path := filepath.Join(into, name)
		return path, os.RemoveAll(path)
	}
	for _, name := range names {
		to, err := fresh(name + journalSuffix)
		if err == nil {
			err = journalfile.Copy(ctx, filepath.Join(data, name+journalSuffix), to)
		}
		if err != nil {
			return err
		}
	}
	to, err := fresh(rosterName)
	if err == nil {
		err = rosterfile.Copy(ctx, filepath.Join(data, rosterName), to)
	}
	if err != nil {
		return err
	}
	return copyBeside(data, into)
}

// copyBeside copies what else is in the folder, such as the host key. What
// databases and servers keep beside their files is of the moment only.
func copyBeside(data, into string) error {
	entries, err := os.ReadDir(data)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if !e.Type().IsRegular() || !plainName(name) || name == rosterName || slices.ContainsFunc(ofTheMoment, func(end string) bool { return strings.HasSuffix(name, end) }) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(data, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(into, name), text, 0o600)
		}
		if err != nil {
			return fmt.Errorf("%s cannot be saved: %w", name, err)
		}
	}
	return nil
}

var ofTheMoment = []string{journalSuffix, ".lock", "-wal", "-shm", "-journal"}

// headsOf reads every exercise of a folder whole, and refuses one whose chain
// is broken or whose words cannot be read.
func headsOf(ctx context.Context, folder string) (map[string]journal.Head, error) {
	names, err := exercisesIn(folder)
	if err != nil {
		return nil, err
	}
	r, err := rosterfile.OpenReadOnly(filepath.Join(folder, rosterName))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	heads := map[string]journal.Head{}
	for _, name := range names {
		j, err := journalfile.OpenReadOnly(filepath.Join(folder, name+journalSuffix))
		if err != nil {
			return nil, fmt.Errorf("the exercise %s: %w", name, err)
		}
		found, err := conduct.Replay(ctx, j, func(name string) (roster.WordKeys, error) { return r.WordKeys(ctx, name) },
			func(exercise.Act, journal.Head) error { return nil })
		if err == nil && len(found.Lost) > 0 {
			err = fmt.Errorf("the roster holds no key for %d of its words", len(found.Lost))
		}
		if err := errors.Join(err, j.Close()); err != nil {
			return nil, fmt.Errorf("the exercise %s: %w", name, err)
		}
		heads[name] = found.Head
	}
	return heads, nil
}

func sum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// pack writes the manifest and then the files, readable by their owner only.
func pack(w io.Writer, staging string, m manifest) error {
	zipped := gzip.NewWriter(w)
	archive := tar.NewWriter(zipped)
	text, err := json.MarshalIndent(m, "", "  ")
	if err == nil {
		err = packFile(archive, manifestName, int64(len(text)), m.Made, strings.NewReader(string(text)))
	}
	for _, name := range inOrder(m.Files) {
		if err == nil {
			err = packPath(archive, filepath.Join(staging, name), m.Made)
		}
	}
	return errors.Join(err, archive.Close(), zipped.Close())
}

func packPath(archive *tar.Writer, path string, made time.Time) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	return packFile(archive, filepath.Base(path), info.Size(), made, f)
}

func packFile(archive *tar.Writer, name string, size int64, made time.Time, from io.Reader) error {
	if err := archive.WriteHeader(&tar.Header{Name: name, Size: size, Mode: 0o600, ModTime: made, Format: tar.FormatPAX}); err != nil {
		return err
	}
	_, err := io.Copy(archive, from)
	return err
}
