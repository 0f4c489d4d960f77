package transcript

import "kefi/exercise"

// Marking is the mark that a copy made from a view bears: the highest of the
// exercise's own and of the incidents in it. What is still planned stands in
// no copy, and so does not raise it.
func Marking(v *exercise.View) string {
	markings := []string{v.Room.Exercise.Marking}
	for _, list := range [][]exercise.IncidentView{v.Room.Incidents, v.Own.Incidents} {
		for _, x := range list {
			markings = append(markings, x.Marking)
		}
	}
	return exercise.Highest(markings...)
}

// highestPlanned is the highest mark of a scenario, which stands whole in act 0.
func highestPlanned(s *exercise.Scenario) string {
	markings := []string{s.Marking}
	for i := range s.Injects {
		markings = append(markings, s.Injects[i].Marking)
	}
	return exercise.Highest(markings...)
}
