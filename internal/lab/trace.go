package lab

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// Where the pages' own watcher and the browser's policy tell what they have seen.
const (
	reportPath = "/csp-report"
	tracePath  = "/lab/trace"
	clickPath  = "/lab/click"
)

// reports says whether at this path a page tells something.
func reports(path string) bool {
	return path == reportPath || path == tracePath || path == clickPath
}

// report turns what the browser's policy or the page's own watcher tells into violations, and keeps the clicks that no
// hand made.
func (s *Site) report(w *recorder, r *http.Request, path string, n int) {
	body, _ := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
	switch path {
	case clickPath:
		click := Click{N: n, At: now()}
		if err := json.Unmarshal(body, &click); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		s.mu.Lock()
		s.clicks = append(s.clicks, click)
		s.mu.Unlock()
	case tracePath:
		s.violation(n, "trace", strings.TrimSpace(string(body)))
	default:
		var small bytes.Buffer
		if json.Compact(&small, body) != nil {
			small.Write(body)
		}
		s.violation(n, "csp", small.String())
	}
	w.WriteHeader(http.StatusNoContent)
}

// foreign says who made a request that is neither a page that the browser was led to nor one of a lab page's own; "" for
// those. What a script of an extension's asks for in the name of the page it stands in is told by what no page asks for.
func foreign(r *http.Request, kind string) string {
	h := r.Header
	if strings.Contains(h.Get("Origin")+h.Get("Referer"), "-extension://") {
		return "an extension"
	}
	site, mode := h.Get("Sec-Fetch-Site"), h.Get("Sec-Fetch-Mode")
	switch {
	case mode == "" || mode == "navigate" || h.Get("Sec-Fetch-Dest") == "serviceworker": // no extension registers one for the site
		return ""
	case site != "same-origin":
		return "somebody " + site
	case (kind == "page" || kind == "other") && h.Get(fragmentHeader) == "" && h.Get(workerHeader) == "":
		return "a script that is not the page's"
	}
	return ""
}
