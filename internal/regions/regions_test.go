package regions_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/regions"
)

func TestOfferHolds(t *testing.T) {
	offer := regions.Offer{Regions: []regions.Region{regions.UK, regions.US}, Since: 20240918, Until: 20240920}
	always := regions.Offer{Regions: []regions.Region{regions.Other}}
	tests := map[string]struct {
		offer  regions.Offer
		region regions.Region
		on     regions.Date
		want   bool
	}{
		"the day before":               {offer, regions.UK, 20240917, false},
		"the first day":                {offer, regions.UK, 20240918, true},
		"the last day":                 {offer, regions.UK, 20240919, true},
		"the day it ends":              {offer, regions.UK, 20240920, false},
		"long after":                   {offer, regions.UK, 20990101, false},
		"the second region":            {offer, regions.US, 20240918, true},
		"another region":               {offer, regions.Other, 20240918, false},
		"no beginning, any day":        {always, regions.Other, 1, true},
		"no beginning, day not known":  {always, regions.Other, 0, true},
		"no end":                       {always, regions.Other, 99991231, true},
		"no region at all":             {always, "", 20240918, false},
		"a region that does not exist": {always, "eu", 20240918, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, tt.offer.Holds(tt.region, tt.on))
		})
	}
}
