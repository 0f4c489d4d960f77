package sshd

import (
	"net"
	"syscall"
)

// setUserTimeout has the kernel give up a connection whose peer has not
// acknowledged anything for 30 s: a pulled cable is noticed even while there
// is nothing to say. Where it cannot be set, keepalives notice a little later.
func setUserTimeout(conn net.Conn) {
	const tcpUserTimeout, milliseconds = 0x12, 30_000
	tcp, ok := conn.(*net.TCPConn)
	if !ok {
		return
	}
	raw, err := tcp.SyscallConn()
	if err != nil {
		return
	}
	_ = raw.Control(func(fd uintptr) {
		_ = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout, milliseconds)
	})
}
