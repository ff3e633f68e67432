package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// newSetting is what is known of the setting. Only ID and Category must be.
type newSetting struct{ ID, Category, Key, Page, Title string }

// place is where the rows of a category stand.
type place struct {
	file     string // in the repository
	rows     string // the variable with the rows
	prose    string // and the one with their prose
	constant string // the category in Go
	lab      string // the lab's variable for it
}

const (
	tests    = "internal/rules/table_test.go"
	labRows  = "internal/lab/rows.go"
	labPages = "internal/lab/page_test.go"
	labSite  = "internal/lab/site_test.go"
	e2eList  = "e2e/lib/settings.mjs"
)

func categoryNames() []string {
	return []string{string(rules.DataPrivacy), string(rules.AdvertisingData), string(rules.Visibility), string(rules.Account)}
}

func (n newSetting) place() place {
	switch rules.Category(n.Category) {
	case rules.DataPrivacy:
		if n.act() == rules.Click {
			return place{"internal/rules/table_privacy.go", "privacySwitches", "privacySwitchesProse", "DataPrivacy", "privacy"}
		}
		return place{"internal/rules/table_privacy.go", "privacyByHand", "privacyByHandProse", "DataPrivacy", "privacy"}
	case rules.AdvertisingData:
		return place{"internal/rules/table_ads.go", "adsSettings", "adsProse", "AdvertisingData", "ads"}
	case rules.Visibility:
		return place{"internal/rules/table_visibility.go", "visibilitySettings", "visibilityProse", "Visibility", "visibility"}
	}
	return place{"internal/rules/table_account.go", "accountSettings", "accountProse", "Account", "account"}
}

// act is the most that may be done about a setting of which so much is known.
func (n newSetting) act() rules.Act {
	switch {
	case n.Key != "" && n.Page != "":
		return rules.Click
	case n.Page != "":
		return rules.Mark
	}
	return rules.Guide
}

func (n newSetting) check() error {
	switch {
	case !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(n.ID):
		return fmt.Errorf("ID=%s: expected words of small letters with hyphens between them, such as read-receipts", n.ID)
	case !slices.Contains(categoryNames(), n.Category):
		return fmt.Errorf("CATEGORY=%s: expected one of %s", n.Category, strings.Join(categoryNames(), ", "))
	case n.Key != "" && !regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*$`).MatchString(n.Key):
		return fmt.Errorf("KEY=%s: expected LinkedIn's own name of the setting, letters and digits", n.Key)
	case n.Key != "" && n.Page == "":
		return errors.New("KEY without PAGE: a key is of use only on its page; leave it out until the page is known")
	case n.Page == "":
		return nil
	case page.Canonical(n.Page) != n.Page || page.KindOf(n.Page) != page.Setting:
		return fmt.Errorf("PAGE=%s: expected the path of a settings page, such as /mypreferences/d/settings/ads-by-age", n.Page)
	case rules.Denied(n.Page):
		return fmt.Errorf("PAGE=%s is on the list of pages that are never opened", n.Page)
	}
	return nil
}

// edit is a change of one file.
type edit struct {
	path   string
	change func(src string) (string, error)
}

// scaffold changes the files below root, all of them or none, and returns which it changed.
func scaffold(root string, n newSetting) ([]string, error) {
	if err := n.check(); err != nil {
		return nil, err
	}
	at := n.place()
	files, err := read(root, at.file, tests, labRows, labPages, labSite, e2eList)
	if err != nil {
		return nil, err
	}
	if slices.Contains(idsIn(files[tests]), n.ID) {
		return nil, fmt.Errorf("ID=%s: the table has a setting of that name", n.ID)
	}
	before, err := lastOf(files[at.file], at.rows, n.act() == rules.Click)
	if err != nil {
		return nil, err
	}
	edits := []edit{
		{at.file, func(src string) (string, error) { return insertElement(src, at.rows, "ID", before, n.row(at)) }},
		{at.file, func(src string) (string, error) { return insertElement(src, at.prose, "ID", before, n.prose()) }},
		{tests, func(src string) (string, error) { return enlist(src, n, before) }},
		{labRows, n.intoLab},
		{labSite, func(src string) (string, error) { return countUp(src, labCount) }},
	}
	if n.Page != "" {
		edits = append(edits, edit{labPages, n.intoLabPages})
	}
	if n.act() == rules.Click {
		edits = append(edits, edit{e2eList, n.intoEndToEnd})
	}
	var changed []string
	for _, x := range edits {
		if files[x.path], err = x.change(files[x.path]); err != nil {
			return nil, fmt.Errorf("%s: %w", x.path, err)
		}
		if !slices.Contains(changed, x.path) {
			changed = append(changed, x.path)
		}
	}
	for _, path := range changed {
		if err := os.WriteFile(filepath.Join(root, path), []byte(files[path]), 0o644); err != nil {
			return nil, err
		}
	}
	return changed, nil
}

func read(root string, paths ...string) (map[string]string, error) {
	files := map[string]string{}
	for _, path := range paths {
		content, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			return nil, err
		}
		files[path] = string(content)
	}
	return files, nil
}

// row is the setting's row, without anything that nobody said.
func (n newSetting) row(at place) string {
	match, control := "", "\"\""
	if n.Key != "" {
		match = fmt.Sprintf("Key: %q, Match: LabelledBy,\n", n.Key)
		control = "Switch" // nothing else is ever clicked
	}
	if n.Page != "" {
		match += fmt.Sprintf("Page: %q,\n", n.Page)
	}
	act := map[rules.Act]string{rules.Click: "Click", rules.Mark: "Mark", rules.Guide: "Guide"}[n.act()]
	return fmt.Sprintf("{\nID: %q,\n%sTitle: %q,\nCategory: %s, Control: %s, Level: \"\", Act: %s,\nOffers: []regions.Offer{},\n}",
		n.ID, match, n.Title, at.constant, control, act)
}

func (n newSetting) prose() string {
	return fmt.Sprintf("{\nID: %q,\nDoes: \"\",\nEffect: \"\",\nDesktop: \"\",\nSources: []Source{{\"\", \"\", \"\", \"\"}},\n}", n.ID)
}
