package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

func TestCoupledSettingIsReadAgain(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	share := "shareDataWithTrustedPartners"
	w.undoing = true
	w.coupled = map[string]string{"allowLinkedInAudienceNetwork": share}
	w.server["allowLinkedInAudienceNetwork"], w.server[share] = true, true
	w.opened = nil
	w.command("harden", "")
	w.run()
	assert.False(t, w.server[share])
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ads-share-with-partners"].Outcome, "it was turned off before the other one")
	w.checkServer()

	w.eng.state.Settings["ads-share-with-partners"] = memory.Record{Outcome: memory.StillOn, State: page.On}
	d := w.visit("/mypreferences/d/settings/ads-beyond-linkedin")
	assert.NotNil(t, d)
}
