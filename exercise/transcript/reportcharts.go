package transcript

import (
	"fmt"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript/paper"
)

// openChart is how many points were open over time.
func (r *report) openChart() {
	if len(r.fig.Open) == 0 {
		return
	}
	line := paper.Series{Label: "points open"}
	for _, x := range r.fig.Open {
		line.At, line.Values = append(line.At, x.Wall), append(line.Values, x.Total)
	}
	first, last := r.fig.Open[0].Total, r.fig.Open[len(r.fig.Open)-1].Total
	c := paper.Steps{
		Title: "Points open over time", From: r.fig.Began, To: r.fig.Ended, Tick: r.clock, Series: []paper.Series{line},
		Note: fmt.Sprintf("Of points in brackets %d stood open at %s and %d at the end, %s. A deferred clause keeps its brackets.", first, r.clock(r.fig.Began), last, r.clock(r.fig.Ended)),
	}
	for _, x := range r.fig.Incidents {
		c.Marks = append(c.Marks, paper.Mark{At: x.Wall, Sign: "!", Text: "incident: " + r.incidentName(x)})
	}
	r.add(c)
}

// lifeChart is the life of each clause.
func (r *report) lifeChart() {
	c := paper.Spans{
		Title: "Where agreement came from", From: r.fig.Began, To: r.fig.Ended, Tick: r.clock,
		Legend: "! incident   * caucus   + joint draft   ✓ agreed   d deferred   x deleted", Note: r.livesInWords(),
	}
	for _, x := range r.fig.Clauses {
		row := paper.SpanRow{Label: string(x.Clause) + "  " + short(x.Title, 28), Spans: x.Spans}
		for _, e := range x.Events {
			row.Marks = append(row.Marks, paper.Mark{At: e.Wall, Sign: lifeSign(e.Kind), Text: e.Kind + " " + e.Ref})
		}
		if at, sign, word := lifeEnd(x); sign != "" {
			row.Marks = append(row.Marks, paper.Mark{At: at, Sign: sign, Text: word})
		}
		c.Rows = append(c.Rows, row)
	}
	r.add(c)
}

func lifeSign(kind string) string {
	return map[string]string{figures.AfterIncident: "!", figures.AfterCaucus: "*", figures.AfterJointDraft: "+"}[kind]
}

// lifeEnd is how a clause's life ended: when, by which sign, in words.
func lifeEnd(x figures.ClauseLife) (at int64, sign, word string) {
	if n := len(x.Spans); n > 0 {
		at = x.Spans[n-1][1]
	}
	switch x.State {
	case exercise.ClauseAgreed, exercise.ClauseFinal:
		return x.Agreed, "✓", "agreed"
	case exercise.ClauseDeferred:
		return at, "d", "deferred"
	case exercise.ClauseDeleted:
		return at, "x", "deleted"
	}
	return 0, "", ""
}

// livesInWords says what the chart shows, for who cannot see it.
func (r *report) livesInWords() string {
	text := ""
	for _, x := range r.fig.Clauses {
		at, _, word := lifeEnd(x)
		switch {
		case word != "" && at > 0:
			text += fmt.Sprintf("Clause %s %s at %s. ", x.Clause, word, r.clock(at))
		case word != "":
			text += fmt.Sprintf("Clause %s %s. ", x.Clause, word)
		default:
			text += fmt.Sprintf("Clause %s open at the end. ", x.Clause)
		}
	}
	return text
}

func short(text string, runes int) string {
	if list := []rune(text); len(list) > runes {
		return string(list[:runes-1]) + "…"
	}
	return text
}

// voiceCharts are shares of words, by track and by delegation.
func (r *report) voiceCharts() {
	tracks := paper.Bars{Title: "Voice at the table, by track: share of the delegations' words"}
	teams := paper.Bars{Title: "Voice at the table, by delegation: share of the delegations' words"}
	for _, t := range exercise.Tracks() {
		v := r.fig.VoiceOf(t)
		if len(r.teamsOf(t)) == 0 {
			continue
		}
		share := r.fig.Share(v.Words)
		tracks.Rows = append(tracks.Rows, paper.Bar{Label: trackName(t), Share: share, Figure: percent(share)})
		for _, x := range r.fig.Voices {
			if x.Track == t && !x.Hall {
				share := r.fig.Share(x.Words)
				teams.Rows = append(teams.Rows, paper.Bar{Label: r.team(x.Team), Share: share, Figure: percent(share)})
			}
		}
	}
	tracks.Note, teams.Note = barsInWords(tracks.Rows), barsInWords(teams.Rows)
	r.add(tracks, teams)
}

func barsInWords(rows []paper.Bar) string {
	parts := make([]string, len(rows))
	for i, x := range rows {
		parts[i] = x.Label + " " + x.Figure
	}
	return and(parts) + " of the words that delegations said at the table."
}

func (r *report) teamsOf(t exercise.Track) (list []exercise.TeamID) {
	for _, x := range r.room.Teams {
		if x.Track == t {
			list = append(list, x.ID)
		}
	}
	return list
}
