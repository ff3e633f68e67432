package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// again makes the package a second time, from nothing but the source zip unpacked in another folder, and says which of the
// files that people get came out different.
func again(names []string) error {
	const sourcesFile = "source.zip"
	dir, err := os.MkdirTemp("", "offswitch again, elsewhere ")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, name := range names {
		if strings.HasSuffix(name, "-"+sourcesFile) {
			if err := unpack(filepath.Join(outDir, name), dir); err != nil {
				return err
			}
		}
	}
	// The tools are those that set-up installed by the hashes of the lock file.
	modules, err := filepath.Abs("node_modules")
	if err != nil {
		return err
	}
	if err := os.Symlink(modules, filepath.Join(dir, "node_modules")); err != nil {
		return err
	}
	for _, step := range []string{"./scripts/build", "./scripts/package"} {
		cmd := exec.Command("go", "run", step)
		cmd.Dir = dir
		if output, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("go run %s, in another folder: %w\n%s", step, err, output)
		}
	}
	return same(outDir, filepath.Join(dir, outDir), names)
}

// same compares files of two folders byte for byte.
func same(first, second string, names []string) error {
	var problems []error
	for _, name := range names {
		one, err := os.ReadFile(filepath.Join(first, name))
		if err != nil {
			return err
		}
		two, err := os.ReadFile(filepath.Join(second, name))
		switch {
		case err != nil:
			problems = append(problems, err)
		case !bytes.Equal(one, two):
			problems = append(problems, fmt.Errorf("%s is another one when it is made in another folder: %d bytes here, %d there", name, len(one), len(two)))
		}
	}
	return errors.Join(problems...)
}

// unpack writes the files of a zip that pack made into a folder.
func unpack(file, dir string) error {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer archive.Close()
	for _, f := range archive.File {
		to := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		from, err := f.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(from)
		if err != nil {
			return err
		}
		if err := os.WriteFile(to, content, f.Mode().Perm()); err != nil {
			return err
		}
	}
	return nil
}
