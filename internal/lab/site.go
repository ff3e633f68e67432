package lab

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Site is the stand-in: an http.Handler that is safe for use by many browsers at once. Make one with [New].
type Site struct {
	mu       sync.Mutex
	config   Config
	settings map[string]bool
	radios   map[string]string
	before   map[string]bool // what each setting was before its last save
	looks    map[string]int  // loads of each list since the last save
	faults   []*liveFault
	log      []*Request
	saves    []*Save
	clicks   []Click
	foul     []Violation
	pages    int
	requests int
	// over is closed when the faults change, so that requests held back by the old ones end.
	over chan struct{}
	// dropIdle closes the connections that nobody uses, of every server of this site.
	dropIdle []func()
}

// State is what the server knows; the package documentation explains each field.
type State struct {
	Settings   map[string]bool   `json:"settings"`
	Radios     map[string]string `json:"radios"`
	Log        []Request         `json:"log"`
	Saves      []Save            `json:"saves"`
	Clicks     []Click           `json:"clicks"`
	TurnedOn   int               `json:"turnedOn"`
	Violations []Violation       `json:"violations"`
	Pages      int               `json:"pages"`
}

// Request is one line of the log.
type Request struct {
	N      int    `json:"n"`
	At     int64  `json:"at"`
	Method string `json:"method"`
	Path   string `json:"path"`
	Query  string `json:"query,omitempty"`
	Status int    `json:"status"`
	Kind   string `json:"kind"`
	Took   int64  `json:"took"`
}

// Save is one request of a page to change a setting. N is its number in the log.
type Save struct {
	N       int      `json:"n"`
	At      int64    `json:"at"`
	Key     string   `json:"key"`
	From    bool     `json:"from"`
	To      bool     `json:"to"`
	Value   string   `json:"value,omitempty"`
	Status  int      `json:"status"`
	Kept    bool     `json:"kept"`
	Coupled []string `json:"coupled,omitempty"`
	Trusted bool     `json:"trusted"`
}

// Click is one that no hand made, as a page's own listener heard it. N is the number of the request that told it.
type Click struct {
	N    int    `json:"n"`
	At   int64  `json:"at"`
	Path string `json:"path"`
	Key  string `json:"key"`
}

// Violation is something that a well-behaved extension never causes. N is the number of the request that told it.
type Violation struct {
	N      int    `json:"n"`
	At     int64  `json:"at"`
	Kind   string `json:"kind"`
	Detail string `json:"detail"`
}

// New makes a site. An error names the field that is wrong.
func New(config Config) (*Site, error) {
	s := &Site{over: make(chan struct{})}
	if err := s.Reset(config); err != nil {
		return nil, err
	}
	return s, nil
}

// Reset starts over from a config and forgets everything that happened. On an error nothing changes.
func (s *Site) Reset(config Config) error {
	config, err := config.checked()
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.config = config
	s.settings, s.radios = defaultSettings(), defaultRadios()
	s.before, s.looks = map[string]bool{}, map[string]int{}
	maps.Copy(s.settings, config.Settings)
	maps.Copy(s.radios, config.Radios)
	s.clear()
	s.replaceFaults(config.faults())
	return nil
}

// SetFaults replaces all faults. The page count of signed-out and challenged starts again.
func (s *Site) SetFaults(faults []Fault) error {
	for _, f := range faults {
		if err := f.check(); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replaceFaults(faults)
	return nil
}

// Set changes a switch on the server, as another device or LinkedIn itself would.
func (s *Site) Set(key string, on bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.settings[key]; !ok {
		return fmt.Errorf("lab: no switch has the key %q", key)
	}
	s.settings[key] = on
	return nil
}

// SetRadio is Set for a setting with named values.
func (s *Site) SetRadio(key, value string) error {
	r, ok := owner(key)
	if !ok || !slices.Contains(r.Values, value) {
		return fmt.Errorf("lab: no setting %q has the value %q", key, value)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.radios[key] = value
	return nil
}

// Clear forgets the log, the saves, the clicks and the violations.
func (s *Site) Clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
}

// State returns a copy of what is known now.
func (s *Site) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	state := State{
		Settings: maps.Clone(s.settings), Radios: maps.Clone(s.radios), Pages: s.pages,
		Log: []Request{}, Saves: []Save{}, Clicks: append([]Click{}, s.clicks...), Violations: append([]Violation{}, s.foul...),
	}
	for _, r := range s.log {
		state.Log = append(state.Log, *r)
	}
	for _, save := range s.saves {
		state.Saves = append(state.Saves, *save)
		if save.Kept && save.Value == "" && !save.From && save.To {
			state.TurnedOn++
		}
	}
	return state
}

func (s *Site) clear() {
	s.log, s.saves, s.clicks, s.foul, s.requests = nil, nil, nil, nil, 0
}

func (s *Site) replaceFaults(faults []Fault) {
	close(s.over)
	s.over = make(chan struct{})
	s.pages = 0
	s.faults = nil
	for _, f := range faults {
		s.faults = append(s.faults, live(f))
	}
	if s.cuts() {
		for _, drop := range s.dropIdle {
			drop()
		}
	}
}

func (s *Site) violation(n int, kind, detail string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.foul = append(s.foul, Violation{N: n, At: now(), Kind: kind, Detail: detail})
}

// wait holds a request back. It is false when the browser went away or the faults changed first.
func (s *Site) wait(r *http.Request, d time.Duration) bool {
	s.mu.Lock()
	over := s.over
	s.mu.Unlock()
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-over:
		return false
	case <-r.Context().Done():
		return false
	}
}

func now() int64 { return time.Now().UnixMilli() }
