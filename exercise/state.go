package exercise

import (
	"maps"
	"slices"

	"kefi/exercise/when"
)

// State is everything that is so after an act. It is a value: Evolve gives a
// new one and leaves the old as it was, so that any number of readers may
// keep theirs. The zero State is an exercise that has not begun.
type State struct {
	seq   int64 // of the last act; -1 before act 0
	begun bool
	name  string
	seed  uint64
	plan  *Scenario
	rules Procedure      // in force, from act 0
	words log[[]*string] // by act
	// actors are the seats that wrote the texts, by act.
	actors log[SeatID]

	now   stamp
	clock clocks

	phase   Phase
	seats   map[SeatID]seatState
	roles   map[SeatID][]Role // of seats whose roles have been changed
	teams   map[TeamID]teamState
	agenda  agenda
	draft   draft
	decided []decision // all, standing ones too, in order of opening
	injects []injectState
	model   model
	stakes  map[TeamID]*StakesView // worded

	conditions map[string]when.Expr // the scenario's, by their text
	asks       []ask
	rfis       []request
	wishes     []wish
	packs      []pack
	sealed     []sealed
	closing    closing
	wash       wash
	survey     map[surveyed]int // answers, 1 to 5
	safety     safety
	desk       desk
	moved      proceedings
	rooms      map[RoomID]*room
	undo       map[SeatID]lastAct // what each seat can take back
	firm       map[SeatID]firmAct // and what of its acts stands in the way

	published []publication // what the hall was given, the scenario's draft first
	inputs    []input       // written input, in order
	focus     Subject       // what the chair has brought to everybody's screen

	caucuses []caucus
	polls    []poll

	evaluations []evaluation // all that evaluators recorded, in order
	forgottenAt int64        // wall ms at which private words were forgotten
	removals    int          // of words from the record
}

// New is the exercise before act 0.
func New() State { return State{seq: -1} }

// stamp is a moment on all three clocks, in ms.
type stamp struct{ wall, scenario, table int64 }

// seatState is what changes about a seat.
type seatState struct {
	via      string // screen, plain, script or empty
	verbAt   int64  // wall ms of the last act without a session; 0 never
	leftAt   int64  // wall ms when the last session ended; 0 never sat
	away     away   // before the session that sits there now
	agreed   bool
	research string
	ready    bool
	hands    hands
}

// hands are who has acted for a seat since STARTEX.
type hands struct{ script, person bool }

// away is when a seat was empty, in wall ms; from is 0 where it had never sat.
type away struct{ from, until int64 }

// teamState is what changes about a team.
type teamState struct {
	declared  bool  // the chair declared it absent
	absence   int64 // wall ms of absence granted so far, for the 6-minute limit
	spoken    int
	lastSpoke int64 // table ms
	held      int64 // table ms of having the floor
	empowered []SeatID

	declaredAt, backAt int64 // wall ms of its last declared absence and of its return

	consulting bool // in consultations, as the table knows
}

// Seq is the number of the last act, -1 before the first.
func (s State) Seq() int64 { return s.seq }

// Removals counts how often words were removed from the record: what was made
// before the last holds words that nobody may have any more.
func (s State) Removals() int { return s.removals }

// Wall is the wall time of the last act in UTC ms.
func (s State) Wall() int64 { return s.now.wall }

// Phase is the present phase.
func (s State) Phase() Phase { return s.phase }

// Name is the exercise's name on its server.
func (s State) Name() string { return s.name }

// Seed is that of the exercise's draws.
func (s State) Seed() uint64 { return s.seed }

// Plan is the scenario as it was at act 0. It must not be changed.
func (s State) Plan() *Scenario { return s.plan }

// Seat finds a seat of the scenario.
func (s State) Seat(id SeatID) (Seat, bool) {
	if s.plan == nil {
		return Seat{}, false
	}
	for _, seat := range s.plan.Seats {
		if seat.ID == id {
			if roles, changed := s.roles[id]; changed {
				seat.Roles = roles
			}
			return seat, true
		}
	}
	return Seat{}, false
}

// Team finds a team of the scenario.
func (s State) Team(id TeamID) (Team, bool) {
	if s.plan == nil {
		return Team{}, false
	}
	for _, t := range s.plan.Teams {
		if t.ID == id {
			return t, true
		}
	}
	return Team{}, false
}

func (s State) teamName(id TeamID) string {
	if t, ok := s.Team(id); ok {
		return t.Name
	}
	return string(id)
}

func (s State) seatName(id SeatID) string {
	if seat, ok := s.Seat(id); ok {
		return seat.Name
	}
	return string(id)
}

func (s State) teamOf(id SeatID) TeamID {
	seat, _ := s.Seat(id)
	return seat.Team
}

func (s State) track(id TeamID) Track {
	t, _ := s.Team(id)
	return t.Track
}

// teamNames joins names as a sentence does: "Hydra, Forge and Plumb".
func (s State) teamNames(ids []TeamID) Phrase {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.teamName(id)
	}
	return listed(names)
}

// Has says whether a seat holds any of the roles.
func (s Seat) Has(roles ...Role) bool {
	return slices.ContainsFunc(roles, func(r Role) bool { return slices.Contains(s.Roles, r) })
}

// text resolves a word; a removed one reads "[removed]".
func (s State) text(id WordID) string { return wordIn(s.words, id) }

// texting is text for whoever reads many words: what it holds of the state is
// the words alone.
func (s State) texting() wordsFunc {
	all := s.words
	return func(id WordID) string { return wordIn(all, id) }
}

func wordIn(all log[[]*string], id WordID) string {
	if id == (WordID{}) || id.Seq < 0 || id.Seq >= int64(all.n) {
		return ""
	}
	words := all.at(int(id.Seq))
	if id.N < 1 || id.N > len(words) {
		return ""
	}
	if words[id.N-1] == nil {
		return removed
	}
	return *words[id.N-1]
}

const removed = "[removed]"

// gone says whether a word has been removed.
func (s State) gone(id WordID) bool {
	return id != (WordID{}) && s.text(id) == removed && s.words.at(int(id.Seq))[id.N-1] == nil
}

// with changes one entry in a copy of a map.
func with[K comparable, V any](m map[K]V, key K, change func(*V)) map[K]V {
	c := maps.Clone(m)
	if c == nil {
		c = map[K]V{}
	}
	v := c[key]
	change(&v)
	c[key] = v
	return c
}

// withAt changes one element in a copy of a slice.
func withAt[V any](list []V, i int, change func(*V)) []V {
	c := slices.Clone(list)
	change(&c[i])
	return c
}

// without gives a copy that lacks an element.
func without[V comparable](list []V, gone V) []V {
	return slices.DeleteFunc(slices.Clone(list), func(v V) bool { return v == gone })
}
