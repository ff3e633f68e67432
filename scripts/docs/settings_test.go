package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

func TestWhatIsWrittenIsFresh(t *testing.T) {
	for path, content := range files {
		stored, err := os.ReadFile("../../" + path)
		require.NoError(t, err)
		assert.True(t, string(stored) == content(), `%s is stale: run "go run ./scripts/docs"`, path)
	}
}

func TestTheSettingsPageNamesEverything(t *testing.T) {
	page := settings()
	for _, s := range rules.Table() {
		assert.Equal(t, 1, strings.Count(page, "\n### "+s.ID+"\n"), s.ID)
		p, ok := rules.ProseOf(s.ID)
		require.True(t, ok, s.ID)
		assert.Contains(t, page, p.Does)
		assert.Contains(t, page, s.Key)
		for _, src := range p.Sources {
			assert.Contains(t, page, src.Where)
		}
	}
	for _, r := range regions.All() {
		assert.Contains(t, page, r.Name)
	}
}

func TestTimes(t *testing.T) {
	tests := map[string]struct {
		offer regions.Offer
		want  string
	}{
		"always":                {regions.Offer{Default: regions.On}, "on"},
		"consent from a day":    {regions.Offer{Default: regions.Consent, Since: 20250122}, "consent from 2025-01-22"},
		"a while":               {regions.Offer{Default: regions.On, Since: 20240918, Processing: 20240918, Until: 20240920}, "on from 2024-09-18 until 2024-09-20"},
		"in effect later":       {regions.Offer{Default: regions.On, Since: 20250918, Processing: 20251103}, "on from 2025-09-18, in effect from 2025-11-03"},
		"nobody knows for sure": {regions.Offer{Default: regions.Unknown, Uncertain: true}, "offered?"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, times(tt.offer))
		})
	}
}
