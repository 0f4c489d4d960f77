// Package followup tells what became of an agreed text after the exercise, 3, 6
// and 12 months later: clause by clause what is recommended, implemented,
// institutionalized, with evidence and date.
//
// It reads and writes a small YAML file that people edit. What it promises: a
// file that cannot be read is refused with the line that is wrong, a state is
// never later than the evidence for it, and nothing is counted that has none.
package followup
