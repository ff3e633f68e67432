package engine

import (
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// evidence is the newest that pages have shown of each setting, as an onlooker would judge it who believes a page when it
// has been ready and the same for a while.
type evidence struct {
	now     int64
	setBack bool             // what is remembered of later moments was made earlier, and does not compare with what came between
	up      int64            // since when, in time awake, the background has not been stopped, which forgets what it was about to believe
	since   map[string]int64 // since when, in time awake, a document shows a position, by document, setting and position
	on, off map[string]int64 // of when the newest sign is, by setting
}

// take looks at what an agent says to an engine that listens.
func (s *evidence) take(w *world, ev Event) {
	s.setBack = s.setBack || w.now < s.now
	if s.since == nil || w.now < s.now { // what a clock showed that was set back since is not compared
		s.since, s.on, s.off = map[string]int64{}, map[string]int64{}, map[string]int64{}
	}
	s.now = w.now
	if ev.Type == EventRestore {
		s.up = w.now - w.asleep
	}
	snap := ev.Snapshot
	if ev.Type != EventSnapshot || !snap.Ready || len(w.signed) > 0 || snap.Status >= 400 || kept(snap) {
		return
	}
	patience := int64(beliefPatience + 3*lookPatience + resumePatience)
	if ev.Account == "" {
		patience += ownerPatience // it may still say whose it is
	}
	for _, row := range clickable() {
		c, verdict := rules.Locate(row, snap, rules.Table())
		if verdict != rules.Found || !page.Same(row.Page, snap.Path) || c.State == page.Unknown {
			continue
		}
		key := snap.Doc + row.ID + string(c.State) + ev.Account
		if s.since[key] == 0 {
			s.since[key] = w.now - w.asleep
		}
		of := max(snap.Born, c.Moved)
		if c.State == page.Off {
			s.off[row.ID] = max(s.off[row.ID], of)
		} else if w.now-w.asleep >= max(s.since[key], s.up)+patience {
			s.on[row.ID] = max(s.on[row.ID], of)
		}
	}
}

// check requires that nothing is called off that the newest sign shows on, and that every proof is a document that came
// from the server after the last change that this extension made.
func (s *evidence) check(w *world) {
	for _, row := range clickable() {
		rec := w.eng.state.Settings[row.ID]
		if !rec.Outcome.Proved() || !w.eng.restored || len(w.signed) > 0 {
			continue
		}
		if s.on[row.ID] > max(rec.Proved, s.off[row.ID]) {
			require.FailNow(w.t, "a proof is kept that newer evidence contradicts", "%s: on at %d, off at %d, proved %+v", row.ID, s.on[row.ID]-began, s.off[row.ID]-began, rec)
		}
		if rec.Why != memory.WhyNotUndone && !s.setBack {
			require.GreaterOrEqual(w.t, rec.Proved, rec.Clicked, row.ID)
		}
		require.NotContains(w.t, []page.Source{page.FromCache, page.FromWorker}, w.sources[rec.Proved], row.ID)
	}
}

// outcomes are those of the settings that may be clicked.
func (w *world) outcomes() map[string]memory.Outcome {
	m := map[string]memory.Outcome{}
	for _, s := range w.eng.table {
		if rec, ok := w.eng.state.Settings[s.ID]; ok && s.Act == rules.Click {
			m[s.ID] = rec.Outcome
		}
	}
	return m
}

// checkServer holds every outcome against the server.
func (w *world) checkServer() {
	state := &w.eng.state
	w.checkAccount(state.Account, state.Settings)
	for _, other := range state.Others {
		w.checkAccount(other.ID, other.Settings)
	}
	for _, s := range w.saves {
		require.False(w.t, s.on && !w.undoing && !s.hand, "%s was turned on", s.key)
	}
}

func (w *world) checkAccount(account string, records map[string]memory.Record) {
	server := w.serverOf(account)
	for _, s := range ofTheSite() {
		rec, ok := records[s.ID]
		if ok && rec.Outcome.Proved() && rec.Proved > w.drifted[account+s.Key] && !(w.lists.misleads() && (rec.Proof == memory.SawListed || w.leant[account+s.ID] == rec.Proved)) {
			require.False(w.t, server[s.Key], "%s of %q is called %s and is on", s.ID, account, rec.Outcome)
		}
		if _, _, _, drifted := rec.Drift(); ok && drifted && !w.lists.misleads() && !w.setBack {
			require.True(w.t, server[s.Key] || w.drifted[account+s.Key] > 0, "%s of %q is called on again and never was", s.ID, account)
		}
	}
}
