package lab

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"
	texttemplate "text/template"
)

//go:embed assets
var assets embed.FS

// page is everything the layout template knows.
type page struct {
	Lang, Skin, Build, Title, Heading, Text, Frame string
	Framed                                         bool // shown inside the settings frame, so without header and menu
	Account                                        Account
	Chat                                           *Account
	Menu, Rows                                     []link
	Blocks                                         []*block
	Blobs                                          []string
	Nodes                                          template.HTML
	Extra                                          []blockView
	Model                                          model

	templates *template.Template
	lastID    int
}

// link is an entry of the menu, or a row of a category page with the word that it shows, and the one that it shows late.
type link struct{ Href, Title, Word, Late string }

// move is the address that a page's own program takes after so long.
type move struct {
	To string `json:"to"`
	MS int    `json:"ms"`
}

// model is what the page's script is told.
type model struct {
	Skin    string   `json:"skin"`
	Early   string   `json:"early"`
	Build   string   `json:"build"`
	Blocks  []*block `json:"blocks"`
	Dialog  string   `json:"dialog,omitempty"` // "modal", "plain", "shadow" or "frame"
	Mutates int      `json:"mutates,omitempty"`
	Stale   int      `json:"stale,omitempty"`
	Account int      `json:"account,omitempty"` // milliseconds until the header shows whose it is
	Words   int      `json:"words,omitempty"`   // milliseconds until the rows show their values
	Moves   *move    `json:"moves,omitempty"`
	Reloads int      `json:"reloads,omitempty"` // milliseconds until the page loads itself again
	Worker  bool     `json:"worker,omitempty"`
}

// className makes Ember-like CSS-module names (_switch_1a2b3) and React-like bare hashes (_1a2b3c4d).
func className(skin, build, name string) string {
	sum := sha256.Sum256([]byte(skin + build + name))
	hash := hex.EncodeToString(sum[:])
	if skin == "react" {
		return "_" + hash[:8]
	}
	return "_" + name + "_" + hash[:5]
}

// parsed holds the templates of each front end; the class function is replaced for each page.
var parsed = func() map[string]*template.Template {
	all := map[string]*template.Template{}
	for _, skin := range []string{"ember", "react"} {
		t := template.New(skin).Funcs(template.FuncMap{"class": func(string) string { return "" }})
		all[skin] = template.Must(t.ParseFS(assets, "assets/layout.html", "assets/"+skin+".html"))
	}
	return all
}()

func (s *Site) newPage(title string) (*page, Config, State) {
	s.mu.Lock()
	c := s.config
	s.mu.Unlock()
	p := &page{Lang: c.Lang, Skin: c.Skin, Build: c.Build, Title: title, Heading: title, Account: c.Account}
	p.Model = model{Skin: c.Skin, Early: c.Early, Build: c.Build, Blocks: []*block{}}
	p.templates = template.Must(parsed[c.Skin].Clone()).Funcs(template.FuncMap{
		"class": func(name string) string { return className(c.Skin, c.Build, name) },
	})
	for _, name := range Categories {
		p.Menu = append(p.Menu, link{Href: base + "categories/" + name, Title: categoryTitle(name)})
	}
	return p, c, s.State()
}

// render writes a settings page: a category page when no row lives at the path.
func (s *Site) render(w http.ResponseWriter, r *http.Request, path string, rows []Row) {
	var p *page
	var err error
	if len(rows) == 0 {
		p = s.categoryPage(category(path))
	} else {
		p, err = s.settingPage(r, path, rows)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	for _, f := range take[inContent](s, path, keysOf(rows)...) {
		f.does(p, f.Fault)
	}
	p.write(w, "page", http.StatusOK)
}

func (s *Site) settingPage(r *http.Request, path string, rows []Row) (*page, error) {
	p, c, state := s.newPage("")
	p.Heading = label(rows[0], c.Lang).heading
	p.Title = p.Heading
	p.Framed = r.URL.Query().Has("lab-frame")
	if isFramed(c, rows) && !p.Framed {
		p.Frame = r.URL.Path + "?lab-frame=1"
		return p, nil
	}
	if rows[0].Control == Form {
		p.Text = "Lab: nothing here saves anything."
	}
	blocks := s.blocks(c, path, rows, state)
	if err := p.draw(blocks); err != nil {
		return nil, err
	}
	p.Blocks = blocks
	p.Model.Blocks = append(p.Model.Blocks, blocks...)
	if c.Skin == "ember" {
		p.Blobs = blobs(blocks)
	}
	return p, nil
}

// isFramed says whether a page shows its content in LinkedIn's settings frame.
func isFramed(c Config, rows []Row) bool {
	if rows[0].ID == "download-my-data" {
		return true
	}
	for _, key := range keysOf(rows) {
		if perKey(c.Places, key, "") == "frame" {
			return true
		}
	}
	return false
}

// blobs are the hidden blocks of data that the older front end embeds.
func blobs(blocks []*block) []string {
	var all []string
	for _, b := range blocks {
		blob := map[string]any{"key": b.Key, "value": fmt.Sprint(b.On), "onValue": "true", "offValue": "false",
			"settingDisplayType": "TOGGLE", "primaryDescription": b.view.Toggle}
		if b.Kind == "radio" {
			blob["value"], blob["settingDisplayType"] = b.Value, "RADIO"
		}
		text, _ := json.Marshal(blob)
		all = append(all, string(text))
	}
	return all
}

// simple writes a page without settings.
func (s *Site) simple(w http.ResponseWriter, title, text string, status int) {
	p, _, _ := s.newPage(title)
	p.Text = text
	p.write(w, "simple", status)
}

// dialog writes what a frame over the page shows.
func (s *Site) dialog(w http.ResponseWriter) {
	p, _, _ := s.newPage("Lab: a dialog")
	p.write(w, "dialog", http.StatusOK)
}

func (p *page) write(w http.ResponseWriter, name string, status int) {
	var body bytes.Buffer
	if err := p.templates.ExecuteTemplate(&body, name, p); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	http.SetCookie(w, &http.Cookie{Name: csrfCookie, Value: token, Path: "/", Secure: true, SameSite: http.SameSiteLaxMode})
	w.WriteHeader(status)
	w.Write(body.Bytes())
}

var contentTypes = map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}

// asset serves the scripts, the picture and the style sheet, whose class names depend on front end and build.
func (s *Site) asset(w http.ResponseWriter, r *http.Request, full string) {
	name := strings.TrimPrefix(full, "/lab/")
	text, err := assets.ReadFile("assets/" + name)
	kind := contentTypes[path.Ext(name)]
	if err != nil || kind == "" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "max-age=86400, immutable")
	w.Header().Set("Service-Worker-Allowed", "/mypreferences/")
	if name != "style.css" {
		w.Write(text)
		return
	}
	q := r.URL.Query()
	t := texttemplate.Must(texttemplate.New(name).Funcs(texttemplate.FuncMap{
		"class": func(name string) string { return className(q.Get("skin"), q.Get("build"), name) },
	}).Parse(string(text)))
	t.Execute(w, nil)
}
