package regions_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/regions"
)

// countries is the number of officially assigned ISO 3166-1 alpha-2 codes.
const countries = 249

func TestEveryCountryBelongsToExactlyOneRegion(t *testing.T) {
	owner := map[string]regions.Region{}
	for _, info := range regions.All() {
		for _, code := range info.Countries() {
			assert.Empty(t, owner[code], "%s is also in %s", code, info.ID)
			owner[code] = info.ID
			got, ok := regions.Of(code)
			assert.True(t, ok, code)
			assert.Equal(t, info.ID, got, code)
		}
	}
	assert.Len(t, owner, countries)
}

func TestCountriesAreThoseOfISO(t *testing.T) {
	table := tzTable(t, "iso3166.tab")
	require.Len(t, table, countries)
	for _, fields := range table {
		_, ok := regions.Of(fields[0])
		assert.True(t, ok, "%s (%s) belongs to no region", fields[0], fields[1])
	}
}

func TestDesignatedCountriesAreExactlyTheOnesNamed(t *testing.T) {
	eu := "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
	want := append(strings.Fields(eu), "IS", "LI", "NO", "CH")
	assert.ElementsMatch(t, want, info(t, regions.Designated).Countries())
}

func TestOf(t *testing.T) {
	tests := map[string]struct {
		country string
		want    regions.Region
	}{
		"an EU member":                  {"SE", regions.Designated},
		"Switzerland":                   {"CH", regions.Designated},
		"Norway":                        {"NO", regions.Designated},
		"Great Britain":                 {"GB", regions.UK},
		"Jersey, our judgement":         {"JE", regions.UK},
		"Guernsey, our judgement":       {"GG", regions.UK},
		"Isle of Man, our judgement":    {"IM", regions.UK},
		"Gibraltar is not named":        {"GI", regions.Other},
		"United States":                 {"US", regions.US},
		"Puerto Rico":                   {"PR", regions.US},
		"Guam":                          {"GU", regions.US},
		"US Virgin Islands":             {"VI", regions.US},
		"American Samoa":                {"AS", regions.US},
		"Northern Marianas":             {"MP", regions.US},
		"Minor Outlying Islands":        {"UM", regions.Other},
		"Canada":                        {"CA", regions.Canada},
		"Hong Kong":                     {"HK", regions.HongKong},
		"mainland China":                {"CN", regions.China},
		"Macao is not mainland China":   {"MO", regions.Other},
		"Taiwan is not mainland China":  {"TW", regions.Other},
		"India":                         {"IN", regions.Other},
		"Åland has a code of its own":   {"AX", regions.Other},
		"Réunion has a code of its own": {"RE", regions.Other},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, ok := regions.Of(tt.country)
			require.True(t, ok)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestOfKnowsNoOtherCodes(t *testing.T) {
	for _, code := range []string{"", " ", "S", "SE ", " S", "SE BE", "se", "UK", "EU", "XK", "ZZ", "E ", "SWE", "日本"} {
		_, ok := regions.Of(code)
		assert.False(t, ok, "%q", code)
	}
}

func TestOfAcceptsNothingBeyondTheList(t *testing.T) {
	var codes []string
	for _, i := range regions.All() {
		codes = append(codes, i.Countries()...)
	}
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.OneOf(rapid.StringMatching(`[A-Z]{2}`), rapid.StringN(0, 5, -1)).Draw(t, "code")
		_, ok := regions.Of(code)
		assert.Equal(t, slices.Contains(codes, code), ok, "%q", code)
	})
}

func TestAll(t *testing.T) {
	var ids []regions.Region
	for _, i := range regions.All() {
		ids = append(ids, i.ID)
		assert.NotEmpty(t, i.Name, i.ID)
		assert.NotEmpty(t, i.Called, i.ID)
		assert.NotEmpty(t, i.Basis, i.ID)
		assert.NotEmpty(t, i.Source, i.ID)
		assert.True(t, regions.Known(i.ID), i.ID)
	}
	assert.Equal(t, []regions.Region{"designated", "uk", "us", "ca", "hk", "cn", "other"}, ids)
	assert.False(t, regions.Known(""))
	assert.False(t, regions.Known("eu"))
}

func info(t *testing.T, r regions.Region) regions.Info {
	t.Helper()
	for _, i := range regions.All() {
		if i.ID == r {
			return i
		}
	}
	require.Fail(t, "no such region", string(r))
	return regions.Info{}
}

// tzTable reads a table of the machine's time zone database, and skips the test
// where there is none.
func tzTable(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("/usr/share/zoneinfo/" + name)
	if err != nil {
		t.Skip("this machine has no " + name)
	}
	defer f.Close()
	var table [][]string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if line := lines.Text(); line != "" && !strings.HasPrefix(line, "#") {
			table = append(table, strings.Split(line, "\t"))
		}
	}
	require.NotEmpty(t, table)
	return table
}
