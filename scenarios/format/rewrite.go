package format

import (
	"slices"

	"kefi/exercise"
)

// rewrite is a copy of a scenario with f applied to every text in it.
func rewrite(s exercise.Scenario, f func(string) string) exercise.Scenario {
	s.Title, s.Instrument, s.Organiser = f(s.Title), f(s.Instrument), f(s.Organiser)
	s.Situation = mapText(s.Situation, f)
	s.Questions = mapTexts(s.Questions, f)
	s.Teams = slices.Clone(s.Teams)
	for i := range s.Teams {
		s.Teams[i].Brief = rewriteBrief(s.Teams[i].Brief, f)
	}
	s.Clauses = slices.Clone(s.Clauses)
	for i := range s.Clauses {
		c := &s.Clauses[i]
		c.Title, c.Paras = mapText(c.Title, f), mapTexts(c.Paras, f)
	}
	s.Injects = slices.Clone(s.Injects)
	for i := range s.Injects {
		in := &s.Injects[i]
		in.From = f(in.From)
		in.Title, in.Body = mapText(in.Title, f), mapText(in.Body, f)
		in.Asks, in.Expected = mapText(in.Asks, f), mapText(in.Expected, f)
	}
	s.Objectives = slices.Clone(s.Objectives)
	for i := range s.Objectives {
		s.Objectives[i].Text = mapText(s.Objectives[i].Text, f)
	}
	return s
}

func rewriteBrief(b exercise.Brief, f func(string) string) exercise.Brief {
	b.Page = mapText(b.Page, f)
	b.Wants, b.Trades = mapTexts(b.Wants, f), mapTexts(b.Trades, f)
	b.RedLines, b.Offers = mapTexts(b.RedLines, f), mapTexts(b.Offers, f)
	b.Points = slices.Clone(b.Points)
	for i := range b.Points {
		b.Points[i].Why = mapText(b.Points[i].Why, f)
	}
	return b
}

func mapTexts(texts []exercise.Text, f func(string) string) []exercise.Text {
	out := slices.Clone(texts)
	for i := range out {
		out[i] = mapText(out[i], f)
	}
	return out
}

func mapText(t exercise.Text, f func(string) string) exercise.Text {
	t.Value = f(t.Value)
	return t
}
