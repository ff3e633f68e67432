// Command examine says what Offswitch makes of one page, and why, for whoever writes rules: which setting each control
// belongs to, what a run would do about it, and where the rows of a category page lead. It reads a snapshot as an agent
// sends it, or as the popup saves one of a page that did not work; tools/examine.mjs takes one of a page in a browser.
//
//	go run ./scripts/examine [-region us] [-date 2026-01-31] [-at /mypreferences/d/...] page.json
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/wire"
	"offswitch/scripts/internal/task"
)

func main() {
	region := flag.String("region", "us", "the person's region")
	date := flag.String("date", time.Now().UTC().Format(time.DateOnly), "the day on which something is offered")
	at := flag.String("at", "", "the page's path, where the file is to be read as another page")
	flag.Parse()
	// Read before the working directory becomes the repository's root.
	content, err := os.ReadFile(flag.Arg(0))
	task.Main("examine", func() error {
		if err != nil {
			return err
		}
		where, err := parsePlace(*region, *date)
		if err != nil {
			return err
		}
		snap, err := parsePage(content)
		if err != nil {
			return fmt.Errorf("%s: %w", flag.Arg(0), err)
		}
		if *at != "" {
			snap.Path = *at
		}
		return write(os.Stdout, snap, where)
	})
}

// place is for whom and when something is offered.
type place struct {
	region regions.Region
	day    regions.Date
}

func parsePlace(region, date string) (place, error) {
	if !regions.Known(regions.Region(region)) {
		return place{}, fmt.Errorf("no region is called %q: docs/settings.md lists them", region)
	}
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return place{}, fmt.Errorf("%q is no date: expected one like 2026-01-31", date)
	}
	return place{regions.Region(region), regions.DateOf(day.UnixMilli())}, nil
}

func parsePage(content []byte) (page.Snapshot, error) {
	v, err := wire.Parse(content)
	if err != nil {
		return page.Snapshot{}, err
	}
	if v.Get("path").Kind() != wire.Text || v.Get("controls").Kind() != wire.List {
		return page.Snapshot{}, fmt.Errorf(`this is no page: expected an object with "path" and "controls", as the popup saves it`)
	}
	return page.Decode(v), nil
}
