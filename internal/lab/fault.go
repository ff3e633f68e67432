package lab

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Fault is one way for the site to misbehave, one of [Faults]; package documentation says where it applies.
type Fault struct {
	Name    string  `json:"name"`
	Key     string  `json:"key,omitempty"`
	Page    string  `json:"page,omitempty"`
	Times   int     `json:"times,omitempty"`
	From    int     `json:"from,omitempty"`
	N       int     `json:"n,omitempty"`
	Seconds float64 `json:"seconds,omitempty"`
	To      string  `json:"to,omitempty"`
}

// liveFault is a fault that the site has now.
type liveFault struct {
	Fault
	info    FaultInfo
	used    int  // how often it could have applied; of a session, how often it did
	reached bool // of a session: the n-th page has come
}

func live(f Fault) *liveFault {
	info, _ := infoOf(f.Name)
	or(&f.Seconds, info.Seconds)
	or(&f.N, info.N)
	or(&f.To, info.To)
	return &liveFault{Fault: f, info: info}
}

func infoOf(name string) (FaultInfo, bool) {
	i := slices.IndexFunc(Faults, func(info FaultInfo) bool { return info.Name == name })
	if i < 0 {
		return FaultInfo{}, false
	}
	return Faults[i], true
}

func (f Fault) duration() time.Duration { return time.Duration(f.Seconds * float64(time.Second)) }

func (f Fault) ms() int { return int(f.duration().Milliseconds()) }

func (f Fault) check() error {
	info, ok := infoOf(f.Name)
	if !ok {
		return fmt.Errorf("lab: no fault is called %q", f.Name)
	}
	if _, ok := owner(f.Key); f.Key != "" && !ok {
		return fmt.Errorf("lab: fault %s: no setting has the key %q", f.Name, f.Key)
	}
	if f.Page != "" && !served(cleanPath(f.Page)) {
		return fmt.Errorf("lab: fault %s: no settings page is at %q", f.Name, f.Page)
	}
	if f.Times < 0 || f.From < 0 || f.N < 0 || f.Seconds < 0 {
		return fmt.Errorf("lab: fault %s: times, from, n and seconds cannot be negative", f.Name)
	}
	if f.To != "" && (info.To == "" || !strings.HasPrefix(f.To, "/")) {
		return fmt.Errorf("lab: fault %s: leads nowhere, or to no path: %q", f.Name, f.To)
	}
	if _, session := info.does.(atSession); session && f.From != 0 {
		return fmt.Errorf("lab: fault %s: n says from which page on, not from", f.Name)
	}
	return nil
}

// touches says whether the fault concerns a page or, on it, a setting.
func (f Fault) touches(path string, keys ...string) bool {
	return (f.Page == "" || cleanPath(f.Page) == path) && (f.Key == "" || slices.Contains(keys, f.Key))
}

// strikes says whether the fault applies this time: from the From-th time on, and Times times.
func (f *liveFault) strikes() bool {
	before := max(f.From-1, 0)
	return f.used >= before && (f.Times == 0 || f.used < before+f.Times)
}

// inForce says whether the site has signed the member out, or challenged them, and not taken them back yet.
func (f *liveFault) inForce() bool {
	return f.reached && f.strikes()
}

// taken is a fault that applies, and what it does.
type taken[D deed] struct {
	Fault
	does D
}

// take returns the faults that do something of one kind to a page or a setting, and counts them as used.
func take[D deed](s *Site, path string, keys ...string) []taken[D] {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []taken[D]
	for _, f := range s.faults {
		if does, ok := f.info.does.(D); ok && f.touches(path, keys...) {
			if f.strikes() {
				all = append(all, taken[D]{f.Fault, does})
			}
			f.used++
		}
	}
	return all
}

// has says whether a fault applies, without counting it.
func (s *Site) has(name, path string, keys ...string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.faults, func(f *liveFault) bool { return f.Name == name && f.touches(path, keys...) && f.strikes() })
}

// cuts says whether connections are to be reset. Browsers send a request again by themselves when a connection that was used
// before is reset, so that then no connection may be used twice.
func (s *Site) cuts() bool {
	return slices.ContainsFunc(s.faults, func(f *liveFault) bool { return f.info.cuts })
}
