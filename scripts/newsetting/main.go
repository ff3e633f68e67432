// Command newsetting begins a new row of the rule table: the row and its prose in internal/rules, its place in the lists
// of the tests, its row in the lab, and, if it can be clicked, its line in the end-to-end tests.
//
// It invents no fact. What it is not told stays empty, and the tests of internal/rules fail, naming the setting, until
// somebody fills it in with a source.
package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"offswitch/scripts/internal/task"
)

func main() {
	var n newSetting
	flag.StringVar(&n.ID, "id", "", "our own name of the setting, such as read-receipts")
	flag.StringVar(&n.Category, "category", "data-privacy", strings.Join(categoryNames(), ", "))
	flag.StringVar(&n.Key, "key", "", "LinkedIn's own name of the setting, if a source gives it")
	flag.StringVar(&n.Page, "page", "", "path of its page, if a source gives it")
	flag.StringVar(&n.Title, "title", "", "LinkedIn's English title, if a source gives it")
	flag.Parse()
	task.Main("new-setting", func() error {
		if flag.NArg() > 0 {
			return errors.New("expected flags only, found " + flag.Arg(0))
		}
		changed, err := scaffold(".", n)
		if err != nil {
			return err
		}
		for _, path := range changed {
			fmt.Println("changed", path)
		}
		fmt.Print(next(n))
		return nil
	})
}

// next says what is left to do.
func next(n newSetting) string {
	var b strings.Builder
	fmt.Fprintf(&b, `
%s is begun. The tests of the table, of the lab and end to end go through every row, so they cover it too; those of the
table fail, and say what is missing, until it is complete.

1. Fill in what is empty in %s: the row's Title, Control, Level and Offers, its prose's Does, Effect,
   Desktop and Sources. What has no source stays out. Of what is known so far it follows that its act is %q.
2. Run "go run ./scripts/docs" and "go test ./internal/... ./scripts/...". A test that counts the settings of a region, a
   level or a page gets the new number; "go test ./internal/engine -run TestGolden -update" writes the recorded runs anew.
3. Run "make test", and "make page URL=lab:%s" to see what is done on its page. Name it in CHANGELOG.md.
`, n.ID, n.place().file, n.act(), n.labPage())
	return b.String()
}
