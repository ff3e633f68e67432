package rules

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A source that names no setting, or no label of it, would be told to nobody.
func TestEverySourceOfALabelBelongsToOne(t *testing.T) {
	for _, src := range labelSources {
		s, ok := Find(src.setting)
		assert.True(t, ok, src.setting)
		assert.True(t, slices.ContainsFunc(s.Labels, func(l Label) bool { return l.Lang == src.lang }), "%s in %s", src.setting, src.lang)
	}
	for _, o := range otherLabels {
		_, ok := Find(o.setting)
		assert.True(t, ok, o.setting)
	}
}
