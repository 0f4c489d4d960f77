package sshd

import (
	"context"
	"net/netip"

	"kefi/exercise"
)

// place is one seat of one exercise.
type place struct {
	exercise string
	seat     exercise.SeatID
}

// places are the seats that a user name may mean: one, or one in each exercise
// where it names none. A name that nobody could have has none.
func (d *Door) places(user string) (ps []place) {
	name, err := ParseName(user)
	if err != nil {
		return nil
	}
	for _, e := range d.Hall.Exercises() {
		if name.Exercise != "" && name.Exercise != e {
			continue
		}
		if _, ok := d.Hall.Seat(e, name.Seat); ok {
			ps = append(ps, place{e, name.Seat})
		}
	}
	return ps
}

// maxCode bounds a code, in bytes.
const maxCode = 256

// openedBy names those of some places that a code opens. It answers errCode
// where there are none, for whatever reason, and slowly to an address that has
// been wrong too often.
func (d *Door) openedBy(ctx context.Context, from netip.Addr, among []place, code string) (open []place, err error) {
	if err := d.guesses.pause(ctx, from); err != nil {
		return nil, err
	}
	for _, p := range among {
		if len(code) > maxCode {
			break
		}
		ok, err := d.Store.CodeOpens(ctx, p.exercise, p.seat, code)
		if err != nil {
			d.Log.Error("cannot check a code", "exercise", p.exercise, "seat", p.seat, "error", err)
		} else if ok {
			open = append(open, p)
		}
	}
	if len(open) == 0 {
		d.guesses.miss(from)
		return nil, errCode
	}
	return open, nil
}
