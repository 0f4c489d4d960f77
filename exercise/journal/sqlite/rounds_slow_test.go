//go:build slow

package sqlite_test

const killRounds = 300
