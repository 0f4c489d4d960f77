package sshd

import (
	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// config is what the ssh library asks for at each new connection. It sets
// x/crypto's own callbacks, because the library's keep what earlier attempts
// wrote into the connection's context.
func (d *Door) config(ctx ssh.Context) *gossh.ServerConfig {
	l := &login{door: d, ctx: ctx, visit: visitOf(ctx)}
	return &gossh.ServerConfig{
		// Post-quantum and X25519 only; AES-CTR stays for older clients
		// (paramiko 2.12); MACs encrypt-then-MAC only.
		Config: gossh.Config{
			KeyExchanges: []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519},
			Ciphers: []string{
				gossh.CipherChaCha20Poly1305, gossh.CipherAES256GCM, gossh.CipherAES128GCM,
				gossh.CipherAES256CTR, gossh.CipherAES128CTR,
			},
			MACs: []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM},
		},
		ServerVersion: "SSH-2.0-kefi",
		// Every key that an agent offers counts as a try, so six would shut
		// out whoever has many. Wrong codes are counted by guesses.
		MaxAuthTries:                20,
		NoClientAuth:                d.Strangers,
		NoClientAuthCallback:        l.none,
		PublicKeyCallback:           l.key,
		KeyboardInteractiveCallback: l.code(nil),
		AuthLogCallback:             l.outcome,
	}
}
