package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kefi/scenarios/msel"
)

func scenarioExportCommand() *cobra.Command {
	var as, file string
	cmd := &cobra.Command{
		Use:          "export NAME",
		Short:        "Write a scenario's incidents as CSV, for spreadsheets",
		Long:         "Export writes the list of incidents (MSEL) as CSV. `import` takes it back unchanged.",
		Example:      "kefi scenario export copycat --msel csv -o msel.csv",
		Args:         takes(cobra.ExactArgs(1), "one NAME"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if as != "csv" {
				return fmt.Errorf("%w: --msel is csv", errUsage)
			}
			sc, err := loadScenario(args[0])
			if err != nil {
				return err
			}
			return toFile(file, cmd.OutOrStdout(), func(w io.Writer) error { return msel.Write(w, sc.Injects) })
		},
	}
	cmd.Flags().StringVar(&as, "msel", "csv", "write the list of incidents as csv")
	cmd.Flags().StringVarP(&file, "output", "o", "", "file to write (default: standard output)")
	return cmd
}
