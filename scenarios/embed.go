// Package scenarios holds the scenarios that come with kefi, one folder each,
// as their authors wrote them: YAML and Markdown, no Go. README.md is the
// author's guide; package format reads the folders.
package scenarios

import "embed"

// FS holds every scenario's folder by its name, such as "copycat". A folder is
// a scenario where it has a scenario.yaml.
//
//go:embed */*.yaml */*.md */briefs */injects
var FS embed.FS
