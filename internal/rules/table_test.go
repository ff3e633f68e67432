package rules_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// ids is every setting there is, in order.
var ids = func() []string {
	var all []string
	for _, s := range rules.Table() {
		all = append(all, s.ID)
	}
	return all
}()

// What is clicked by its key comes first in its category, and a category's page lists its settings in the table's order.
func TestTableIsInOrder(t *testing.T) {
	require.NotEmpty(t, ids)
	others := map[rules.Category]bool{}
	for _, s := range rules.Table() {
		byKey := s.Act == rules.Click && s.Key != ""
		if !byKey {
			others[s.Category] = true
		}
		assert.False(t, byKey && others[s.Category], "%s comes after what is not clicked by its key", s.ID)
	}
}

func TestEveryRowIsComplete(t *testing.T) {
	for _, s := range rules.Table() {
		t.Run(s.ID, func(t *testing.T) {
			assert.NotEmpty(t, s.Title)
			assert.NotEmpty(t, s.Offers)
			assert.Contains(t, []rules.Category{rules.DataPrivacy, rules.AdvertisingData, rules.Visibility, rules.Account}, s.Category)
			assert.Contains(t, []rules.Control{rules.Switch, rules.Radio, rules.List, rules.Form}, s.Control)
			assert.True(t, rules.Strict.Includes(s.Level), "level %q", s.Level)
			assert.Contains(t, []rules.Act{rules.Click, rules.Mark, rules.Guide, rules.Never}, s.Act)
			assert.Empty(t, s.Toggle, "the labels of the table are prose")
		})
	}
}

func TestEverySettingHasItsProseInOrder(t *testing.T) {
	var got, names []string
	for _, p := range rules.AllProse() {
		got = append(got, p.ID)
		t.Run(p.ID, func(t *testing.T) {
			assert.NotEmpty(t, p.Name)
			assert.LessOrEqual(t, len(p.Name), 40, p.Name)
			assert.NotContains(t, names, p.Name, "two settings that people cannot tell apart")
			names = append(names, p.Name)
			assert.NotEmpty(t, p.Desktop)
			assertSentence(t, p.Does)
			assertSentence(t, p.Effect)
			if p.Caution != "" {
				assert.True(t, strings.HasSuffix(p.Caution, "."), p.Caution)
			}
		})
	}
	assert.Equal(t, ids, got)
}

// prose returns the prose of a setting that has one.
func prose(t *testing.T, id string) rules.Prose {
	t.Helper()
	p, ok := rules.ProseOf(id)
	require.True(t, ok, id)
	return p
}

// assertSentence wants one plain sentence: a capital, a full stop, none between.
func assertSentence(t *testing.T, text string) {
	t.Helper()
	require.NotEmpty(t, text)
	assert.Equal(t, strings.ToUpper(text[:1]), text[:1], text)
	assert.True(t, strings.HasSuffix(text, "."), text)
	assert.NotContains(t, text, ". ")
	assert.LessOrEqual(t, len(text), 140, text)
}

func TestEveryFactHasASource(t *testing.T) {
	sure := []regions.Confidence{regions.High, regions.Medium, regions.Low}
	for _, s := range rules.Table() {
		sources := prose(t, s.ID).Sources
		require.NotEmpty(t, sources, s.ID)
		for _, src := range sources {
			assert.NotEmpty(t, src.Where, s.ID)
			assert.NotEmpty(t, src.Note, s.ID)
			assert.Contains(t, sure, src.Confidence, s.ID)
			assert.Regexp(t, `^(|\d{4}(-\d\d){0,2})$`, src.Seen, s.ID)
		}
		for _, o := range s.Offers {
			assert.NotEmpty(t, o.Source, s.ID)
			assert.Contains(t, sure, o.Confidence, s.ID)
			assert.Contains(t, []regions.Default{regions.On, regions.Consent, regions.Unknown}, o.Default, s.ID)
			if o.Uncertain {
				assert.NotEmpty(t, o.Note, s.ID)
			}
		}
		for _, l := range rules.LabelRecords(s) {
			assert.NotEmpty(t, l.Source, s.ID)
			assert.NotEmpty(t, l.Lang, s.ID)
			assert.NotEmpty(t, l.Title+l.Toggle, s.ID)
		}
	}
}

