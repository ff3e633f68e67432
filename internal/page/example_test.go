package page_test

import (
	"fmt"

	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// The phone's address of a settings page is the desktop's in another spelling.
func ExampleKindOf() {
	for _, address := range []string{
		"https://www.linkedin.com/mypreferences/m/settings/ads-by-age/?trk=x",
		"https://www.linkedin.com/mypreferences/d/categories/ads",
		"https://www.linkedin.com/uas/login",
		"https://www.linkedin.com/feed/",
	} {
		path, _ := page.PathOf(address)
		fmt.Println(page.KindOf(path), page.Canonical(path))
	}
	// Output:
	// setting /mypreferences/d/settings/ads-by-age
	// category /mypreferences/d/categories/ads
	// sign-in /uas/login
	// elsewhere /feed
}

// A control that does not say whether it is on is in the position unknown, which nothing acts on.
func ExampleDecode() {
	sent, _ := wire.Parse([]byte(`{"path": "/mypreferences/d/settings/ads-by-age", "controls": [
		{"ref": 1, "kind": "switch", "key": "allowAdsByAge", "on": true},
		{"ref": 2, "kind": "switch", "key": "another", "on": "maybe"}
	]}`))
	for _, control := range page.Decode(sent).Controls {
		fmt.Println(control.Ref, control.Key, control.State)
	}
	// Output:
	// 1 allowAdsByAge on
	// 2 another unknown
}
