package lab

import (
	"fmt"
	"slices"
	"time"
)

// Fault is one way for the site to misbehave, one of [Faults]; package documentation says where it applies.
type Fault struct {
	Name    string  `json:"name"`
	Key     string  `json:"key,omitempty"`
	Page    string  `json:"page,omitempty"`
	Times   int     `json:"times,omitempty"`
	N       int     `json:"n,omitempty"`
	Seconds float64 `json:"seconds,omitempty"`
}

// liveFault is a fault that the site has now.
type liveFault struct {
	Fault
	info    FaultInfo
	used    int
	reached bool // of a session: the n-th page has come
}

func live(f Fault) *liveFault {
	info, _ := infoOf(f.Name)
	or(&f.Seconds, info.Seconds)
	or(&f.N, info.N)
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

func (f Fault) check() error {
	if _, ok := infoOf(f.Name); !ok {
		return fmt.Errorf("lab: no fault is called %q", f.Name)
	}
	if _, ok := owner(f.Key); f.Key != "" && !ok {
		return fmt.Errorf("lab: fault %s: no setting has the key %q", f.Name, f.Key)
	}
	if f.Page != "" && !served(cleanPath(f.Page)) {
		return fmt.Errorf("lab: fault %s: no settings page is at %q", f.Name, f.Page)
	}
	if f.Times < 0 || f.N < 0 || f.Seconds < 0 {
		return fmt.Errorf("lab: fault %s: times, n and seconds cannot be negative", f.Name)
	}
	return nil
}

// touches says whether the fault concerns a page or, on it, a setting.
func (f Fault) touches(path string, keys ...string) bool {
	return (f.Page == "" || cleanPath(f.Page) == path) && (f.Key == "" || slices.Contains(keys, f.Key))
}

// applies is touches for a fault that has not been used up.
func (f *liveFault) applies(path string, keys ...string) bool {
	return f.touches(path, keys...) && (f.Times == 0 || f.used < f.Times)
}

// inForce says whether the site has signed the member out, or challenged them, and not taken them back yet.
func (f *liveFault) inForce() bool {
	return f.reached && (f.Times == 0 || f.used < f.Times)
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
		if does, ok := f.info.does.(D); ok && f.applies(path, keys...) {
			f.used++
			all = append(all, taken[D]{f.Fault, does})
		}
	}
	return all
}

// has says whether a fault applies, without counting it.
func (s *Site) has(name, path string, keys ...string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.faults, func(f *liveFault) bool { return f.Name == name && f.applies(path, keys...) })
}

// cuts says whether connections are to be reset. Browsers send a request again by themselves when a connection that was used
// before is reset, so that then no connection may be used twice.
func (s *Site) cuts() bool {
	return slices.ContainsFunc(s.faults, func(f *liveFault) bool { return f.info.cuts })
}
