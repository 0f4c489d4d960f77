package paper

// inWords is a chart for who cannot see it: its title and what it shows.
func inWords(chart Block) []Para {
	var title, note string
	switch c := chart.(type) {
	case Bars:
		title, note = c.Title, c.Note
	case Steps:
		title, note = c.Title, c.Note
	case Spans:
		title, note = c.Title, c.Note
	}
	return []Para{{Text: []Run{{Text: title, Bold: true}}}, {Style: Note, Text: Text(note)}}
}
