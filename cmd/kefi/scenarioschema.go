package main

import (
	"github.com/spf13/cobra"

	"kefi/scenarios/format"
)

func scenarioSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Write the JSON Schema of scenario.yaml, for editors",
		Long: "Schema writes a draft-07 JSON Schema. An editor that reads schemas completes and checks scenario.yaml by it where the file begins with\n\n  " +
			format.Modeline,
		Example:      "kefi scenario schema > harbour/scenario.schema.json",
		Args:         takes(cobra.NoArgs, "nothing"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(format.Schema())
			return err
		},
	}
}
