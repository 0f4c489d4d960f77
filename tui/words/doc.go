// Package words is kefi's one catalogue of what it says to people: English,
// which stands in the code, and the languages it has been put into.
//
// The English wording is the key. Code says
//
//	s.Say("%s has the floor.", team)
//	s.Count(n, "%d point", "%d points")
//
// and the files fr/*.yaml and es/*.yaml hold the wording of each in French and
// in Spanish. A wording may take the arguments in another order, by %[2]s. One
// that counts has the forms of its language:
//
//	"%s has the floor.": "%s a la parole."
//	"%d points":
//	  one: "%d point"
//	  other: "%d points"
//
// Short words contract with what fills the place behind them, as the language
// does: "la réouverture de %s" with "le texte" is "la réouverture du texte".
//
// What has no wording in a language is said in English, and a test fails.
package words
