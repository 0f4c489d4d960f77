// Kefi serves live negotiation exercises in the terminal.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	_ "time/tzdata" // scenarios name their zone; a bare machine may not know it

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
)

// version is what act 0 of every exercise records.
const version = "0.1.0"

func main() {
	err := fang.Execute(context.Background(), root(),
		fang.WithVersion(version), fang.WithoutManpage(), fang.WithErrorHandler(sayError))
	switch {
	case errors.Is(err, errUsage):
		os.Exit(2)
	case errors.Is(err, errFindings), errors.Is(err, errNotGood):
		os.Exit(3)
	case err != nil:
		os.Exit(1)
	}
}

// errUsage: the command line itself was not understood.
var errUsage = errors.New("usage")

func root() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "kefi",
		Short:   "Live negotiation exercises in the terminal",
		Long:    "kefi seats governments, business and philanthropy at one table over SSH, and keeps a record nobody can dispute.",
		Example: "kefi serve --demo",
		Args:    cobra.ArbitraryArgs,
		RunE:    unknownVerb,
	}
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return fmt.Errorf("%w: %w", errUsage, err) })
	cmd.AddCommand(serveCommand(), seatsCommand(), inviteCommand(), exportCommand(), printCommand(), keyCommand(), verifyCommand(), backupCommand(), restoreCommand(), retentionCommand(), forgetCommand(), rerunCommand(), compareCommand(), followupCommand(), stressCommand(), replayCommand(), scenarioCommand(), manCommand())
	completionCommand(cmd)
	return cmd
}

// sayError prints what went wrong as one sentence, without dumping the usage.
func sayError(w io.Writer, _ fang.Styles, err error) {
	fmt.Fprintf(w, "kefi: %s\n", sentence(err))
}
