// Package makeup says which code of others is in the package that people install, with its licence, and what has a hand in
// making it. The notice of licences and the bill of materials are both written from this, so they cannot disagree.
package makeup

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// Component is something made by others.
type Component struct {
	Name    string
	Version string
	URL     string // as package URLs name it
	Licence string // its identifier in the list of SPDX
	Text    string // of its licence; empty for what does not ship
}

// licences are those that are known here, by a sentence that stands in no other. A module under another one is an
// error: somebody has to read that licence before it ships.
var licences = map[string]string{
	"BSD-3-Clause": "Neither the name of",
	"MIT":          "Permission is hereby granted, free of charge",
	"Apache-2.0":   "Apache License",
}

// Root returns the folder of the repository, wherever in it the program works.
func Root() (string, error) { return output("", "go", "list", "-m", "-f", "{{.Dir}}") }

// Code returns what is compiled into the engine: Go's runtime and standard library, and every module that it imports.
func Code() ([]Component, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	goroot, err := output(root, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	version := strings.TrimPrefix(strings.Fields(runtime.Version())[0], "go")
	std, err := component("Go runtime and standard library", version, "pkg:golang/std@"+version, goroot)
	if err != nil {
		return nil, err
	}
	listed, err := output(root, "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}", "./wasm")
	if err != nil {
		return nil, err
	}
	all, seen := []Component{std}, map[string]bool{}
	for _, line := range strings.Split(listed, "\n") {
		if line == "" || seen[line] {
			continue
		}
		seen[line] = true
		parts := strings.SplitN(line, " ", 3)
		module, err := component(parts[0], parts[1], "pkg:golang/"+parts[0]+"@"+parts[1], parts[2])
		if err != nil {
			return nil, err
		}
		all = append(all, module)
	}
	return all, nil
}

// component reads the licence that lies in a folder.
func component(name, version, url, dir string) (Component, error) {
	text, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
	if err != nil {
		return Component{}, fmt.Errorf("the licence of %s: %w", name, err)
	}
	c := Component{Name: name, Version: version, URL: url, Text: strings.TrimSpace(string(text)) + "\n"}
	for id, sentence := range licences {
		if strings.Contains(c.Text, sentence) {
			c.Licence = id
			return c, nil
		}
	}
	return Component{}, fmt.Errorf("the licence of %s in %s is none that is known here: read it, then name it in scripts/internal/makeup", name, dir)
}

// Tools returns what makes the package without being in it: the optimizer of the engine.
func Tools() ([]Component, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(root, "node_modules/binaryen/package.json"))
	if err != nil {
		return nil, fmt.Errorf("%w: make setup installs what this needs", err)
	}
	var about struct{ Version, License string }
	if err := json.Unmarshal(text, &about); err != nil {
		return nil, fmt.Errorf("node_modules/binaryen/package.json: %w", err)
	}
	return []Component{{Name: "binaryen", Version: about.Version, URL: "pkg:npm/binaryen@" + about.Version, Licence: about.License}}, nil
}

// Notice is the text that goes with the package: the licence of Offswitch, and those of all that is compiled into it.
func Notice() (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	own, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return "", err
	}
	code, err := Code()
	if err != nil {
		return "", err
	}
	return notice(string(own), code), nil
}

// rule divides one licence from the next.
var rule = "\n" + strings.Repeat("-", 72) + "\n\n"

func notice(own string, code []Component) string {
	var w strings.Builder
	w.WriteString("Offswitch\n\n" + own)
	for _, c := range code {
		// No version: the text is the same for all of them, and the bill of materials has it.
		w.WriteString(rule + "engine.wasm holds code of this, under the licence that follows:\n" + c.Name + "\n\n" + c.Text)
	}
	w.WriteString(rule + "The names of time zones are those of the IANA Time Zone Database, which is\nin the public domain.\n")
	return w.String()
}

// output is what a command prints, run in a folder as if for the engine's platform.
func output(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	text, err := cmd.Output()
	if err != nil {
		var why string
		if failed, ok := err.(*exec.ExitError); ok {
			why = ": " + string(failed.Stderr)
		}
		return "", fmt.Errorf("%s: %w%s", strings.Join(cmd.Args, " "), err, why)
	}
	return strings.TrimSpace(string(text)), nil
}
