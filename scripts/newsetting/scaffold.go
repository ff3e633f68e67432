package main

import (
	"errors"
	"fmt"
	"go/format"
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

// place is where the settings of a category stand: a file, the variable with its rows, the one with their prose.
type place struct{ file, rows, prose, constant string }

var places = map[rules.Category]place{
	rules.DataPrivacy:     {"internal/rules/table_privacy.go", "privacyWithoutKey", "privacyWithoutKeyProse", "DataPrivacy"},
	rules.AdvertisingData: {"internal/rules/table_ads.go", "adsSettings", "adsProse", "AdvertisingData"},
	rules.Visibility:      {"internal/rules/table_visibility.go", "visibilitySettings", "visibilityProse", "Visibility"},
	rules.Account:         {"internal/rules/table_account.go", "accountSettings", "accountProse", "Account"},
}

func categoryNames() string {
	return strings.Join([]string{string(rules.DataPrivacy), string(rules.AdvertisingData), string(rules.Visibility), string(rules.Account)}, ", ")
}

func (n newSetting) place() place {
	at := places[rules.Category(n.Category)]
	if n.act() == rules.Click && at.constant == "DataPrivacy" {
		at.rows, at.prose = "privacySwitches", "privacySwitchesProse"
	}
	return at
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
	_, taken := rules.Find(n.ID)
	_, known := places[rules.Category(n.Category)]
	switch {
	case !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(n.ID):
		return fmt.Errorf("ID=%s: expected words of small letters with hyphens between them, such as read-receipts", n.ID)
	case taken:
		return fmt.Errorf("ID=%s: the table has a setting of that name", n.ID)
	case !known:
		return fmt.Errorf("CATEGORY=%s: expected one of %s", n.Category, categoryNames())
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

// scaffold adds the row and its prose to the table below root, or changes nothing.
func scaffold(root string, n newSetting) error {
	if err := n.check(); err != nil {
		return err
	}
	at := n.place()
	path := filepath.Join(root, at.file)
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	src := string(content)
	for variable, element := range map[string]string{at.rows: n.row(at.constant), at.prose: n.prose()} {
		if src, err = insert(src, variable, n.before(), element); err != nil {
			return fmt.Errorf("%s: %w", at.file, err)
		}
	}
	formatted, err := format.Source([]byte(src))
	if err != nil {
		return fmt.Errorf("%s: %w", at.file, err)
	}
	return os.WriteFile(path, formatted, 0o644)
}

// before is the setting after which the new one comes: the last of its category, or the last that is clicked by its
// key, since the table has those first. It is "" for one that comes first.
func (n newSetting) before() string {
	for _, s := range slices.Backward(rules.Table()) {
		if string(s.Category) == n.Category && (n.act() != rules.Click || s.Act == rules.Click && s.Key != "") {
			return s.ID
		}
	}
	return ""
}

// insert puts an element into a variable's list, after that of another setting.
func insert(src, variable, after, element string) (string, error) {
	begins := `(?s)\bvar ` + variable + ` = \[\]\w+\{\n`
	if after != "" {
		begins += `.*?\bID:\s+"` + after + `".*?\n\t\},\n`
	}
	span := regexp.MustCompile(begins).FindStringIndex(src)
	if span == nil {
		return "", fmt.Errorf("found no %s in %s", after, variable)
	}
	return src[:span[1]] + element + ",\n" + src[span[1]:], nil
}

// row is the setting's row, without anything that nobody said.
func (n newSetting) row(category string) string {
	match, control := "", `""`
	if n.Key != "" {
		match = fmt.Sprintf("Key: %q, Match: LabelledBy,\n", n.Key)
		control = "Switch" // nothing else is ever clicked
	}
	if n.Page != "" {
		match += fmt.Sprintf("Page: %q,\n", n.Page)
	}
	act := map[rules.Act]string{rules.Click: "Click", rules.Mark: "Mark", rules.Guide: "Guide"}[n.act()]
	return fmt.Sprintf("{\nID: %q,\n%sTitle: %q,\nCategory: %s, Control: %s, Level: \"\", Act: %s,\nOffers: []regions.Offer{},\n}",
		n.ID, match, n.Title, category, control, act)
}

func (n newSetting) prose() string {
	return fmt.Sprintf("{\nID: %q,\nName: \"\",\nDoes: \"\",\nEffect: \"\",\nDesktop: \"\",\nSources: []Source{{\"\", \"\", \"\", \"\"}},\n}", n.ID)
}
