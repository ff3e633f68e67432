package lab

import (
	"crypto/sha256"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	savePath     = "/mysettings-api/settingsApiSettings/"
	notFoundPath = "/mypreferences/page-not-found"
	dialogPath   = base + "lab-dialog"
	statusDenied = 999
	// fragmentHeader is how a page's own program asks for another page.
	fragmentHeader = "X-Lab-Fragment"
	// workerHeader is how the site's service worker passes a load on.
	workerHeader = "X-Lab-Worker"
	// StatusCut is logged where the lab cut the connection.
	StatusCut = 444
	// StatusGone is logged where the browser went away before the answer.
	StatusGone = 499
)

// policy allows the site its own files and, of inline styles, only the one that LinkedIn's hidden data blocks carry.
var policy = func() string {
	hash := sha256.Sum256([]byte("display:none"))
	return "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-hashes' 'sha256-" +
		base64.StdEncoding.EncodeToString(hash[:]) + "'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
}()

// recorder notes the status for the log.
type recorder struct {
	http.ResponseWriter
	status int
}

func (w *recorder) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(b []byte) (int, error) {
	or(&w.status, http.StatusOK)
	return w.ResponseWriter.Write(b)
}

func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// ServeHTTP answers as the settings site would, and logs the request.
func (s *Site) ServeHTTP(raw http.ResponseWriter, r *http.Request) {
	began := time.Now()
	path := cleanPath(r.URL.Path)
	line := &Request{At: now(), Method: r.Method, Path: r.URL.Path, Query: r.URL.RawQuery, Kind: kind(r, path)}
	s.mu.Lock()
	s.requests++
	line.N = s.requests
	s.log = append(s.log, line)
	cuts := s.cuts()
	s.mu.Unlock()
	w := &recorder{ResponseWriter: raw}
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		line.Status, line.Took = w.status, time.Since(began).Milliseconds()
	}()
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	if cuts {
		h.Set("Connection", "close")
	}
	h.Set("Content-Security-Policy", policy)
	h.Set("Content-Security-Policy-Report-Only", policy+"; report-uri "+reportPath)
	h.Set("X-Content-Type-Options", "nosniff")
	if who := foreign(r, line.Kind); who != "" {
		s.violation(line.N, "request", r.Method+" "+r.URL.Path+" by "+who)
	}
	s.route(w, r, path, line.N)
	if w.status == 0 {
		w.WriteHeader(http.StatusOK)
	}
}

func kind(r *http.Request, path string) string {
	switch {
	case strings.HasPrefix(path, savePath):
		return "save"
	case reports(path):
		return "report"
	case strings.HasPrefix(path, "/lab/"), path == "/favicon.ico":
		return "asset"
	case path == dialogPath:
		return "frame"
	case !served(path):
		return "other"
	case r.URL.Query().Has("lab-frame"):
		return "frame"
	case r.Header.Get(fragmentHeader) != "":
		return "fragment"
	}
	return "page"
}

func (s *Site) route(w *recorder, r *http.Request, path string, n int) {
	switch {
	case strings.HasPrefix(path, savePath):
		s.save(w, r, strings.TrimPrefix(path, savePath), n)
	case r.Method == http.MethodPost && reports(path):
		s.report(w, r, path, n)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		s.violation(n, "method", r.Method+" "+r.URL.Path)
		http.Error(w, "the lab only takes saves", http.StatusMethodNotAllowed)
	case strings.HasPrefix(path, "/lab/"):
		s.asset(w, r, path)
	case s.verbatim(w, r):
	case path == "/favicon.ico":
		w.WriteHeader(http.StatusNoContent)
	case served(path):
		s.settingsPage(w, r, path, n)
	case path == notFoundPath:
		s.simple(w, "Lab: page not found", "LinkedIn does not know this page.", http.StatusOK)
	case path == dialogPath:
		s.dialog(w)
	case strings.HasPrefix(path, "/mypreferences"), strings.HasPrefix(path, "/psettings/"):
		redirect(w, r, prefix(r)+"categories/account")
	case slices.Contains(signIns, path), strings.HasPrefix(path, "/checkpoint/lg/"), strings.HasPrefix(path, "/checkpoint/rm/"):
		s.simple(w, "Lab: signed out", "Sign in to go on.", http.StatusOK)
	case strings.HasPrefix(path, "/checkpoint/"):
		s.simple(w, "Lab: challenge", "Prove that you are a person to go on.", http.StatusOK)
	default:
		s.simple(w, "Lab: elsewhere", "This page has nothing to do with settings.", http.StatusOK)
	}
}

