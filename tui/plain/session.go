package plain

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/words"
)

// Table is what a session needs of a live exercise, seen from one seat.
type Table interface {
	// Submit waits until the command is on record, or refused.
	Submit(context.Context, exercise.Command) (exercise.Receipt, error)
	// Next waits for anything new after the cursor; 0 gives the view at once.
	Next(ctx context.Context, after int64) (*exercise.View, int64, error)
}

// Host is what a session needs of the server around the table.
type Host struct {
	// Now is UTC ms.
	Now func() int64
	// Serve answers queries of kind action.Serve, but for leave, and keeps what
	// those of kind action.Prefer choose.
	Serve func(context.Context, action.Query) (exercise.Phrase, error)
	// Opened is told that an inject was read, by its label; nil tells nobody.
	Opened func(context.Context, exercise.InjectID)
	// Language is the seat's; nil is English.
	Language *words.Language
	// Drafts keeps what is being written; nil keeps nothing.
	Drafts Drafts
	// Chosen brings what a verb has chosen for the seat meanwhile; nil brings
	// nothing.
	Chosen <-chan action.Query
	// Rehearse opens a private table that lasts until ctx is done; nil where
	// there is none to be had.
	Rehearse func(ctx context.Context, lang *words.Language) (Table, error)
}

// Session talks plain mode with one seat: it greets, tells what happens as it
// happens, and runs each line that comes in as a verb. It ends without an
// error at leave and at the end of in, else with the error of ctx, of the
// table or of out. The caller closes in afterwards: a read that still waits
// there ends with it.
func Session(ctx context.Context, table Table, in io.Reader, out io.Writer, host Host) error {
	return newSession(table, out, host).sit(ctx, in)
}

func newSession(table Table, out io.Writer, host Host) *session {
	s := &session{table: table, host: host, lang: host.Language, out: out, drafts: host.Drafts, alarm: time.NewTimer(time.Hour)}
	if s.drafts == nil {
		s.drafts = noDrafts{}
	}
	return s
}

// sit follows the table and reads what is typed until the person leaves.
func (s *session) sit(ctx context.Context, in io.Reader) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.views, s.typed = make(chan sight), make(chan string)
	go follow(ctx, s.table, s.views)
	if err := s.first(ctx); err != nil {
		return err
	}
	go listen(ctx, in, s.typed)
	return s.talk(ctx)
}

// talk goes on until the person leaves or hangs up.
func (s *session) talk(ctx context.Context) error {
	defer s.alarm.Stop()
	for s.err == nil && !s.left {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case next := <-s.views:
			if next.err != nil {
				return next.err
			}
			s.tell(next.view)
		case next := <-s.outside():
			s.besides(next)
		case q := <-s.host.Chosen:
			s.choose(q)
		case <-s.alarm.C:
			s.warn()
		case line, ok := <-s.typed:
			if !ok {
				s.hungUp = true
				return nil
			}
			s.run(ctx, line)
		}
	}
	return s.err
}

// choose follows the seat's language, where a verb has changed it elsewhere.
func (s *session) choose(q action.Query) {
	if q.Name != "language" || len(q.Args) == 0 {
		return
	}
	if lang, _ := words.In(q.Args[0]); lang.Code() != s.lang.Code() {
		s.lang = lang
		s.say("%s", lang.Say("kefi speaks English to you."))
	}
}

// sight is one answer of the table's Next.
type sight struct {
	view *exercise.View
	err  error
}

func follow(ctx context.Context, table Table, views chan<- sight) {
	after := int64(0)
	for {
		view, cursor, err := table.Next(ctx, after)
		select {
		case views <- sight{view, err}:
		case <-ctx.Done():
			return
		}
		if err != nil {
			return
		}
		after = cursor
	}
}

// session is one seat's conversation.
type session struct {
	table Table
	host  Host
	lang  *words.Language
	out   io.Writer
	views chan sight
	typed chan string
	view  *exercise.View
	heard heard
	err   error // of out

	left   bool
	hungUp bool   // what is typed has ended
	coach  *coach // of a rehearsal; nil at the exercise's own table
	away   bool   // the person rehearses meanwhile

	again  page      // what was said last, for again
	quiet  bool      // what happens is held
	held   page      // meanwhile
	asking *question // what the next line answers, if it can
	change *change   // the amendment being written
	drafts Drafts    // where that is kept
	since  int64     // wall ms of the last line that new has told
	warned warnings
	alarm  *time.Timer
}

func (s *session) page() page { return page{lang: s.lang} }

func (s *session) print(p page) {
	if len(p.lines) == 0 || s.err != nil {
		return
	}
	s.again = p
	_, s.err = io.WriteString(s.out, p.String()+"\n")
}

func (s *session) say(format string, args ...any) {
	p := s.page()
	p.say(format, args...)
	s.print(p)
}

