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
package paper
