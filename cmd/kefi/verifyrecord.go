package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	journalfile "kefi/exercise/journal/sqlite"
	"kefi/exercise/roster"
	rosterfile "kefi/exercise/roster/sqlite"
	"kefi/exercise/transcript"
)

// record reports the chain of a file of JSON Lines, and the exercise where all
// of it is in clear.
func (p *prover) record(r *finding, file string) {
	f, err := os.Open(file)
	if err != nil {
		r.take("chain", "", err)
		return
	}
	defer f.Close()
	again := replayed{state: exercise.New()}
	found, err := transcript.Verify(f, again.take, p.wanted()...)
	r.take("chain", found.String(), err)
	if err != nil {
		return
	}
	r.tell("head", "act %d, %s", found.Head.Seq, found.Head.Hash)
	p.compare(r, found.Name, found.Head, found.At)
	if found.Withheld == 0 {
		again.report(r)
	} else {
		r.tell("replay", "not to be had from this copy: parts of it are withheld")
	}
}

// wanted are the acts whose hashes are to be compared.
func (p *prover) wanted() []int64 {
	if p.closing == nil {
		return nil
	}
	return []int64{p.closing.Head.Seq}
}

// compare looks for the closing that every seat was shown.
func (p *prover) compare(r *finding, name string, head journal.Head, at map[int64]journal.Hash) {
	if p.closing == nil {
		r.tell("closing", "not compared: --head head.txt, which every seat was shown, would show an end that was cut off")
		return
	}
	want := *p.closing
	hash, there := at[want.Head.Seq]
	var err error
	switch {
	case name != want.Name:
		err = fmt.Errorf("the head that was given is of the exercise %s, and this is %s", want.Name, name)
	case !there:
		err = fmt.Errorf("the exercise was closed with act %d, and this ends at act %d: its end was cut off", want.Head.Seq, head.Seq)
	case hash != want.Head.Hash:
		err = fmt.Errorf("act %d has another hash than the one that was shown: it, or an act before it, was rewritten", want.Head.Seq)
	}
	after := ""
	if more := head.Seq - want.Head.Seq; more > 0 {
		after = fmt.Sprintf("; %s after it", count(int(more), "act"))
	}
	r.take("closing", fmt.Sprintf("act %d is as every seat was shown it%s", want.Head.Seq, after), err)
}

// journal reports a journal: its chain and head, whether its words can be
// read, and the exercise.
func (p *prover) journal(ctx context.Context, r *finding, file string) {
	j, err := journalfile.OpenReadOnly(file)
	if err != nil {
		r.take("chain", "", err)
		return
	}
	defer j.Close()
	keys, err := p.roster(file)
	if err != nil {
		r.take("words", "", err)
		return
	}
	defer keys.close()
	again := replayed{state: exercise.New()}
	at := map[int64]journal.Hash{}
	found, err := conduct.Replay(ctx, j, func(name string) (roster.WordKeys, error) { return keys.of(ctx, name) },
		func(a exercise.Act, here journal.Head) error {
			if p.closing != nil && here.Seq == p.closing.Head.Seq {
				at[here.Seq] = here.Hash
			}
			return again.take(a)
		})
	v := transcript.Verified{Head: found.Head, Removed: found.Removed}
	r.take("chain", v.String(), err)
	if err != nil {
		return
	}
	r.tell("head", "act %d, %s", found.Head.Seq, found.Head.Hash)
	p.compare(r, found.Name, found.Head, at)
	switch {
	case keys.roster == nil:
		r.tell("words", "their keys are not here: %s; the chain holds without them", keys.path)
		return
	case len(found.Lost) > 0:
		r.take("words", "", fmt.Errorf("%s holds no key for %d of its words, the first in act %d, and nobody removed them", keys.path, len(found.Lost), found.Lost[0].Seq))
	default:
		r.tell("words", "all can be read but those that were removed")
	}
	again.report(r)
}

// wordKeys are those of the roster that belongs to a journal.
type wordKeys struct {
	path   string
	roster *rosterfile.Roster // nil: there is none
}

// roster finds the one beside a journal or, for a copy that is elsewhere, the
// one in the data folder.
func (p *prover) roster(file string) (wordKeys, error) {
	k := wordKeys{path: filepath.Join(filepath.Dir(file), "roster.db")}
	if _, err := os.Stat(k.path); errors.Is(err, fs.ErrNotExist) {
		if other := filepath.Join(p.data, "roster.db"); exists(other) {
			k.path = other
		} else {
			return k, nil
		}
	}
	var err error
	k.roster, err = rosterfile.OpenReadOnly(k.path)
	return k, err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (k wordKeys) of(ctx context.Context, name string) (roster.WordKeys, error) {
	if k.roster == nil {
		return nil, nil
	}
	return k.roster.WordKeys(ctx, name)
}

func (k wordKeys) close() {
	if k.roster != nil {
		_ = k.roster.Close()
	}
}

// replayed is the exercise as a record gives it again, act by act.
type replayed struct{ state exercise.State }

// take goes on by one act. A record that was made up may hold what no
// exercise could: that is a finding, and ends nothing else.
func (x *replayed) take(a exercise.Act) (err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("act %d cannot follow what came before it", a.Seq)
		}
	}()
	x.state = exercise.Evolve(x.state, a)
	return nil
}

// report says what the exercise came to, in words that can be compared with
// the exports: the text by the hash of accord.txt.
func (x *replayed) report(r *finding) {
	room := x.state.Room(exercise.TableRoom, nil)
	outcome := "no outcome yet"
	if room.Closing != nil {
		outcome = room.Closing.Outcome.String()
	}
	r.tell("replay", "%s; %s", outcome, tallied(room))
	if text, err := transcript.Accord(room); err == nil {
		r.tell("text", "sha256 %x of accord.txt", sha256.Sum256([]byte(text)))
	}
}

// tallied counts what was decided and how.
func tallied(room *exercise.RoomView) string {
	open, settled := 0, 0
	for _, c := range room.Clauses {
		open += c.Open
		if c.State.Agreed() {
			settled++
		}
	}
	return fmt.Sprintf("%d of %s agreed, %s open, %s", settled, count(len(room.Clauses), "clause"), count(open, "point"), count(len(room.Decisions), "decision"))
}
