package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"kefi/exercise/transcript/sign"
)

func keyCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "key",
		Short: "Print the line by which others check what this server signed",
		Long: "Key prints one line for a file allowed_signers. Whoever has it checks an export with OpenSSH alone; hand it out " +
			"before the exercise, with the fingerprint on the invitations, so that nobody takes another key for it. They then type " +
			"`ssh-keygen -Y verify -f allowed_signers -I kefi -n kefi-transcript -s minutes.docx.sig < minutes.docx`.",
		Example:      "kefi key > allowed_signers",
		Args:         takes(cobra.NoArgs, "flags only"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			key, err := signingKey(data)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), sign.AllowedSigner(sign.Principal, sign.Transcript, key.PublicKey()))
			return err
		},
	}
	cmd.Flags().StringVar(&data, "data", "kefi-data", "data folder")
	completes(cmd, "data", folder)
	return cmd
}
