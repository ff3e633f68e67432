// Command release tags a version, after it has made sure that the version may go out: the working tree is clean, the manifest
// has that version and the changelog an entry with its date, Go is the pinned one, every check passes, and the package comes out the
// same in another folder. It sends nothing anywhere: it says which command does.
//
//	go run ./scripts/release -version 0.1.0
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"

	"offswitch/scripts/internal/task"
)

func main() {
	version := flag.String("version", "", "the version to release, as in extension/manifest.json")
	flag.Parse()
	task.Main("release", func() error {
		return release(*version, project{
			read: func(name string) (string, error) { text, err := os.ReadFile(name); return string(text), err },
			git: func(args ...string) (string, error) {
				text, err := exec.Command("git", args...).Output()
				return string(text), err
			},
			run:       task.Run,
			goVersion: runtime.Version(),
		})
	})
}

// A project is what a release looks at and does.
type project struct {
	read      func(name string) (string, error)
	git       func(args ...string) (string, error)
	run       func(name string, args ...string) error
	goVersion string
}

// release does what can be done in a moment first, so that nobody waits for tests to learn of a missing line.
func release(version string, p project) error {
	for _, look := range []func(string, project) error{wellFormed, clean, ofTheManifest, inTheChangelog, notTagged, withThePinnedGo} {
		if err := look(version, p); err != nil {
			return err
		}
	}
	if err := p.run("go", "run", "./scripts/check"); err != nil {
		return fmt.Errorf("%w: nothing was tagged", err)
	}
	if err := clean(version, p); err != nil {
		return fmt.Errorf("after the checks: %w", err)
	}
	tag := "v" + version
	if _, err := p.git("tag", "--annotate", tag, "--message", "Offswitch "+version); err != nil {
		return fmt.Errorf("git tag: %w", err)
	}
	fmt.Printf("tagged %s; the package is in out/. To publish the tag: git push origin %s\n", tag, tag)
	return nil
}

func wellFormed(version string, _ project) error {
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(version) {
		return fmt.Errorf("VERSION=%s: expected three numbers and two dots, such as 0.1.0", version)
	}
	return nil
}

func clean(_ string, p project) error {
	changed, err := p.git("status", "--porcelain")
	if err != nil {
		return fmt.Errorf("git status: %w", err)
	}
	if changed != "" {
		return fmt.Errorf("the working tree is not clean: commit or remove\n%s", changed)
	}
	return nil
}

func ofTheManifest(version string, p project) error {
	text, err := p.read("extension/manifest.json")
	if err != nil {
		return err
	}
	var manifest struct{ Version string }
	if err := json.Unmarshal([]byte(text), &manifest); err != nil {
		return fmt.Errorf("extension/manifest.json: %w", err)
	}
	if manifest.Version != version {
		return fmt.Errorf("extension/manifest.json has version %s, not %s: that is the one place where it stands, so change and commit it", manifest.Version, version)
	}
	return nil
}

// inTheChangelog wants a heading with the version and its date, and something below it.
func inTheChangelog(version string, p project) error {
	text, err := p.read("CHANGELOG.md")
	if err != nil {
		return err
	}
	_, entry, found := strings.Cut(text, "\n## ["+version+"] - ")
	date, entry, _ := strings.Cut(entry, "\n")
	if !found || !regexp.MustCompile(`^\d{4}-\d\d-\d\d$`).MatchString(date) {
		return fmt.Errorf("CHANGELOG.md has no heading \"## [%s] - yyyy-mm-dd\"", version)
	}
	entry, _, _ = strings.Cut(entry, "\n## ")
	if !strings.Contains(entry, "\n- ") {
		return fmt.Errorf("CHANGELOG.md says nothing of what %s brings", version)
	}
	return nil
}

func notTagged(version string, p project) error {
	tags, err := p.git("tag", "--list", "v"+version)
	if err != nil {
		return fmt.Errorf("git tag: %w", err)
	}
	if tags != "" {
		return errors.New("v" + version + " is tagged already")
	}
	return nil
}

func withThePinnedGo(_ string, p project) error {
	text, err := p.read("go.mod")
	if err != nil {
		return err
	}
	pinned := regexp.MustCompile(`(?m)^toolchain (\S+)$`).FindStringSubmatch(text)
	if pinned == nil {
		return errors.New("go.mod pins no toolchain")
	}
	if p.goVersion != pinned[1] {
		return fmt.Errorf("this is %s, and go.mod pins %s, which others make the package with: set GOTOOLCHAIN=%s", p.goVersion, pinned[1], pinned[1])
	}
	return nil
}
