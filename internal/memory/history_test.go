package memory

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHistoryIsBounded(t *testing.T) {
	var rec Record
	for i := range int64(500) {
		to := page.On
		if i%2 == 1 {
			to = page.Off
		}
		rec.NoteChange(i, to, Elsewhere)
		rec.NoteChange(i, to, Elsewhere)
	}
	require.Len(t, rec.History, 1+100)
	assert.Equal(t, int64(0), rec.History[0].At, "the first is kept")
	assert.Equal(t, int64(499), rec.History[100].At)
	assert.Equal(t, int64(400), rec.History[1].At, "and the newest hundred")

	stored := &State{Settings: map[string]Record{"ai-training": {Outcome: StillOn, State: page.On, History: append(rec.History, rec.History...)}}}
	v, err := wire.Parse(Encode(stored))
	require.NoError(t, err)
	read := New()
	require.NoError(t, readRecords(v, rules.Table(), read.Settings))
	assert.Len(t, read.Settings["ai-training"].History, 1+100, "whatever was stored")
}
