package regions_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"offswitch/internal/regions"
)

func TestDateOf(t *testing.T) {
	tests := map[string]struct {
		ms   int64
		want regions.Date
	}{
		"the epoch":                    {0, 19700101},
		"the millisecond before it":    {-1, 19691231},
		"a leap day":                   {time.Date(2024, 2, 29, 23, 59, 59, 0, time.UTC).UnixMilli(), 20240229},
		"no leap day in 1900":          {time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC).UnixMilli(), 19000301},
		"the last moment before a day": {time.Date(2025, 11, 2, 23, 59, 59, 999e6, time.UTC).UnixMilli(), 20251102},
		"its first moment":             {time.Date(2025, 11, 3, 0, 0, 0, 0, time.UTC).UnixMilli(), 20251103},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, regions.DateOf(tt.ms))
		})
	}
}

func TestDateOfAgreesWithTheCalendar(t *testing.T) {
	first := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli()
	last := time.Date(9999, 12, 31, 23, 59, 59, 999e6, time.UTC).UnixMilli()
	rapid.Check(t, func(t *rapid.T) {
		ms := rapid.Int64Range(first, last).Draw(t, "ms")
		day := time.UnixMilli(ms).UTC()
		got := regions.DateOf(ms)
		assert.Equal(t, regions.Date(day.Year()*10000+int(day.Month())*100+day.Day()), got)
		assert.Equal(t, day.Format("2006-01-02"), got.String())
	})
}

func TestDatesCompareAsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ms := rapid.Int64Range(0, 1<<42).Draw(t, "ms")
		later := ms + rapid.Int64Range(24*60*60*1000, 1<<42).Draw(t, "later")
		assert.Less(t, regions.DateOf(ms), regions.DateOf(later))
	})
}

func TestNoDateIsWrittenAsNothing(t *testing.T) {
	assert.Empty(t, regions.Date(0).String())
}
