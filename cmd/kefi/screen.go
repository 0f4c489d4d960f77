package main

import (
	"context"

	"kefi/tui/sshd"
)

// Screen implements sshd.Handler.
func (g *guests) Screen(ctx context.Context, guest sshd.Guest, t sshd.Terminal) {}
