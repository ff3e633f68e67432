//go:build wasip1

// Command empty is the least that the extension could load instead of its engine: the same exports, and one fixed answer
// to everything. "make bench" holds the cold start of the engine against it.
package main

import "unsafe"

var (
	in  [1 << 16]byte
	out = []byte(`{"effects":[{"do":"view","view":{"now":1}}]}`)
)

//go:wasmexport buffer
func buffer(int32) int32 { return int32(uintptr(unsafe.Pointer(&in[0]))) }

//go:wasmexport step
func step(int32) int32 { return int32(len(out)) }

//go:wasmexport answer
func answer() int32 { return int32(uintptr(unsafe.Pointer(unsafe.SliceData(out)))) }

func main() {}
