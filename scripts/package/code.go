package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// codeSizes returns the bytes of JavaScript files together, comments left out. Comments are for the reader and cost the
// page nothing, so a budget must not be a reason to write fewer of them.
func codeSizes(extension fs.FS, names ...string) (int, error) {
	return sizes(extension, names, func(_ string, text []byte) (int, error) { return codeSize(text) })
}

// sizes adds up what sizeOf makes of each file.
func sizes(extension fs.FS, names []string, sizeOf func(name string, text []byte) (int, error)) (int, error) {
	total := 0
	for _, name := range names {
		text, err := fs.ReadFile(extension, name)
		if err != nil {
			return 0, err
		}
		size, err := sizeOf(name, text)
		if err != nil {
			return 0, fmt.Errorf("extension/%s: %w", name, err)
		}
		total += size
	}
	return total, nil
}

// codeSize returns the bytes of a script without its comments and the blanks around them.
func codeSize(script []byte) (int, error) {
	code, err := codeOf(script)
	return len(code), err
}

// codeOf returns a script as its parser writes it: without comments, and with blanks only where they count.
func codeOf(script []byte) (string, error) {
	tree, err := js.Parse(parse.NewInputBytes(script), js.Options{})
	if err != nil {
		return "", err
	}
	return tree.JSString(), nil
}

// comments is how comments look, by the kind of file.
var comments = map[string]*regexp.Regexp{
	".css":  regexp.MustCompile(`(?s)/\*.*?\*/`),
	".html": regexp.MustCompile(`(?s)<!--.*?-->`),
	".js":   regexp.MustCompile(`(?s)/\*.*?\*/|(?m-s:^[ \t]*//.*$)`),
}

var blankLines = regexp.MustCompile(`(?m)^\s*\n`)

// writtenSizes returns the bytes of all files in folders together as they are written, without comments and blank lines.
func writtenSizes(extension fs.FS, folders ...string) (int, error) {
	var names []string
	for _, folder := range folders {
		files, err := fs.ReadDir(extension, folder)
		if err != nil {
			return 0, err
		}
		for _, file := range files {
			names = append(names, path.Join(folder, file.Name()))
		}
	}
	return sizes(extension, names, writtenSize)
}

// writtenSize returns the bytes of a file without its comments and blank lines.
func writtenSize(name string, text []byte) (int, error) {
	kind := path.Ext(name)
	comment, known := comments[kind]
	if !known {
		return 0, errors.New("nobody knows how a comment looks in it")
	}
	rest := blankLines.ReplaceAll(comment.ReplaceAll(text, nil), nil)
	if kind == ".js" {
		before, err := codeOf(text)
		if err != nil {
			return 0, err
		}
		if after, err := codeOf(rest); err != nil || after != before {
			return 0, errors.New("something in its code looks like a comment")
		}
	}
	return len(rest), nil
}
