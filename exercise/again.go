package exercise

// Again is the command of an act as it can be decided once more. Words that
// have been removed read "[removed]".
func Again(a Act) Command {
	return mapTexts(a.Command, func(t *Text) {
		if t.ID != (WordID{}) && t.Value == "" {
			t.Value = removed
		}
	})
}
