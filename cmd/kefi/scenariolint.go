package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"kefi/scenarios"
	"kefi/scenarios/format"
)

func scenarioLintCommand() *cobra.Command {
	explain := false
	cmd := &cobra.Command{
		Use:               "lint FILE…",
		ValidArgsFunction: someScenarios,
		Short:             "Check scenarios and say what would hurt on the day",
		Long: "Lint reads scenarios and lists what is wrong, with its place: an error must be mended before the scenario can be played, " +
			"a warning is advice. It ends with 0 where nothing stands in the way of playing, with 3 where there are errors, and with 2 where " +
			"it was not told what to read. Each finding ends in its kind, such as [load]; with --explain it says why that matters and how to mend it, " +
			"and lists all kinds where none is named.",
		Example: "kefi scenario lint harbour\nkefi scenario lint harbour.yaml copycat\nkefi scenario lint --explain load",
		Args: func(cmd *cobra.Command, args []string) error {
			if explain {
				return nil
			}
			return takes(cobra.MinimumNArgs(1), "the names of scenarios: built-in ones, folders or files")(cmd, args)
		},
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			if explain {
				return explainFindings(cmd.OutOrStdout(), names)
			}
			for _, name := range names {
				if err := there(name); err != nil {
					return err
				}
			}
			return lintAll(cmd.OutOrStdout(), names)
		},
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "say what kinds of findings are, by what stands in brackets behind them")
	return cmd
}

// there refuses the name of a scenario that is nowhere.
func there(name string) error {
	if builtIn(name) {
		return nil
	}
	if _, err := os.Stat(name); err != nil {
		return fmt.Errorf("%w: there is no scenario %s: no folder or file of that name, and `kefi scenario list` has none", errUsage, name)
	}
	return nil
}

// lintAll writes the findings of each scenario, and fails where one has errors.
func lintAll(out io.Writer, names []string) error {
	failed := false
	for _, name := range names {
		var findings format.Findings
		if builtIn(name) {
			findings = format.Lint(scenarios.FS, name, kinOf(name))
		} else {
			findings = format.LintFolder(name, kinOf(name))
		}
		text := findings.String()
		if text == "" {
			text = name + ": nothing found.\n"
		} else {
			text += fmt.Sprintf("More of a finding: kefi scenario lint --explain %s\n", findings[0].Code)
		}
		if _, err := io.WriteString(out, text); err != nil {
			return err
		}
		failed = failed || findings.Err() != nil
	}
	if failed {
		return errFindings
	}
	return nil
}
