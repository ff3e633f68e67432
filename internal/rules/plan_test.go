package rules_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// TestHistoryOfAITraining replays what people of each region could find, day by day.
func TestHistoryOfAITraining(t *testing.T) {
	tests := map[string]struct {
		country    string
		on         regions.Date
		want       rules.Status
		processing regions.Date
	}{
		"Sweden, 2024: not offered":                      {"SE", 20241001, rules.NotOffered, 0},
		"Sweden, the day before the notice":              {"SE", 20250917, rules.NotOffered, 0},
		"Sweden, the notice":                             {"SE", 20250918, rules.Announced, 20251103},
		"Sweden, October 2025: announced":                {"SE", 20251001, rules.Announced, 20251103},
		"Sweden, the last day before":                    {"SE", 20251102, rules.Announced, 20251103},
		"Sweden, 2025-11-03: running":                    {"SE", 20251103, rules.Running, 20251103},
		"Switzerland follows":                            {"CH", 20251103, rules.Running, 20251103},
		"UK, before anything":                            {"GB", 20240917, rules.NotOffered, 0},
		"UK, 2024-09-19: offered at first":               {"GB", 20240919, rules.Running, 20240918},
		"UK, the day it was withdrawn":                   {"GB", 20240920, rules.NotOffered, 0},
		"UK, 2024-09-21: withdrawn":                      {"GB", 20240921, rules.NotOffered, 0},
		"UK, the day before it came back":                {"GB", 20250917, rules.NotOffered, 0},
		"UK, 2025-09-23: offered again, training later":  {"GB", 20250923, rules.Announced, 20251103},
		"UK, running":                                    {"GB", 20251103, rules.Running, 20251103},
		"US, the day before":                             {"US", 20240917, rules.NotOffered, 0},
		"US, the first day":                              {"US", 20240918, rules.Running, 20240918},
		"US, 2024-10-01":                                 {"US", 20241001, rules.Running, 20240918},
		"US, 2025-11-03: no change":                      {"US", 20251103, rules.Running, 20240918},
		"India, 2024-10-01, with the rest of the world":  {"IN", 20241001, rules.Running, 20240918},
		"Canada, the day before":                         {"CA", 20240917, rules.NotOffered, 0},
		"Canada, 2024-10-01: offered at first":           {"CA", 20241001, rules.Running, 20240918},
		"Canada, the day before the pause was announced": {"CA", 20241209, rules.Running, 20240918},
		"Canada, the day of the announcement":            {"CA", 20241210, rules.NotOffered, 0},
		"Canada, the day before it came back":            {"CA", 20250917, rules.NotOffered, 0},
		"Canada, 2025-10-01: announced":                  {"CA", 20251001, rules.Announced, 20251103},
		"Canada, 2025-11-03: running":                    {"CA", 20251103, rules.Running, 20251103},
		"Hong Kong, 2024-10-01: offered at first":        {"HK", 20241001, rules.Running, 20240918},
		"Hong Kong, the day before the pause":            {"HK", 20241010, rules.Running, 20240918},
		"Hong Kong, paused":                              {"HK", 20241011, rules.NotOffered, 0},
		"Hong Kong, the day before it came back":         {"HK", 20250917, rules.NotOffered, 0},
		"Hong Kong, 2025-10-01: announced":               {"HK", 20251001, rules.Announced, 20251103},
		"Hong Kong, 2025-11-03: running":                 {"HK", 20251103, rules.Running, 20251103},
		"mainland China, 2024-10-01: nobody knows":       {"CN", 20241001, rules.Unsure, 0},
		"mainland China, 2025-10-01: nobody knows":       {"CN", 20251001, rules.Unsure, 0},
		"mainland China, 2025-11-03: nobody knows":       {"CN", 20251103, rules.Unsure, 0},
		"Macao is not mainland China: rest of the world": {"MO", 20241001, rules.Running, 20240918},
	}
	s := find(t, "ai-training")
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r, ok := regions.Of(tt.country)
			require.True(t, ok)
			offer, status := rules.Applies(s, r, tt.on)
			assert.Equal(t, tt.want, status)
			assert.Equal(t, tt.processing, offer.Processing)
			assert.Equal(t, tt.want != rules.NotOffered, planned(r, tt.on, rules.Essential, s.ID))
		})
	}
}

