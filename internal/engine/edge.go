package engine

import (
	"offswitch/internal/wire"
)

// Handle is Step at the JSON edge: an event in, {"effects": [...]} out. A text
// that is no event is an error, and changes nothing.
func (e *Engine) Handle(event []byte) ([]byte, error) {
	v, err := wire.Parse(event)
	if err != nil {
		return nil, err
	}
	if v.Kind() != wire.Object {
		return nil, wire.Error("want an event to be an object")
	}
	return encodeEffects(e.Step(decodeEvent(v))), nil
}
