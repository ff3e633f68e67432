package main

import (
	"fmt"
	"io/fs"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// codeSizes returns the bytes of JavaScript files together, comments left out. Comments are for the reader and cost the
// page nothing, so a budget must not be a reason to write fewer of them.
func codeSizes(extension fs.FS, names ...string) (int, error) {
	total := 0
	for _, name := range names {
		text, err := fs.ReadFile(extension, name)
		if err != nil {
			return 0, err
		}
		size, err := codeSize(text)
		if err != nil {
			return 0, fmt.Errorf("extension/%s: %w", name, err)
		}
		total += size
	}
	return total, nil
}

// codeSize returns the bytes of a script as it is written, without its comments and the blanks around them.
func codeSize(script []byte) (int, error) {
	tree, err := js.Parse(parse.NewInputBytes(script), js.Options{})
	if err != nil {
		return 0, err
	}
	return len(tree.JSString()), nil
}
