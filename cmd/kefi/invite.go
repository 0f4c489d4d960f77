package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/tui/sshd"
)

func inviteCommand() *cobra.Command {
	var data, name, listen string
	cmd := &cobra.Command{
		Use:   "invite SEAT…",
		Short: "Make new invitation codes, also beside a running server",
		Long: "Invite makes a new code for each seat named and prints one ready-to-paste line, the code and the fingerprint sentence. " +
			"The seat's old code stops working; keys that were remembered keep working.",
		Example:      "kefi invite arcadia recorder",
		Args:         takes(cobra.MinimumNArgs(1), "the seats that are to have a new code"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, seats []string) error {
			a, err := openArchive(cmd.Context(), data, name)
			if err != nil {
				return err
			}
			defer a.close()
			names, err := exercisesIn(data)
			if err != nil {
				return err
			}
			return a.invite(cmd, data, seats, newReach(listen, len(names) > 1))
		},
	}
	cmd.Flags().StringVar(&data, "data", "kefi-data", "data folder")
	cmd.Flags().StringVar(&name, "name", "", "the exercise, where there are several")
	cmd.Flags().StringVar(&listen, "listen", ":2222", "the address guests use, as given to `kefi serve`")
	completes(cmd, "data", folder)
	completes(cmd, "name", func(cmd *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		return exercisesOf(&data)(cmd, nil, begun)
	})
	cmd.ValidArgsFunction = seatsOf(&data, func([]string) string { return name })
	return cmd
}

func (a *archive) invite(cmd *cobra.Command, data string, seats []string, r reach) error {
	key, _, err := sshd.HostKey(data)
	if err != nil {
		return err
	}
	for _, id := range seats {
		seat, ok := a.state.Seat(exercise.SeatID(id))
		if !ok {
			return fmt.Errorf("there is no seat %q in %s; `kefi seats` lists them", id, a.name)
		}
		code, err := newCode(cmd.Context(), a.roster, a.name, seat)
		if err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s\n  Type     %s\n  Paste    %s   when SSH asks about the fingerprint, instead of yes\n  Code     %s\n\n",
			seat.Name, r.line(a.name, seat.ID), sshd.Fingerprint(key), code)
	}
	return nil
}
