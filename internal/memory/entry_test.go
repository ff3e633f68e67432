package memory

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A setting that is on goes through the stages in their order; what shows how far it is stands in the entry.
func TestStageAndEvidence(t *testing.T) {
	const doc = "the document that is open"
	for _, c := range []struct {
		name     string
		entry    Entry
		stage    Stage
		evidence Evidence
	}{
		{"nothing was read yet", Entry{}, Unread, NoEvidence},
		{"another document showed it on", Entry{UnwantedIn: "another"}, Unread, NoEvidence},
		{"it is on", Entry{UnwantedIn: doc}, Seen, NoEvidence},
		{"a click was ordered", Entry{UnwantedIn: doc, ClickIn: doc, Clicks: 1, Tries: 1}, Ordered, SawClick},
		{"it turned", Entry{UnwantedIn: doc, ClickIn: doc, Clicks: 1, Tries: 1, Looked: true}, Turned, SawTurned},
		{"the person turned it", Entry{UnwantedIn: doc, Looked: true}, Turned, SawTurned},
		{"the save was answered", Entry{UnwantedIn: doc, ClickIn: doc, Clicks: 1, Tries: 1, Looked: true, Acked: true}, Acknowledged, SawAcknowledged},
		{"only a later document tells", Entry{UnwantedIn: doc, ClickIn: doc, Tries: 1, Looked: true, Acked: true, AwaitsProof: true}, ToProve, SawAcknowledged},
		{"a later document is open", Entry{UnwantedIn: "another", ClickIn: "another", Tries: 1, Looked: true, Acked: true, AwaitsProof: true}, Unread, SawAcknowledged},
		{"it stayed on", Entry{UnwantedIn: doc, Tries: 3, Outcome: NotSaved}, Decided, SawClick},
	} {
		assert.Equal(t, c.stage, c.entry.Stage(doc), c.name)
		assert.Equal(t, c.evidence, c.entry.Evidence(), c.name)
	}
}
