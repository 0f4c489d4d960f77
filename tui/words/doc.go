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
// One thing has one word, that of the United Nations and the Union: what stands
// in the catalogue already is taken again. A wording does not tell the gender of
// whom it speaks to; where a name fills a place, it agrees with none.
//
// What has no wording in a language is said in English, and a test fails; so
// does one for a wording that nothing says any more.
package words
