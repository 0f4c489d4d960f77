// Package paper writes documents for people: for Word, for a browser, as PDF.
//
// A Document is made of blocks that say what things are; DOCX, HTML and PDF
// write it, and Markdown reads kefi's own minutes into it, so that every format
// of the minutes is one text. Tracked changes are true ones in Word, with their
// author and time, and CriticMarkup in Markdown.
//
// What it promises:
//
//   - What people wrote is text in every format, whatever it is made of.
//   - The banner and the marking stand at head and foot of every page.
//   - The same document gives the same bytes: nothing reads the clock.
//   - Nothing is fetched: fonts are inside, HTML needs no script and no network.
//
// Limits: the letters inside a PDF are Latin, Greek, Cyrillic and Hebrew; any
// other character stands there as its number, such as [U+4E2D], with a note that
// says so, and right-to-left words stand in the order of typing. Word and
// browsers write all of them with letters of their own. Firefox prints head and
// foot of HTML once, not on every page: it has no margin boxes.
package paper
