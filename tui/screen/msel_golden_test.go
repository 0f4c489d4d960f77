package screen

// mselShots are the timeline in play: control's desk in all its sections, and
// what delegates see of it.
var mselShots = []shot{
	{"msel", mselView, "control", ""},
	{"msel-timeline", mselView, "control", "<tab><down><down><down><down><down><down><down><down><down>"},
	{"msel-world", mselView, "control", "<tab>5<down>"},
	{"msel-clocks", mselView, "control", "<tab>6<down><down>"},
	{"msel-seats", mselView, "control", "<tab>7<down>"},
	{"msel-actions", mselView, "control", "<tab>8<down>"},
	{"msel-jump", mselView, "control", "/jump 30m \"Night falls.\"<enter><down>f"},
	{"msel-both", mselView, "chair", "<tab>2"},
	{"msel-recalled", recalledView, "arcadia", ""},
	{"msel-situation", mselView, "lantern", "/situation<enter>"},
}
