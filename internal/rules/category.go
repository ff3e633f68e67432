package rules

import (
	"offswitch/internal/ascii"
)

var categoryNames = []struct {
	category Category
	slug     string
}{
	{DataPrivacy, "privacy"},
	{AdvertisingData, "ads"},
	{Visibility, "profile-visibility"},
	{Account, "account"},
}

// CategoryPage returns the path of a category's page, and "" for a category
// that has none.
func CategoryPage(c Category) string {
	for _, n := range categoryNames {
		if n.category == c {
			return settingsSite + "d/categories/" + n.slug
		}
	}
	return ""
}

// CategoryOf returns the category whose page a path is, on the desktop or the
// phone site. Pages of other categories of LinkedIn's say no.
func CategoryOf(path string) (Category, bool) {
	rest, ok := ascii.CutPrefix(path, settingsSite)
	if !ok {
		return "", false
	}
	site, slug, ok := ascii.Cut(rest, "/categories/")
	if !ok || (site != "d" && site != "m") {
		return "", false
	}
	for _, n := range categoryNames {
		if n.slug == slug || n.slug+"/" == slug {
			return n.category, true
		}
	}
	return "", false
}