func TestOfferedByRegion(t *testing.T) {
	const today = regions.Date(20261121)
	tests := map[string]struct {
		setting string
		region  regions.Region
		on      regions.Date
		want    rules.Status
		def     regions.Default
	}{
		"sharing is not offered in the EU":             {"ads-share-with-partners", regions.Designated, today, rules.NotOffered, ""},
		"sharing is not offered in the UK":             {"ads-share-with-partners", regions.UK, today, rules.NotOffered, ""},
		"sharing is on in the US":                      {"ads-share-with-partners", regions.US, today, rules.Running, regions.On},
		"sharing is not named in mainland China":       {"ads-share-with-partners", regions.China, today, rules.Unsure, regions.On},
		"ads off LinkedIn need consent in the EU":      {"ads-off-linkedin", regions.Designated, today, rules.Running, regions.Consent},
		"since 2025-01-22":                             {"ads-off-linkedin", regions.Designated, 20250122, rules.Running, regions.Consent},
		"and not a day before":                         {"ads-off-linkedin", regions.Designated, 20250121, rules.Running, regions.Unknown},
		"ads off LinkedIn are on in the UK":            {"ads-off-linkedin", regions.UK, today, rules.Running, regions.On},
		"inferred location needs consent in the EU":    {"ads-inferred-location", regions.Designated, today, rules.Running, regions.Consent},
		"activity needs consent in the EU":             {"ads-linkedin-activity", regions.Designated, today, rules.Running, regions.Consent},
		"activity is not offered in the US":            {"ads-linkedin-activity", regions.US, today, rules.NotOffered, ""},
		"activity is on in the UK":                     {"ads-linkedin-activity", regions.UK, today, rules.Running, regions.On},
		"the format of ads is on in the US":            {"ads-customized-format", regions.US, today, rules.Running, regions.On},
		"the format of ads is not named in the EU":     {"ads-customized-format", regions.Designated, today, rules.Unsure, regions.Unknown},
		"the inbox with ads needs consent in the EU":   {"sponsored-messages", regions.Designated, today, rules.Running, regions.Consent},
		"since 2024-08":                                {"sponsored-messages", regions.Designated, 20240731, rules.NotOffered, ""},
		"there is no such inbox in the US":             {"sponsored-messages", regions.US, today, rules.NotOffered, ""},
		"profile data is an opt-out in the EU":         {"ads-profile-location", regions.Designated, today, rules.Running, regions.On},
		"connections are an opt-out in the EU":         {"ads-connections", regions.Designated, 20240101, rules.Running, regions.On},
		"demographic information in the US":            {"demographic-info", regions.US, today, rules.Running, regions.Unknown},
		"demographic information in Canada":            {"demographic-info", regions.Canada, today, rules.NotOffered, ""},
		"DMA services in the EEA":                      {"dma-services", regions.Designated, today, rules.Running, regions.On},
		"DMA services before 2024-02":                  {"dma-services", regions.Designated, 20240131, rules.NotOffered, ""},
		"DMA services in the UK":                       {"dma-services", regions.UK, today, rules.NotOffered, ""},
		"the objection form everywhere":                {"objection-form", regions.China, today, rules.Running, regions.Unknown},
		"the objection form before 2024-09":            {"objection-form", regions.Designated, 20240831, rules.NotOffered, ""},
		"research is on, where no source tells apart":  {"research", regions.Designated, today, rules.Unsure, regions.On},
		"cookies, of which not even the default known": {"non-essential-cookies", regions.US, today, rules.Unsure, regions.Unknown},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			offer, status := rules.Applies(find(t, tt.setting), tt.region, tt.on)
			assert.Equal(t, tt.want, status)
			assert.Equal(t, tt.def, offer.Default)
		})
	}
}

func TestProfileDataSettingsAreOptOutInDesignatedCountries(t *testing.T) {
	for _, id := range []string{
		"ads-profile-location", "ads-connections", "ads-groups", "ads-education-skills", "ads-job-information", "ads-employer", "ads-companies-followed",
	} {
		offer, ok := rules.Offered(find(t, id), regions.Designated, 20261121)
		assert.True(t, ok, id)
		assert.Equal(t, "legitimate interest, opt-out", offer.Basis, id)
	}
}

func TestWhatIsNotClickedInARegion(t *testing.T) {
	const today = regions.Date(20261121)
	missing := map[regions.Region][]string{
		regions.Designated: {"ads-share-with-partners"},
		regions.UK:         {"ads-share-with-partners"},
		regions.US:         nil,
	}
	for region, want := range missing {
		plan := planIDs(region, today, rules.Strict)
		var got []string
		for _, s := range rules.Table() {
			if s.Act == rules.Click && !contains(plan, s.ID) {
				got = append(got, s.ID)
			}
		}
		assert.Equal(t, want, got, region)
	}
	assert.Empty(t, planIDs("", today, rules.Strict), "no region")
	assert.Empty(t, planIDs(regions.US, today, ""), "no level")
}

func TestNoTwoOffersHoldAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, on := anyRegion(t), anyDate(t)
		for _, s := range rules.Table() {
			holding := 0
			for _, o := range s.Offers {
				if o.Holds(r, on) {
					holding++
				}
			}
			assert.LessOrEqual(t, holding, 1, "%s in %s on %s", s.ID, r, on)
		}
	})
}

