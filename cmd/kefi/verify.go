package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise/transcript"
	"kefi/exercise/transcript/sign"
)

func verifyCommand() *cobra.Command {
	var data, allowed, head string
	cmd := &cobra.Command{
		Use:   "verify FILE…",
		Short: "Check exports, records and journals: who signed them, and that nothing was changed or cut off",
		Long: "Verify looks at each FILE for all that it can be checked by. The signature beside it, FILE.sig, is checked against the " +
			"server's key in the data folder, or against the keys in a file of allowed signers. Of a record (JSON Lines) or a journal " +
			"(NAME.kefi) the chain is computed again, and where everything is in clear the exercise is replayed. " +
			"--head compares it with the place that every seat was shown when the exercise was closed: only that finds an end that was " +
			"cut off by somebody who could sign.\n\nThe exit status is 0 if all is good and 3 if something is not.",
		Example:      "kefi verify minutes.docx record.jsonl --head head.txt\nkefi verify kefi-data/spring.kefi --allowed-signers allowed_signers",
		Args:         takes(cobra.MinimumNArgs(1), "the files to check"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, files []string) error {
			p, err := newProver(data, allowed)
			if err == nil && head != "" {
				err = p.expect(head)
			}
			if err != nil {
				return err
			}
			return p.all(cmd.Context(), cmd.OutOrStdout(), files)
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder, for the server's key and the keys of words")
	f.StringVar(&allowed, "allowed-signers", "", "file of the keys to believe instead, as `kefi key` prints one")
	f.StringVar(&head, "head", "", "head.txt: where the record stood when the exercise was closed")
	completes(cmd, "data", folder)
	return cmd
}

// prover checks files against what it was told to believe.
type prover struct {
	data    string
	allowed sign.Allowed
	whose   string              // the keys, for people
	closing *transcript.Closing // nil: no head was given
}

// newProver believes the keys in a file of allowed signers or, where none is
// named, the server's own; without either, nobody.
func newProver(data, allowed string) (*prover, error) {
	p := &prover{data: data}
	if allowed != "" {
		text, err := os.ReadFile(allowed)
		if err != nil {
			return nil, fmt.Errorf("the allowed signers cannot be read: %w", err)
		}
		p.whose = "in " + allowed
		p.allowed, err = sign.ReadAllowed(text)
		return p, err
	}
	key, err := signingKey(data)
	if err != nil {
		return p, nil //nolint:nilerr // a signature will be said to be nobody's
	}
	p.whose = "of the server in " + data
	p.allowed = sign.Only(sign.Transcript, key.PublicKey())
	return p, nil
}

// expect takes the head that was shown at closing. Its own signature is
// checked where it is there: a mail or a note on paper has none.
func (p *prover) expect(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("the head cannot be read: %w", err)
	}
	c, err := transcript.ParseClosing(text)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if _, err := p.signature(file); err != nil && !errors.Is(err, errUnsigned) {
		return fmt.Errorf("%s: %w", file, err)
	}
	p.closing = &c
	return nil
}

// finding is what is said of one file.
type finding struct {
	lines []string
	wrong int
}

func (r *finding) tell(what, format string, args ...any) {
	r.lines = append(r.lines, fmt.Sprintf("  %-10s %s", what, fmt.Sprintf(format, args...)))
}

// take says an error, which is something wrong, or else the finding.
func (r *finding) take(what, finding string, err error) {
	if err != nil {
		r.wrong++
		finding = "NOT GOOD: " + err.Error()
	}
	r.tell(what, "%s", finding)
}

// all checks every file, and ends with errNotGood if anything is wrong.
func (p *prover) all(ctx context.Context, out io.Writer, files []string) error {
	wrong := 0
	for _, file := range files {
		r := p.file(ctx, file)
		verdict := "good"
		if r.wrong > 0 {
			verdict = "NOT GOOD"
			wrong++
		}
		if _, err := fmt.Fprintf(out, "%s: %s\n%s\n", file, verdict, strings.Join(r.lines, "\n")); err != nil {
			return err
		}
	}
	if wrong > 0 {
		return fmt.Errorf("%w: %d of %s", errNotGood, wrong, count(len(files), "file"))
	}
	return nil
}

// errNotGood: a file is not what it should be.
var errNotGood = errors.New("not everything is as it was handed over")

// kinds of files, by their beginning.
const (
	journalKind = "SQLite format 3\x00"
	recordKind  = `{"schema":"` + transcript.Schema
)

func (p *prover) file(ctx context.Context, file string) finding {
	var r finding
	kind, err := beginning(file)
	if err != nil {
		r.take("file", "", err)
		return r
	}
	switch {
	case strings.HasPrefix(kind, journalKind):
		p.journal(ctx, &r, file)
	case strings.HasPrefix(kind, recordKind):
		p.signed(&r, file, false)
		p.record(&r, file)
	default:
		p.signed(&r, file, true)
		p.head(&r, file)
	}
	return r
}

func beginning(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", fmt.Errorf("it cannot be read: %w", err)
	}
	defer f.Close()
	begin, err := bufio.NewReader(f).Peek(64)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("it cannot be read: %w", err)
	}
	return string(begin), nil
}

// signed reports the signature. A record has its chain beside it; other files
// are proved by nothing else.
func (p *prover) signed(r *finding, file string, needed bool) {
	finding, err := p.signature(file)
	if errors.Is(err, errUnsigned) && !needed {
		finding, err = "none is beside it: nothing shows who handed it out", nil
	}
	r.take("signature", finding, err)
}

var errUnsigned = errors.New("there is no signature beside it")

// signature checks FILE.sig.
func (p *prover) signature(file string) (string, error) {
	armored, err := os.ReadFile(file + sign.Suffix)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%w, %s; without it nothing shows whether it was changed", errUnsigned, filepath.Base(file)+sign.Suffix)
	}
	if err != nil {
		return "", fmt.Errorf("its signature cannot be read: %w", err)
	}
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	key, err := sign.Check(sign.Transcript, f, armored)
	if err != nil {
		return "", err
	}
	print := gossh.FingerprintSHA256(key)
	if p.allowed == nil {
		return "", fmt.Errorf("it fits, and was made by the key %s; name the keys to believe with --allowed-signers, or the server's folder with --data", print)
	}
	by, ok := p.allowed.Believe(sign.Transcript, key)
	if !ok {
		return "", fmt.Errorf("it was made by the key %s, which is not one of those %s", print, p.whose)
	}
	return fmt.Sprintf("good, by %s with the key %s", by, print), nil
}

// head reports what a head.txt says beside what was given by --head.
func (p *prover) head(r *finding, file string) {
	if p.closing == nil || filepath.Base(file) != "head.txt" {
		return
	}
	text, err := os.ReadFile(file)
	var c transcript.Closing
	if err == nil {
		c, err = transcript.ParseClosing(bytes.TrimSpace(text))
	}
	if err == nil && c != *p.closing {
		err = fmt.Errorf("it is not the head that was given")
	}
	r.take("head", "the one that was given", err)
}
