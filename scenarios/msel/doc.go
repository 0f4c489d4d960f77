// Package msel takes the MSEL of an exercise, its list of incidents, from the
// spreadsheets in which people keep one, and writes one as CSV.
//
//	sheet, err := msel.Open(file)                        // .xlsx, .csv, or CSV that is called .xls
//	got, err := msel.Read(sheet, msel.Into(scenario), 1) // injects, what was guessed, what was not understood
//
// What it promises: every row that holds an incident becomes an inject, and
// nothing that stood in its row is lost: what no field of an inject holds is
// kept among what control expects. Whatever it had to guess it says, and what
// it did not understand it lists, with the row. A sheet is read in bounded
// time and memory. What Write has written, Read takes back unchanged.
package msel
