package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/roster"
	"kefi/tui/sshd"
)

// serving is what `kefi serve` was asked for.
type serving struct {
	listen, data   string
	scenario, name string
	follows        string // the exercise that a new one goes on from
	procedure, arm string
	study          exercise.Study
	chair          string // auto or empty
	seats          string
	actsPerMinute  int
	speed          int
	seed           uint64
	strangers      string
	demo, robots   bool
}

func serveCommand() *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the exercises of a data folder over SSH",
		Long:  "Serve opens every exercise of the data folder. With --scenario and --name it adds a new one.",
		Example: "kefi serve --demo\n" +
			"kefi serve --scenario copycat --name spring\n" +
			"kefi serve --scenario two-summits-2 --follows spring",
		Args:         takes(cobra.NoArgs, "flags only"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			context.AfterFunc(ctx, stop) // a second signal ends it at once
			return s.run(ctx, cmd.OutOrStdout(), cmd.Flags().Changed)
		},
	}
	f := cmd.Flags()
	f.StringVar(&s.listen, "listen", ":2222", "address to listen on; --demo listens on 127.0.0.1:2222")
	f.StringVar(&s.data, "data", "", "data folder (default ./kefi-data; a new temporary one with --demo)")
	f.StringVar(&s.scenario, "scenario", "", "scenario of a new exercise: a built-in name, a folder, or a file")
	f.StringVar(&s.name, "name", "", "name of the new exercise (default: the scenario's name)")
	f.StringVar(&s.follows, "follows", "", "exercise of the data folder that the new one goes on from: its text and dials stand, and its seed")
	f.StringVar(&s.procedure, "procedure", "", "procedure of a new exercise, in place of the scenario's: "+strings.Join(exercise.ProcedureNames(), ", "))
	f.StringVar(&s.arm, "arm", "", "play a control arm of the scenario: "+strings.Join(exercise.Arms(), ", "))
	f.StringVar(&s.study.Name, "study", "", "name of the study that a new exercise is part of, for research.csv; nobody at the table is shown it")
	f.IntVar(&s.study.Order, "order", 0, "place of a new exercise among those that its group plays, from 1")
	f.StringVar(&s.seats, "seats", "", "file of keys known beforehand: SEAT ssh-ed25519 AAAA… [comment] [agreed]")
	f.IntVar(&s.actsPerMinute, "acts-per-minute", 30, "how many acts one seat may do in a minute")
	f.IntVar(&s.speed, "speed", 1, "story seconds in a second, for a new exercise")
	f.Uint64Var(&s.seed, "seed", 0, "seed of a new exercise; 0 draws one")
	f.StringVar(&s.strangers, "strangers", "on", "on or off: whether unknown names see a page at the door")
	f.StringVar(&s.chair, "chair", "", "auto: a script holds the chair of a new exercise")
	f.BoolVar(&s.robots, "robots", false, "scripts play the teams of a new exercise that nobody has come to, while somebody is here; as --demo does")
	f.BoolVar(&s.demo, "demo", false, "host the scenario first-table as the exercise demo, on this machine only")
	completeServe(cmd, &s.data)
	return cmd
}

// run serves until ctx ends.
func (s *serving) run(ctx context.Context, out io.Writer, chosen func(flag string) bool) error {
	if err := s.complete(chosen); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", s.listen)
	if err != nil {
		return portTaken(s.listen, err)
	}
	defer listener.Close()
	h, err := openHouse(ctx, s.data, "kefi serve on "+s.listen, conduct.Options{ActsPerMinute: s.actsPerMinute})
	if err != nil {
		return err
	}
	door, key, err := s.door(h)
	if err == nil {
		err = s.open(ctx, h, out, listener, key)
	}
	if err == nil {
		leave, promised := h.standIns(ctx), h.keepPromises(ctx)
		err = serveUntil(ctx, door, listener)
		leave()
		promised()
	}
	return errors.Join(err, h.close())
}

