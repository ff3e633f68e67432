package rules_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

func TestFollowUpsByRegion(t *testing.T) {
	const today = regions.Date(20261121)
	tests := map[string]struct {
		region regions.Region
		on     regions.Date
		want   []string
	}{
		"designated":         {regions.Designated, today, []string{rules.ObjectionForm, rules.DMAServices, rules.PhoneApp, rules.NotRetroactive}},
		"designated in 2024": {regions.Designated, 20240601, []string{rules.DMAServices, rules.PhoneApp}},
		"UK":                 {regions.UK, today, []string{rules.ObjectionForm, rules.PhoneApp, rules.NotRetroactive}},
		"UK while withdrawn": {regions.UK, 20240921, []string{rules.ObjectionForm, rules.PhoneApp}},
		"US":                 {regions.US, today, []string{rules.ObjectionForm, rules.GlobalPrivacyControl, rules.PhoneApp, rules.NotRetroactive}},
		"Canada":             {regions.Canada, today, []string{rules.ObjectionForm, rules.PhoneApp, rules.NotRetroactive}},
		"rest of the world":  {regions.Other, today, []string{rules.ObjectionForm, rules.PhoneApp, rules.NotRetroactive}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range rules.FollowUps(tt.region, tt.on) {
				got = append(got, f.ID)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestFollowUpsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range regions.All() {
		for _, f := range rules.FollowUps(r.ID, 20261121) {
			seen[f.ID] = true
			p := followUpProse(t, f.ID)
			assert.NotEmpty(t, p.Title, f.ID)
			assert.True(t, strings.HasSuffix(p.Text, "."), f.ID)
			assert.NotEmpty(t, p.Source, f.ID)
			if p.Link != "" {
				assert.True(t, strings.HasPrefix(p.Link, "https://www.linkedin.com/"), p.Link)
				assert.False(t, rules.Denied(p.Link), p.Link)
			}
			assert.False(t, f.Todo && p.Link == "", "%s: what is to be done has a place to do it", f.ID)
			if f.Setting != "" {
				find(t, f.Setting)
			}
		}
	}
	assert.Len(t, seen, 5)
	assert.Len(t, rules.AllFollowUpProse(), 5)
}

// followUpProse returns the one prose of a follow-up.
func followUpProse(t *testing.T, id string) rules.FollowUpProse {
	t.Helper()
	var found []rules.FollowUpProse
	for _, p := range rules.AllFollowUpProse() {
		if p.ID == id {
			found = append(found, p)
		}
	}
	require.Len(t, found, 1, id)
	return found[0]
}

func TestTheObjectionLinkIsTheSettingsPage(t *testing.T) {
	assert.Equal(t, "https://www.linkedin.com"+find(t, "objection-form").Page, followUpProse(t, rules.ObjectionForm).Link)
}

func TestGrounds(t *testing.T) {
	tests := map[string]struct {
		region  regions.Region
		country string
		all     []rules.Ground
		usual   rules.Ground
	}{
		"Germany":                 {regions.Designated, "DE", []rules.Ground{rules.GDPR, rules.FADP}, rules.GDPR},
		"Switzerland":             {regions.Designated, "CH", []rules.Ground{rules.GDPR, rules.FADP}, rules.FADP},
		"designated, no country":  {regions.Designated, "", []rules.Ground{rules.GDPR, rules.FADP}, rules.GDPR},
		"United Kingdom":          {regions.UK, "GB", []rules.Ground{rules.UKGDPR}, rules.UKGDPR},
		"United States":           {regions.US, "US", []rules.Ground{rules.Plain}, rules.Plain},
		"elsewhere":               {regions.Other, "IN", []rules.Ground{rules.Plain}, rules.Plain},
		"a clock that is Swiss":   {regions.UK, "CH", []rules.Ground{rules.UKGDPR}, rules.UKGDPR},
		"no region, nothing said": {"", "", []rules.Ground{rules.Plain}, rules.Plain},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.all, rules.Grounds(tt.region))
			assert.Equal(t, tt.usual, rules.GroundOf(tt.region, tt.country))
		})
	}
}

func TestObjectionNamesItsLaw(t *testing.T) {
	laws := []string{"GDPR", "DSGVO", "RGPD", "AVG", "RODO", "UK GDPR", "FADP", "DSG)", "LPD", "21", "30"}
	for _, lang := range rules.ObjectionLangs() {
		texts := map[string]bool{}
		for _, g := range []rules.Ground{rules.GDPR, rules.UKGDPR, rules.FADP, rules.Plain} {
			text := rules.Objection(lang, g)
			assert.False(t, texts[text], "%s %s is the text of another ground", lang, g)
			texts[text] = true
			switch g {
			case rules.GDPR:
				assert.Contains(t, text, "21", lang)
				assert.NotContains(t, text, "UK GDPR", lang)
			case rules.UKGDPR:
				assert.Contains(t, text, "21", lang)
				assert.Contains(t, text, "UK GDPR", lang)
			case rules.FADP:
				assert.Contains(t, text, "30", lang)
				assert.NotContains(t, text, "GDPR", lang)
			case rules.Plain:
				for _, law := range laws {
					assert.NotContains(t, text, law, lang)
				}
			}
			assert.Equal(t, 2, strings.Count(text, "["), "%s: the name and the address are to be filled in", lang)
		}
	}
}

func TestObjectionLanguagesCoverTheLabels(t *testing.T) {
	langs := rules.ObjectionLangs()
	require.Equal(t, "en", langs[0])
	for _, s := range rules.Table() {
		for _, l := range s.Labels {
			assert.Contains(t, langs, l.Lang)
		}
	}
}