func TestEveryOfferHoldsSomewhereOnItsFirstDay(t *testing.T) {
	for _, s := range rules.Table() {
		for _, o := range s.Offers {
			require.NotEmpty(t, o.Regions, s.ID)
			assert.True(t, o.Until == 0 || o.Since < o.Until, s.ID)
			assert.True(t, o.Processing == 0 || o.Processing >= o.Since, s.ID)
			for _, r := range o.Regions {
				assert.True(t, regions.Known(r), "%s: %q", s.ID, r)
				assert.True(t, o.Holds(r, o.Since), s.ID)
			}
			for _, d := range []regions.Date{o.Since, o.Processing, o.Until} {
				assertDate(t, d)
			}
		}
	}
}

func TestAPlanIsWhatIsOfferedAtItsLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, on := anyRegion(t), anyDate(t)
		level := rapid.SampledFrom([]rules.Level{rules.Essential, rules.Recommended, rules.Strict}).Draw(t, "level")
		in := map[string]bool{}
		for _, s := range rules.Plan(rules.Table(), r, on, level) {
			in[s.ID] = true
		}
		for _, s := range rules.Table() {
			_, offered := rules.Offered(s, r, on)
			assert.Equal(t, offered && s.Act != rules.Never && level.Includes(s.Level), in[s.ID], s.ID)
			assert.Equal(t, in[s.ID] && s.Act == rules.Click, rules.Stand(s, r, on, level) == rules.Planned, s.ID)
		}
	})
}

func TestAHigherLevelOnlyAdds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, on := anyRegion(t), anyDate(t)
		essential, recommended, strict := planIDs(r, on, rules.Essential), planIDs(r, on, rules.Recommended), planIDs(r, on, rules.Strict)
		assert.Subset(t, recommended, essential)
		assert.Subset(t, strict, recommended)
	})
}

// A setting leaves a plan only on a day on which one of its offers ends, and
// joins one only on a day on which one begins.
func TestAPlanShrinksOnlyWhereAnOfferEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, on := anyRegion(t), anyDate(t)
		next := dayAfter(on)
		before, after := planIDs(r, on, rules.Strict), planIDs(r, next, rules.Strict)
		for _, s := range rules.Table() {
			var begins, ends bool
			for _, o := range s.Offers {
				begins = begins || (o.Since == next && r.In(o.Regions))
				ends = ends || (o.Until == next && r.In(o.Regions))
			}
			if !ends {
				assert.False(t, contains(before, s.ID) && !contains(after, s.ID), "%s left %s on %s", s.ID, r, next)
			}
			if !begins {
				assert.False(t, !contains(before, s.ID) && contains(after, s.ID), "%s joined %s on %s", s.ID, r, next)
			}
		}
	})
}

func TestNothingDestructiveOrDeniedIsEverOpenable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, s := range rules.Plan(rules.Table(), anyRegion(t), anyDate(t), rules.Strict) {
			assert.NotEqual(t, rules.Never, s.Act, s.ID)
		}
		for _, s := range rules.Table() {
			if s.Act == rules.Never || rules.Denied(s.Page) {
				assert.False(t, s.Openable(), s.ID)
			}
		}
	})
}

func find(t *testing.T, id string) rules.Setting {
	t.Helper()
	s, ok := rules.Find(id)
	require.True(t, ok, id)
	return s
}

func planned(r regions.Region, on regions.Date, level rules.Level, id string) bool {
	return contains(planIDs(r, on, level), id)
}

func planIDs(r regions.Region, on regions.Date, level rules.Level) []string {
	list := []string{}
	for _, s := range rules.Plan(rules.Table(), r, on, level) {
		list = append(list, s.ID)
	}
	return list
}

func contains(list []string, id string) bool {
	for _, x := range list {
		if x == id {
			return true
		}
	}
	return false
}

func anyRegion(t *rapid.T) regions.Region {
	all := regions.All()
	return all[rapid.IntRange(0, len(all)-1).Draw(t, "region")].ID
}

// anyDate draws days around the changes more often than others.
func anyDate(t *rapid.T) regions.Date {
	var changes []regions.Date
	for _, s := range rules.Table() {
		for _, o := range s.Offers {
			for _, d := range []regions.Date{o.Since, o.Processing, o.Until} {
				if d != 0 {
					changes = append(changes, d)
				}
			}
		}
	}
	start := rapid.SampledFrom(append(changes, 20200101, 20261121)).Draw(t, "near")
	return regions.DateOf(timeOf(start).AddDate(0, 0, rapid.OneOf(rapid.IntRange(-2, 2), rapid.IntRange(-400, 400)).Draw(t, "days")).UnixMilli())
}

func dayAfter(d regions.Date) regions.Date {
	return regions.DateOf(timeOf(d).AddDate(0, 0, 1).UnixMilli())
}

func timeOf(d regions.Date) time.Time {
	n := int(d)
	return time.Date(n/10000, time.Month(n/100%100), n%100, 0, 0, 0, 0, time.UTC)
}

func assertDate(t *testing.T, d regions.Date) {
	t.Helper()
	if d != 0 {
		assert.Equal(t, d, regions.DateOf(timeOf(d).UnixMilli()), "%d is no day", d)
	}
}
