package transcript

import "kefi/exercise/transcript/paper"

// How what people wrote stands in Markdown; paper says it.

const removedLine = paper.RemovedLine

func inline(s string) string { return paper.Inline(s) }

func quoted(s string) string { return paper.Quoted(s) }

func escape(s string) string { return paper.Escape(s) }
