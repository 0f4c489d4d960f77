package transcript_test

import (
	"html"
	"maps"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// A signature that was made with an own key says so, and by which key unless
// the copy is to name nobody.
func TestAttestedSignatures(t *testing.T) {
	const fingerprint = "SHA256:4J1mZ9qqqQzz"
	for _, naming := range exercise.Namings() {
		p := newPlay(t)
		p.negotiate()
		p.adopt()
		if naming != exercise.Named {
			p.do("recorder", exercise.SetNaming{Naming: naming})
		}
		p.do("hydra", exercise.Sign{})
		p.do("hydra", exercise.Attest{Words: exercise.T(fingerprint)})
		p.do("chair", exercise.End{})
		s := p.source("recorder")
		said := map[string]string{
			"agreement": html.UnescapeString(unpacked(t, export(t, "agreement", s))["word/document.xml"]),
			"minutes":   export(t, "md", s),
		}
		for name, text := range said {
			if n := strings.Count(strings.ToLower(text), "verified with the delegation's own ssh key"); n != 1 {
				t.Errorf("%s, %s: it is said %d times", naming, name, n)
			}
		}
		for _, e := range transcript.Offered(s.View.Own) {
			if naming == exercise.Named || e.NotNow(s.View) != nil || strings.HasSuffix(e.File, ".pdf") {
				continue
			}
			text := export(t, e.Name, s)
			if strings.HasSuffix(e.File, ".docx") {
				text = strings.Join(slices.Collect(maps.Values(unpacked(t, text))), "\n")
			}
			if strings.Contains(text, fingerprint) {
				t.Errorf("%s: %s shows the fingerprint", naming, e.Name)
			}
		}
		if shown := strings.Contains(said["agreement"], fingerprint) && strings.Contains(said["minutes"], fingerprint); shown != (naming == exercise.Named) {
			t.Errorf("%s: the fingerprint is shown: %v", naming, shown)
		}
	}
}
