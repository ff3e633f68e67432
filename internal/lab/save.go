package lab

import (
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"time"
)

const (
	csrfCookie = "lab-csrf"
	csrfHeader = "X-Lab-Csrf"
	flipHeader = "X-Lab-Flip-Back"
	bodyLimit  = 1 << 20
)

// token is what a page must send back from its cookie with every save.
var token = rand.Text()

// saveBody is how the lab's pages talk to the lab; LinkedIn's own body is not known.
type saveBody struct {
	On      *bool  `json:"on"`
	Value   string `json:"value"`
	Trusted bool   `json:"trusted"`
	DelayMS int    `json:"delayMS"`
}

// save answers the page's own request to change a setting.
func (s *Site) save(w *recorder, r *http.Request, key string, n int) {
	refuse := func(status int, why string) {
		s.violation(n, "save", r.Method+" "+key+": "+why)
		http.Error(w, why, status)
	}
	row, known := owner(key)
	cookie, err := r.Cookie(csrfCookie)
	var body saveBody
	decodeErr := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyLimit)).Decode(&body)
	isRadio := row.Control == Radio && key == row.Key
	switch {
	case r.Method != http.MethodPut:
		refuse(http.StatusMethodNotAllowed, "a save is a PUT")
		return
	case err != nil || cookie.Value != token || r.Header.Get(csrfHeader) != token:
		refuse(http.StatusForbidden, "without the page's token")
		return
	case !known:
		refuse(http.StatusNotFound, "no setting has this key")
		return
	case decodeErr != nil || !isRadio && body.On == nil || isRadio && !slices.Contains(row.Values, body.Value):
		refuse(http.StatusBadRequest, "no such value")
		return
	}

	entry := s.begin(n, key, body)
	if body.DelayMS > 0 && !s.wait(r, time.Duration(body.DelayMS)*time.Millisecond) && r.Context().Err() != nil {
		s.end(entry, w, StatusGone)
		return
	}
	status, kept := s.saveFaults(w, r, row, key)
	if status == StatusCut {
		s.end(entry, w, status)
		cut(w)
		return
	}
	if status == StatusGone {
		s.end(entry, w, status)
		return
	}
	if kept {
		s.keep(entry, row, body)
	}
	s.end(entry, w, status)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	io.WriteString(w, "{}")
}

func (s *Site) begin(n int, key string, body saveBody) *Save {
	s.mu.Lock()
	defer s.mu.Unlock()
	entry := &Save{N: n, At: now(), Key: key, From: s.settings[key], Value: body.Value, Trusted: body.Trusted}
	if body.On != nil {
		entry.To = *body.On
	}
	s.saves = append(s.saves, entry)
	return entry
}

func (s *Site) end(entry *Save, w *recorder, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entry.Status, w.status = status, status
}

// saveFaults says with what status a save is answered and whether it is kept.
func (s *Site) saveFaults(w *recorder, r *http.Request, row Row, key string) (status int, kept bool) {
	if status := s.shutOut(); status != 0 {
		return status, false
	}
	for _, f := range take[atSave](s, cleanPath(row.Path), key) {
		if status := f.does(s, w, r, f.Fault); status != 0 {
			return status, false
		}
	}
	return http.StatusOK, true
}

// shutOut is the status of a save from a page of somebody who has been signed out or challenged since; 0 for anybody else.
func (s *Site) shutOut() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if session, ok := f.info.does.(atSession); ok && f.inForce() {
			return session.save
		}
	}
	return 0
}

// keep changes the setting and what LinkedIn changes with it.
func (s *Site) keep(entry *Save, row Row, body saveBody) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entry.Kept = true
	destroyed := row.Danger == "destructive" && body.On != nil && !entry.To || body.Value == "HIDE"
	if destroyed {
		s.foul = append(s.foul, Violation{N: entry.N, At: now(), Kind: "destructive", Detail: "saved " + entry.Key})
	}
	if body.On == nil {
		s.radios[entry.Key] = body.Value
		return
	}
	entry.From = s.settings[entry.Key]
	s.before[entry.Key] = entry.From
	clear(s.looks)
	s.settings[entry.Key] = entry.To
	const ads, partners = "allowLinkedInAudienceNetwork", "shareDataWithTrustedPartners"
	partner, _ := owner(partners)
	if entry.Key == ads && !entry.To && s.settings[partners] && partner.Offered(s.config.Region) {
		s.before[partners] = true
		s.settings[partners] = false
		entry.Coupled = append(entry.Coupled, partners)
	}
}
