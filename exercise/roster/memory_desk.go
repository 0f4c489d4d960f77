package roster

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"kefi/exercise"
)

// Preferences implements Desk.
func (m *Memory) Preferences(ctx context.Context, p Place) (map[string]string, error) {
	kept := map[string]string{}
	err := m.locked(ctx, func() {
		for item, text := range m.desk {
			if item.Place == p && item.kind == "preference" {
				kept[item.slot] = text
			}
		}
	})
	return kept, err
}

// SetPreference implements Desk.
func (m *Memory) SetPreference(ctx context.Context, p Place, name, value string) error {
	return m.setText(ctx, deskItem{Place: p, kind: "preference", slot: name}, value)
}

// Name implements Desk.
func (m *Memory) Name(ctx context.Context, p Place) (string, error) {
	return m.text(ctx, deskItem{Place: p, kind: "name"})
}

// SetName implements Desk.
func (m *Memory) SetName(ctx context.Context, p Place, name string) error {
	return m.setText(ctx, deskItem{Place: p, kind: "name"}, name)
}

// Draft implements Desk.
func (m *Memory) Draft(ctx context.Context, p Place, slot string) (string, error) {
	return m.text(ctx, deskItem{Place: p, kind: "draft", slot: slot})
}

// SetDraft implements Desk.
func (m *Memory) SetDraft(ctx context.Context, p Place, slot, text string) error {
	return m.setText(ctx, deskItem{Place: p, kind: "draft", slot: slot}, text)
}

func (m *Memory) text(ctx context.Context, item deskItem) (text string, err error) {
	err = m.locked(ctx, func() { text = m.desk[item] })
	return text, err
}

func (m *Memory) setText(ctx context.Context, item deskItem, text string) error {
	return m.locked(ctx, func() {
		if text == "" {
			delete(m.desk, item)
		} else {
			m.desk[item] = text
		}
	})
}

// MarkRead implements Desk.
func (m *Memory) MarkRead(ctx context.Context, p Place, inject exercise.InjectID, wall int64) error {
	return m.locked(ctx, func() {
		item := readItem{Place: p, inject: inject}
		if _, read := m.read[item]; !read {
			m.read[item] = wall
		}
	})
}

// Readings implements Desk.
func (m *Memory) Readings(ctx context.Context, exercise string) (readings []Reading, err error) {
	err = m.locked(ctx, func() {
		for item, wall := range m.read {
			if item.Exercise == exercise {
				readings = append(readings, Reading{Seat: item.Seat, Inject: item.inject, Wall: wall})
			}
		}
	})
	slices.SortFunc(readings, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(a.Wall, b.Wall), cmp.Compare(a.Seat, b.Seat), cmp.Compare(a.Inject, b.Inject))
	})
	return readings, err
}

// ForgetTraces implements Desk.
func (m *Memory) ForgetTraces(ctx context.Context, exercise string) error {
	return m.locked(ctx, func() {
		maps.DeleteFunc(m.desk, func(d deskItem, _ string) bool { return d.Exercise == exercise && d.kind == "draft" })
		maps.DeleteFunc(m.read, func(r readItem, _ int64) bool { return r.Exercise == exercise })
	})
}

// AddPending implements Answers.
func (m *Memory) AddPending(ctx context.Context, p Place, text string) error {
	return m.locked(ctx, func() { m.answers[p] = text })
}

// Pending implements Answers.
func (m *Memory) Pending(ctx context.Context, exercise string) (answers []string, err error) {
	err = m.locked(ctx, func() {
		for p, text := range m.answers {
			if p.Exercise == exercise {
				answers = append(answers, text)
			}
		}
	})
	slices.Sort(answers)
	return answers, err
}

// ClearPending implements Answers.
func (m *Memory) ClearPending(ctx context.Context, exercise string) error {
	return m.locked(ctx, func() {
		maps.DeleteFunc(m.answers, func(p Place, _ string) bool { return p.Exercise == exercise })
	})
}
