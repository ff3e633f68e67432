package regions_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/regions"
)

func TestSuggest(t *testing.T) {
	tests := map[string]struct {
		zone    string
		country string
		region  regions.Region
	}{
		"a capital":                           {"Europe/Berlin", "DE", regions.Designated},
		"the first zone of an area":           {"Africa/Luanda", "AO", regions.Other},
		"the last zone of an area":            {"Africa/Harare", "ZW", regions.Other},
		"Switzerland":                         {"Europe/Zurich", "CH", regions.Designated},
		"Stockholm":                           {"Europe/Stockholm", "SE", regions.Designated},
		"London":                              {"Europe/London", "GB", regions.UK},
		"Jersey":                              {"Europe/Jersey", "JE", regions.UK},
		"three parts":                         {"America/Argentina/Buenos_Aires", "AR", regions.Other},
		"three parts in the US":               {"America/Indiana/Indianapolis", "US", regions.US},
		"Puerto Rico":                         {"America/Puerto_Rico", "PR", regions.US},
		"Toronto":                             {"America/Toronto", "CA", regions.Canada},
		"Hong Kong":                           {"Asia/Hong_Kong", "HK", regions.HongKong},
		"Shanghai":                            {"Asia/Shanghai", "CN", regions.China},
		"Canaries":                            {"Atlantic/Canary", "ES", regions.Designated},
		"old name: Calcutta":                  {"Asia/Calcutta", "IN", regions.Other},
		"old name: Kiev":                      {"Europe/Kiev", "UA", regions.Other},
		"old name: Saigon":                    {"Asia/Saigon", "VN", regions.Other},
		"old name without area: GB":           {"GB", "GB", regions.UK},
		"old name without area: Poland":       {"Poland", "PL", regions.Designated},
		"old name in another area":            {"Asia/Istanbul", "TR", regions.Other},
		"old name under the country":          {"US/Eastern", "US", regions.US},
		"old name under Canada":               {"Canada/Pacific", "CA", regions.Canada},
		"linked to Abidjan, is in Iceland":    {"Iceland", "IS", regions.Designated},
		"linked to Berlin, is Norwegian":      {"Atlantic/Jan_Mayen", "SJ", regions.Other},
		"linked to Panama, is in Canada":      {"America/Coral_Harbour", "CA", regions.Canada},
		"linked to Puerto Rico, has its own":  {"America/Virgin", "VI", regions.US},
		"linked to Prague, is in Slovakia":    {"Europe/Bratislava", "SK", regions.Designated},
		"linked to Zurich, lies in Germany":   {"Europe/Busingen", "DE", regions.Designated},
		"linked to Rome, is not a designated": {"Europe/San_Marino", "SM", regions.Other},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, ok := regions.Suggest(tt.zone, []string{"is"})
			require.True(t, ok)
			assert.Equal(t, regions.Suggestion{Region: tt.region, Country: tt.country, Zone: tt.zone}, got)
		})
	}
}

func TestSuggestSaysNothingOfOtherNames(t *testing.T) {
	for _, zone := range []string{
		"", "/", "UTC", "GMT", "GMT+0", "Etc/UTC", "Etc/GMT+3", "Factory", "EST", "EST5EDT", "CET", "WET", "MST7MDT",
		"Europe", "Europe/", "/Berlin", "Berlin", "europe/berlin", "Europe/Berlin ", "Europe/Berlin/Mitte", "Europe/=DE", "=DE", "-/Cuba",
		"Europe =DE/Berlin", "Mars/Olympus", "Europe/Atlantis",
	} {
		got, ok := regions.Suggest(zone, []string{"is"})
		assert.False(t, ok, "%q", zone)
		assert.Zero(t, got, "%q", zone)
	}
}

// What Tor Browser, Mullvad Browser and LibreWolf say to everybody, UTC before Firefox 128.
func TestSuggestSaysNothingOfAHiddenZone(t *testing.T) {
	for _, zone := range []string{"Atlantic/Reykjavik", "Iceland", "UTC"} {
		for _, languages := range [][]string{nil, {"en-US", "en"}, {"de"}, {"isu", "sis", "en-ISO", "ISO"}} {
			got, ok := regions.Suggest(zone, languages)
			assert.False(t, ok, "%q %v", zone, languages)
			assert.Zero(t, got, "%q %v", zone, languages)
		}
	}
	for _, tag := range []string{"is", "is-IS", "en-IS", "en-Latn-IS"} {
		got, ok := regions.Suggest("Atlantic/Reykjavik", []string{"en", tag})
		assert.True(t, ok, tag)
		assert.Equal(t, "IS", got.Country, tag)
	}
}

func TestSuggestAgreesWithTheMachinesZoneTable(t *testing.T) {
	var missing []string
	for _, fields := range tzTable(t, "zone.tab") {
		country, zone := fields[0], fields[2]
		got, ok := regions.Suggest(zone, []string{"is"})
		if !ok {
			missing = append(missing, zone)
			continue
		}
		assert.Equal(t, country, got.Country, zone)
	}
	// IANA adds about one zone a year, and the machine may be newer than the table.
	assert.LessOrEqual(t, len(missing), 8, "not known: %v", missing)
}

func TestSuggestAcceptsAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-z=/_\- ]{0,30}`)).Draw(t, "zone")
		got, ok := regions.Suggest(zone, []string{"is"})
		if ok {
			assert.Equal(t, zone, got.Zone)
			want, known := regions.Of(got.Country)
			assert.True(t, known)
			assert.Equal(t, want, got.Region)
		} else {
			assert.Zero(t, got)
		}
	})
}
