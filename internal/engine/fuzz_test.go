package engine

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/rules"
	"offswitch/internal/tape"
	"offswitch/internal/wire"
)

// Whatever is in storage: the engine starts, says what it could not use, opens
// nothing by itself that it may not, and what it stores it can read again.
func FuzzStoredState(f *testing.F) {
	for _, src := range []string{
		`null`, `{}`, `{"version":1,"choices":{"region":"us","level":"strict","mode":"guide"}}`,
		`{"version":2,"run":{"purpose":"harden","phase":"running","at":0,"tab":3,"visits":[{"page":"/mypreferences/d/settings/ads-by-age"}],"ledger":[{"id":"ads-age","page":"/mypreferences/d/settings/ads-by-age"}]}}`,
		`{"version":2,"local":[{"page":"/mypreferences/d/settings/x","key":"abc","match":"id"}],"settings":{"ads-age":{"outcome":"on","state":"on","history":[{"at":1,"to":"on","by":"person"}]}},"others":[{"id":"a","settings":{}}]}`,
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		v, err := wire.Parse(src)
		if err != nil {
			return
		}
		e := New()
		check(t, e.Step(Event{Type: EventRestore, Now: began, Stored: v}))
		stored := memory.Encode(&e.state)
		again, err := wire.Parse(stored)
		require.NoError(t, err)
		s, err := memory.Decode(again)
		require.NoError(t, err, "%s", stored)
		require.Equal(t, string(stored), string(memory.Encode(&s)))
		for i := range int64(4) {
			check(t, e.Step(Event{Type: EventTime, Now: began + i*50_000, Granted: true}))
		}
		check(t, e.Step(Event{Type: EventView, Now: began + 300_000}))
	})
}

// Whatever an event says: no panic, and nothing opened or clicked that may not be.
func FuzzEvent(f *testing.F) {
	files, err := filepath.Glob("testdata/*.golden")
	require.NoError(f, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(f, err)
		n := 0
		_, err = tape.Play(string(text), func() tape.Handle {
			e := New()
			return func(event []byte) ([]byte, error) {
				if n++; n%3 == 1 {
					f.Add(event)
				}
				return e.Handle(event)
			}
		})
		require.NoError(f, err)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		e := New()
		choices, err := wire.Parse([]byte(`{"region":"us","level":"strict"}`))
		require.NoError(t, err)
		e.Step(Event{Type: EventRestore, Now: began})
		e.Step(Event{Type: EventCommand, Now: began, Command: "choose", Args: choices})
		e.Step(Event{Type: EventCommand, Now: began, Command: "harden", Granted: true})
		e.Step(Event{Type: EventOpened, Now: began, Tab: 1})
		ev, err := Decode(src)
		if err != nil {
			return
		}
		for range 2 {
			check(t, e.Step(ev))
			check(t, e.Step(Event{Type: EventTime, Now: e.now + 1000}))
		}
	})
}

// check requires of an answer what must hold whatever came before.
func check(t *testing.T, a Answer) {
	for _, x := range a.Effects {
		switch x := x.(type) {
		case Open:
			require.False(t, rules.Denied(x.URL), x.URL)
		case Go:
			require.False(t, rules.Denied(x.URL), x.URL)
		case Click:
			require.True(t, x.On, "nothing was turned off that could be undone")
			require.False(t, rules.Denied(x.Path), x.Path)
		}
	}
	_, err := wire.Parse(a.Encode())
	require.NoError(t, err)
}
