package exercise

// The wire names of every command and event, in order of their coming. A name
// is never changed or given twice.

var (
	commandTypes, commandNames = wire(map[string]any{
		"request-reopen": RequestReopen{}, "reopen": Reopen{}, "not-cleared": NotCleared{},
		"begin": Begin{}, "sit": Sit{}, "leave": Leave{}, "restart": Restart{}, "tick": Tick{}, "reveal": Reveal{},
		"agree": Agree{}, "ready": Ready{}, "realworld": RealWorld{}, "timeout": Timeout{}, "vote": Vote{}, "undo": Undo{},
		"say": Say{}, "amend": Amend{}, "cosponsor": Cosponsor{}, "withdraw": Withdraw{}, "stance": TakeStance{},
		"clear": ClearStance{}, "request-put": RequestPut{}, "whisper": Whisper{}, "object": Object{}, "wait": Wait{},
		"position": TakePosition{}, "cleared": Cleared{}, "statement": MakeStatement{}, "hand": Hand{}, "yield": Yield{},
		"order": Order{}, "ask": Ask{}, "answer-ask": AnswerAsk{}, "room": SpeakRoom{}, "answer": AnswerInject{},
		"rfi": Request{}, "sign": Sign{}, "endorse": Endorse{}, "dissociate": Dissociate{}, "decline": Decline{},
		"correct": Correct{}, "item": OpenItem{}, "next": Next{}, "floor": GiveFloor{}, "extend": Extend{}, "skip": Skip{},
		"gavel": Gavel{}, "put": Put{}, "close": Close{}, "rule": Rule{}, "defer": Defer{}, "suspend": Suspend{},
		"absent": DeclareAbsent{}, "summary": Summarise{}, "start": Start{}, "phase": EnterPhase{}, "pause": Pause{},
		"resume": Resume{}, "speed": Speed{}, "inject": SendInject{}, "inject-new": WriteInject{}, "retime": Retime{},
		"drop": Drop{}, "takeback": TakeBack{}, "reply-as": ReplyAs{}, "expunge": Expunge{}, "question": Question{},
		"publish": Publish{}, "bring": Bring{},
		"cancel-realworld": CancelRealWorld{}, "end": End{}, "mark": Mark{}, "note": Note{}, "confirm-expunge": ConfirmExpunge{},
		"silence": Silence{}, "no-silence": NoSilence{}, "break": BreakSilence{}, "package": Package{},
		"empower": Empower{}, "drop-wish": DropWish{},
		"friendly": Friendly{}, "chair-text": ChairText{}, "sequence": SetSequence{},
		"motion": Move{}, "appeal": Appeal{}, "divide": Divide{}, "reply": Reply{}, "informal": Informal{}, "heard": Hear{},
	})
	eventTypes, eventNames = wire(map[string]any{
		"reopen-requested": ReopenRequested{}, "reopened": Reopened{},
		"begun": Begun{}, "sat": Sat{}, "left": Left{}, "restarted": Restarted{}, "clock-stopped": ClockStopped{},
		"clock-started": ClockStarted{}, "speed-set": SpeedSet{}, "agreed-terms": AgreedTerms{}, "said-ready": SaidReady{},
		"phase-entered": PhaseEntered{}, "item-opened": ItemOpened{}, "floor-given": FloorGiven{}, "floor-rested": FloorRested{},
		"floor-extended": FloorExtended{}, "turn-skipped": TurnSkipped{}, "hand-raised": HandRaised{}, "hand-lowered": HandLowered{},
		"order-raised": OrderRaised{}, "ruled": Ruled{}, "suspended": Suspended{}, "suspension-ended": SuspensionEnded{},
		"absence-declared": AbsenceDeclared{}, "spoken": Spoken{}, "room-spoken": RoomSpoken{}, "asked": Asked{},
		"ask-answered": AskAnswered{}, "whispered": Whispered{}, "corrected": Corrected{}, "lodged": Lodged{}, "held": Held{}, "held-over": HeldOver{},
		"cosponsored": Cosponsored{}, "sponsor-left": SponsorLeft{}, "stance-taken": StanceTaken{}, "stance-cleared": StanceCleared{},
		"put-requested": PutRequested{}, "decision-opened": DecisionOpened{}, "positioned": Positioned{},
		"deadline-moved": DeadlineMoved{}, "decided": Decided{}, "ad-ref-settled": AdRefSettled{}, "stated": Stated{},
		"taken-back": TakenBack{}, "queued": Queued{}, "written": Written{}, "delivered": Delivered{}, "recovered": Recovered{},
		"retimed": Retimed{}, "dropped": Dropped{}, "answered": Answered{}, "requested": Requested{}, "replied": Replied{},
		"summarised": Summarised{}, "signed": Signed{}, "endorsed": Endorsed{}, "dissociated": Dissociated{}, "declined": Declined{},
		"question-opened": QuestionOpened{}, "revealed": Revealed{}, "voted": Voted{}, "real-world-called": RealWorldCalled{},
		"real-world-over": RealWorldOver{}, "timeout-asked": TimeoutAsked{}, "marked": Marked{}, "noted": Noted{},
		"published": Published{}, "brought": Brought{}, "input-written": InputWritten{}, "input-joined": InputJoined{}, "input-left": InputLeft{},
		"input-sponsored": InputSponsored{}, "non-paper-delivered": NonPaperDelivered{},
		"expunge-asked": ExpungeAsked{}, "expunged": Expunged{},
		"silence-placed": SilencePlaced{}, "silence-moved": SilenceMoved{},
		"packed": Packed{}, "pack-joined": PackJoined{}, "pack-left": PackLeft{}, "pack-shaken": PackShaken{},
		"pack-renewed": PackRenewed{}, "pack-settled": PackSettled{},
		"empowered": Empowered{}, "wished": Wished{}, "wish-settled": WishSettled{},
		"friendly-said": FriendlySaid{}, "taken-in": TakenIn{}, "sequence-set": SequenceSet{},
		"turn-stopped": TurnStopped{}, "turn-resumed": TurnResumed{}, "order-stated": OrderStated{}, "moved": Moved{},
		"motion-dropped": MotionDropped{}, "debate-closed": DebateClosed{}, "clause-divided": ClauseDivided{}, "reply-asked": ReplyAsked{},
		"informal-opened": InformalOpened{}, "informal-ended": InformalEnded{}, "heard": Heard{},
	})
)
