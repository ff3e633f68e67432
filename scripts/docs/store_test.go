package main

import (
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// quotedText is what stands in a section as the text to hand in: its lines that begin with ">".
func quotedText(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if quoted, ok := strings.CutPrefix(line, ">"); ok {
			lines = append(lines, strings.TrimSpace(quoted))
		}
	}
	return strings.Join(lines, "\n")
}

// Texts fit the fields that they are for.
func TestStoreTextsFit(t *testing.T) {
	short := quotedText(section(t, "docs/store/listing.md", "## Short description"))
	assert.Equal(t, messages(t, "en")["description"], short, "Chrome takes it from the manifest")
	for _, c := range []struct {
		document, heading string
		most              int
	}{
		{"listing.md", "## Short description", 132},
		{"listing.md", "## Summary", 250},
		{"listing.md", "## Long description", 10_000},
		{"chrome.md", "## Single purpose", 1_000},
		{"firefox.md", "## Notes for reviewers", 3_000},
		{"chrome.md", "## Notes for reviewers", 3_000},
	} {
		text := quotedText(section(t, "docs/store/"+c.document, c.heading))
		assert.NotEmpty(t, text, c.heading)
		assert.LessOrEqual(t, utf8.RuneCountInString(text), c.most, "%s: %s", c.document, c.heading)
	}
}

// pictureRow names a picture and its size.
var pictureRow = regexp.MustCompile("(?m)^\\| `([a-z0-9-]+\\.png)` \\| (\\d+) x (\\d+) \\|")

// Pictures have the sizes that the stores ask for, and each that is there is named.
func TestStorePicturesHaveTheirSizes(t *testing.T) {
	named := map[string]bool{}
	for _, row := range pictureRow.FindAllStringSubmatch(section(t, "docs/store/listing.md", "## Pictures"), -1) {
		named[row[1]] = true
		file, err := os.Open(root + "docs/store/pictures/" + row[1])
		require.NoError(t, err)
		size, err := png.DecodeConfig(file)
		file.Close()
		require.NoError(t, err)
		assert.Equal(t, row[2]+" x "+row[3], strconv.Itoa(size.Width)+" x "+strconv.Itoa(size.Height), row[1])
	}
	files, err := filepath.Glob(root + "docs/store/pictures/*")
	require.NoError(t, err)
	assert.Len(t, files, len(named))
	assert.NotEmpty(t, named)
}
