package engine

import (
	"sort"
	"strconv"
	"strings"
	"sync"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// positions are what a server holds or a document shows: by a setting's key whether it is on; by the key of one of its boxes
// or options, which is the setting's with "__" and a number, how it deviates from what that says of all: a box that is not
// ticked although the setting is on, or the option that is chosen instead of the last one.
type positions map[string]bool

// partKey is the key of one of the boxes or options of a setting.
func partKey(s rules.Setting, i int) string { return s.Key + "__" + strconv.Itoa(i) }

// settingOf is the setting that a key belongs to, and which of its boxes or options it is; -1 for the whole.
func settingOf(key string) (rules.Setting, int) {
	base, part, isPart := strings.Cut(key, "__")
	i := -1
	if isPart {
		i, _ = strconv.Atoi(part)
	}
	if s, ok := byKey()[base]; ok {
		return s, i
	}
	return rules.Setting{Key: base}, -1
}

// byKey are the settings of the site that have a key there.
var byKey = sync.OnceValue(func() map[string]rules.Setting {
	all := map[string]rules.Setting{}
	for _, s := range ofTheSite() {
		if s.Key != "" {
			all[s.Key] = s
		}
	}
	return all
})

// partsOf is how many boxes or options a setting has, 0 for a switch, and which option is wanted.
func partsOf(s rules.Setting) (n, wanted int) {
	if !s.ByParts() {
		return 0, 0
	}
	labels := strings.Split(s.Labels[0].Toggle, " | ")
	for i, label := range labels {
		if label == s.Labels[0].Want {
			wanted = i
		}
	}
	return len(labels), wanted
}

// isOn reports whether a switch is on, a box ticked, or an option chosen.
func (p positions) isOn(key string) bool {
	s, i := settingOf(key)
	if i < 0 {
		return p[key]
	}
	n, wanted := partsOf(s)
	if s.Match == rules.Boxes {
		return p[s.Key] && !p[key]
	}
	if !p[s.Key] {
		return i == wanted
	}
	for j := range n {
		if p[partKey(s, j)] {
			return i == j
		}
	}
	return i == n-1
}

// turn turns a switch, ticks or unticks a box, or chooses an option.
func (p positions) turn(key string, on bool) {
	s, i := settingOf(key)
	if i < 0 {
		p[key] = on
		return
	}
	n, wanted := partsOf(s)
	now := make([]bool, n)
	any := false
	for j := range n {
		now[j] = p.isOn(partKey(s, j))
		if s.Match == rules.Option {
			now[j] = false
		}
	}
	now[i] = on
	for j := range n {
		any = any || now[j]
	}
	p[s.Key] = any
	if s.Match == rules.Option {
		p[s.Key] = i != wanted
	}
	for j := range n {
		p[partKey(s, j)] = p[s.Key] && now[j] == (s.Match == rules.Option)
	}
}

// chosen are the numbers of the boxes that are ticked or of the option that is chosen.
func (p positions) chosen(s rules.Setting) []int {
	var all []int
	n, _ := partsOf(s)
	for i := range n {
		if p.isOn(partKey(s, i)) {
			all = append(all, i)
		}
	}
	return all
}

// take takes over the positions of a setting.
func (p positions) take(from positions, s rules.Setting) {
	p[s.Key] = from[s.Key]
	n, _ := partsOf(s)
	for i := range n {
		p[partKey(s, i)] = from[partKey(s, i)]
	}
}

// draw is what a document shows of a setting: its switch, or its boxes or options. The first is as a switch would be shown;
// where that is not as the document holds it, all of them are drawn so.
func (w *world) draw(d *document, s rules.Setting, c page.Control) []page.Control {
	n, _ := partsOf(s)
	if n == 0 {
		return []page.Control{c}
	}
	holds := positions{}
	holds.take(d.on, s)
	if shows := c.State == page.On; shows != holds[s.Key] {
		holds = positions{s.Key: shows}
	}
	labels := w.partLabels(s)
	var all []page.Control
	for i := range n {
		key := partKey(s, i)
		part := c
		part.Kind, part.Key, part.ID, part.Ref = "checkbox", "", key, c.Ref*100+i
		part.Label = labels[i]
		if s.Match == rules.Option {
			part.Kind = "radio"
		}
		if part.State != page.Unknown {
			part.State = page.Off
			if holds.isOn(key) {
				part.State = page.On
			}
		}
		part.Clicks = d.clicks[key]
		if d.moved[key] >= c.Moved { // else all of them were moved at once
			part.Moved, part.ByHand = d.moved[key], d.byHand[key]
		}
		if w.renames {
			part.ID = key + "-in-" + d.id
		}
		all = append(all, part)
	}
	return all
}

// controls is how many switches, boxes and options have to be clicked to turn all of these off, when all are on.
func controls(all []rules.Setting) int {
	n := 0
	for _, s := range all {
		n++
		if parts, _ := partsOf(s); s.Match == rules.Boxes {
			n += parts - 1
		}
	}
	return n
}

// keysOf are the keys of the controls of what a document holds under a key: itself for a switch, none for a deviation.
func (d *document) keysOf(key string) []string {
	s, part := settingOf(key)
	n, _ := partsOf(s)
	switch {
	case part >= 0:
		return nil
	case n == 0:
		return []string{key}
	}
	var all []string
	for i := range n {
		all = append(all, partKey(s, i))
	}
	return all
}

// optionOf is what a list calls the option of a setting that is chosen: the one that is, where it says what is so.
func (w *world) optionOf(s rules.Setting, on bool) string {
	holds := positions{s.Key: on}
	if on == w.server[s.Key] {
		holds.take(w.server, s)
	}
	return w.partLabels(s)[holds.chosen(s)[0]]
}

// partLabels are what the site calls the boxes or options of a setting.
func (w *world) partLabels(s rules.Setting) []string {
	n, _ := partsOf(s)
	labels := strings.Split(w.labelOf(s, w.lang), " | ")
	for i := len(labels); i < n; i++ {
		labels = append(labels, labels[0]+strings.Repeat("!", i))
	}
	return labels
}

// labelOf is what the site calls a setting's control in a language.
func (w *world) labelOf(s rules.Setting, lang string) string {
	if label, ok := w.labels[s.Key]; ok {
		return label
	}
	for _, l := range s.Labels {
		if strings.HasPrefix(lang, l.Lang) && l.Toggle != "" {
			return l.Toggle
		}
	}
	return "what nobody knows the setting by in " + lang
}

// labelOfExtra is what the site calls a switch that the table does not name.
func (w *world) labelOfExtra(key string) string {
	if label, ok := w.labels[key]; ok {
		return label
	}
	return "Label of " + key
}

// ref is the agent's number for a control of a document.
func (w *world) ref(d *document, key string) int {
	keys := make([]string, 0, len(d.on))
	for k := range d.on {
		if !strings.Contains(k, "__") {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	s, part := settingOf(key)
	ref := sort.SearchStrings(keys, s.Key) + 1 + 100*d.replaced
	if part >= 0 {
		ref = ref*100 + part
	}
	return ref
}

// setBack is what the agent's own clock makes of it when the computer's is set back: what it noted was earlier than it called
// it. Of a clock that is set forward, and of sleep, it takes no notice.
func (d *document) setBack(ms int64) {
	for key, at := range d.moved {
		d.moved[key] = at + ms
	}
	memory.Shift(ms, &d.born, &d.went)
}
