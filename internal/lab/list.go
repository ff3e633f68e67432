package lab

import (
	"maps"
	"slices"
)

// value is what a row of a category page may show of its setting.
type value struct {
	now, contrary, before string // before: its last save
	off                   string // "" where the setting has named values
	nth                   int    // of the rows that show a value
	looks                 int    // how often the list was loaded since the last save
}

// wordless are the settings that are alone on their page and whose rows show no value all the same, in pictures of live pages.
var wordless = []string{"read-receipts", "profile-off-linkedin"}

// Listed says whether the category page of a region has a row for it. In pictures of live pages of the United States the
// list has none for the cookies.
func (r Row) Listed(region string) bool {
	absent := region == "us" && r.ID == "non-essential-cookies"
	return r.Category != "" && r.Offered(region) && !absent
}

// categoryPage lists every page of a category, with the value of each that is about one setting.
func (s *Site) categoryPage(name string) *page {
	p, c, state := s.newPage(categoryTitle(name))
	rows := s.listed(c, name)
	list := base + "categories/" + name
	before, looks := s.look(name)
	faults := s.inLists(list, rows)
	nth := 0
	for _, r := range rows {
		l := link{Href: r.Path, Title: label(r, c.Lang).title}
		if v := valueOf(r, c, state, before); v.now != "" {
			v.nth, v.looks = nth, looks
			nth++
			l.Word = v.now
			for _, f := range faults {
				if f.touchesRow(list, r) {
					f.does(p, &l, v, f.Fault)
				}
			}
		}
		p.Rows = append(p.Rows, l)
	}
	return p
}

// listed are the rows of a category, one for each page.
func (s *Site) listed(c Config, name string) []Row {
	var rows []Row
	seen := map[string]bool{}
	for _, r := range Rows {
		path := cleanPath(r.Path)
		if r.Category != name || !r.Listed(c.Region) || seen[path] || s.has(notOffered, path, keysOf(rowsAt(path))...) {
			continue
		}
		seen[path] = true
		rows = append(rows, r)
	}
	return rows
}

// valueOf is what a row may show: nothing where its page has no setting, or more than one.
func valueOf(r Row, c Config, state State, before map[string]bool) value {
	switch {
	case r.Key == "" || len(rowsAt(cleanPath(r.Path))) > 1 || slices.Contains(wordless, r.ID):
		return value{}
	case r.Control == Radio:
		word := r.Words[slices.Index(r.Values, state.Radios[r.Key])]
		return value{now: word, contrary: word, before: word}
	}
	on := state.Settings[r.Key]
	earlier, saved := before[r.Key]
	if !saved {
		earlier = on
	}
	word := func(on bool) string { return stateWord(c.Lang, on) }
	return value{now: word(on), contrary: word(!on), before: word(earlier), off: word(false)}
}

// look counts a load of a list, and returns what each setting was before its last save and how often the list was loaded
// since the last one.
func (s *Site) look(name string) (before map[string]bool, looks int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	looks = s.looks[name]
	s.looks[name]++
	return maps.Clone(s.before), looks
}

// inLists are the faults of a list or of rows in it.
func (s *Site) inLists(list string, rows []Row) []taken[inList] {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []taken[inList]
	for _, f := range s.faults {
		does, ok := f.info.does.(inList)
		if !ok || !slices.ContainsFunc(rows, func(r Row) bool { return f.touchesRow(list, r) }) {
			continue
		}
		if f.strikes() {
			all = append(all, taken[inList]{f.Fault, does})
		}
		f.used++
	}
	return all
}

// touchesRow says whether the fault concerns a row of a list, which it may name by the list, by the row's page or by its key.
func (f Fault) touchesRow(list string, r Row) bool {
	return f.touches(list, r.Key) || f.touches(cleanPath(r.Path), r.Key)
}
