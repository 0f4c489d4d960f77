package main

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kefi/exercise/journal"
	"kefi/tui/sshd"
)

func restoreCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Make a data folder of what kefi backup saved",
		Long: "Restore unpacks a backup into a new folder, and looks whether all of it is there and as it was saved before the folder " +
			"has its name. The server has the same host key then, so that guests see no warning, and exercises go on where they were.",
		Example:      "kefi restore kefi-monday.tar.gz --data kefi-data",
		Args:         takes(cobra.ExactArgs(1), "the file that kefi backup wrote"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, files []string) error {
			m, err := restore(cmd.Context(), files[0], data)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			fmt.Fprintf(out, "%s is as it was on %s:\n", data, m.Made.Format("2 January 2006, 15:04 UTC"))
			printHeads(out, m.Heads)
			fmt.Fprintf(out, "To go on: kefi serve --data %s\n", data)
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", "kefi-data", "the folder to make; one that is there must be empty")
	completes(cmd, "data", folder)
	return cmd
}

func restore(ctx context.Context, file, data string) (m manifest, err error) {
	if there, err := os.ReadDir(data); err == nil && len(there) > 0 {
		return m, fmt.Errorf("the folder %s is not empty; choose a new one with --data, so that nothing in it is lost", data)
	}
	data = filepath.Clean(data)
	staging, err := os.MkdirTemp(filepath.Dir(data), ".kefi-restore-*")
	if err != nil {
		return m, fmt.Errorf("the folder %s cannot be made: %w", data, err)
	}
	defer os.RemoveAll(staging) // gone already if all went well
	if m, err = unpack(file, staging); err != nil {
		return m, fmt.Errorf("%s cannot be restored: %w", file, err)
	}
	if err := m.holds(ctx, staging); err != nil {
		return m, fmt.Errorf("%s is not as it was saved: %w", file, err)
	}
	if err := os.Remove(data); err != nil && !errors.Is(err, os.ErrNotExist) {
		return m, fmt.Errorf("the folder %s cannot be made: %w", data, err)
	}
	if err := os.Rename(staging, data); err != nil {
		return m, fmt.Errorf("the folder %s cannot be made: %w", data, err)
	}
	return m, nil
}

var errNoBackup = errors.New("it is not what kefi backup writes")

// unpack writes the files of a backup into a folder. The manifest comes first
// and names them all.
func unpack(file, into string) (m manifest, err error) {
	f, err := os.Open(file)
	if err != nil {
		return m, err
	}
	defer f.Close()
	zipped, err := gzip.NewReader(f)
	if err != nil {
		return m, errNoBackup
	}
	archive := tar.NewReader(zipped)
	first, err := archive.Next()
	if err != nil || first.Name != manifestName {
		return m, errNoBackup
	}
	if err := json.NewDecoder(io.LimitReader(archive, 1<<20)).Decode(&m); err != nil {
		return m, errNoBackup
	}
	for {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return m, nil
		}
		if err != nil {
			return m, fmt.Errorf("it breaks off: %w", err)
		}
		if _, named := m.Files[entry.Name]; !named || entry.Typeflag != tar.TypeReg || !plainName(entry.Name) {
			return m, fmt.Errorf("it holds %q, which its list does not name", entry.Name)
		}
		if err := unpackFile(filepath.Join(into, entry.Name), archive); err != nil {
			return m, fmt.Errorf("it breaks off in %s: %w", entry.Name, err)
		}
	}
}

// plainName: a file of the folder itself, none beside or below it.
func plainName(name string) bool {
	return filepath.IsLocal(name) && !strings.ContainsAny(name, `/\`) && !strings.HasPrefix(name, ".")
}

func unpackFile(path string, from io.Reader) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	return errors.Join(err, f.Sync(), f.Close())
}

// holds says what is missing or other than it was saved in a folder.
func (m manifest) holds(ctx context.Context, folder string) error {
	for _, name := range inOrder(m.Files) {
		have, err := sum(filepath.Join(folder, name))
		if err != nil {
			return fmt.Errorf("%s is missing", name)
		}
		if have != m.Files[name] {
			return fmt.Errorf("%s was changed", name)
		}
	}
	if _, made, err := sshd.HostKey(folder); err != nil || made {
		return errors.Join(errors.New("it holds no host key"), err)
	}
	heads, err := headsOf(ctx, folder)
	if err == nil && !maps.EqualFunc(heads, m.Heads, func(a, b journal.Head) bool { return a == b }) {
		err = errors.New("its exercises do not end where they did")
	}
	return err
}
