package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/tui/action"
	"kefi/tui/plain"
)

// injectNamed finds an incident by its id in the scenario's files.
func injectNamed(sc exercise.Scenario, id string) (exercise.Inject, error) {
	i := slices.IndexFunc(sc.Injects, func(x exercise.Inject) bool { return strings.EqualFold(string(x.ID), id) })
	if i < 0 {
		var names []string
		for _, x := range sc.Injects {
			names = append(names, string(x.ID))
		}
		return exercise.Inject{}, fmt.Errorf("%w: there is no incident %q; the incidents are %s", errUsage, id, strings.Join(names, ", "))
	}
	return sc.Injects[i], nil
}

// reader is the first seat that an incident reaches.
func reader(sc exercise.Scenario, in exercise.Inject) exercise.SeatID {
	for _, to := range in.To {
		for _, t := range sc.Teams {
			if to == "all" || to == string(t.Track) || to == string(t.ID) {
				return t.Seats[0]
			}
		}
	}
	if len(in.To) == 0 {
		return ""
	}
	return exercise.SeatID(in.To[0])
}

// sendAlone starts a table that one person has, and has control send the
// incident there, whatever it waits for.
func sendAlone(ctx context.Context, table *conduct.Table, in exercise.Inject) error {
	state := table.State()
	i := slices.IndexFunc(state.Plan().Seats, func(s exercise.Seat) bool { return s.Has(exercise.Control) })
	seat, err := table.Seat(state.Plan().Seats[i].ID) // each scenario has one
	if err != nil {
		return err
	}
	acts := []exercise.Command{exercise.Start{}, exercise.SendInject{Inject: in.ID, Now: true}}
	if !seat.View().Own.Agreed {
		acts = append([]exercise.Command{exercise.Agree{}}, acts...)
	}
	for _, c := range acts {
		if _, err := seat.Submit(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// previewIncident writes an incident as the seat reads it, or says whom it is for.
func previewIncident(out io.Writer, v *exercise.View, in exercise.Inject) error {
	for _, x := range slices.Concat(v.Room.Incidents, v.Own.Incidents) {
		if x.Title != in.Title.Value || x.From != in.From {
			continue
		}
		text, err := plain.Answer(nil, v, action.Query{Name: "read", Args: []string{x.ID}}, v.Room.Clocks.Wall)
		if err == nil {
			_, err = fmt.Fprintf(out, "%s\n", text)
		}
		return err
	}
	return fmt.Errorf("%w: the incident %s does not reach %s; it is for %s", errUsage, in.ID, v.Own.Seat, strings.Join(in.To, ", "))
}
