package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/scenarios"
	"kefi/scenarios/format"
)

func scenarioCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "scenario",
		Short: "Write, check and rehearse scenarios",
		Long: "A scenario is a folder, or one file, of YAML and Markdown. NAME is one that comes with kefi, a folder, or a file. " +
			"How to write one stands in scenarios/README.md.",
		Example: "kefi scenario list\nkefi scenario new harbour\nkefi scenario lint harbour",
		RunE:    unknownVerb,
	}
	cmd.AddCommand(scenarioExportCommand(), scenarioImportCommand(), scenarioListCommand(), scenarioShowCommand(), scenarioLintCommand(), scenarioNewCommand(), scenarioPreviewCommand(), scenarioRehearseCommand(), scenarioSchemaCommand())
	return cmd
}

// unknownVerb shows what there is where nothing, or nothing known, was asked for.
func unknownVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return fmt.Errorf("%w: there is no `%s %s`; there are %s", errUsage, cmd.CommandPath(), args[0], strings.Join(names, ", "))
}

// takes is cobra's check of the number of arguments, as a usage error.
func takes(check cobra.PositionalArgs, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) != nil {
			return fmt.Errorf("%w: `%s` takes %s", errUsage, cmd.CommandPath(), what)
		}
		return nil
	}
}

// errFindings: a scenario has errors.
var errFindings = errors.New("this scenario cannot be played yet")

// builtIn says whether a name is that of a scenario that comes with kefi.
func builtIn(name string) bool {
	if strings.ContainsAny(name, `/\.`) {
		return false
	}
	_, err := fs.Stat(scenarios.FS, path.Join(name, "scenario.yaml"))
	return err == nil
}

// readScenario reads a scenario by its name, with what was found in it.
func readScenario(name string) (exercise.Scenario, format.Findings) {
	if builtIn(name) {
		return format.Load(scenarios.FS, name)
	}
	return format.LoadFolder(name)
}

// folderOf is the folder of a scenario that may be named by the scenario.yaml
// in it; a single file stays what it is.
func folderOf(name string) string {
	return strings.TrimSuffix(filepath.Clean(name), string(filepath.Separator)+"scenario.yaml")
}

// kinOf finds scenarios that a scenario names: beside it on the disk, or built in.
func kinOf(name string) format.Kin {
	return func(other string) (exercise.Scenario, bool) {
		if !builtIn(name) {
			folder := filepath.Dir(folderOf(name))
			for _, beside := range []string{other, other + ".yaml"} {
				if s, findings := format.LoadFolder(filepath.Join(folder, beside)); findings.Err() == nil {
					return s, true
				}
			}
		}
		if !builtIn(other) {
			return exercise.Scenario{}, false
		}
		s, findings := format.Load(scenarios.FS, other)
		return s, findings.Err() == nil
	}
}

// builtInNames lists the scenarios that come with kefi.
func builtInNames() ([]string, error) {
	plans, err := fs.Glob(scenarios.FS, "*/scenario.yaml")
	for i := range plans {
		plans[i] = path.Dir(plans[i])
	}
	return plans, err
}

// minutesOf is how long a scenario takes, and its table alone.
func minutesOf(s exercise.Scenario) (whole, table int) {
	return int((format.PlayEnds(s) + s.Times.HotWash) / time.Minute.Milliseconds()), format.TableMinutes(s)
}

// pointsIn counts the disputed points of a draft.
func pointsIn(s exercise.Scenario) (n int) {
	for _, c := range s.Clauses {
		for _, p := range c.Paras {
			pieces, _ := exercise.ParseBrackets(p.Value)
			for _, x := range pieces {
				if x.Alternatives != nil {
					n++
				}
			}
		}
	}
	return n
}
