package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
	"kefi/exercise/when"
	"kefi/scenarios/format"
	"kefi/tui"
	"kefi/tui/action"
	"kefi/tui/plain"
)

func scenarioPreviewCommand() *cobra.Command {
	var as, inject string
	var seed uint64
	var timeline, lines bool
	cmd := &cobra.Command{
		Use:   "preview NAME --as SEAT | --inject ID | --timeline",
		Short: "See a scenario as a seat sees it, or its timeline",
		Long: "Preview shows what a seat will read before play: on a terminal the screen of that seat, elsewhere, or with --plain, its pages as " +
			"lines. --inject sends an incident at once and shows it as its first addressee sees it, or the seat of --as. --timeline lists the " +
			"incidents in order, with what each waits for in words. Nothing is recorded.",
		Example:      "kefi scenario preview copycat --as arcadia\nkefi scenario preview copycat --inject I2\nkefi scenario preview copycat --timeline",
		Args:         takes(cobra.ExactArgs(1), "one NAME"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if (as == "" && inject == "") == !timeline {
				return fmt.Errorf("%w: say --as SEAT or --timeline, or --inject ID", errUsage)
			}
			sc, err := loadScenario(args[0])
			if err != nil {
				return err
			}
			sc = format.Draw(sc, seed)
			if timeline {
				return writeTimeline(cmd.OutOrStdout(), sc)
			}
			p := preview{sc: sc, seed: seed, seat: exercise.SeatID(as), lines: lines}
			if inject != "" {
				if p.inject, err = injectNamed(sc, inject); err != nil {
					return err
				}
				p.seat = cmp.Or(p.seat, reader(sc, p.inject))
			}
			return p.show(cmd.Context(), cmd.OutOrStdout())
		},
	}
	f := cmd.Flags()
	f.StringVar(&as, "as", "", "the seat whose eyes it is")
	f.StringVar(&inject, "inject", "", "show this incident, by its id in the scenario's files")
	f.BoolVar(&timeline, "timeline", false, "list the incidents in order")
	f.BoolVar(&lines, "plain", false, "write pages as lines, also on a terminal")
	f.Uint64Var(&seed, "seed", 1, "seed that draws what differs from exercise to exercise")
	return cmd
}

// writeTimeline lists the incidents by time; those that wait for something
// else follow, then those that a hand sends.
func writeTimeline(out io.Writer, sc exercise.Scenario) error {
	injects := slices.Clone(sc.Injects)
	slices.SortStableFunc(injects, func(a, b exercise.Inject) int {
		if x, y := rank(a), rank(b); x != y {
			return x - y
		}
		return int(a.At - b.At)
	})
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, in := range injects {
		fmt.Fprintf(w, "%s\t%s\tfrom %s to %s, by %s\t%s\n", in.ID, trigger(in), in.From, strings.Join(in.To, ", "), in.Method, in.Title.Value)
	}
	return w.Flush()
}

func rank(in exercise.Inject) int {
	switch {
	case in.Reserve:
		return 3
	case in.At >= 0:
		return 0
	case in.Item != "" || in.When != "":
		return 1
	}
	return 2
}

// trigger says in words what sends an inject.
func trigger(in exercise.Inject) string {
	said := "by hand"
	switch {
	case in.Reserve:
		return "by hand, if it is needed"
	case in.When != "":
		said = "when " + in.When
		if x, err := when.Parse(in.When); err == nil {
			said = "when " + x.Sentence()
		}
		if in.At >= 0 {
			said += ", not before " + format.AtText(in.At)
		}
	case in.Item != "":
		said = "as the item " + in.Item + " opens"
	case in.At >= 0:
		said = "at " + format.AtText(in.At)
	}
	if c := in.Copycat; c.Of != "" {
		said += fmt.Sprintf(", the return of %s unless %s is agreed by %s", c.Of, joined(c.Unless), format.AtText(c.By))
	}
	if in.Release == exercise.ReleaseAsk {
		said += ", on asking control"
	}
	return said
}

