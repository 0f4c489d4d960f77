package transcript

import "kefi/exercise"

// attested says in mid-sentence by which key of its own a delegation's
// signature was verified; empty where by none. A fingerprint is as good as a
// name, so a copy that names nobody leaves it out.
func attested(v *exercise.RoomView, s exercise.SignatureView) string {
	switch {
	case s.Verified == nil:
		return ""
	case v.Exercise.Naming == exercise.ByRole, v.Exercise.Naming == exercise.ByTrack:
		return "verified with the delegation's own SSH key"
	}
	return "verified with the delegation's own SSH key, " + s.Verified.Fingerprint
}
