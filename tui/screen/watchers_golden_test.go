package screen

// watcherShots are what everyone in the room looks at, what those see who watch
// and judge, and what control sees with another seat's eyes.
var watcherShots = []shot{
	{"projector-lobby", lobbyView, "projector", ""},
	{"projector-briefing", briefingView, "projector", ""},
	{"projector-turn", turnView, "projector", "keys do nothing<enter><tab>"},
	{"projector-put", putView, "projector", ""},
	{"projector-sheet", sheetView, "projector", ""},
	{"projector-incident", incidentView, "projector", ""},
	{"projector-suspension", suspensionView, "projector", ""},
	{"projector-closing", closingView, "projector", ""},
	{"projector-boards", hotWashBoardsView, "projector", ""},
	{"observer-put", putView, "observer", ""},
	{"observer-position", putView, "observer", "/position<enter>"},
	{"observer-sheet", sheetView, "observer", "/position<enter>"},
	{"observer-collecting", hotWashCollectingView, "observer", ""},
	{"evaluator", turnView, "evaluator", ""},
	{"evaluator-table", turnView, "evaluator", "<tab>t"},
	{"player", turnView, "control", "/see hydra<enter>"},
	{"player-incidents", turnView, "control", "/see hydra<enter>i"},
}
