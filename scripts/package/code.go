package main

import (
	"fmt"
	"io/fs"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// codeFits fails when JavaScript files, comments left out, are together larger than their budget in bytes. Comments
// are for the reader and cost the page nothing, so a budget must not be a reason to write fewer of them.
func codeFits(extension fs.FS, budget int, names ...string) error {
	total := 0
	for _, name := range names {
		text, err := fs.ReadFile(extension, name)
		if err != nil {
			return err
		}
		size, err := codeSize(text)
		if err != nil {
			return fmt.Errorf("extension/%s: %w", name, err)
		}
		total += size
	}
	if total > budget {
		return fmt.Errorf("the code of %v is %d bytes: more than its budget of %d", names, total, budget)
	}
	return nil
}

// codeSize returns the bytes of a script as it is written, without its comments and the blanks around them.
func codeSize(script []byte) (int, error) {
	tree, err := js.Parse(parse.NewInputBytes(script), js.Options{})
	if err != nil {
		return 0, err
	}
	return len(tree.JSString()), nil
}
