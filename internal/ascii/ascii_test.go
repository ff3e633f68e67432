package ascii

import (
	"math"
	"strconv"
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
		parts := rapid.SliceOfN(small, 0, 4).Draw(t, "parts")
		assert.Equal(t, strings.Join(parts, sep), Join(parts, sep))
	})
}

func TestAgreesWithStrconv(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{0, 9, 10, -10, math.MinInt64, math.MaxInt64})).Draw(t, "n")
		assert.Equal(t, "x"+strconv.FormatInt(n, 10), string(AppendInt([]byte("x"), n)))
		assert.Equal(t, strconv.Itoa(int(n)), Itoa(int(n)))
	})
}

func TestWords(t *testing.T) {
	assert.Empty(t, Words(""))
	assert.Equal(t, []string{"DE", "CH"}, Words("DE CH"))
}