// preview is what somebody wants to see: a seat before play, or as an incident
// has come.
type preview struct {
	sc     exercise.Scenario
	seed   uint64
	seat   exercise.SeatID
	inject exercise.Inject // without an id: none
	lines  bool
}

// show seats somebody at a table that only they have.
func (p preview) show(ctx context.Context, out io.Writer) error {
	sc, id := p.sc, p.seat
	if !slices.ContainsFunc(sc.Seats, func(s exercise.Seat) bool { return s.ID == id }) {
		var names []string
		for _, s := range sc.Seats {
			names = append(names, string(s.ID))
		}
		return fmt.Errorf("%w: there is no seat %q; the seats are %s", errUsage, id, strings.Join(names, ", "))
	}
	begin := exercise.Begin{Name: "preview", Scenario: sc, Seed: p.seed, Version: version}
	kept := roster.NewMemory()
	table, err := conduct.Create(ctx, &journal.Memory{}, kept, begin, conduct.Options{ActsPerMinute: 120})
	if err != nil {
		return err
	}
	defer table.Close()
	seat, err := table.Seat(id)
	if err != nil {
		return err
	}
	rise, err := seat.Sit(ctx, "screen")
	if err != nil {
		return err
	}
	defer rise(true)
	if _, err := seat.Submit(ctx, exercise.Agree{}); err != nil {
		return err
	}
	if p.inject.ID != "" {
		if err := sendAlone(ctx, table, p.inject); err != nil {
			return err
		}
	}
	if file, ok := out.(*os.File); ok && !p.lines && term.IsTerminal(file.Fd()) && term.IsTerminal(os.Stdin.Fd()) {
		return previewScreen(ctx, seat, ownDesk{kept, place(begin.Name, id), seat}, file)
	}
	if p.inject.ID != "" {
		return previewIncident(out, seat.View(), p.inject)
	}
	return previewPages(out, seat.View())
}

// previewPages writes what the seat can read before play.
func previewPages(out io.Writer, v *exercise.View) error {
	pages := []string{"situation", "brief", "agenda", "text"}
	if v.Own.Brief == nil {
		pages = slices.DeleteFunc(pages, func(p string) bool { return p == "brief" })
	}
	for _, page := range pages {
		q := action.Query{Name: page}
		if page == "text" {
			q.Args = []string{"", ""}
		}
		text, err := plain.Answer(nil, v, q, v.Room.Clocks.Wall)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(out, "%s\n\n", text); err != nil {
			return err
		}
	}
	return nil
}

// previewScreen shows the seat's screen on this terminal until it is left.
func previewScreen(ctx context.Context, seat *conduct.Seat, own tui.Store, out *os.File) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	before, err := term.MakeRaw(os.Stdin.Fd())
	if err != nil {
		return fmt.Errorf("this terminal cannot show a screen: %w; --plain writes pages as lines", err)
	}
	defer func() { _ = term.Restore(os.Stdin.Fd(), before) }()
	width, height, err := term.GetSize(out.Fd())
	if err != nil {
		return err
	}
	sizes := make(chan tui.Size)
	go watchSize(ctx, out, tui.Size{Width: width, Height: height}, sizes)
	return tui.Run(ctx, tui.Options{
		Table: seat, Store: own, Terminal: tui.Terminal{
			In: os.Stdin, Out: out, Profile: colorprofile.Detect(out, os.Environ()), Width: width, Height: height, Resize: sizes,
		},
	})
}

// watchSize tells when the window has another size. It looks twice a second,
// because not every system tells.
func watchSize(ctx context.Context, out *os.File, last tui.Size, sizes chan<- tui.Size) {
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		width, height, err := term.GetSize(out.Fd())
		if now := (tui.Size{Width: width, Height: height}); err == nil && now != last {
			last = now
			select {
			case sizes <- now:
			case <-ctx.Done():
				return
			}
		}
	}
}
