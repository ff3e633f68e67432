package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
)

// made are the files and folders that the other targets make: not a part of the sources.
var made = []string{"node_modules", "out", "extension/engine.wasm", ".git"}

// sources lists the files that the package can be made from again, sorted: what git would take, or, in a folder that git
// does not know because it was unpacked from such a list, all that was not made there.
func sources(root string) ([]string, error) {
	if _, err := os.Stat(path.Join(root, ".git")); err != nil {
		return walk(os.DirFS(root))
	}
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	listed, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git ls-files: %w", err)
	}
	var files []string
	for _, name := range strings.Split(strings.TrimSuffix(string(listed), "\x00"), "\x00") {
		// A file that was removed is listed until that is committed, and a link leads out of what is packed.
		if info, err := os.Lstat(path.Join(root, name)); err == nil && info.Mode().IsRegular() {
			files = append(files, name)
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

func walk(root fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case slices.Contains(made, name) && entry.IsDir():
			return fs.SkipDir
		case slices.Contains(made, name) || !entry.Type().IsRegular():
			return nil
		}
		files = append(files, name)
		return nil
	})
	slices.Sort(files)
	return files, err
}
