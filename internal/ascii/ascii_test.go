package ascii

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestAgreesWithStrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small := rapid.StringMatching(`[ab é]{0,6}`)
		s, sep := small.Draw(t, "s"), small.Draw(t, "sep")
		assert.Equal(t, strings.HasPrefix(s, sep), HasPrefix(s, sep))
		assert.Equal(t, strings.Index(s, sep), Index(s, sep))
		assert.Equal(t, strings.Contains(s, sep), Contains(s, sep))
		before, after, found := strings.Cut(s, sep)
		b, a, f := Cut(s, sep)
		assert.Equal(t, []any{before, after, found}, []any{b, a, f})
		rest, ok := strings.CutPrefix(s, sep)
		r, o := CutPrefix(s, sep)
		assert.Equal(t, []any{rest, ok}, []any{r, o})
	})
}

func TestWords(t *testing.T) {
	assert.Empty(t, Words(""))
	assert.Equal(t, []string{"DE", "CH"}, Words("DE CH"))
}