// signIns are the addresses of sign-in pages, beside those under /checkpoint/lg/ and /checkpoint/rm/.
var signIns = []string{"/", "/login", "/m/login", "/uas/login", "/uas/authenticate", "/authwall", "/signup"}

// served says whether a clean path is a category page or holds a row.
func served(path string) bool {
	return category(path) != "" || len(rowsAt(path)) > 0
}

func category(path string) string {
	name, ok := strings.CutPrefix(path, base+"categories/")
	if ok && slices.Contains(Categories, name) {
		return name
	}
	return ""
}

// prefix keeps a phone on the phone's addresses.
func prefix(r *http.Request) string {
	if strings.HasPrefix(r.URL.Path, "/mypreferences/m/") {
		return "/mypreferences/m/"
	}
	return base
}

func redirect(w http.ResponseWriter, r *http.Request, to string) {
	http.Redirect(w, r, to, http.StatusFound)
}

func (s *Site) settingsPage(w *recorder, r *http.Request, path string, n int) {
	rows := rowsAt(path)
	for _, row := range rows {
		if row.Danger != "" {
			s.violation(n, row.Danger, r.URL.Path)
			break
		}
	}
	if r.URL.Query().Has("lab-frame") {
		s.render(w, r, path, rows)
		return
	}
	if to := s.gate(r, path, rows); to != "" {
		redirect(w, r, to)
		return
	}
	if len(rows) > 0 {
		rows = s.offered(rows)
		if len(rows) == 0 {
			redirect(w, r, prefix(r)+"categories/"+rowsAt(path)[0].Category)
			return
		}
	}
	if !s.misbehaves(w, r, path, rows) {
		s.render(w, r, path, rows)
	}
}

func (s *Site) offered(rows []Row) []Row {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(rows), func(row Row) bool { return !row.Offered(s.config.Region) })
}

// gate counts settings pages and says where to go instead once signed out or challenged.
func (s *Site) gate(r *http.Request, path string, rows []Row) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages++
	for _, f := range s.faults {
		if _, ok := f.info.does.(atSession); !ok {
			continue
		}
		if !f.reached && s.pages >= f.N && f.touches(path, keysOf(rows)...) {
			f.reached = true
		}
		if !f.inForce() {
			continue
		}
		f.used++
		if strings.HasSuffix(f.To, "=") {
			return f.To + r.URL.EscapedPath() // to come back to
		}
		return f.To
	}
	return ""
}

// misbehaves carries out the faults that replace a page. It is false when the page is to be served.
func (s *Site) misbehaves(w *recorder, r *http.Request, path string, rows []Row) bool {
	if hops := r.URL.Query().Get("lab-loop"); hops != "" {
		count, _ := strconv.Atoi(hops)
		redirect(w, r, fmt.Sprintf("%s?lab-loop=%d", r.URL.Path, count+1))
		return true
	}
	for _, f := range take[atPage](s, path, keysOf(rows)...) {
		if f.does(s, w, r, f.Fault) {
			return true
		}
	}
	if len(rows) == 0 {
		return false
	}
	for _, f := range take[atSetting](s, path, keysOf(rows)...) {
		f.does(w, r, rows[0].Category)
		return true
	}
	return false
}

func keysOf(rows []Row) []string {
	var keys []string
	for _, row := range rows {
		if row.Key != "" {
			keys = append(keys, row.Key)
		}
		keys = append(keys, row.Items...)
	}
	return keys
}

// cut resets the connection without an answer.
func cut(w *recorder) {
	w.status = StatusCut
	conn, _, err := http.NewResponseController(w.ResponseWriter).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if secure, ok := conn.(*tls.Conn); ok {
		conn = secure.NetConn()
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		tcp.SetLinger(0)
	}
	conn.Close()
}
