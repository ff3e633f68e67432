// Command setup makes this machine ready to build, test and run Offswitch: npm packages, browsers and, for the race
// detector, a C compiler. It asks for what is missing and only that, so a second call does nothing and takes no time.
//
//	go run ./scripts/setup [-browsers chromium,firefox] [-cc]
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"offswitch/scripts/internal/browsers"
	"offswitch/scripts/internal/task"
)

// oldestNode is the oldest major version of Node that puppeteer-core and web-ext run on.
const oldestNode = 20

func main() {
	wanted := flag.String("browsers", "chromium,firefox", "browsers that are needed, separated by commas; empty for none")
	compiler := flag.Bool("cc", false, "a C compiler is needed as well (go test -race)")
	flag.Parse()
	task.Main("setup", func() error {
		if err := checkNode(); err != nil {
			return err
		}
		if err := npmPackages(); err != nil {
			return err
		}
		for _, text := range strings.Split(*wanted, ",") {
			if text == "" {
				continue
			}
			name, err := browsers.Parse(text)
			if err != nil {
				return err
			}
			if err := browser(name); err != nil {
				return err
			}
		}
		if *compiler {
			if err := cCompiler(); err != nil {
				return err
			}
		}
		return browsers.Save()
	})
}

func checkNode() error {
	version, err := exec.Command("node", "--version").Output()
	if err != nil {
		return fmt.Errorf("node not found (%w): install Node.js %d or newer, with npm", err, oldestNode)
	}
	return nodeIsRecent(strings.TrimSpace(string(version)))
}

// nodeIsRecent takes what `node --version` prints.
func nodeIsRecent(version string) error {
	text, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	major, err := strconv.Atoi(text)
	if err != nil {
		return fmt.Errorf("node --version printed %q: expected a version such as v20.1.0", version)
	}
	if major < oldestNode {
		return fmt.Errorf("node is %s: install Node.js %d or newer", version, oldestNode)
	}
	return nil
}

// npmPackages installs what package-lock.json names, unless exactly that was installed before.
func npmPackages() error {
	const stamp = "node_modules/.offswitch-lock"
	lock, err := os.ReadFile("package-lock.json")
	if err != nil {
		return err
	}
	if installed, err := os.ReadFile(stamp); err == nil && string(installed) == string(lock) {
		return nil
	}
	if err := task.Run("npm", "ci", "--no-fund", "--no-audit", "--loglevel=error"); err != nil {
		return err
	}
	return os.WriteFile(filepath.FromSlash(stamp), lock, 0o644)
}

// candidates are the packages that bring a browser, by Debian's name first and by Ubuntu's second.
var candidates = map[browsers.Name][]string{
	browsers.Chromium: {"chromium", "chromium-browser"},
	browsers.Firefox:  {"firefox-esr", "firefox"},
}

func browser(name browsers.Name) error {
	found := func() bool { return browsers.Find(name) != "" }
	if found() {
		return nil
	}
	return install(string(name), found, candidates[name])
}

func cCompiler() error {
	found := func() bool {
		for _, command := range []string{"gcc", "cc", "clang"} {
			if _, err := exec.LookPath(command); err == nil {
				return true
			}
		}
		return false
	}
	if found() {
		return nil
	}
	return install("C compiler", found, []string{"gcc libc6-dev"})
}

// install tries each candidate (one or more packages) until found says yes.
func install(what string, found func() bool, candidates []string) error {
	if _, err := exec.LookPath("apt-get"); err != nil || runtime.GOOS != "linux" {
		return fmt.Errorf("no %s found on this machine, and only Debian's and Ubuntu's apt-get is known here: install it yourself, then try again", what)
	}
	if err := apt("update"); err != nil {
		return err
	}
	var last error
	for _, packages := range candidates {
		args := append([]string{"install", "--yes", "--no-install-recommends"}, strings.Fields(packages)...)
		if last = apt(args...); last == nil && found() {
			return nil
		}
	}
	return fmt.Errorf("no %s found after installing %s: %v", what, strings.Join(candidates, ", then "), last)
}

// apt calls apt-get as root, through sudo where needed, and without questions.
func apt(args ...string) error {
	command := append([]string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"}, args...)
	if os.Geteuid() != 0 {
		command = append([]string{"sudo"}, command...)
	}
	return task.Run(command[0], command[1:]...)
}
