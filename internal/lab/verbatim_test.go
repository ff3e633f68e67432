package lab_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
)

func TestPageGivenWordForWord(t *testing.T) {
	const text, script = "<!doctype html><p>Mine</p>", "export {};"
	b := browse(t, lab.Config{HTML: map[string]string{agePage: text, "/mypreferences/worker.js": script}})
	got := b.get(agePage)
	assert.Equal(t, text, got.body)
	assert.Equal(t, "text/html; charset=utf-8", got.header.Get("Content-Type"))
	assert.Equal(t, "no-store", got.header.Get("Cache-Control"))
	assert.Empty(t, got.header.Get("Content-Security-Policy"), "its own scripts run")
	assert.Equal(t, http.StatusOK, b.save(ageKey, `{"on":false}`).status, "it has the token that saves need")
	assert.Equal(t, "text/javascript; charset=utf-8", b.get("/mypreferences/worker.js").header.Get("Content-Type"))
	assert.NotContains(t, b.get("/mypreferences/d/settings/ads-by-gender").body, text)

	_, err := lab.New(lab.Config{HTML: map[string]string{"no/path": text}})
	require.ErrorContains(t, err, `lab: html: "no/path" is no path`)
}

func TestPageGivenWordForWordMayBeCached(t *testing.T) {
	b := browse(t, lab.Config{HTML: map[string]string{agePage: "<p>Mine"}, CacheControl: "private, max-age=600"})
	first := b.get(agePage)
	assert.Equal(t, "private, max-age=600", first.header.Get("Cache-Control"))
	again, err := b.do(t.Context(), http.MethodGet, agePage, "", map[string]string{"If-None-Match": first.header.Get("ETag")})
	require.NoError(t, err)
	assert.Equal(t, http.StatusNotModified, again.status)
	assert.Equal(t, "no-store", b.get("/feed/").header.Get("Cache-Control"), "no other page")
}
