// Command audit asks two public databases whether a hole is known in anything that Offswitch is made with: govulncheck, for
// the Go code of this repository, of its tools and of Go itself, and npm audit, for npm packages that ship, of which there are
// to be none. It ends with one sentence for each, and exits
//
//	0  when both answered and nothing is known
//	1  when something is known, or an audit could not be made
//	3  when a database could not be reached, and nothing was found in the other: then nothing is said about what it holds
//
// It is no part of make test, which reaches no other computer.
//
//	go run ./scripts/audit
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"

	"offswitch/scripts/internal/task"
)

// unreachableCode is the exit code that says that nobody knows.
const unreachableCode = 3

// An audit is one question to one database.
type audit struct {
	database string
	about    string
	command  []string
	holes    func(code int, output string) bool // whether it found any
}

var audits = []audit{
	{
		database: "the Go vulnerability database",
		about:    "the Go code, its modules and Go itself",
		command:  []string{"go", "tool", "govulncheck", "./..."},
		holes:    func(code int, _ string) bool { return code == 3 },
	},
	{
		database: "npm's advisories",
		about:    "npm packages that ship",
		command:  []string{"npm", "audit", "--omit=dev"},
		holes:    func(code int, output string) bool { return code == 1 && severity.MatchString(output) },
	},
}

// severity is in every report of npm that names a hole, and in none that could not be made.
var severity = regexp.MustCompile(`(?m)^\d+ .*(low|moderate|high|critical).* severity vulnerabilit|^Severity: |^\d+ vulnerabilit`)

// away is how either program says that no computer answered: the name is not known, there is no way to it, it is silent or
// refuses, or a proxy is in between.
var away = regexp.MustCompile(`(?i)no such host|dial tcp|i/o timeout|network is unreachable|connection (refused|reset)|proxyconnect|TLS handshake|` +
	`ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOAUDIT|audit endpoint|fetching vulnerabilities|50[0234] `)

// Errors by kind, of which main makes an exit code.
var (
	errUnreachable = errors.New("could not be reached")
	errFound       = errors.New("known holes")
)

func main() {
	code := 0
	task.Main("audit", func() error {
		problems := auditAll(audits, run)
		if problems == nil {
			return nil
		}
		code = exitCode(problems)
		if code == unreachableCode {
			fmt.Fprintf(os.Stderr, "audit: %v\n", problems)
			return nil
		}
		return problems
	})
	os.Exit(code)
}

// exitCode is 3 only where every problem is that of a database that did not answer.
func exitCode(problems error) int {
	all, ok := problems.(interface{ Unwrap() []error })
	if !ok {
		return 1
	}
	for _, err := range all.Unwrap() {
		if !errors.Is(err, errUnreachable) {
			return 1
		}
	}
	return unreachableCode
}

// auditAll makes all audits, whatever one of them finds, and says in a sentence how each ended.
func auditAll(all []audit, run func(command []string) (code int, output string, err error)) error {
	var problems []error
	for _, a := range all {
		code, output, err := run(a.command)
		switch {
		case err != nil:
			problems = append(problems, fmt.Errorf("%v could not be started: %w", a.command, err))
		case code == 0:
			fmt.Printf("audit: nothing is known to %s about %s\n", a.database, a.about)
		case a.holes(code, output):
			fmt.Print(output)
			problems = append(problems, fmt.Errorf("%w to %s in %s: see above", errFound, a.database, a.about))
		case away.MatchString(output):
			problems = append(problems, fmt.Errorf("%s %w, so nothing is known about %s: try again where it can", a.database, errUnreachable, a.about))
		default:
			fmt.Print(output)
			problems = append(problems, fmt.Errorf("%v ended with exit code %d: see above", a.command, code))
		}
	}
	if len(problems) == 0 {
		return nil
	}
	return errors.Join(problems...)
}

func run(command []string) (int, string, error) {
	output, err := exec.Command(command[0], command[1:]...).CombinedOutput()
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		return ended.ExitCode(), string(output), nil
	}
	return 0, string(output), err
}
