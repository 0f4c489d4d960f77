//go:build !slow

package exercise

// lawRuns is how often each law is tried.
const lawRuns = 200
