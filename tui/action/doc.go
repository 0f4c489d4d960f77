// Package action is the one registry of what people can do at the table. It
// feeds the footer, the help page, the palette, plain mode, verbs over SSH and
// the manual, so that none of them can know a verb that another does not.
//
// Its promises:
//
//   - Parse understands every verb of the rules. It turns a line into a command
//     for the engine, into a query about the seat's view or for the server, or
//     into an error that is a full sentence: a *UsageError shows how the verb is
//     written.
//   - Parse knows grammar only. It never looks at a view, so who may do what,
//     and when, is decided by the engine. Action.NotNow is advice for screens.
//   - Every text that Parse hands on has passed exercise.Clean.
package action
