package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"offswitch/internal/engine"
)

// tellers are instances of the engine, and what happened to each. Between them the view shows everything it ever does.
var tellers = map[string][]string{
	"nothing is known yet": {
		`{"type":"restore","now":1790000000000,"stored":null}`,
	},
	"a setting came back on": {
		`{"type":"restore","now":1790000000000,"stored":{"version":2,"choices":{"region":"designated","level":"strict"},"settings":
			{"ai-training":{"key":"allowDataForGenerativeAI","outcome":"on","state":"on","seen":1780000000000,"proved":1770000000000,"proof":"reloaded","history":
			[{"at":1770000000000,"to":"off","by":"offswitch"},{"at":1780000000000,"to":"on","by":"elsewhere"}]}},"notices":["state-newer"]}}`,
		`{"type":"command","command":"view","now":1790000000000,"zone":"Europe/Zurich"}`,
	},
	"the person passed by pages that are not known in full": {
		`{"type":"restore","now":1790000000000,"stored":null}`,
		`{"type":"command","command":"choose","now":1790000000000,"region":"us"}`,
		`{"type":"snapshot","now":1790000010000,"tab":5,"snapshot":{"doc":"a","born":1790000001000,"path":"/mypreferences/d/settings/data-export-by-page-admins","ready":true,
			"controls":[{"ref":1,"kind":"switch","key":"labOne","label":"One","on":true,"enabled":true,"visible":true},
			{"ref":2,"kind":"switch","key":"labTwo","label":"Two","on":true,"enabled":true,"visible":true}]}}`,
		`{"type":"command","command":"keep","now":1790000010000,"page":"/mypreferences/d/settings/data-export-by-page-admins","key":"labOne"}`,
		`{"type":"snapshot","now":1790000020000,"tab":5,"snapshot":{"doc":"b","born":1790000011000,"path":"/mypreferences/d/categories/profile-visibility","ready":true,
			"rows":[{"path":"/mypreferences/d/settings/lab-new","title":"Something new","state":"On"}]}}`,
		`{"type":"command","command":"page","now":1790000020000}`,
	},
	"something was found, and something is left alone": {
		`{"type":"restore","now":1790000000000,"stored":{"version":2,"choices":{"region":"designated","level":"strict"},"settings":
			{"discover-by-phone":{"outcome":"turned-off","state":"off","seen":1780000000000,"chosen":[{"label":"Niemand"}],"before":[{"label":"Alle"}]}},
			"unknown":[{"page":"/mypreferences/d/settings/discover-me-by-email-address","match":"option","lang":"de","heading":"Wer?","state":"on","seen":1780000000000,
			"parts":[{"label":"Alle","chosen":true},{"label":"Niemand","chosen":false}]}],"left":[{"id":"ads-age","label":"Alter","title":"Age"}]}}`,
	},
	"an organisation sets choices": {
		`{"type":"restore","now":1790000000000,"stored":null,"managed":{"level":"strict","mode":"guide","locked":["mode"],"colour":"red"}}`,
	},
	"an objection was sent": {
		`{"type":"restore","now":1790000000000,"stored":null}`,
		`{"type":"command","command":"choose","now":1790000000000,"region":"designated"}`,
		`{"type":"command","command":"done","now":1790000000000,"followup":"objection-form","done":true}`,
	},
	"a backup is asked for": {
		`{"type":"restore","now":1790000000000,"stored":null}`,
		`{"type":"command","command":"export","now":1790000000000}`,
	},
	"a run is on": {
		`{"type":"restore","now":1790000000000,"stored":null}`,
		`{"type":"command","command":"harden","now":1790000000000,"granted":true,"region":"us","level":"essential","mode":"automatic"}`,
	},
	"a run was stopped": {
		`{"type":"restore","now":1790000000000,"stored":null}`,
		`{"type":"command","command":"harden","now":1790000000000,"granted":true,"region":"us","level":"essential","mode":"automatic"}`,
		`{"type":"command","command":"stop","now":1790000000000}`,
	},
}

func TestTheViewIsWhatThePagesExpect(t *testing.T) {
	views := &seen{}
	for name, events := range tellers {
		e := engine.New()
		for _, event := range append(events, `{"type":"view","now":1790000030000}`) {
			answer, err := e.Handle([]byte(event))
			require.NoError(t, err, "%s: %s", name, event)
			for _, effect := range parsed(t, answer)["effects"].([]any) {
				if view := effect.(map[string]any)["view"]; view != nil {
					views.add(view)
				}
			}
		}
	}
	require.Equal(t, len(tellers), views.objects)
	agree(t, "view", theContract(t).View, views)
}
