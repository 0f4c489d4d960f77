package format

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"kefi/exercise"
)

const (
	maxAttachment  = 256 << 10 // bytes of one file
	maxAttachments = 1 << 20   // bytes of all files of a scenario
)

// attachmentFile is a name without a folder that no system takes otherwise.
var attachmentFile = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// mediaTypes are those that kefi knows by the end of a name. The first three
// are texts, which screens show.
var mediaTypes = map[string]string{
	".txt": "text/plain", ".md": "text/markdown", ".csv": "text/csv",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml", ".pdf": "application/pdf",
}

// readAttachments reads the files beside an inject that come with it.
func (r *reader) readAttachments(o object) (list []exercise.Attachment) {
	var taken []string
	for _, n := range o.list("attachments") {
		switch {
		case n.kind != scalar:
			r.fail(codeForm, n, "", "attachments in %s must be names of files, this is %s", o.what, n.kind)
			continue
		case !attachmentFile.MatchString(n.value) || number(n.value) > 0:
			r.fail(codeValue, n, "A file in the folder injects, such as map.txt: letters, digits, dots, - and _.", "%q cannot be the name of an attachment", n.value)
			continue
		case slices.Contains(taken, n.value):
			r.fail(codeTwice, n, "", "%q is named twice in attachments of %s", n.value, o.what)
			continue
		case r.single:
			r.fail(codeValue, n, "Write the scenario as a folder: `kefi scenario new NAME`.", "a scenario in one file has no files beside it to attach")
			continue
		}
		taken = append(taken, n.value)
		r.names.attached = append(r.names.attached, n.value)
		if a, ok := r.readAttachment(o, n); ok {
			list = append(list, a)
		}
	}
	return list
}

func (r *reader) readAttachment(o object, n *node) (exercise.Attachment, bool) {
	name := path.Join("injects", n.value)
	a := exercise.Attachment{Name: n.value, Type: mediaTypes[strings.ToLower(path.Ext(n.value))]}
	if a.Type == "" {
		a.Type = "application/octet-stream"
	}
	b, problem := readFile(r.fsys, path.Join(r.dir, name))
	switch {
	case problem != "":
		r.fail(codeFile, n, "It lies in the folder injects, beside the inject.", "%s, which %s attaches: %s", name, o.what, problem)
		return a, false
	case len(b) > maxAttachment:
		r.fail(codeValue, n, "Cut it, or attach several.", "%s is larger than 256 KiB, which is more than an attachment may have", name)
		return a, false
	case r.names.attachedBytes+len(b) > maxAttachments:
		r.fail(codeValue, n, "Cut them.", "the attachments of this scenario are larger than 1 MiB together")
		return a, false
	}
	r.names.attachedBytes += len(b)
	if !strings.HasPrefix(a.Type, "text/") {
		a.Data = b
		return a, len(b) > 0
	}
	src := r.source(name)
	if src == nil {
		return a, false
	}
	a.Text = r.attachedText(src)
	if a.Text.Value == "" {
		r.fail(codeMissing, n, "", "there is no text in %s", name)
	}
	return a, true
}

// attachedText checks a text line by line, since it may be longer than what
// people type, and keeps what its lines are indented by.
func (r *reader) attachedText(src *source) exercise.Text {
	lines := make([]string, len(src.lines))
	for i, line := range src.lines {
		text := strings.TrimLeft(line, " \t")
		if strings.TrimSpace(text) == "" {
			continue
		}
		indent := strings.ReplaceAll(line[:len(line)-len(text)], "\t", "    ")
		lines[i] = indent + r.text(&node{src: src, kind: scalar, block: true, line: i, value: line}).Value
	}
	return exercise.T(strings.Trim(strings.Join(lines, "\n"), "\n"))
}

// attachmentNames are the files that an inject names.
func attachmentNames(in exercise.Inject) []string {
	return each(in.Attachments, func(a exercise.Attachment) string { return a.Name })
}
