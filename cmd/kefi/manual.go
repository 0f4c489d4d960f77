package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kefi/tui/action"
)

// manPage is one page of the manual, written in Markdown.
type manPage struct {
	name    string // kefi-verbs
	section int    // 1 programs, 7 everything else
	write   func(root *cobra.Command) string
}

var manPages = []manPage{
	{"kefi", 1, programPage},
	{"kefi-verbs", 7, func(*cobra.Command) string { return verbsPage() }},
}

func manCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "man [kefi|kefi-verbs]",
		Short: "Write the manual pages",
		Long: "Man writes one manual page to standard output: kefi(1) on this program, or kefi-verbs(7) on what people type at the table. " +
			"With --dir it writes both where man finds them.",
		Example: "kefi man | man -l -\n" +
			"kefi man kefi-verbs | man -l -\n" +
			"kefi man --dir ~/.local/share/man",
		Args:         takes(cobra.MaximumNArgs(1), "the name of one page, or none"),
		ValidArgs:    []string{"kefi", "kefi-verbs"},
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if dir != "" {
				return writeManual(dir, cmd.Root())
			}
			name := "kefi"
			if len(args) == 1 {
				name = args[0]
			}
			for _, p := range manPages {
				if p.name == name {
					_, err := cmd.OutOrStdout().Write(p.roff(cmd.Root()))
					return err
				}
			}
			return fmt.Errorf("%w: there is no page %q; there are kefi and kefi-verbs", errUsage, name)
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "folder to write both pages to, as man1/kefi.1 and man7/kefi-verbs.7")
	return cmd
}

func writeManual(dir string, root *cobra.Command) error {
	for _, p := range manPages {
		folder := filepath.Join(dir, fmt.Sprintf("man%d", p.section))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("the folder %s cannot be made: %w", folder, err)
		}
		file := filepath.Join(folder, fmt.Sprintf("%s.%d", p.name, p.section))
		err := toFile(file, nil, func(w io.Writer) error { _, err := w.Write(p.roff(root)); return err })
		if err := errors.Join(err, os.Chmod(file, 0o644)); err != nil {
			return err
		}
	}
	return nil
}

// roff is the page as man reads it.
func (p manPage) roff(root *cobra.Command) []byte {
	title := fmt.Sprintf("%% \"%s\" \"%d\" \"\" \"kefi %s\" \"kefi\"\n\n", strings.ToUpper(p.name), p.section, version)
	return inASCII(md2man.Render([]byte(title + p.write(root))))
}

// inASCII writes other characters as roff names them, so that the page reads
// the same whatever the system's encoding.
func inASCII(page []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(page) {
		if r < 0x80 {
			b.WriteByte(byte(r))
			continue
		}
		fmt.Fprintf(&b, `\[u%04X]`, r)
	}
	return b.Bytes()
}

// programPage is the manual of the program: every command with its flags and
// an example that works.
func programPage(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# NAME\n\nkefi - %s\n\n# SYNOPSIS\n\n", lowerFirst(root.Short))
	for _, c := range shownCommands(root) {
		fmt.Fprintf(&b, "**%s**%s  \n", c.CommandPath(), strings.TrimPrefix(c.UseLine(), c.CommandPath()))
	}
	fmt.Fprintf(&b, "\n# DESCRIPTION\n\n%s\n\nEvery command tells more with **--help**. What people type at the table stands in **kefi-verbs**(7).\n\n# COMMANDS\n\n", root.Long)
	for _, c := range shownCommands(root) {
		commandEntry(&b, c)
	}
	b.WriteString("# EXIT STATUS\n\n")
	for _, x := range exitStatuses {
		fmt.Fprintf(&b, "**%d**\n: %s\n\n", x.status, x.means)
	}
	b.WriteString("# FILES\n\n**kefi-data/NAME.kefi**\n: The journal of one exercise.\n\n**kefi-data/roster.db**\n: Seats, hashed codes, keys and drafts: " +
		"what may be forgotten.\n\n**kefi-data/host_ed25519**\n: The server's host key. Restore it with the rest, so that guests see no warning.\n\n")
	b.WriteString("# SEE ALSO\n\n**kefi-verbs**(7), **ssh**(1)\n")
	return b.String()
}

// exitStatuses are what main ends with.
var exitStatuses = []struct {
	status int
	means  string
}{
	{0, "Done."},
	{1, "It failed; the sentence on standard error says what to do."},
	{2, "The command line was not understood."},
	{3, "A scenario has errors, or a file is not as it was handed over."},
}

// shownCommands are the commands that do something, in the order of the tree.
func shownCommands(c *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() || sub.Name() == "help" {
			continue
		}
		if below := shownCommands(sub); len(below) > 0 {
			all = append(all, below...)
			continue
		}
		all = append(all, sub)
	}
	return all
}

func commandEntry(b *strings.Builder, c *cobra.Command) {
	says := c.Long
	if says == "" || c.Parent().Name() == "completion" {
		says = c.Short + "."
	}
	fmt.Fprintf(b, "## %s\n\n%s\n\n", strings.TrimSuffix(c.UseLine(), " [flags]"), says)
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + "**, **" + name
		}
		usage := f.Usage
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" && f.DefValue != "0" && !strings.Contains(usage, "default") {
			usage += " (default " + strings.Trim(f.DefValue, "[]") + ")"
		}
		fmt.Fprintf(b, "**%s**\n: %s\n\n", name, usage)
	})
	if c.Example != "" {
		fmt.Fprintf(b, "For example:\n\n    %s\n\n", strings.ReplaceAll(c.Example, "\n", "\n    "))
	}
}

// verbsPage is the manual of what people type at the table.
func verbsPage() string {
	return "# NAME\n\nkefi-verbs - what people type at a kefi table\n\n# SYNOPSIS\n\n" +
		"**ssh** [**-p** PORT] SEAT@HOST [VERB …]  \n/VERB … on a screen, VERB … in plain mode\n\n# DESCRIPTION\n\n" +
		strings.ReplaceAll(action.Reference(), "\n## ", "\n# ") +
		"\n# EXAMPLES\n\nTake the minutes to your own computer:\n\n    ssh -p 2222 recorder@192.0.2.7 export md > minutes.md\n\n" +
		"See who is here, as a script reads it:\n\n    ssh -p 2222 chair@192.0.2.7 who --json\n\n# SEE ALSO\n\n**kefi**(1), **ssh**(1)\n"
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
