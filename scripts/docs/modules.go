package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

const origin = "// Generated from the rule table by \"go run ./scripts/docs\". Do not edit: change internal/rules instead.\n"

// prose returns the module with what the settings and follow-ups say.
func prose() string {
	var b strings.Builder
	b.WriteString(origin + `
/**
 * What the rule table says to people of each setting and follow-up, in English. Nothing is decided by it.
 */

/** @typedef {{where: string, seen: string, confidence: string, note: string}} Source */
/** @typedef {{titles: Record<string, string>, toggle: string, toggles: Record<string, string>, does: string, effect: string, caution: string, desktop: string, phone: string, sources: Source[]}} Prose */
/** @typedef {{title: string, text: string, link: string, note: string, source: string}} FollowUpProse */
/** @typedef {{words: string, url: string}} Link */

/** @type {Record<string, Prose>} */
export const SETTINGS = {
`)
	for _, p := range rules.AllProse() {
		fmt.Fprintf(&b, "  %s: {\n", literal(p.ID))
		s, _ := rules.Find(p.ID)
		writeTheirs(&b, "titles", s, func(l rules.Label) string { return l.Title })
		writeTheirs(&b, "toggles", s, func(l rules.Label) string { return l.Toggle })
		members(&b, "toggle", p.Toggle, "does", p.Does, "effect", p.Effect, "caution", p.Caution, "desktop", p.Desktop, "phone", p.Phone)
		b.WriteString("    sources: [\n")
		for _, src := range p.Sources {
			fmt.Fprintf(&b, "      {where: %s, seen: %s, confidence: %s, note: %s},\n",
				literal(src.Where), literal(src.Seen), literal(string(src.Confidence)), literal(src.Note))
		}
		b.WriteString("    ],\n  },\n")
	}
	b.WriteString("};\n\n/** @type {Record<string, FollowUpProse>} */\nexport const FOLLOWUPS = {\n")
	for _, p := range rules.AllFollowUpProse() {
		fmt.Fprintf(&b, "  %s: {\n", literal(p.ID))
		members(&b, "title", p.Title, "text", p.Text, "link", p.Link, "note", p.Note, "source", p.Source)
		b.WriteString("  },\n")
	}
	b.WriteString("};\n\n/** The legal basis that LinkedIn names in a region for training AI, or what stands in its place. @type {Record<string, string>} */\nexport const BASES = {\n")
	for _, r := range regions.All() {
		fmt.Fprintf(&b, "  %s: %s,\n", literal(string(r.ID)), literal(r.Basis))
	}
	b.WriteString("};\n\n/** The texts that name an address, in parts. @type {Record<string, (string | Link)[]>} */\nexport const LINKED = {\n")
	writeLinks(&b)
	b.WriteString("};\n")
	return b.String()
}

// ownNames is a module of its own, because the background needs no more of the prose than this.
func ownNames() string {
	var b strings.Builder
	b.WriteString(origin + "\n/** What Offswitch calls each setting, in English. @type {Record<string, string>} */\nexport const NAMES = {\n")
	for _, p := range rules.AllProse() {
		fmt.Fprintf(&b, "  %s: %s,\n", literal(p.ID), literal(p.Name))
	}
	b.WriteString("};\n")
	return b.String()
}

// writeTheirs writes what LinkedIn calls a setting in other languages than English, as far as that is known.
func writeTheirs(b *strings.Builder, name string, s rules.Setting, of func(rules.Label) string) {
	var all []string
	for _, l := range s.Labels {
		if words := of(l); words != "" && l.Lang != "en" {
			all = append(all, literal(l.Lang)+": "+literal(strings.ReplaceAll(words, "|", " / ")))
		}
	}
	fmt.Fprintf(b, "    %s: {%s},\n", name, strings.Join(all, ", "))
}

// objections returns the module with the objection's text, by ground and language.
func objections() string {
	var b strings.Builder
	b.WriteString(origin + `
/**
 * A text to copy into LinkedIn's Data Processing Objection Form, by ground and language. What the person must fill in
 * stands in square brackets.
 */

/** @type {Record<string, Record<string, string>>} */
export const OBJECTIONS = {
`)
	for _, g := range []rules.Ground{rules.GDPR, rules.UKGDPR, rules.FADP, rules.Plain} {
		fmt.Fprintf(&b, "  %s: {\n", literal(string(g)))
		for _, lang := range rules.ObjectionLangs() {
			fmt.Fprintf(&b, "    %s: %s,\n", literal(lang), literal(rules.Objection(lang, g)))
		}
		b.WriteString("  },\n")
	}
	b.WriteString("};\n")
	return b.String()
}

// members writes the members of an object, one a line, from names and texts in turn.
func members(b *strings.Builder, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(b, "    %s: %s,\n", pairs[i], literal(pairs[i+1]))
	}
}

// literal writes a text as a JSON string, which JavaScript reads as well.
func literal(text string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil {
		panic(err) // a string can always be written
	}
	return strings.TrimSpace(b.String())
}
