package memory

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/regions"
	"offswitch/internal/wire"
)

func TestStoredState(t *testing.T) {
	cases := []struct {
		name, stored, err string
		region            regions.Region
		records           int
		run               bool
	}{
		{"a state of version 1", `{"version":1,"choices":{"region":"uk","level":"strict","mode":"guide"},"run":{"purpose":"harden","phase":"ended","why":"","mode":"guide","region":"uk","level":"strict","started":1,"ended":2,"tab":3,"at":0,"doc":"d","past":"","ordered":1,"landed":1,"refused":0,"visits":[{"page":"/mypreferences/d/settings/ads-by-age","proving":false,"loads":1,"read":true}],"ledger":[{"id":"ads-age","page":"/mypreferences/d/settings/ads-by-age","outcome":"turned-off","why":"","onIn":"d","lookedOff":true,"changed":true,"clicks":1,"clickIn":"d","clicked":1,"sent":1,"tries":1,"saves":0,"turned":1,"refused":false,"acked":true,"skip":false}]},"settings":{"ads-age":{"key":"allowAdsByAge","outcome":"turned-off","why":"","state":"off","seen":1,"clicked":1,"proved":1}},"notices":[]}`, "", "uk", 1, true},
		{"nothing", `null`, "", "", 0, false},
		{"choices alone", `{"version":1,"choices":{"region":"uk"}}`, "", "uk", 0, false},
		{"no object", `"state"`, "object", "", 0, false},
		{"no version", `{"choices":{"region":"uk"}}`, "version", "", 0, false},
		{"a version of the future", `{"version":3,"choices":{"region":"uk"}}`, "newer", "", 0, false},
		{"a region that is none", `{"version":1,"choices":{"region":"mars"}}`, "region", "", 0, false},
		{"a level that is none", `{"version":1,"choices":{"region":"uk","level":"all"}}`, "level", "", 0, false},
		{"a mode that is none", `{"version":1,"choices":{"mode":"magic"}}`, "mode", "", 0, false},
		{"choices of the wrong kind", `{"version":1,"choices":"none","settings":{"research":{"outcome":"on"}}}`, "choices", "", 1, false},
		{"settings of the wrong kind", `{"version":1,"choices":{"region":"uk"},"settings":7}`, "settings", "uk", 0, false},
		{"a record of the wrong kind", `{"version":1,"settings":{"research":[],"ads-age":{"outcome":"on"}}}`, "research", "", 1, false},
		{"an outcome that is none", `{"version":1,"settings":{"research":{"outcome":"fine"},"ads-age":{"outcome":"on"}}}`, "research", "", 1, false},
		{"notices of the wrong kind", `{"version":1,"notices":{}}`, "notices", "", 0, false},
		{"a run of the wrong kind", `{"version":1,"run":"x","settings":{"ads-age":{"outcome":"on"}}}`, "purpose", "", 1, false},
		{"a run to a page that no rule names", `{"version":1,"run":{"purpose":"harden","phase":"running","visits":[{"page":"/mypreferences/d/close-accounts"}]}}`, "visits", "", 0, false},
		{"a run past its end", `{"version":1,"run":{"purpose":"harden","phase":"running","visits":[]}}`, "visit", "", 0, false},
		{"a run that is over, of a rule that is gone", `{"version":2,"run":{"purpose":"harden","phase":"ended","visits":[{"page":"/mypreferences/d/x"}],"ledger":[{"id":"local:/mypreferences/d/x:labSwitch","page":"/mypreferences/d/x","outcome":"turned-off"}]}}`, "", "", 0, true},
		{"a run of a setting that may not be clicked", `{"version":1,"run":{"purpose":"harden","phase":"running","visits":[{"page":"/mypreferences/d/profile-viewing-options"}],"ledger":[{"id":"profile-viewing","page":"/mypreferences/d/profile-viewing-options"}]}}`, "ledger", "", 0, false},
		{"a run that ended", `{"version":1,"run":{"purpose":"harden","phase":"ended"}}`, "", "", 0, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v, err := wire.Parse([]byte(c.stored))
			require.NoError(t, err)
			s, err := Decode(v)
			if c.err == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, c.err)
			}
			assert.Equal(t, c.region, s.Choices.Region)
			assert.Len(t, s.Settings, c.records)
			assert.Equal(t, c.run, s.Run != nil)
		})
	}
}
