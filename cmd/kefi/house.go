package main

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	journalfile "kefi/exercise/journal/sqlite"
	"kefi/exercise/roster"
	rosterfile "kefi/exercise/roster/sqlite"
	"kefi/scenarios/format"
)

// journalSuffix marks the journals in a data folder: demo.kefi.
const journalSuffix = ".kefi"

// house is a data folder that is open for play: its exercises and its roster.
type house struct {
	folder string
	owner  string
	roster roster.Roster
	opts   conduct.Options

	mu     sync.Mutex
	tables map[string]*conduct.Table
}

// openHouse opens the roster and every exercise of a data folder.
func openHouse(ctx context.Context, folder, owner string, opts conduct.Options) (*house, error) {
	h, err := newHouse(folder, owner, opts)
	if err != nil {
		return nil, err
	}
	names, err := exercisesIn(folder)
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	for _, name := range names {
		if err := h.open(ctx, name); err != nil {
			return nil, errors.Join(err, h.close())
		}
	}
	return h, nil
}

// newHouse opens the roster of a data folder and none of its exercises yet.
func newHouse(folder, owner string, opts conduct.Options) (*house, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("the data folder %s cannot be made: %w. Choose another with --data DIR", folder, err)
	}
	r, err := rosterfile.Open(filepath.Join(folder, rosterName))
	if err != nil {
		return nil, fmt.Errorf("the roster in %s cannot be opened: %w", folder, err)
	}
	return &house{folder: folder, owner: owner, roster: r, opts: opts, tables: map[string]*conduct.Table{}}, nil
}

// exercisesIn lists the exercises of a data folder by name.
func exercisesIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no data folder %s; start a server with `kefi serve`, or name the folder with --data DIR", folder)
	}
	if err != nil {
		return nil, fmt.Errorf("the data folder %s cannot be read: %w", folder, err)
	}
	var names []string
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), journalSuffix)
		switch {
		case !ok || e.IsDir():
		case !validName(name):
			return nil, fmt.Errorf("%s cannot be the file of an exercise: %w", filepath.Join(folder, e.Name()), errName)
		default:
			names = append(names, name)
		}
	}
	return names, nil
}

func (h *house) path(name string) string { return filepath.Join(h.folder, name+journalSuffix) }

// table options for one exercise: how to open its journal again.
func (h *house) options(name string) conduct.Options {
	opts := h.opts
	opts.Reopen = func() (journal.Journal, error) { return journalfile.Open(h.path(name), h.owner) }
	opts.Trouble = trouble(name)
	return opts
}

// trouble tells whoever runs the server that an exercise cannot be stored,
// once a minute at most: a clock that runs tries again every second.
func trouble(name string) func(error) {
	now := rate.Sometimes{Interval: time.Minute}
	return func(err error) {
		now.Do(func() {
			slog.Error("an act could not be stored, and play stands still until one can be: look whether the disk is full or read-only; "+
				"if that is mended and this comes again, stop the server and start it", "exercise", name, "error", err)
		})
	}
}

func (h *house) open(ctx context.Context, name string) error {
	j, err := journalfile.Open(h.path(name), h.owner)
	if err != nil {
		return fmt.Errorf("the exercise %s cannot be opened: %w", name, err)
	}
	t, err := conduct.Open(ctx, j, h.roster, name, h.options(name))
	if err != nil {
		return errors.Join(fmt.Errorf("the exercise %s cannot be opened: %w", name, err), j.Close())
	}
	h.add(name, t)
	return nil
}

func (h *house) add(name string, t *conduct.Table) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tables[name] = t
}

// create lays a new exercise on the table.
func (h *house) create(ctx context.Context, name string, sc exercise.Scenario, seed uint64, speed int) error {
	if !validName(name) {
		return fmt.Errorf("%q cannot be an exercise's name: %w", name, errName)
	}
	j, err := journalfile.Open(h.path(name), h.owner)
	if err != nil {
		return fmt.Errorf("the exercise %s cannot be made: %w", name, err)
	}
	begin := exercise.Begin{Name: name, Scenario: format.Draw(sc, seed), Seed: seed, Version: version, Speed: speed}
	t, err := conduct.Create(ctx, j, h.roster, begin, h.options(name))
	if err != nil {
		return errors.Join(fmt.Errorf("the exercise %s cannot be made: %w", name, err), j.Close())
	}
	h.add(name, t)
	return nil
}

// goOn has a scenario go on from an exercise that has ended here.
func (h *house) goOn(sc exercise.Scenario, follows string) (exercise.Scenario, error) {
	t := h.table(follows)
	switch there := h.Exercises(); {
	case t == nil && len(there) == 0:
		return sc, fmt.Errorf("there is no exercise in %s to go on from; --data names another folder", h.folder)
	case t == nil:
		return sc, fmt.Errorf("there is no exercise %s in %s to go on from; those there are: %s", follows, h.folder, strings.Join(there, ", "))
	}
	return exercise.GoOn(sc, t.State(), t.Head().Hash.String())
}

var errName = errors.New("use at most 32 lower-case letters, digits and hyphens, such as spring-2")

func validName(name string) bool {
	if name == "" || len(name) > 32 {
		return false
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}

// loadScenario finds a built-in scenario by name, or one in a folder or file.
func loadScenario(name string) (exercise.Scenario, error) {
	sc, findings := readScenario(name)
	if findings.Err() != nil {
		return sc, fmt.Errorf("the scenario %s cannot be played:\n%s", name, findings)
	}
	return sc, nil
}

func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return binary.LittleEndian.Uint64(b[:])
}

func (h *house) table(name string) *conduct.Table {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.tables[name]
}

// Exercises implements sshd.Hall.
func (h *house) Exercises() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	names := make([]string, 0, len(h.tables))
	for name := range h.tables {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Seat implements sshd.Hall.
func (h *house) Seat(name string, id exercise.SeatID) (exercise.Seat, bool) {
	t := h.table(name)
	if t == nil {
		return exercise.Seat{}, false
	}
	return t.State().Seat(id)
}

// Written implements sshd.Hall.
func (h *house) Written(name string) string {
	t := h.table(name)
	if t == nil {
		return ""
	}
	return t.State().Plan().Language
}

func (h *house) close() error {
	var all []error
	for _, name := range h.Exercises() {
		all = append(all, h.table(name).Close())
	}
	return errors.Join(append(all, h.roster.Close())...)
}
