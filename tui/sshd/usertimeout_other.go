//go:build !linux

package sshd

import "net"

// setUserTimeout does nothing here: keepalives notice a dead connection.
func setUserTimeout(net.Conn) {}
