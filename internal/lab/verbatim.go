package lab

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"path"
	"strings"
	"time"
)

// verbatim serves a page that the config gives word for word, and says whether there is one at the address. Such a page
// brings its own scripts and styles, so the site's policy does not hold there.
func (s *Site) verbatim(w http.ResponseWriter, r *http.Request) bool {
	s.mu.Lock()
	text, given := s.config.HTML[r.URL.Path]
	caching := s.config.CacheControl
	s.mu.Unlock()
	if !given {
		return false
	}
	h := w.Header()
	h.Del("Content-Security-Policy")
	h.Del("Content-Security-Policy-Report-Only")
	h.Set("Content-Type", "text/html; charset=utf-8")
	if kind := contentTypes[path.Ext(r.URL.Path)]; kind != "" {
		h.Set("Content-Type", kind)
	}
	if caching != "" {
		h.Set("Cache-Control", caching)
		h.Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256([]byte(text))))
	}
	http.SetCookie(w, &http.Cookie{Name: csrfCookie, Value: token, Path: "/", Secure: true, SameSite: http.SameSiteLaxMode})
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(text))
	return true
}
