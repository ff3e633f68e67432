package lab

import (
	"fmt"
	"html/template"
	"math/rand/v2"
	"slices"
	"strings"
)

// block is one control with its texts, as a page holds it. The exported fields but HTML are what the page's script knows.
type block struct {
	Key     string          `json:"key"`
	Kind    string          `json:"kind"` // "switch", "check" or "radio"
	On      bool            `json:"on"`
	Value   string          `json:"value,omitempty"`
	Words   [2]string       `json:"words"` // for on and off
	Confirm string          `json:"confirm,omitempty"`
	Live    int             `json:"live"`              // milliseconds until it is there (in a template) or alive (drawn)
	Shadow  bool            `json:"shadow,omitempty"`  // inside an open shadow root
	Every   int             `json:"every,omitempty"`   // milliseconds after which its node is replaced, again and again
	DelayMS int             `json:"delayMS,omitempty"` // pessimistic: flips only when the save has answered, after so long
	Data    int             `json:"data,omitempty"`    // milliseconds until its data has come; it shows off until then
	Asks    bool            `json:"asks,omitempty"`    // a click opens a dialog
	Draws   int             `json:"draws,omitempty"`   // milliseconds after it goes off until the others of the page are drawn off too
	HTML    []template.HTML `json:"-"`                 // one, or two where it is doubled
	Drawn   bool            `json:"-"`                 // the server draws it; otherwise the script takes it out of a template
	Dialog  bool            `json:"-"`
	Inert   bool            `json:"-"`
	Wrap    string          `json:"-"` // class of the box around it
	Twin    bool            `json:"-"` // the first copy is hidden and dead

	view    blockView
	copies  int
	missing bool
}

// blockView is what the templates of a block know.
type blockView struct {
	Key, Title, Toggle string
	ByID, On, Disabled bool
	Busy               bool
	Widget, ID, Word   string
	Values             []radioView
}

type radioView struct {
	ID, Value, Word string
	On              bool
}

// blocks are the controls of a page, without those that a fault keeps away.
func (s *Site) blocks(c Config, path string, rows []Row, state State) []*block {
	all := makeBlocks(c, rows, state)
	byKey := map[string]*block{}
	var keys []string
	for _, b := range all {
		b.Live = 0
		if c.Skin == "react" {
			b.Live, b.Drawn = c.HydrateMS, !b.Shadow
		}
		b.copies = 1
		byKey[b.Key] = b
		keys = append(keys, b.Key)
	}
	for _, f := range take[atControl](s, path, keys...) {
		for _, key := range keys {
			if f.Key == "" || f.Key == key {
				f.does(byKey[key], f.Fault, f.ms())
			}
		}
	}
	return slices.DeleteFunc(all, func(b *block) bool { return b.missing })
}

func (v *blockView) draw(on bool, words [2]string) {
	v.On, v.Word = on, words[1]
	if on {
		v.Word = words[0]
	}
}

// makeBlocks is what a page would hold if nothing were wrong.
func makeBlocks(c Config, rows []Row, state State) []*block {
	words := [2]string{stateWord(c.Lang, true), stateWord(c.Lang, false)}
	var all []*block
	add := func(key, kind string, view blockView) *block {
		b := &block{Key: key, Kind: kind, On: state.Settings[key], Words: words, view: view}
		b.view.Key = key
		b.view.Widget = perKey(c.Widgets, key, "input")
		b.Shadow = perKey(c.Places, key, "") == "shadow"
		b.view.draw(b.On, words)
		all = append(all, b)
		return b
	}
	for _, r := range rows {
		t := label(r, c.Lang)
		if r.Control == Radio {
			b := add(r.Key, "radio", blockView{Title: t.heading, Toggle: t.toggle})
			b.Value = state.Radios[r.Key]
			for i, value := range r.Values {
				b.view.Values = append(b.view.Values, radioView{r.Key + "__" + value, value, r.Words[i], value == b.Value})
			}
			continue
		}
		if r.Key != "" {
			add(r.Key, "switch", blockView{Title: t.heading, Toggle: t.toggle, ByID: r.ByID}).Confirm = r.Confirm
		}
		for i, item := range r.Items {
			add(item, "check", blockView{Title: t.heading, Toggle: r.Words[i]})
		}
	}
	return all
}

func perKey(values map[string]string, key, preset string) string {
	if v, ok := values[key]; ok {
		return v
	}
	if v, ok := values["*"]; ok {
		return v
	}
	return preset
}

// draw renders the copies of every block; ids count up from a number that differs with every load, as Ember's do.
func (p *page) draw(blocks []*block) error {
	for _, b := range blocks {
		for range b.copies {
			v := b.view
			v.ID = p.nextID()
			var html strings.Builder
			if err := p.templates.ExecuteTemplate(&html, b.Kind, v); err != nil {
				return fmt.Errorf("lab: %w", err)
			}
			b.HTML = append(b.HTML, template.HTML(html.String()))
		}
	}
	return nil
}

func (p *page) nextID() string {
	if p.lastID == 0 {
		p.lastID = 200 + rand.IntN(500)
	}
	p.lastID++
	return fmt.Sprintf("ember%d", p.lastID)
}
