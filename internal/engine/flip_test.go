package engine

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// agentsHand is how long after a touch the agent takes what the page does for the person's doing.
const agentsHand = 1_000

// flip is a switch being operated, by whomever, and the page saving it.
func (w *world) flip(d *document, key string) {
	s, _ := settingOf(key)
	want := !d.on.isOn(key) || s.Match == rules.Option
	before := positions{}
	before.take(d.on, s)
	f := w.strike(s.Key)
	hand := !w.script
	began := w.now
	draw := func(key string, on bool) {
		if d.on.isOn(key) != on {
			d.moved[key], d.byHand[key] = w.now, hand && w.now < began+agentsHand
		}
		d.on.turn(key, on)
	}
	turn := func() {
		draw(key, want)
		if f.controlDraws != "" && !d.on[s.Key] {
			w.after(f.drawsLate, func() { draw(f.controlDraws, false); w.tell(d) })
		}
	}
	if f.pessimistic == 0 {
		turn()
	}
	w.after(60+f.saveSlow+f.pessimistic, func() {
		if f.saveSlow+f.pessimistic > 0 && w.tabs[d.tab] != d {
			return // who leaves the page cancels it
		}
		if f.pessimistic > 0 {
			turn()
		}
		status := f.save
		switch {
		case d.member != w.member:
			status = 403 // the page is of an account that is signed out
		case status == 0:
			status = 200
		}
		kept := status == 200 && !f.saveNotKept
		after := positions{}
		after.take(w.server, s)
		after.turn(key, want)
		on := want // a box that is ticked turns its setting on, if it was not
		if s.Match == rules.Option {
			on = after[s.Key]
		}
		w.saves = append(w.saves, save{s.Key, on, status, kept, hand})
		w.savedAt = append(w.savedAt, w.now)
		if kept {
			if hand && on {
				w.drifted[d.member+s.Key] = w.now // what was proved before was so
			}
			if hand && after[s.Key] != w.server[s.Key] {
				delete(w.ours, d.member+s.Key)
			}
			w.server.take(after, s)
			if other := w.coupled[key]; other != "" && !want {
				w.ours[d.member+other] = w.ours[d.member+other] || (w.server[other] && !hand)
				w.server[other] = false
			}
		}
		d.saves = append(d.saves, page.Save{Key: key, Status: status})
		if f.flipsBack > 0 {
			w.after(f.flipsBack, func() {
				draw(key, before.isOn(key))
				d.on.take(before, s)
				w.tell(d)
			})
		}
		w.tell(d)
	})
}