// complete fills in what was left out; chosen says which flags were given.
func (s *serving) complete(chosen func(flag string) bool) error {
	if s.strangers != "on" && s.strangers != "off" {
		return fmt.Errorf("%w: --strangers is on or off", errUsage)
	}
	if s.chair != "" && s.chair != autoChair {
		return fmt.Errorf("%w: --chair is auto, or left out where a person chairs", errUsage)
	}
	if s.follows != "" && s.scenario == "" {
		return fmt.Errorf("%w: --follows goes with --scenario, which names the scenario of the later session", errUsage)
	}
	if s.study.Order < 0 {
		return fmt.Errorf("%w: --order is 1 for the first exercise that a group plays, 2 for the second", errUsage)
	}
	if s.actsPerMinute < 1 || s.speed < 1 {
		return fmt.Errorf("%w: --acts-per-minute and --speed are at least 1", errUsage)
	}
	if s.demo {
		if s.scenario == "" {
			s.scenario = "first-table"
			s.robots = s.robots || !chosen("robots")
		}
		if s.name == "" {
			s.name = "demo"
		}
		if !chosen("listen") {
			s.listen = "127.0.0.1:2222"
		}
		if s.data == "" {
			folder, err := os.MkdirTemp("", "kefi-demo-")
			if err != nil {
				return fmt.Errorf("no temporary folder can be made: %w. Name one with --data DIR", err)
			}
			s.data = folder
		}
	}
	if s.data == "" {
		s.data = "kefi-data"
	}
	if s.name == "" && s.scenario != "" {
		s.name = exerciseName(s.scenario)
	}
	return nil
}

func portTaken(addr string, err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("another program listens on %s already. Stop it, or choose another address with --listen, such as --listen :2223", addr)
	}
	if errors.Is(err, os.ErrPermission) {
		return fmt.Errorf("listening on %s is not permitted. Ports below 1024 need a privilege; try --listen :2222", addr)
	}
	return fmt.Errorf("kefi cannot listen on %s: %w", addr, err)
}

