//go:build wasip1

// Command wasm is the engine as the extension loads it: a WebAssembly reactor
// (GOOS=wasip1 GOARCH=wasm -buildmode=c-shared) with three exports.
//
//	buffer(size) -> address   where to write the next event's JSON; 0 where it is too large to be taken in
//	step(size)   -> size      takes the event in; the size of the answer, or its negation when the answer is an error's text
//	answer()     -> address   where the answer stands until the next call
//
// After an error from a panic the instance must be thrown away: its state may
// be half changed. The error's text then begins with "panic: ".
package main

import (
	"unsafe"

	"offswitch/internal/engine"
)

// maxEvent is how many bytes an event may have: a mebibyte, which engine.js sees to, and a margin.
const maxEvent = 1<<20 + 1<<16

var (
	machine = engine.New()
	in      []byte
	out     []byte
)

//go:wasmexport buffer
func buffer(size int32) int32 {
	if size < 0 || size > maxEvent {
		return 0
	}
	if cap(in) < int(size) {
		in = make([]byte, size)
	}
	in = in[:size]
	return address(in)
}

//go:wasmexport step
func step(size int32) (n int32) {
	defer func() {
		if r := recover(); r != nil {
			n = fail("panic: " + describe(r))
		}
	}()
	if size < 0 || int(size) > len(in) {
		return fail("want an event no larger than its buffer")
	}
	answer, err := machine.Handle(in[:size])
	if err != nil {
		return fail(err.Error())
	}
	out = answer
	return int32(len(out))
}

//go:wasmexport answer
func answer() int32 { return address(out) }

func fail(text string) int32 {
	out = []byte(text)
	return -int32(len(out))
}

func describe(r any) string {
	switch x := r.(type) {
	case error:
		return x.Error()
	case string:
		return x
	}
	return "no description"
}

func address(b []byte) int32 {
	if cap(b) == 0 {
		return 0
	}
	return int32(uintptr(unsafe.Pointer(unsafe.SliceData(b))))
}

func main() {}
