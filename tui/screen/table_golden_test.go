package screen

// tableShots are the table and what opens from its input line.
var tableShots = []shot{
	{"table", turnView, "arcadia", ""},
	{"table-floor", turnView, "hydra", "Would our colleagues accept 24 hours where the operator is listed in Annex B?"},
	{"table-point", turnView, "arcadia", "<tab><down><down><enter>"},
	{"observer", turnView, "observer", ""},
	{"gavel", gavelView, "meridia", ""},
	{"put", putView, "meridia", ""},
	{"realworld", realWorldView, "arcadia", ""},
	{"palette", turnView, "arcadia", "/"},
	{"help", turnView, "arcadia", "?"},
	{"first-reading", firstReadingView, "arcadia", ""},
	{"first-reading-list", firstReadingView, "arcadia", "<tab><down><down>"},
	{"amend", turnView, "arcadia", "/amend 3.1<enter>"},
	{"amend-edit", turnView, "arcadia", "/amend 3.1<enter><end><up><up><up><up><home>Today, "},
	{"amend-review", turnView, "arcadia", "/amend 3.1<enter> Really.<tab>Keeps it short.<tab><tab><enter>"},
	{"decide", putView, "meridia", "/position<enter>"},
	{"decide-gavel", gavelView, "meridia", "/position<enter>2<tab>we need a day"},
	{"agenda", turnView, "arcadia", "/agenda<enter>"},
	{"who", turnView, "arcadia", "/who<enter>"},
	{"read-amendment", turnView, "arcadia", "/read A1<enter>"},
	{"leave", turnView, "arcadia", "<ctrl+c>"},
	{"held", turnView, "arcadia", "We could live with that.<enter>"},
	{"refusal", turnView, "arcadia", "/gravel A1<enter>"},
}
