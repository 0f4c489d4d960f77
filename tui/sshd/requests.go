package sshd

import (
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// window is how a client gives the size of its terminal (RFC 4254, 6.2 and
// 6.7). The pixels do not matter here.
type window struct {
	Columns, Rows           uint32
	PixelWidth, PixelHeight uint32
}

// size is the window within bounds. 0 stays 0: the client does not know.
func (w window) size() Size {
	return Size{Width: int(min(w.Columns, MaxWidth)), Height: int(min(w.Rows, MaxHeight))}
}

// openTerminal reads a pty-req.
func (f *filter) openTerminal(payload []byte) bool {
	var req struct {
		Term                    string
		Columns, Rows           uint32
		PixelWidth, PixelHeight uint32
		Modes                   string
	}
	if gossh.Unmarshal(payload, &req) != nil || !isTerm(req.Term) {
		return false
	}
	f.terminal, f.term = true, req.Term
	if f.term == "" {
		f.term = "dumb"
	}
	f.size = window{Columns: req.Columns, Rows: req.Rows}.size()
	return true
}

// changeWindow reads a window-change. Before the session has started it only
// corrects the first size; after, the latest replaces one not yet taken, so
// ten thousand of them are one or two.
func (f *filter) changeWindow(payload []byte) bool {
	var w window
	if gossh.Unmarshal(payload, &w) != nil {
		return false
	}
	if !f.started {
		f.size = w.size()
		return true
	}
	select {
	case <-f.resize:
	default:
	}
	f.resize <- w.size() // only this goroutine sends, so there is room
	return true
}

// Bounds of what a client may say about its environment.
const (
	maxVars     = 32
	maxEnvBytes = 4 << 10
	maxTerm     = 64
)

// environment holds "KEY=value" of the variables that matter to a screen.
type environment struct {
	vars  []string
	bytes int
}

// add reads an env request. It refuses what is not on the list, too long or
// not printable ASCII.
func (e *environment) add(payload []byte) bool {
	var kv struct{ Key, Value string }
	if gossh.Unmarshal(payload, &kv) != nil || !isListed(kv.Key) || !isPrintable(kv.Value) {
		return false
	}
	v := kv.Key + "=" + kv.Value
	if len(e.vars) >= maxVars || e.bytes+len(v) > maxEnvBytes {
		return false
	}
	e.vars = append(e.vars, v)
	e.bytes += len(v)
	return true
}

func isListed(key string) bool {
	if rest, ok := strings.CutPrefix(key, "LC_"); ok {
		return isWord(rest)
	}
	return slices.Contains([]string{"LANG", "COLORTERM", "NO_COLOR", "TERM_PROGRAM"}, key)
}

func isPrintable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// isTerm says whether a TERM is one, or missing.
func isTerm(s string) bool {
	return len(s) <= maxTerm && isPrintable(s) && !strings.ContainsAny(s, ` /\"'`)
}