func TestEveryLabelThatCountsHasOneSource(t *testing.T) {
	for _, s := range rules.Table() {
		verified := 0
		for _, r := range rules.LabelRecords(s) {
			if r.Verified {
				require.Less(t, verified, len(s.Labels), s.ID)
				assert.Equal(t, s.Labels[verified], r.Label)
				verified++
			}
		}
		assert.Len(t, s.Labels, verified, s.ID)
	}
}

func TestIDsAndKeysAreUnique(t *testing.T) {
	id, key := map[string]bool{}, map[string]bool{}
	for _, s := range rules.Table() {
		assert.False(t, id[s.ID], s.ID)
		id[s.ID] = true
		assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, s.ID)
		if s.Key != "" {
			assert.False(t, key[s.Key], s.Key)
			key[s.Key] = true
		}
	}
}

func TestActsFitWhatIsKnown(t *testing.T) {
	for _, s := range rules.Table() {
		t.Run(s.ID, func(t *testing.T) {
			assert.Equal(t, s.Key == "", s.Match == rules.NoKey || s.Alone(), "a key has a place, and no key has none")
			assert.False(t, s.Beside && !s.Alone(), "nothing is beside a control that has a key")
			switch s.Act {
			case rules.Click:
				assert.NotEqual(t, rules.NoKey, s.Match)
				if s.Alone() {
					assert.NotEmpty(t, englishToggle(s), "what is told by its page is told by its labels as well")
					assert.Equal(t, alone(s), !s.Beside, "what else belongs on its page is said")
				}
				assert.Equal(t, map[rules.Match]rules.Control{rules.Boxes: rules.List, rules.Option: rules.Radio}[s.Match] == "", s.Control == rules.Switch)
				assert.True(t, s.Openable())
				assert.Equal(t, regions.High, prose(t, s.ID).Sources[0].Confidence, "only a key, or an address and a label, that is sure is clicked")
			case rules.Mark:
				assert.Equal(t, rules.NoKey, s.Match)
				assert.True(t, s.Openable(), "a mark needs a page to stand on")
			case rules.Guide:
				asked := s.Openable() && s.Control == rules.Radio
				assert.Equal(t, asked, s.Match == rules.Option, "of options whose page is known the person is asked")
				assert.True(t, asked || s.Match == rules.NoKey)
				assert.False(t, s.Openable() && s.Control == rules.Switch, "a switch whose page is known is marked there")
			case rules.Never:
				assert.False(t, s.Openable())
				assert.True(t, rules.Denied(s.Page))
				assert.Regexp(t, `^(D|Perhaps d)estructive: `, prose(t, s.ID).Caution)
			}
		})
	}
}

// englishToggle is the label of a setting's control in LinkedIn's own English.
func englishToggle(s rules.Setting) string {
	for _, l := range s.Labels {
		if l.Lang == "en" {
			return l.Toggle
		}
	}
	return ""
}

// alone reports whether no other row of the table has the page of a setting.
func alone(s rules.Setting) bool {
	for _, other := range rules.Table() {
		if other.ID != s.ID && other.Page == s.Page {
			return false
		}
	}
	return true
}