// first waits for the first view and greets.
func (s *session) first(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case next := <-s.views:
		if next.err != nil {
			return next.err
		}
		s.view = next.view
		s.heard.upTo(next.view)
		s.greet()
		s.resume(ctx)
		s.warn()
		s.next()
		return s.err
	}
}

// tell says what the new view brings, or keeps it while the person wants quiet.
// A real-world stop waits for nobody.
func (s *session) tell(v *exercise.View) {
	before := s.view
	s.view = v
	p := s.page()
	stopped := v.Room.RealWorld && !before.Room.RealWorld
	if stopped {
		p.say(realWorld)
	}
	for _, l := range s.heard.fresh(v) {
		p.say("%s", Line(s.lang, v, l))
	}
	notices(&p, newNotices(before, v))
	switch {
	case len(p.lines) == 0:
	case s.away && !stopped:
		s.held.lines = append(s.held.lines, p.lines...)
	case s.quiet && !stopped:
		s.hold(p)
	default:
		s.print(p)
	}
	s.next()
	if !s.away {
		s.warn()
	}
}

// warn says which time runs out for this seat, and sets the alarm anew.
func (s *session) warn() {
	say, again := s.warned.due(s.view, s.host.Now())
	p := s.page()
	for _, x := range say {
		p.say("%s", x)
	}
	s.print(p)
	s.alarm.Stop()
	if again > 0 {
		s.alarm.Reset(again)
	}
}

// run answers one line that was typed.
func (s *session) run(ctx context.Context, line string) {
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		s.release()
	case s.asking != nil && s.reply(ctx, line):
	case s.own(ctx, line):
	case s.change != nil && s.changing(ctx, line):
	default:
		s.verb(ctx, line)
	}
}

// verb runs a line as a verb of the registry. One that lacks something is
// asked back for it.
func (s *session) verb(ctx context.Context, line string) {
	intent, err := action.Parse(line)
	if q := asks(s.view, line); q != nil && err != nil {
		s.ask(q)
		return
	}
	switch {
	case err != nil:
		s.refuse(line, err)
	case intent.Command != nil:
		s.submit(ctx, intent)
	case intent.Query.Name == "language" && len(intent.Query.Args) == 0:
		s.ask(asksLanguage())
	case intent.Query.Name == "leave":
		s.leave()
	case intent.Query.Name == "rehearse":
		s.rehearse(ctx)
	case intent.Query.Name == "new" && !intent.JSON:
		s.news()
	default:
		s.answer(ctx, intent)
	}
}

func (s *session) submit(ctx context.Context, intent action.Intent) {
	receipt, err := s.table.Submit(ctx, intent.Command)
	if err != nil {
		s.say("%s", s.lang.Error(err))
		return
	}
	s.heard.told(receipt)
	if intent.JSON {
		s.json(receipt)
		return
	}
	s.print(page{s.lang, strings.Split(Say(s.lang, s.view, receipt), "\n")})
}

func (s *session) answer(ctx context.Context, intent action.Intent) {
	a, _ := action.Find(intent.Query.Name)
	if a.Kind == action.Serve || a.Kind == action.Prefer {
		said, err := s.host.Serve(ctx, intent.Query)
		if a.Elsewhere != "" {
			said = words.Phrase(a.Elsewhere)
		}
		if err != nil {
			s.say("%s", s.lang.Error(err))
			return
		}
		if q := intent.Query; q.Name == "language" && len(q.Args) > 0 {
			s.lang, _ = words.In(q.Args[0])
		}
		p := s.page()
		p.prose(s.lang.Phrase(said))
		s.print(p)
		return
	}
	r, err := answer(s.lang, s.view, intent.Query, s.host.Now(), spoken(s.lang))
	switch {
	case err != nil:
		s.say("%s", s.lang.Error(err))
	case intent.JSON:
		s.json(r.data)
	default:
		if intent.Query.Name == "help" && len(intent.Query.Args) == 0 {
			s.helpHere(&r.text)
		}
		if intent.Query.Name == "read" && s.host.Opened != nil {
			s.host.Opened(ctx, exercise.InjectID(arg(intent.Query, 0)))
		}
		s.print(r.text)
	}
}

func (s *session) json(x any) {
	text, err := JSON(x)
	if err != nil {
		s.say("%s", err)
		return
	}
	s.print(page{s.lang, []string{text}})
}

// leave ends the conversation, or the rehearsal.
func (s *session) leave() {
	s.left = true
	if s.coach == nil {
		s.say("Goodbye. Your seat waits for you")
	}
}

// refuse explains a line that was not understood. One that begins with no verb
// was perhaps meant to be spoken; nothing is spoken by mistake.
func (s *session) refuse(line string, err error) {
	var usage *action.UsageError
	if errors.As(err, &usage) && usage.Synopsis == "" && len(strings.Fields(line)) > 2 {
		s.say("%s To speak to the table, write say and then your words.", s.lang.Error(err))
	} else {
		s.say("%s", s.lang.Error(err))
	}
	s.hint()
}
