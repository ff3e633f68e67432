// Command package makes what people get of a version, in out/:
//
//	offswitch-<version>.zip          what ships, for both stores: exactly the files of extension/
//	offswitch-<version>-source.zip   what it is made of, for a store's reviewers
//	offswitch-<version>.cdx.json     a bill of materials, in the form of CycloneDX
//	offswitch-<version>.sha256       the SHA-256 of each, as sha256sum -c reads them
//
// They are the same byte for byte, made of the same sources with the same version of Go and binaryen, in whatever folder. It
// fails when a file is there that has no business in the package, or one is missing, or something is over its budget.
//
//	go run ./scripts/package
//	go run ./scripts/package -again     compare them with those made anew from the source zip in another folder
//	go run ./scripts/package -sizes     what is in budgets, as JSON
package main

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"offswitch/scripts/internal/makeup"
	"offswitch/scripts/internal/task"
)

// Budgets in bytes. The agent's is for the code that runs on every settings page, comments left out; the pages' for what they
// are made of as it is written, comments and blank lines left out.
const (
	maxZip   = 1_500_000
	maxAgent = 36_500
	maxPages = 120 << 10
)

const outDir = "out"

// agentFiles are the content scripts.
var agentFiles = []string{"mark.js", "clock.js", "sight.js", "control.js", "roots.js", "page.js", "look.js", "agent.js"}

// pageFolders hold what the extension's own pages are made of.
var pageFolders = []string{"popup", "report", "options", "welcome", "ui"}

func main() {
	sizes := flag.Bool("sizes", false, "write no package, print sizes as JSON")
	twice := flag.Bool("again", false, "compare the package in out/ with one made in another folder")
	flag.Parse()
	task.Main("package", func() error {
		extension := os.DirFS("extension")
		version, err := readVersion(extension)
		if err != nil {
			return err
		}
		if *twice {
			if err := again(namesOf(version)); err != nil {
				return err
			}
			fmt.Println("the package is the same byte for byte, made from its sources in another folder")
			return nil
		}
		files, err := list(extension)
		if err != nil {
			return err
		}
		entries, err := read(extension, files)
		if err != nil {
			return err
		}
		zipped, err := pack(entries)
		if err != nil {
			return err
		}
		agent, err := codeSizes(extension, agentFiles...)
		if err != nil {
			return err
		}
		pages, err := writtenSizes(extension, pageFolders...)
		if err != nil {
			return err
		}
		if *sizes {
			return json.NewEncoder(os.Stdout).Encode(map[string]measure{
				"package": {len(zipped), maxZip}, "agent": {agent, maxAgent}, "pages": {pages, maxPages},
			})
		}
		if err := withinBudget(len(zipped), agent, pages); err != nil {
			return err
		}
		return write(version, zipped, entries)
	})
}

func withinBudget(zipped, agent, pages int) error {
	if agent > maxAgent {
		return fmt.Errorf("the code of %v is %d bytes: more than its budget of %d", agentFiles, agent, maxAgent)
	}
	if pages > maxPages {
		return fmt.Errorf("what the pages in %v are made of is %d bytes: more than its budget of %d", pageFolders, pages, maxPages)
	}
	if zipped > maxZip {
		return fmt.Errorf("the package is %d bytes: more than its budget of %d", zipped, maxZip)
	}
	return nil
}

// namesOf are the files of a version: what ships, what it is made of, its bill of materials.
func namesOf(version string) []string {
	name := "offswitch-" + version
	return []string{name + ".zip", name + "-source.zip", name + ".cdx.json"}
}

// write makes all files of a version in out/.
func write(version string, zipped []byte, entries []entry) error {
	code, err := makeup.Code()
	if err != nil {
		return err
	}
	tools, err := makeup.Tools()
	if err != nil {
		return err
	}
	bill, err := billOf(version, zipped, entries, code, tools)
	if err != nil {
		return err
	}
	source, err := sourceZip(".")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(outDir, 0o755); err != nil {
		return err
	}
	// An older version left beside the new one could be the one that gets tested or sent in.
	older, err := filepath.Glob(filepath.Join(outDir, "offswitch-*"))
	if err != nil {
		return err
	}
	for _, path := range older {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	names, contents := namesOf(version), [][]byte{zipped, source, bill}
	for i, content := range contents {
		if err := os.WriteFile(filepath.Join(outDir, names[i]), content, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s: %d bytes, SHA-256 %x\n", filepath.Join(outDir, names[i]), len(content), sha256.Sum256(content))
	}
	return os.WriteFile(filepath.Join(outDir, "offswitch-"+version+".sha256"), []byte(sums(names, contents)), 0o644)
}

// sums has a line for each file, as sha256sum writes and reads it.
func sums(names []string, contents [][]byte) string {
	var w strings.Builder
	for i, content := range contents {
		fmt.Fprintf(&w, "%x  %s\n", sha256.Sum256(content), names[i])
	}
	return w.String()
}

func sourceZip(root string) ([]byte, error) {
	files, err := sources(root)
	if err != nil {
		return nil, err
	}
	entries, err := read(os.DirFS(root), files)
	if err != nil {
		return nil, err
	}
	return pack(entries)
}

// measure is a size in bytes, and its budget.
type measure struct {
	Bytes int `json:"bytes"`
	Most  int `json:"most"`
}