func (s *serving) door(h *house) (*sshd.Door, string, error) {
	key, made, err := sshd.HostKey(s.data)
	if err != nil {
		return nil, "", err
	}
	note := sshd.Fingerprint(key)
	if made {
		note += "   new, saved in " + filepath.Join(s.data, sshd.HostKeyFile)
	}
	guests := &guests{house: h, copies: newCopies(h, runtime.GOMAXPROCS(0)/2), key: key, reach: newReach(s.listen, false)}
	door, err := sshd.New(sshd.Options{
		Hall: h, Store: store{h.roster}, Handler: guests, HostKey: key,
		Strangers: s.strangers == "on", Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	guests.kick = func(name string, seat exercise.SeatID) { door.Kick(name, seat) }
	return door, note, err
}

// open adds the new exercise, if one is asked for, binds the keys known
// beforehand and says how to come in.
func (s *serving) open(ctx context.Context, h *house, out io.Writer, l net.Listener, key string) error {
	fresh, old := s.name, ""
	switch {
	case s.scenario == "":
		fresh = ""
	case h.table(s.name) != nil:
		fresh, old = "", s.changed(h)
	}
	if fresh != "" {
		sc, err := s.plan(h)
		if err != nil {
			return err
		}
		seed := s.seed
		if seed == 0 && s.follows != "" {
			seed = h.table(s.follows).State().Seed() // what was so in the first session is so here
		}
		if seed == 0 {
			seed = randomSeed()
		}
		if err := h.create(ctx, s.name, sc, seed, s.speed); err != nil {
			return err
		}
	}
	if len(h.Exercises()) == 0 {
		return fmt.Errorf("there is no exercise in %s. Add one with --scenario copycat --name spring, or try --demo", s.data)
	}
	if s.seats != "" {
		if err := h.seatKeys(ctx, s.seats); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "\n  kefi %s\n", version)
	fmt.Fprintf(out, "  Listening     ssh %s     data %s\n", l.Addr(), s.data)
	fmt.Fprintf(out, "  Host key      %s\n", key)
	for _, name := range h.Exercises() {
		if err := h.announce(ctx, out, name, name == fresh, newReach(l.Addr().String(), len(h.Exercises()) > 1)); err != nil {
			return err
		}
		if name == s.name && old != "" {
			fmt.Fprintf(out, "                %s\n", old)
		}
	}
	fmt.Fprint(out, "\n  New codes     kefi invite --data "+s.data+" SEAT…\n  Stop          Ctrl+C; nothing is lost, and kefi serve --data "+s.data+" goes on\n\n")
	return nil
}

// plan is the scenario of the new exercise, by the procedure and with the
// people that were asked for.
func (s *serving) plan(h *house) (exercise.Scenario, error) {
	sc, err := loadScenario(s.scenario)
	if err == nil && s.follows != "" {
		sc, err = h.goOn(sc, s.follows)
	}
	if err == nil && s.arm != "" {
		sc, err = exercise.Arm(sc, s.arm)
	}
	if err != nil {
		return sc, err
	}
	sc.Chairing = cmp.Or(s.chair, sc.Chairing)
	sc.Robots = s.robots
	sc.Study = s.study
	return exercise.Under(sc, cmp.Or(s.procedure, sc.Procedure))
}

// announce says how to come in. Codes are printed when they are made, never again.
func (h *house) announce(ctx context.Context, out io.Writer, name string, fresh bool, r reach) error {
	state := h.table(name).State()
	plan := state.Plan()
	fmt.Fprintf(out, "\n  Exercise      %q as %s, %d teams, phase: %s\n", plan.Title, name, len(plan.Teams), state.Phase())
	if !fresh {
		fmt.Fprintf(out, "                guests come in with the codes and keys they have: %s\n", r.line(name, plan.Seats[0].ID))
		return nil
	}
	fmt.Fprintf(out, "  Invitations   one line and code a seat; codes are shown only now\n")
	var list []invitation
	for _, seat := range plan.Seats {
		code, err := newCode(ctx, h.roster, name, seat)
		if err != nil {
			return err
		}
		list = append(list, invitation{seat: seat, line: r.line(name, seat.ID), code: code})
	}
	printInvitations(out, list)
	if plan.Robots {
		fmt.Fprintln(out, "  Alone?        take any seat; scripts play the teams that nobody has come to, and leave when somebody does")
	}
	return nil
}

// seatKeys binds the keys of a seats file; `agreed` accepts the terms for the seat.
func (h *house) seatKeys(ctx context.Context, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("the seats file cannot be read: %w", err)
	}
	defer f.Close()
	known, findings := sshd.ReadSeats(f)
	if len(findings) > 0 {
		return fmt.Errorf("the seats file %s, %s", file, findings[0])
	}
	for _, k := range known {
		met := false
		for _, name := range h.Exercises() {
			if _, ok := h.Seat(name, k.Name.Seat); !ok || (k.Name.Exercise != "" && k.Name.Exercise != name) {
				continue
			}
			met = true
			key := roster.PublicKey{Wire: k.Key.Marshal(), Comment: k.Comment}
			if err := h.roster.BindKey(ctx, place(name, k.Name.Seat), key); err != nil {
				return err
			}
			if err := h.agreed(ctx, name, k); err != nil {
				return err
			}
		}
		if !met {
			return fmt.Errorf("the seats file %s, line %d: no exercise here has a seat %s", file, k.Line, k.Name)
		}
	}
	return nil
}

func (h *house) agreed(ctx context.Context, name string, k sshd.KnownKey) error {
	seat, err := h.table(name).Seat(k.Name.Seat)
	if err != nil || !k.Agreed || seat.View().Own.Agreed {
		return err
	}
	_, err = seat.Submit(ctx, exercise.Agree{})
	return err
}

// serveUntil serves until ctx ends, then tells every session and closes.
func serveUntil(ctx context.Context, door *sshd.Door, l net.Listener) error {
	served := make(chan error, 1)
	go func() { served <- door.Serve(context.WithoutCancel(ctx), l) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	farewell, cancel := context.WithTimeout(context.WithoutCancel(ctx), 4*time.Second)
	defer cancel()
	return errors.Join(door.Shutdown(farewell), <-served)
}
