package engine_test

import (
	"fmt"

	"offswitch/internal/engine"
	"offswitch/internal/wire"
)

// A person presses the button. What comes back is the state to store, and what to do once it is stored.
func ExampleEngine_Handle() {
	e := engine.New()
	e.Step(engine.Event{Type: engine.EventRestore, Now: 1_790_812_800_000})
	answer, err := e.Handle([]byte(`{"type": "command", "command": "harden", "now": 1790812801000, "granted": true,
		"region": "us", "level": "essential", "mode": "automatic"}`))
	v, _ := wire.Parse(answer)
	fmt.Println(v.Get("store").Get("run").Get("phase").Text(), err)
	for _, effect := range v.Get("effects").Items() {
		fmt.Println(effect.Get("do").Text())
	}
	// Output:
	// running <nil>
	// open
	// badge
	// wake
}
