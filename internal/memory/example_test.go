package memory_test

import (
	"fmt"

	"offswitch/internal/memory"
)

// How far a run is with a setting is read off what was seen and done, for the document that is open: a click was ordered in
// one, the switch turned, and LinkedIn answered the save. Only another document tells whether it holds.
func ExampleEntry_Stage() {
	en := memory.Entry{ID: "ads-age", UnwantedIn: "first", ClickIn: "first", Clicks: 1, Tries: 1, Looked: true, Acked: true}
	fmt.Println(en.Stage("first"), en.Evidence())
	fmt.Println(en.Stage("second"), en.Evidence())
	// Output:
	// acknowledged acknowledged
	// unread acknowledged
}
