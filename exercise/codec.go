package exercise

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// This file is the promise to the future: wire names stay for ever. A type
// may be renamed or moved; its name in the journal may not.

// Parts is an act taken apart for the journal: the envelope (times, seat,
// kind), the structure (command and events, which name texts by id) and the
// words, one by one. A nil word has been removed.
type Parts struct {
	Seq       int64
	Envelope  []byte
	Structure []byte
	Words     []*string
}

type envelope struct {
	Seq      int64  `json:"seq"`
	Wall     int64  `json:"wall"`
	Scenario int64  `json:"scenario"`
	Table    int64  `json:"table"`
	Seat     SeatID `json:"seat,omitempty"`
	Kind     string `json:"kind"`
}

type structure struct {
	Command json.RawMessage `json:"command"`
	Events  []wireEvent     `json:"events"`
}

type wireEvent struct {
	Kind string          `json:"kind"`
	Fact json.RawMessage `json:"fact"`
}

// Encode takes an act apart.
func Encode(a Act) (Parts, error) {
	kind, ok := commandNames[reflect.TypeOf(a.Command)]
	if !ok {
		return Parts{}, fmt.Errorf("command %T has no wire name", a.Command)
	}
	env, err := json.Marshal(envelope{a.Seq, a.Wall, a.Scenario, a.Table, a.Seat, kind})
	if err != nil {
		return Parts{}, err
	}
	command, err := json.Marshal(a.Command)
	if err != nil {
		return Parts{}, err
	}
	s := structure{Command: command, Events: make([]wireEvent, len(a.Events))}
	for i, e := range a.Events {
		name, ok := eventNames[reflect.TypeOf(e)]
		if !ok {
			return Parts{}, fmt.Errorf("event %T has no wire name", e)
		}
		fact, err := json.Marshal(e)
		if err != nil {
			return Parts{}, err
		}
		s.Events[i] = wireEvent{Kind: name, Fact: fact}
	}
	body, err := json.Marshal(s)
	return Parts{Seq: a.Seq, Envelope: env, Structure: body, Words: a.Words}, err
}

// Decode puts an act together again. A kind it does not know is an error that
// names it: the journal is newer than this kefi.
func Decode(p Parts) (Act, error) {
	var env envelope
	if err := json.Unmarshal(p.Envelope, &env); err != nil {
		return Act{}, fmt.Errorf("act %d: envelope: %w", p.Seq, err)
	}
	if env.Seq != p.Seq {
		return Act{}, fmt.Errorf("act %d: the envelope says %d", p.Seq, env.Seq)
	}
	var s structure
	if err := json.Unmarshal(p.Structure, &s); err != nil {
		return Act{}, fmt.Errorf("act %d: structure: %w", p.Seq, err)
	}
	command, err := decodeInto[Command](commandTypes, env.Kind, s.Command)
	if err != nil {
		return Act{}, fmt.Errorf("act %d: %w", p.Seq, err)
	}
	a := Act{
		Seq: env.Seq, Wall: env.Wall, Scenario: env.Scenario, Table: env.Table, Seat: env.Seat,
		Command: fill(command, p.Seq, p.Words), Words: p.Words,
	}
	for _, w := range s.Events {
		e, err := decodeInto[Event](eventTypes, w.Kind, w.Fact)
		if err != nil {
			return Act{}, fmt.Errorf("act %d: %w", p.Seq, err)
		}
		a.Events = append(a.Events, e)
	}
	return a, nil
}

func decodeInto[T any](types map[string]reflect.Type, kind string, body []byte) (T, error) {
	var zero T
	t, ok := types[kind]
	if !ok {
		return zero, fmt.Errorf("%q is unknown here; this journal was written by a newer kefi", kind)
	}
	v := reflect.New(t)
	if err := json.Unmarshal(body, v.Interface()); err != nil {
		return zero, fmt.Errorf("%s: %w", kind, err)
	}
	return v.Elem().Interface().(T), nil
}

// Bind gives every free text of a command its id in act seq and returns the
// command with the ids, and the words in their order.
func Bind(c Command, seq int64) (Command, []*string) {
	var words []*string
	bound := mapTexts(c, func(t *Text) {
		if t.Value == "" {
			*t = Text{}
			return
		}
		value := t.Value
		words = append(words, &value)
		t.ID = WordID{Seq: seq, N: len(words)}
	})
	return bound, words
}

// fill puts the words back into a decoded command.
func fill(c Command, seq int64, words []*string) Command {
	return mapTexts(c, func(t *Text) {
		if t.ID.Seq == seq && t.ID.N >= 1 && t.ID.N <= len(words) && words[t.ID.N-1] != nil {
			t.Value = *words[t.ID.N-1]
		}
	})
}

var textType = reflect.TypeFor[Text]()

// mapTexts copies a command or an event and applies f to every Text in it, in
// the order of its fields. The original is left alone.
func mapTexts[T any](c T, f func(*Text)) T {
	v := reflect.New(reflect.TypeOf(c)).Elem()
	v.Set(reflect.ValueOf(c))
	walkTexts(v, f)
	return v.Interface().(T)
}

func walkTexts(v reflect.Value, f func(*Text)) {
	switch {
	case v.Type() == textType:
		f(v.Addr().Interface().(*Text))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			walkTexts(v.Field(i), f)
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		clone := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(clone, v)
		for i := range clone.Len() {
			walkTexts(clone.Index(i), f)
		}
		v.Set(clone)
	}
}

// CommandName is the wire name of a command.
func CommandName(c Command) string { return commandNames[reflect.TypeOf(c)] }

// EventName is the wire name of an event.
func EventName(e Event) string { return eventNames[reflect.TypeOf(e)] }

func wire(samples map[string]any) (map[string]reflect.Type, map[reflect.Type]string) {
	types, names := map[string]reflect.Type{}, map[reflect.Type]string{}
	for name, sample := range samples {
		t := reflect.TypeOf(sample)
		types[name], names[t] = t, name
	}
	return types, names
}
