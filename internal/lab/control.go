package lab

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// Control is the control address of a site, described in the package documentation.
func Control(site *Site) http.Handler {
	mux := http.NewServeMux()
	state := func(w http.ResponseWriter) { answer(w, http.StatusOK, site.State()) }
	command := func(pattern string, do func(body []byte) error) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
			if err == nil {
				err = do(bytes.TrimSpace(body))
			}
			if err != nil {
				answer(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
				return
			}
			state(w)
		})
	}
	command("POST /reset", func(body []byte) error {
		var config Config
		if err := decode(body, &config); err != nil {
			return err
		}
		return site.Reset(config)
	})
	command("POST /faults", func(body []byte) error {
		var faults struct{ Faults []Fault }
		var into any = &faults
		if bytes.HasPrefix(body, []byte("[")) {
			into = &faults.Faults
		}
		if err := decode(body, into); err != nil {
			return err
		}
		return site.SetFaults(faults.Faults)
	})
	command("POST /set", func(body []byte) error {
		var change struct {
			Key   string
			Value any
		}
		if err := decode(body, &change); err != nil {
			return err
		}
		switch value := change.Value.(type) {
		case bool:
			return site.Set(change.Key, value)
		case string:
			return site.SetRadio(change.Key, value)
		}
		return errors.New("lab: value is neither true, false nor a text")
	})
	command("POST /clear", func([]byte) error { site.Clear(); return nil })
	mux.HandleFunc("GET /state", func(w http.ResponseWriter, _ *http.Request) { state(w) })
	mux.HandleFunc("GET /faults", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, Faults) })
	mux.HandleFunc("GET /rows", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, Rows) })
	return mux
}

func decode(body []byte, into any) error {
	if len(body) == 0 {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("lab: %w", err)
	}
	return nil
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
