package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/scenarios"
	"kefi/scenarios/format"
	"kefi/scenarios/start"
)

func scenarioNewCommand() *cobra.Command {
	var yes bool
	var from, language string
	cmd := &cobra.Command{
		Use:   "new NAME",
		Short: "Begin a scenario: seven questions, and a folder that can be played",
		Long: "New asks seven questions, each with an answer that Enter takes, and writes the folder NAME: a scenario that can be played as it " +
			"is, with remarks where its author has work to do. --from copies a scenario, to be changed, or translated with --language.",
		Example:      "kefi scenario new harbour\nkefi scenario new harbour --yes\nkefi scenario new copycat-fr --from copycat --language fr",
		Args:         takes(cobra.ExactArgs(1), "the NAME of a new folder"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, name := filepath.Split(filepath.Clean(args[0]))
			a := start.Usual(name)
			if err := a.Check(); err != nil {
				return fmt.Errorf("%w: %w", errUsage, err)
			}
			if from == "" && language != "" {
				return fmt.Errorf("%w: --language goes with --from", errUsage)
			}
			if from != "" {
				return copyScenario(cmd.OutOrStdout(), args[0], from, language)
			}
			if !yes {
				if err := askAll(cmd.InOrStdin(), cmd.OutOrStdout(), &a); err != nil {
					return err
				}
			}
			if err := start.Write(dir, a); err != nil {
				return err
			}
			return tellNew(cmd.OutOrStdout(), args[0])
		},
	}
	f := cmd.Flags()
	f.BoolVar(&yes, "yes", false, "ask nothing: take the usual answers")
	f.StringVar(&from, "from", "", "copy this scenario instead: a built-in name, or a folder")
	f.StringVar(&language, "language", "", "with --from: the copy is to be translated into this language, such as fr")
	return cmd
}

func tellNew(out io.Writer, folder string) error {
	_, err := fmt.Fprintf(out, "%s is there, and can be played as it is. What is next:\n"+
		"  open %s in an editor\n  kefi scenario lint %s\n  kefi scenario rehearse %s\n  kefi serve --scenario %s\n",
		folder, filepath.Join(folder, "scenario.yaml"), folder, folder, folder)
	return err
}

// question is one of the seven: what is asked, and where its answer goes.
type question struct {
	ask string
	to  *string
}

// askAll asks on a terminal, or reads a line an answer from anything else. An
// empty line takes the usual answer; one that cannot be is asked again.
func askAll(in io.Reader, out io.Writer, a *start.Answers) error {
	minutes := strconv.Itoa(a.Minutes)
	lines := bufio.NewScanner(in)
	for i, q := range []question{
		{"What is the exercise called?", &a.Title},
		{"Which agreement is negotiated?", &a.Instrument},
		{"How many minutes are there, from the briefing to the hot wash?", &minutes},
		{"Which delegations take part? Name each with its track, κ (K) government, ε (E) business or φ (P) philanthropy", &a.Teams},
		{"Which clauses has the draft? Their titles, with commas", &a.Clauses},
		{"Who decides? " + strings.Join(exercise.ProcedureNames(), ", "), &a.Procedure},
		{"Who chairs? person, or auto for a script", &a.Chair},
	} {
		usual := *q.to
		for {
			if _, err := fmt.Fprintf(out, "%d of 7. %s [%s]: ", i+1, q.ask, usual); err != nil {
				return err
			}
			if !lines.Scan() {
				return errors.Join(fmt.Errorf("%w: the questions were not all answered; --yes takes the usual answers", errUsage), lines.Err())
			}
			*q.to = usual
			if text := strings.TrimSpace(lines.Text()); text != "" {
				*q.to = text
			}
			a.Minutes = minutesIn(minutes)
			err := a.Check()
			if err == nil {
				break
			}
			if _, err := fmt.Fprintf(out, "   %s\n", sentence(err)); err != nil {
				return err
			}
		}
	}
	return nil
}

// minutesIn reads 60, 1h or 1h30m; 0, which no exercise takes, where it cannot.
func minutesIn(text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	d, _ := time.ParseDuration(strings.ReplaceAll(text, " ", ""))
	return int(d.Minutes())
}

// copyScenario copies a scenario's folder under another name.
func copyScenario(out io.Writer, folder, from, language string) error {
	sc, err := loadScenario(from)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(folder); err == nil {
		return fmt.Errorf("%s is there already; choose another name", folder)
	}
	files, err := filesOf(from)
	if err == nil {
		err = os.CopyFS(folder, files)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be copied: %w", from, err)
	}
	if language != "" {
		if err := markTranslation(filepath.Join(folder, "scenario.yaml"), sc.Name, language); err != nil {
			return err
		}
	}
	return tellNew(out, folder)
}

// filesOf is a scenario's folder.
func filesOf(name string) (fs.FS, error) {
	if builtIn(name) {
		return fs.Sub(scenarios.FS, name)
	}
	name = folderOf(name)
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return nil, errors.New("it is one file; copy that")
	}
	return os.DirFS(name), nil
}

var languageLine = regexp.MustCompile(`(?m)^language:.*\n`)

// markTranslation says in a scenario's file which language it will be in, and
// of which scenario it is a translation: lint then lists what is left to do.
func markTranslation(file, of, language string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text := languageLine.ReplaceAllString(string(b), "")
	mark := fmt.Sprintf("language: %s\ntranslation-of: %s\n", format.Scalar(language), of)
	if at := strings.Index(text, "\ntitle:"); at >= 0 {
		text = text[:at+1] + mark + text[at+1:]
	} else {
		text = mark + text
	}
	return os.WriteFile(file, []byte(text), 0o644)
}
