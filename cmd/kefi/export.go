package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"kefi/exercise/conduct"
	"kefi/tui/sshd"
)

func exportCommand() *cobra.Command { return &cobra.Command{Use: "export"} }

func (g *guests) export(context.Context, sshd.Guest, *conduct.Seat, string) (string, error) {
	return "", errors.New("not yet")
}

