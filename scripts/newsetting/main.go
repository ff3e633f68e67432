// Command newsetting begins a new row of the rule table, and its prose beside it. The lab serves a page for every row, and
// all tests go through the table, so nothing else is needed.
//
// It invents no fact. What it is not told stays empty, and the tests of internal/rules fail, naming the setting, until
// somebody fills it in with a source.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"

	"offswitch/scripts/internal/task"
)

func main() {
	var n newSetting
	flag.StringVar(&n.ID, "id", "", "our own name of the setting, such as read-receipts")
	flag.StringVar(&n.Category, "category", "data-privacy", categoryNames())
	flag.StringVar(&n.Key, "key", "", "LinkedIn's own name of the setting, if a source gives it")
	flag.StringVar(&n.Page, "page", "", "path of its page, if a source gives it")
	flag.StringVar(&n.Title, "title", "", "LinkedIn's English title, if a source gives it")
	flag.Parse()
	task.Main("new-setting", func() error {
		if flag.NArg() > 0 {
			return errors.New("expected flags only, found " + flag.Arg(0))
		}
		if err := scaffold(".", n); err != nil {
			return err
		}
		fmt.Print(next(n))
		return nil
	})
}

// next says what is left to do.
func next(n newSetting) string {
	return fmt.Sprintf(`%[1]s is begun in %[2]s.

1. Fill in what is empty there: the row's Title, Control, Level and Offers, its prose's Name, Does, Effect, Desktop and Sources.
   What has no source stays out. Of what is known so far it follows that its act is %[3]q.
2. Run "go run ./scripts/docs" and "go test ./internal/... ./scripts/...", which says what is missing and where README counts
   the settings; "go test ./internal/engine -run TestGolden -update" writes the recorded runs anew.
3. Run "make test", and "make page URL=lab:%[4]s" to see what is done on its page. Name it in CHANGELOG.md.
`, n.ID, n.place().file, n.act(), cmp.Or(n.Page, "/mypreferences/d/settings/lab-"+n.ID))
}
