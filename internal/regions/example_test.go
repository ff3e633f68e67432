package regions_test

import (
	"fmt"

	"offswitch/internal/regions"
)

// What a time zone suggests; the person may say otherwise.
func ExampleSuggest() {
	for _, zone := range []string{"Europe/Berlin", "Asia/Calcutta", "UTC", "Atlantic/Reykjavik"} {
		suggestion, ok := regions.Suggest(zone, []string{"en-US"})
		fmt.Println(zone, suggestion.Region, suggestion.Country, ok)
	}
	// Output:
	// Europe/Berlin designated DE true
	// Asia/Calcutta other IN true
	// UTC   false
	// Atlantic/Reykjavik   false
}

// An offer holds from its first day up to, and not including, its last.
func ExampleOffer_Holds() {
	offer := regions.Offer{Regions: []regions.Region{regions.UK, regions.Canada}, Since: 20251103, Until: 20260601}
	fmt.Println(offer.Holds(regions.UK, 20251102))
	fmt.Println(offer.Holds(regions.UK, regions.DateOf(1_762_128_000_000))) // 2025-11-03
	fmt.Println(offer.Holds(regions.US, 20251103))
	fmt.Println(offer.Holds(regions.UK, 20260601))
	// Output:
	// false
	// true
	// false
	// false
}
