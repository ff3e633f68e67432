package main

import (
	"fmt"
	"strings"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

var acts = map[rules.Act]string{
	rules.Click: "turned off by its key",
	rules.Mark:  "marked on its page, for you to turn off",
	rules.Guide: "explained, for you to find and turn off",
	rules.Never: "explained only: never opened, marked or clicked",
}

// byPage says how settings are turned off that have no key.
var byPage = map[rules.Match]string{
	rules.Sole:   "turned off where it is the only switch of its page and has its label",
	rules.Boxes:  "all its boxes are unticked, where its page shows exactly them",
	rules.Option: "the most private option is chosen, where its page shows exactly the known ones",
}

// does says what Offswitch does about a setting.
func does(s rules.Setting) string {
	if how, ok := byPage[s.Match]; ok && s.Act == rules.Click {
		return how
	}
	return acts[s.Act]
}

var categories = []struct {
	id   rules.Category
	name string
}{
	{rules.DataPrivacy, "Data privacy"},
	{rules.AdvertisingData, "Advertising data"},
	{rules.Visibility, "Visibility"},
	{rules.Account, "Account"},
}

// settings returns the whole page as Markdown.
func settings() string {
	var b strings.Builder
	b.WriteString(`# Settings

<!-- Generated from the rule table by "go run ./scripts/docs". Do not edit: change internal/rules instead. -->

Every LinkedIn setting that Offswitch knows, where and since when LinkedIn offers it, what Offswitch does about it, and
where each fact comes from. Nobody connected with this project has access to LinkedIn's own records: these are facts from
public sources, each with how sure it is. The clicks in LinkedIn's phone app are given where a source describes them. The
others hang on the same tree, which is inferred: your photo at the top left, Settings, the category, the row. The settings
belong to the account, so what is turned off in one place is off in the other.

`)
	writeRegions(&b)
	writeMatrix(&b)
	for _, c := range categories {
		fmt.Fprintf(&b, "## %s\n\nCategory page: `%s`\n\n", c.name, rules.CategoryPage(c.id))
		for _, s := range rules.Table() {
			if s.Category == c.id {
				writeSetting(&b, s)
			}
		}
	}
	b.WriteString("## Pages that are never opened\n\nWhatever a page contains, no address with one of these names in it is opened or touched:\n\n")
	for _, name := range rules.DenyList() {
		fmt.Fprintf(&b, "- `%s`\n", name)
	}
	fmt.Fprintf(&b, "\nNor is one whose name holds one of these words, between hyphens or alone: %s.\n", strings.Join(rules.DeniedWords(), ", "))
	return b.String()
}

func writeRegions(b *strings.Builder) {
	b.WriteString("## Regions\n\n")
	row(b, "region", "name", "countries", "legal basis LinkedIn names for AI training", "sources")
	row(b, "---", "---", "---", "---", "---")
	for _, r := range regions.All() {
		countries := strings.Join(r.Countries(), " ")
		if r.ID == regions.Other {
			countries = "every other country"
		}
		row(b, "`"+string(r.ID)+"`", r.Name, join(". ", countries, r.Note), r.Basis, r.Source)
	}
	b.WriteString("\n")
}

// writeMatrix writes one line for each setting and one column for each region.
func writeMatrix(b *strings.Builder) {
	b.WriteString(`## Where and since when

**on**: on unless you turned it off. **consent**: off unless you said yes. **offered**: the default is not known.
A question mark says that no source is certain of it there; a dash that it is not offered. No date: since before 2024,
or since nobody knows when.

`)
	head, line := []string{"setting", "level"}, []string{"---", "---"}
	for _, r := range regions.All() {
		head, line = append(head, string(r.ID)), append(line, "---")
	}
	row(b, head...)
	row(b, line...)
	for _, s := range rules.Table() {
		cells := []string{"[" + s.ID + "](#" + s.ID + ")", string(s.Level)}
		for _, r := range regions.All() {
			cells = append(cells, cell(s, r.ID))
		}
		row(b, cells...)
	}
	b.WriteString("\n")
}

func cell(s rules.Setting, r regions.Region) string {
	var offers []string
	for _, o := range s.Offers {
		if r.In(o.Regions) {
			offers = append(offers, times(o))
		}
	}
	if offers == nil {
		return "–"
	}
	return strings.Join(offers, "; ")
}

// times writes an offer's default and days in a few words.
func times(o regions.Offer) string {
	words := string(o.Default)
	if o.Default == regions.Unknown {
		words = "offered"
	}
	if o.Uncertain {
		words += "?"
	}
	if o.Since != 0 {
		words += " from " + o.Since.String()
	}
	if o.Until != 0 {
		words += " until " + o.Until.String()
	}
	if o.Processing > o.Since {
		words += ", in effect from " + o.Processing.String()
	}
	return words
}

func writeSetting(b *strings.Builder, s rules.Setting) {
	p, _ := rules.ProseOf(s.ID)
	fmt.Fprintf(b, "### %s\n\n**%s** (LinkedIn: %s): %s %s\n\n", s.ID, p.Name, s.Title, p.Does, p.Effect)
	if p.Caution != "" {
		fmt.Fprintf(b, "> %s\n\n", p.Caution)
	}
	fact(b, "Level", string(s.Level))
	fact(b, "Offswitch", does(s))
	fact(b, "Control", string(s.Control))
	fact(b, "Label", p.Toggle)
	if s.Key != "" {
		fact(b, "Key", code(s.Key)+" in `"+string(s.Match)+"`")
	}
	fact(b, "Page", code(s.Page))
	fact(b, "By hand", p.Desktop)
	fact(b, "In the phone app", p.Phone)
	b.WriteString("\nOffers:\n\n")
	for _, o := range s.Offers {
		fmt.Fprintf(b, "- %s: %s\n", names(o.Regions), strings.Join(strings.Fields(join(". ",
			times(o), basis(o.Basis), o.Note, fmt.Sprintf("Source: %s (%s)", o.Source, o.Confidence))), " "))
	}
	b.WriteString("\nSources:\n\n")
	for _, src := range p.Sources {
		fmt.Fprintf(b, "- %s: %s\n", join(", ", src.Where, src.Seen, string(src.Confidence)), src.Note)
	}
	writeLabels(b, rules.LabelRecords(s))
	b.WriteString("\n")
}

func writeLabels(b *strings.Builder, labels []rules.LabelRecord) {
	if len(labels) == 0 {
		return
	}
	b.WriteString("\nLabels:\n\n")
	row(b, "language", "title", "heading, where it differs", "label", "seen in LinkedIn's own interface", "source")
	row(b, "---", "---", "---", "---", "---", "---")
	for _, l := range labels {
		seen := "no"
		if l.Verified {
			seen = "yes"
		}
		row(b, l.Lang, l.Title, l.Heading, l.Toggle, seen, l.Source)
	}
}

func fact(b *strings.Builder, name, text string) {
	if text != "" {
		fmt.Fprintf(b, "- %s: %s\n", name, text)
	}
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}

func basis(s string) string {
	if s == "" {
		return ""
	}
	return "Legal basis: " + s
}

func names(list []regions.Region) string {
	if len(list) == len(regions.All()) {
		return "everywhere"
	}
	var ids []string
	for _, r := range list {
		ids = append(ids, string(r))
	}
	return strings.Join(ids, ", ")
}

// join joins what is not empty, and adds no full stop to a sentence that has ended.
func join(sep string, parts ...string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
			continue
		case out == "":
			out = p
		case strings.HasPrefix(sep, ".") && (strings.HasSuffix(out, ".") || strings.HasSuffix(out, "?")):
			out += " " + p
		default:
			out += sep + p
		}
	}
	return out
}

// row writes a line of a table; a bar within a cell would end it.
func row(b *strings.Builder, cells ...string) {
	for _, c := range cells {
		b.WriteString("| " + strings.ReplaceAll(c, "|", `\|`) + " ")
	}
	b.WriteString("|\n")
}
