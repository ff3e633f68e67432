package makeup

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyGoItselfIsCompiledIn(t *testing.T) {
	code, err := Code()
	require.NoError(t, err)
	require.Len(t, code, 1)
	assert.Equal(t, "BSD-3-Clause", code[0].Licence)
	assert.Contains(t, code[0].Text, "The Go Authors")
	assert.Regexp(t, `^pkg:golang/std@\d+\.\d+`, code[0].URL)
}

func TestComponentNeedsALicenceThatIsKnown(t *testing.T) {
	for _, test := range []struct{ name, text, licence, problem string }{
		{name: "none", problem: "the licence of some/module"},
		{name: "unknown", text: "You may look at this.", problem: "none that is known"},
		{name: "known", text: "\nPermission is hereby granted, free of charge, to any person\n\n", licence: "MIT"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if test.text != "" {
				require.NoError(t, os.WriteFile(filepath.Join(dir, "LICENSE"), []byte(test.text), 0o600))
			}
			found, err := component("some/module", "v1.0.0", "pkg:golang/some/module@v1.0.0", dir)
			if test.problem != "" {
				assert.ErrorContains(t, err, test.problem)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.licence, found.Licence)
			assert.Equal(t, "Permission is hereby granted, free of charge, to any person\n", found.Text)
		})
	}
}

func TestNoticeHoldsEveryLicence(t *testing.T) {
	text := notice("our own licence\n", []Component{{Name: "one", Text: "the first\n"}, {Name: "two", Text: "the second\n"}})
	assert.Regexp(t, `(?s)our own licence.*one\n\nthe first\n.*two\n\nthe second\n.*public domain`, text)
}

// What is installed is what the lock file and the versions in package.json name.
func TestToolsAreTheInstalledOnes(t *testing.T) {
	tools, err := Tools()
	require.NoError(t, err)
	require.Len(t, tools, 1)
	wanted, err := os.ReadFile("../../../package.json")
	require.NoError(t, err)
	assert.Contains(t, string(wanted), `"binaryen": "`+tools[0].Version+`"`)
	assert.Equal(t, "Apache-2.0", tools[0].Licence)
}
