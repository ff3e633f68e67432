package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"offswitch/internal/rules"
)

const origin = "// Generated from the rule table by \"go run ./scripts/docs\". Do not edit: change internal/rules instead.\n"

// Members are written in the order of the fields, so that the files read like the table.
type (
	settingProse struct {
		Toggle  string        `json:"toggle"`
		Does    string        `json:"does"`
		Effect  string        `json:"effect"`
		Caution string        `json:"caution"`
		Desktop string        `json:"desktop"`
		Phone   string        `json:"phone"`
		Sources []sourceProse `json:"sources"`
	}
	sourceProse struct {
		Where      string `json:"where"`
		Seen       string `json:"seen"`
		Confidence string `json:"confidence"`
		Note       string `json:"note"`
	}
	followUpProse struct {
		Title  string `json:"title"`
		Text   string `json:"text"`
		Link   string `json:"link"`
		Note   string `json:"note"`
		Source string `json:"source"`
	}
)

// prose returns the module with what the settings and follow-ups say.
func prose() string {
	var b strings.Builder
	b.WriteString(origin + `
/**
 * What the rule table says to people of each setting and follow-up, in English. Nothing is decided by it.
 */

/** @typedef {{where: string, seen: string, confidence: string, note: string}} Source */
/** @typedef {{toggle: string, does: string, effect: string, caution: string, desktop: string, phone: string, sources: Source[]}} Prose */
/** @typedef {{title: string, text: string, link: string, note: string, source: string}} FollowUpProse */

/** @type {Record<string, Prose>} */
export const SETTINGS = {
`)
	for _, p := range rules.AllProse() {
		s := settingProse{p.Toggle, p.Does, p.Effect, p.Caution, p.Desktop, p.Phone, nil}
		for _, src := range p.Sources {
			s.Sources = append(s.Sources, sourceProse{src.Where, src.Seen, string(src.Confidence), src.Note})
		}
		member(&b, p.ID, s)
	}
	b.WriteString("};\n\n/** @type {Record<string, FollowUpProse>} */\nexport const FOLLOWUPS = {\n")
	for _, p := range rules.AllFollowUpProse() {
		member(&b, p.ID, followUpProse{p.Title, p.Text, p.Link, p.Note, p.Source})
	}
	b.WriteString("};\n")
	return b.String()
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
		fmt.Fprintf(&b, "  %s: {\n", literal(g))
		for _, lang := range rules.ObjectionLangs() {
			text, _ := rules.Objection(lang, g)
			fmt.Fprintf(&b, "    %s: %s,\n", literal(lang), literal(text))
		}
		b.WriteString("  },\n")
	}
	b.WriteString("};\n")
	return b.String()
}

// member writes one member of an object, its value over several lines.
func member(b *strings.Builder, name string, value any) {
	fmt.Fprintf(b, "  %s: %s,\n", literal(name), encode(value, "  "))
}

func literal(value any) string { return encode(value, "") }

// encode writes a value as JSON, which JavaScript reads as well.
func encode(value any, prefix string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if prefix != "" {
		enc.SetIndent(prefix, "  ")
	}
	if err := enc.Encode(value); err != nil {
		panic(err) // nothing but strings and lists of them is ever given
	}
	return strings.TrimSpace(b.String())
}
