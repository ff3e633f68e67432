package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"offswitch/internal/rules"
)

// translationFiles are where the translations of the table's prose stand, one file for each language.
const translationFiles = "extension/prose/*.json"

// spoken returns every text of the table that people read in their own language, once each, in the order in which translators
// meet them: names, what settings do, what it costs, cautions, what to do at the end of a way, follow-ups.
func spoken() []string {
	var all []string
	add := func(texts ...string) {
		for _, text := range texts {
			if text != "" && !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	prose := rules.AllProse()
	for _, part := range []func(rules.Prose) string{
		func(p rules.Prose) string { return p.Name },
		func(p rules.Prose) string { return p.Does },
		func(p rules.Prose) string { return p.Effect },
		func(p rules.Prose) string { return p.Caution },
	} {
		for _, p := range prose {
			add(part(p))
		}
	}
	for _, p := range prose {
		for _, way := range []string{p.Desktop, p.Phone} {
			add(ours(way)...)
		}
	}
	for _, f := range rules.AllFollowUpProse() {
		add(f.Title, f.Text, f.Note)
	}
	return all
}

// ours are the steps of a way that we worded: what to do at its end, and where a way in the phone app begins. The others are
// LinkedIn's labels.
func ours(way string) []string {
	steps := strings.Split(way, " > ")
	if first := steps[0]; len(steps) > 1 && strings.HasPrefix(first, "Your ") {
		return []string{steps[len(steps)-1], first}
	}
	return steps[len(steps)-1:]
}

// inOrder returns a file of translations anew: every text of the table and no other, in the table's order. What has no
// translation yet stands there empty, and is shown in English until somebody fills it in.
func inOrder(stored []byte) (string, error) {
	var known map[string]string
	if err := json.Unmarshal(stored, &known); err != nil {
		return "", err
	}
	var b strings.Builder
	for _, text := range spoken() {
		b.WriteString(",\n  " + literal(text) + ": " + literal(known[text]))
	}
	return "{" + strings.TrimPrefix(b.String(), ",") + "\n}\n", nil
}

func writeTranslations() error {
	files, err := filepath.Glob(translationFiles)
	if err != nil {
		return err
	}
	for _, file := range files {
		stored, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		content, err := inOrder(stored)
		if err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}
