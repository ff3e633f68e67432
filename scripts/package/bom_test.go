package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/scripts/internal/makeup"
)

func aBill(t *testing.T, zipped string) bill {
	files := []entry{{name: "manifest.json", content: []byte("{}")}, {name: "engine.wasm", content: []byte("code")}}
	code := []makeup.Component{{Name: "Go", Version: "1.2.3", URL: "pkg:golang/std@1.2.3", Licence: "BSD-3-Clause"}}
	tools := []makeup.Component{{Name: "optimizer", Version: "4", URL: "pkg:npm/optimizer@4", Licence: "Apache-2.0"}}
	text, err := billOf("0.1.0", []byte(zipped), files, code, tools)
	require.NoError(t, err)
	again, err := billOf("0.1.0", []byte(zipped), files, code, tools)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again), "the same package has the same bill")
	var b bill
	require.NoError(t, json.Unmarshal(text, &b))
	return b
}

func TestBillNamesAllThatShipsAndWhatMadeIt(t *testing.T) {
	b := aBill(t, "the package")
	assert.Equal(t, "CycloneDX", b.Format)
	assert.Equal(t, "1.6", b.Spec)
	assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256([]byte("the package"))), b.Metadata.Component.Hashes[0].Content)
	assert.Equal(t, "0.1.0", b.Metadata.Component.Version)
	found := map[string]component{}
	for _, c := range b.Components {
		assert.NotContains(t, found, c.Ref, "a reference is of one component")
		found[c.Ref] = c
	}
	assert.Equal(t, "required", found["pkg:golang/std@1.2.3"].Scope)
	assert.Equal(t, "BSD-3-Clause", found["pkg:golang/std@1.2.3"].Licences[0].Licence.ID)
	assert.Equal(t, "excluded", found["pkg:npm/optimizer@4"].Scope)
	assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256([]byte("code"))), found["file:engine.wasm"].Hashes[0].Content)
	assert.Len(t, found, 4)
	assert.Equal(t, []dependency{{Ref: b.Metadata.Component.Ref, On: []string{"pkg:golang/std@1.2.3"}}}, b.Dependencies)
}

// The form is that of CycloneDX's own schema: a number of eight, four, four, four and twelve digits.
func TestBillHasANumberOfItsPackage(t *testing.T) {
	one, two := aBill(t, "one"), aBill(t, "two")
	assert.Regexp(t, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, one.Serial)
	assert.NotEqual(t, one.Serial, two.Serial)
}
