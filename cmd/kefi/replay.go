package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/tui"
	"kefi/tui/replay"
	"kefi/tui/theme"
	"kefi/tui/words"
)

func replayCommand() *cobra.Command {
	var data string
	var x showing
	cmd := &cobra.Command{
		Use:   "replay NAME|FILE",
		Short: "See a recorded exercise again, as one of its seats saw it",
		Long: "Replay shows a recorded exercise at this terminal, with the screens that a seat had: play and pause with Space, step with " +
			"the arrow keys, go to the next decision or incident with ], to a time with g; ? tells all keys. It only reads the record. " +
			"With --plain, or where this is no terminal, it writes what the seat read as lines.",
		Example:      "kefi replay demo --as hydra\nkefi replay kefi-data/demo.kefi --as chair --from 11:00\nkefi replay demo --as arcadia --from T+45m --plain",
		Args:         takes(cobra.MaximumNArgs(1), "the name of one exercise, or its file"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, name, err := recordOf(data, strings.Join(args, ""))
			if err != nil {
				return err
			}
			a, err := openArchive(cmd.Context(), folder, name)
			if err != nil {
				return err
			}
			defer a.close()
			return x.show(cmd.Context(), cmd.OutOrStdout(), a.acts)
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder")
	f.StringVar(&x.as, "as", "recorder", "the seat whose eyes these are")
	f.StringVar(&x.from, "from", "", "where to begin: a time of day in the exercise's zone, 11:00, or of the story, T+45m")
	f.StringVar(&x.look, "look", "", "how it is drawn: auto, dark, light, contrast, mono, ascii or large")
	f.StringVar(&x.language, "language", "", "en, fr or es (default: that of this computer)")
	f.BoolVar(&x.lines, "plain", false, "write lines, also on a terminal")
	completes(cmd, "data", folder)
	completes(cmd, "as", seatsOf(&data, onlyArg))
	completes(cmd, "language", oneOf(words.Codes()...))
	cmd.ValidArgsFunction = exercisesOf(&data)
	return cmd
}

// recordOf finds an exercise by its name in the data folder, or by its file.
func recordOf(data, name string) (folder, exercise string, err error) {
	base, isFile := strings.CutSuffix(filepath.Base(name), journalSuffix)
	switch {
	case strings.HasSuffix(name, ".cast"):
		return "", "", fmt.Errorf("%s is a replay for asciinema: `asciinema play %s` shows it; kefi replay reads an exercise, by its name or its %s file", name, name, journalSuffix)
	case isFile:
		return filepath.Dir(name), base, nil
	case strings.ContainsRune(name, filepath.Separator):
		return "", "", fmt.Errorf("%s is no record of kefi's; name an exercise, or its file, which ends in %s", name, journalSuffix)
	}
	return data, name, nil
}

// showing is how somebody wants to see a record.
type showing struct {
	as, from, look, language string
	lines                    bool
}

// show shows it on a terminal, or writes it as lines.
func (x showing) show(ctx context.Context, out io.Writer, acts []exercise.Act) error {
	sheet := replay.Sheet{Width: 100, Height: 30}
	var ok bool
	if sheet.Look, ok = theme.Parse(x.look); !ok {
		return fmt.Errorf("%w: there is no look %q; the looks are %v", errUsage, x.look, theme.Looks())
	}
	if sheet.Language, ok = languageHere(x.language); !ok {
		return fmt.Errorf("%w: kefi does not speak %q; choose one of %s", errUsage, x.language, strings.Join(words.Codes(), ", "))
	}
	record, err := replay.Open(acts)
	if err != nil {
		return err
	}
	p, err := replay.NewPlayer(record, exercise.SeatID(x.as), sheet, false)
	if err != nil {
		return err
	}
	if x.from != "" {
		if err := p.Seek(x.from); err != nil {
			return err
		}
	}
	if file, ok := out.(*os.File); ok && !x.lines && term.IsTerminal(file.Fd()) && term.IsTerminal(os.Stdin.Fd()) {
		return replayScreen(ctx, p, file)
	}
	reel, at := p.From()
	return reel.Lines(out, sheet.Language, at)
}

// languageHere is the language asked for, else that of the environment.
func languageHere(code string) (*words.Language, bool) {
	if code != "" {
		return words.In(code)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			lang, _ := words.Locale(value)
			return lang, true
		}
	}
	return nil, true
}

// replayScreen shows a replay on this terminal until it is left.
func replayScreen(ctx context.Context, p *replay.Player, out *os.File) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	before, err := term.MakeRaw(os.Stdin.Fd())
	if err != nil {
		return fmt.Errorf("this terminal cannot show a screen: %w; --plain writes lines", err)
	}
	defer func() { _ = term.Restore(os.Stdin.Fd(), before) }()
	width, height, err := term.GetSize(out.Fd())
	if err != nil {
		return err
	}
	sizes := make(chan tui.Size)
	go watchSize(ctx, out, tui.Size{Width: width, Height: height}, sizes)
	p.Resize(width, height)
	return tui.Replay(ctx, p, tui.Terminal{
		In: os.Stdin, Out: out, Profile: colorprofile.Detect(out, os.Environ()), Width: width, Height: height, Resize: sizes,
	})
}