// What may be done is named here once more, so that no slip in the table makes a switch clicked, or what destroys something openable.
func TestWhatMayBeDone(t *testing.T) {
	type kind struct {
		act   rules.Act
		match rules.Match
	}
	got := map[kind][]string{}
	for _, s := range rules.Table() {
		k := kind{s.Act, s.Match}
		got[k] = append(got[k], s.ID)
	}
	assert.Equal(t, map[kind][]string{
		{rules.Click, rules.LabelledBy}: {
			"ai-training", "research", "promotions", "promotion-emails", "ads-off-linkedin", "ads-data-from-others", "ads-measure-success",
			"ads-share-with-partners", "ads-inferred-location", "ads-interests", "ads-age", "ads-gender",
		},
		{rules.Click, rules.ElementID}: {"non-essential-cookies"},
		{rules.Click, rules.Sole}: {
			"ads-profile-location", "ads-connections", "ads-groups", "ads-companies-followed", "ads-customized-format", "research-invites",
			"messaging-suggestions", "share-profile-on-apply", "microsoft-word", "signal-interest", "page-visit-visibility", "connections-visibility",
			"email-export", "representing-organizations", "export-by-page-owners", "profile-off-linkedin", "share-profile-updates", "mentions",
			"news-mentions",
		},
		{rules.Click, rules.Boxes}:  {"ads-education-skills", "ads-job-information", "ads-employer"},
		{rules.Click, rules.Option}: {"email-visibility", "follow-visibility", "discover-by-email", "discover-by-phone", "active-status"},
		{rules.Mark, rules.NoKey}: {
			"ads-linkedin-activity", "read-receipts",
		},
		{rules.Guide, rules.NoKey}: {
			"sponsored-messages", "permitted-services", "objection-form", "share-resume", "demographic-info",
			"microsoft-accounts", "sync-contacts", "dma-services",
		},
		{rules.Guide, rules.Option}:  {"last-name-visibility"},
		{rules.Never, rules.NoKey}:   {"resume-data", "save-self-id"},
		{rules.Never, rules.RadioID}: {"profile-viewing"},
	}, got)
}

// What a person reads of a control is what LinkedIn's own interface calls it.
func TestProseNamesTheEnglishLabel(t *testing.T) {
	for _, s := range rules.Table() {
		assert.Equal(t, strings.ReplaceAll(englishToggle(s), " | ", " / "), prose(t, s.ID).Toggle, s.ID)
	}
}

func TestPagesLieInTheSettingsSite(t *testing.T) {
	elsewhere := map[string]string{
		"resume-data":    "/jobs/application-settings/",
		"share-resume":   "/jobs/application-settings/",
		"save-self-id":   "/jobs/application-settings/",
		"objection-form": "/help/linkedin/ask/TS-DPRO",
		"sync-contacts":  "/mynetwork/settings/manage-syncing/",
	}
	for _, s := range rules.Table() {
		if page, ok := elsewhere[s.ID]; ok {
			assert.Equal(t, page, s.Page)
			assert.False(t, s.Openable(), s.ID)
		} else if s.Page != "" {
			assert.Regexp(t, `^/mypreferences/d/(settings/|job-seeker/)?[a-z-]+$`, s.Page, s.ID)
		}
	}
}

func TestFind(t *testing.T) {
	for _, id := range ids {
		s, ok := rules.Find(id)
		assert.True(t, ok, id)
		assert.Equal(t, id, s.ID)
	}
	for _, id := range []string{"", "AI-training", "allowDataForGenerativeAI", "ads"} {
		s, ok := rules.Find(id)
		assert.False(t, ok, id)
		assert.Zero(t, s)
		p, ok := rules.ProseOf(id)
		assert.False(t, ok, id)
		assert.Zero(t, p)
	}
}

func TestLevelsIncludeTheOnesBelow(t *testing.T) {
	levels := []rules.Level{rules.Essential, rules.Recommended, rules.Strict}
	for i, chosen := range levels {
		for j, of := range levels {
			assert.Equal(t, i >= j, chosen.Includes(of), "%s includes %s", chosen, of)
		}
		assert.False(t, chosen.Includes(""), chosen)
		assert.False(t, rules.Level("").Includes(chosen), chosen)
	}
	assert.False(t, rules.Level("paranoid").Includes("paranoid"))
}
