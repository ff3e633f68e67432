package lab

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// Kind is what a person operates on a row's page.
type Kind string

// The kinds of row.
const (
	Switch Kind = "switch"
	Radio  Kind = "radio"
	List   Kind = "list" // checkboxes, below a master switch where the row has a key of its own
	Form   Kind = "form"
)

// Row is one setting that the lab serves.
type Row struct {
	ID       string   `json:"id"`                // the name the project uses for the setting
	Key      string   `json:"key,omitempty"`     // LinkedIn's own name, or a lab-only one that begins with "lab"
	ByID     bool     `json:"byId,omitempty"`    // the key is the control's id instead of its aria-labelledby
	Path     string   `json:"path"`              // address; lab-only ones have a last part that begins with "lab-"
	Title    string   `json:"title"`             // English, of its row on the category page
	Heading  string   `json:"heading,omitempty"` // English, of its page where that is another
	Toggle   string   `json:"toggle"`            // English label of the control; the title where it is not known
	Category string   `json:"category"`          // last part of the category page's address; "" where no category lists it
	Control  Kind     `json:"control"`           //
	Regions  []string `json:"regions,omitempty"` // offered only there; empty means everywhere
	Values   []string `json:"values,omitempty"`  // of a radio, the least private last
	Words    []string `json:"words,omitempty"`   // English labels of the values or of a list's checkboxes
	Items    []string `json:"items,omitempty"`   // keys of a list's checkboxes, all lab-only
	Danger   string   `json:"danger,omitempty"`  // "deny-listed" or "destructive": asking for its page is a violation
	Confirm  string   `json:"confirm,omitempty"` // turning it off first asks this in a dialog
}

// Offered says whether the row exists in a region.
func (r Row) Offered(region string) bool {
	return len(r.Regions) == 0 || slices.Contains(r.Regions, region)
}

const (
	base     = "/mypreferences/d/"
	settings = base + "settings/"
)

// Categories are the last parts of the category pages' addresses, in the order of LinkedIn's menu as far as it is known.
var Categories = []string{"account", "sign-in-and-security", "profile-visibility", "privacy", "ads", "notifications"}

// Rows is everything the settings pages hold: the settings of the rule table, and pages that exist beside them.
var Rows = buildRows(regions.DateOf(time.Now().UnixMilli()))

func buildRows(today regions.Date) []Row {
	var all []Row
	for _, s := range rules.Table() {
		all = append(all, fromTable(s, today))
	}
	return append(all, beside...)
}

// beside are rows of no setting that a rule may name.
var beside = []Row{
	{ID: "download-my-data", Path: base + "download-my-data", Title: "Lab row download-my-data", Category: "privacy", Control: Form},
	{ID: "notification-example", Key: "labNotificationExample", Path: settings + "lab-notification-example", Title: "Lab row notification",
		Toggle: "Lab notification switch", Category: "notifications", Control: Switch},
	denied("close-accounts", "account"), denied("hibernate-account", "account"), denied("premium-manage-account", "account"),
	denied("change-password", "sign-in-and-security"), denied("two-factor-authentication", "sign-in-and-security"),
	denied("verifications", "sign-in-and-security"), denied("unfollowed", "profile-visibility"),
}

func denied(slug, category string) Row {
	return Row{ID: slug, Path: base + slug, Title: "Lab row " + slug, Category: category, Control: Form, Danger: "deny-listed"}
}

// fromTable is the lab's row of a setting: what the rule table says, and inventions for the rest.
func fromTable(s rules.Setting, today regions.Date) Row {
	r := Row{
		ID: s.ID, Key: s.Key, ByID: s.Match == rules.ElementID, Path: s.Page, Title: s.Title,
		Category: category(rules.CategoryPage(s.Category)), Control: Kind(s.Control), Regions: offeredIn(s, today),
	}
	if s.Act == rules.Never {
		r.Danger = "destructive"
	}
	english(&r, s)
	if add := invented[s.ID]; add != nil {
		add(&r)
	}
	or(&r.Path, settings+"lab-"+s.ID)
	switch r.Control {
	case Switch:
		or(&r.Key, labKey(r.ID))
	case Radio:
		or(&r.Key, labKey(r.ID))
		if r.Words == nil {
			r.Words = []string{"Lab value 1", "Lab value 2", "Lab value 3"}
		}
		for i := len(r.Values); i < len(r.Words); i++ {
			r.Values = append(r.Values, fmt.Sprintf("LAB_%d", i+1))
		}
	case List:
		if r.Words == nil {
			r.Words = []string{"Lab item 1", "Lab item 2", "Lab item 3"}
		}
		for i := range r.Words {
			r.Items = append(r.Items, fmt.Sprintf("%sItem%d", labKey(r.ID), i+1))
		}
	}
	if r.Control != Form {
		or(&r.Toggle, r.Title)
	}
	return r
}

// english gives a row what LinkedIn's own interface shows for its setting: the heading, and the label of its one control or
// those of its choices or boxes.
func english(r *Row, s rules.Setting) {
	for _, l := range s.Labels {
		if l.Lang != "en" {
			continue
		}
		r.Heading = l.Heading
		if words := strings.Split(l.Toggle, " | "); len(words) > 1 {
			r.Words = words
		} else {
			r.Toggle = l.Toggle
		}
	}
}

// offeredIn are the regions that have a setting, none where all have it.
func offeredIn(s rules.Setting, today regions.Date) []string {
	var all []string
	for _, region := range Regions {
		if _, ok := rules.Offered(s, regions.Region(region), today); ok {
			all = append(all, region)
		}
	}
	if len(all) == len(Regions) {
		return nil
	}
	return all
}

func labKey(id string) string {
	var b strings.Builder
	b.WriteString("lab")
	for part := range strings.SplitSeq(id, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// rowsAt are the rows of the page at a path that cleanPath made.
func rowsAt(path string) []Row {
	var found []Row
	for _, r := range Rows {
		if cleanPath(r.Path) == path {
			found = append(found, r)
		}
	}
	return found
}

// owner is the row that a saved key belongs to.
func owner(key string) (Row, bool) {
	for _, r := range Rows {
		if key != "" && (r.Key == key || slices.Contains(r.Items, key)) {
			return r, true
		}
	}
	return Row{}, false
}

// cleanPath makes one path of the desktop and phone addresses of a page.
func cleanPath(path string) string {
	if rest, ok := strings.CutPrefix(path, "/mypreferences/m/"); ok {
		path = base + rest
	}
	if len(path) > 1 {
		path = strings.TrimSuffix(path, "/")
	}
	return path
}
