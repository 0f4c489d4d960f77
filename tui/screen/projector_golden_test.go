package screen

// projectorShots are what everyone in the room looks at.
var projectorShots = []shot{
	{"projector-lobby", lobbyView, "projector", ""},
	{"projector-briefing", briefingView, "projector", ""},
	{"projector-turn", turnView, "projector", "keys do nothing<enter><tab>"},
	{"projector-put", putView, "projector", ""},
	{"projector-sheet", sheetView, "projector", ""},
	{"projector-incident", incidentView, "projector", ""},
	{"projector-suspension", suspensionView, "projector", ""},
	{"projector-closing", closingView, "projector", ""},
	{"projector-boards", hotWashBoardsView, "projector", ""},
}
