package words_test

import (
	"testing"

	"kefi/exercise"
	"kefi/tui/words"
)

func TestShortWordsContract(t *testing.T) {
	french, _ := words.In("fr")
	spanish, _ := words.In("es")
	text, clause := exercise.Phrase{Format: "the text"}, exercise.Phrase{Format: "clause %s", Args: []any{"3"}}
	for _, row := range []struct {
		lang   *words.Language
		format string
		args   []any
		want   string
	}{
		{french, "reopening %s", []any{text}, "la réouverture du texte"},
		{french, "reopening %s", []any{clause}, "la réouverture de l'article 3"},
		{french, "the floor of %s", []any{"Arcadia"}, "la parole donnée à Arcadia"},
		{french, "%s, the appeal of %s against the ruling", []any{"M1", "Éolia"}, "M1, l'appel d'Éolia contre la décision de la présidence"},
		{french, "%s, the appeal of %s against the ruling", []any{"M1", "Hydra"}, "M1, l'appel de Hydra contre la décision de la présidence"},
		{french, "clears its acceptance of %s.", []any{"A1"}, "confirme son acceptation de A1."},
		{french, "objection to %s", []any{text}, "objection au texte"},
		{french, "moves %s", []any{exercise.Phrase{Format: "to adjourn debate on this item and open the next"}}, "propose d'ajourner le débat sur ce point pour ouvrir le suivant"},
		{french, "put \"%s\" for \"%s\"", []any{"48", "24"}, "remplacer « 24 » par « 48 »"},
		{spanish, "reopening %s", []any{clause}, "la reapertura del artículo 3"},
		{spanish, "objection to %s", []any{text}, "objeción al texto"},
		{spanish, "%s and %s", []any{"Forge", "Hydra"}, "Forge e Hydra"},
		{spanish, "%s and %s", []any{"Forge", "Hielo"}, "Forge y Hielo"},
		{spanish, "%s or %s", []any{"Forge", "Orla"}, "Forge u Orla"},
		{spanish, "%s; away: %s", []any{"Forge", words.List([]string{"Arcadia", "Iberia"})}, "Forge; ausentes: Arcadia e Iberia"},
		{spanish, "asks %s: %s", []any{"Arcadia", "el plazo"}, "pregunta a Arcadia: el plazo"},
	} {
		if got := row.lang.Say(row.format, row.args...); got != row.want {
			t.Errorf("%q is %q, not %q", row.format, got, row.want)
		}
	}
}
