package engine

import (
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// stood is an engine of a person in the United States with these records; what is planned and not named is proved off.
func stood(t *testing.T, level string, records map[string]memory.Record) *world {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"`+level+`"`)
	w.eng.state.Tried = w.now
	for _, s := range w.eng.table {
		rec, ok := records[s.ID]
		if !ok && w.eng.standing(s) == rules.Planned {
			rec = memory.Record{Outcome: memory.TurnedOff, State: page.Off, Proved: w.now, Seen: w.now}
		}
		w.eng.state.Settings[s.ID] = rec
	}
	return w
}

func (w *world) headlineNow() Headline { return w.eng.headline(w.eng.grouped()) }

func (w *world) deedNow() (Deed, int) { return w.eng.deed(w.eng.grouped()) }

func TestHeadline(t *testing.T) {
	on := memory.Record{Outcome: memory.StillOn, State: page.On}
	hand := Said{SayByHand, 1, 0}
	for name, test := range map[string]struct {
		records map[string]memory.Record
		say     Said
		drawn   Drawn
		more    []Said
		deed    Deed
		n       int
	}{
		"all is proved off": {
			nil, Said{SayPartOff, 5, 6}, DrawnOff, []Said{hand}, DoAgain, 0,
		},
		"one was not looked at": {
			map[string]memory.Record{"ai-training": {}},
			Said{SayPartOff, 4, 6}, DrawnUnknown, []Said{{SayUnseen, 1, 0}, hand}, DoHarden, 1,
		},
		"one is on": {
			map[string]memory.Record{"ai-training": on},
			Said{SayPartOff, 4, 6}, DrawnOn, []Said{{SayMore, 1, 0}, hand}, DoHarden, 1,
		},
		"one was not kept and one is locked": {
			map[string]memory.Record{"ai-training": {Outcome: memory.NotSaved, State: page.On}, "ads-off-linkedin": {Outcome: memory.Locked, State: page.Unknown}},
			Said{SayPartOff, 3, 6}, DrawnOn, []Said{{SayAttention, 2, 0}, hand}, DoRetry, 1,
		},
		"one is locked, which no run helps": {
			map[string]memory.Record{"ai-training": {Outcome: memory.Locked, State: page.Unknown}},
			Said{SayPartOff, 4, 6}, DrawnUnknown, []Said{{SayAttention, 1, 0}, hand}, DoAgain, 0,
		},
		"one was changed and not proved": {
			map[string]memory.Record{"ai-training": {Outcome: memory.Unchecked, Why: memory.WhyNotProved, State: page.Off}},
			Said{SayChanged, 1, 0}, DrawnUnknown, []Said{{SayPartOff, 4, 6}, hand}, DoHarden, 1,
		},
		"the person turned one on again": {
			map[string]memory.Record{"ai-training": {Outcome: memory.StillOn, Why: memory.WhyUndone, State: page.On}},
			Said{SayPartOff, 4, 6}, DrawnOn, []Said{{SayAttention, 1, 0}, hand}, DoAgain, 0,
		},
		"LinkedIn does not offer one": {
			map[string]memory.Record{"ai-training": {Outcome: memory.NotOffered, Why: memory.WhyRedirected}},
			Said{SayPartOff, 4, 5}, DrawnOff, []Said{hand}, DoAgain, 0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := stood(t, "essential", test.records)
			assert.Equal(t, Headline{test.say, test.drawn, test.more}, w.headlineNow())
			deed, n := w.deedNow()
			assert.Equal(t, []any{test.deed, test.n}, []any{deed, n})
		})
	}
}

func TestHeadlineBeforeAndDuringARun(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	assert.Equal(t, Headline{Said{Say: SayUnchecked}, DrawnUnknown, []Said{{SayToDo, 5, 0}, {SayByHand, 1, 0}}}, w.headlineNow())
	deed, n := w.deedNow()
	assert.Equal(t, []any{DoHarden, 5}, []any{deed, n})
	w.command("harden", "")
	assert.Equal(t, Headline{Said: Said{SayWorking, 0, 5}, Drawn: DrawnCalm}, w.headlineNow())
	w.run()
	assert.Equal(t, Said{SayPartOff, 5, 6}, w.headlineNow().Said)
	w.now += 40 * memory.Day
	w.event(Event{Type: EventTime, Granted: true})
	assert.Equal(t, Said{SayStale, 40, 0}, w.headlineNow().Said)
}

func TestGoingOnIsTheMainDeedAfterAStop(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.command("stop", "")
	deed, n := w.deedNow()
	assert.Equal(t, []any{DoResume, 5}, []any{deed, n})

	w = newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.expelAt, w.expelTo = 1, "/uas/login"
	w.command("harden", "")
	w.run()
	deed, n = w.deedNow()
	assert.Equal(t, []any{DoSignIn, 5}, []any{deed, n})
}

// What was looked at and is on is one more that is on, for the headline as for the question, and nothing that nobody looked at.
func TestTheHeadlineCountsWhatTheQuestionAsks(t *testing.T) {
	w := stood(t, "essential", map[string]memory.Record{"discover-by-email": {Outcome: memory.NeedsYou, Why: string(rules.Unnamed), State: page.Unknown}})
	w.command("choose", `"level":"strict"`)
	for _, s := range w.eng.table {
		if w.eng.standing(s) == rules.Planned && s.ID != "discover-by-email" {
			w.eng.state.Settings[s.ID] = memory.Record{Outcome: memory.TurnedOff, State: page.Off, Proved: w.now}
		}
	}
	s, _ := w.eng.find("discover-by-email")
	w.eng.found(memory.Unknown{Page: s.Page, Match: s.Match, Lang: "de", State: page.On, Parts: []memory.Part{{Label: "Alle", Chosen: true}, {Label: "Niemand"}}})
	h := w.headlineNow()
	assert.Contains(t, h.More, Said{SayMore, 1, 0})
	for _, said := range h.More {
		assert.NotEqual(t, SayUnseen, said.Say)
	}
	assert.Equal(t, DrawnOn, h.Drawn)
	deed, n := w.deedNow()
	assert.Equal(t, []any{DoConfirm, w.eng.questions()}, []any{deed, n})
}

// The question is of what is wanted off; where nothing is, of all that no rule knows and that is on.
func TestOfHowManyTheQuestionIs(t *testing.T) {
	w := stood(t, "essential", nil)
	unknown := memory.Unknown{Page: "/mypreferences/d/settings/lab-one", Key: "labOne", Match: rules.LabelledBy, Label: "One", State: page.On}
	assert.Zero(t, w.eng.questions())
	w.eng.found(unknown)
	assert.Equal(t, 1, w.eng.questions())
	h := w.headlineNow()
	assert.Equal(t, []any{DrawnUnknown, true}, []any{h.Drawn, slices.Contains(h.More, Said{SayMore, 1, 0})}, "it is on, whatever it is")
	deed, _ := w.deedNow()
	assert.Equal(t, DoAgain, deed, "the choices do not ask for it")
	renamed := memory.Unknown{Page: "/mypreferences/d/settings/lab-two", Key: "labTwo", Match: rules.LabelledBy, Label: "Two", Was: "Three", State: page.On}
	w.eng.found(renamed)
	assert.Equal(t, 1, w.eng.questions(), "the renamed one, which the person wanted off")
	unknown.State = page.Off
	w.eng.found(unknown)
	renamed.State = page.Off
	w.eng.found(renamed)
	assert.Zero(t, w.eng.questions())
}

// The switch is drawn as off only where nothing planned is on, has failed, or was not looked at.
func TestGreenIsNeverTooEarly(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		records := map[string]memory.Record{}
		for _, s := range rules.Table() {
			rec := memory.Record{
				Outcome: rapid.SampledFrom([]memory.Outcome{"", memory.AlreadyOff, memory.TurnedOff, memory.NotSaved, memory.StillOn, memory.NeedsYou, memory.NotFound, memory.Locked, memory.Skipped, memory.SignedOut, memory.Unreachable, memory.Unchecked}).Draw(rt, s.ID),
				State:   rapid.SampledFrom([]page.State{page.On, page.Off, page.Unknown}).Draw(rt, s.ID+" state"),
				Why:     rapid.SampledFrom([]string{"", memory.WhyNotProved, memory.WhyUndone, memory.WhyLabelOnly}).Draw(rt, s.ID+" why"),
			}
			if rapid.Bool().Draw(rt, "off "+s.ID) {
				rec = memory.Record{Outcome: memory.TurnedOff, State: page.Off}
			}
			records[s.ID] = rec
		}
		w := stood(t, rapid.SampledFrom([]string{"essential", "recommended", "strict"}).Draw(rt, "level"), records)
		h := w.headlineNow()
		sum := w.eng.summary(w.eng.grouped())
		if h.Drawn == DrawnOff && (sum.On > 0 || sum.Off < sum.Total) {
			rt.Fatalf("%+v although %+v", h, sum)
		}
		if h.Say == SayAllOff && (sum.Off != sum.Total || len(handed(w)) > 0) {
			rt.Fatalf("%+v although %+v", h, sum)
		}
		if b := w.eng.badgeNow(); b.Alarm != (h.Drawn == DrawnOn) || (b.Alarm && b.Text != strconv.Itoa(sum.On)) || (h.Drawn != DrawnOff && b.Text == "" && b.Tip != TipFresh) {
			rt.Fatalf("the badge %+v beside %+v", b, h)
		}
	})
}

// handed are the planned settings that a run looked at and that only the person can judge.
func handed(w *world) []string {
	var ids []string
	for _, p := range w.eng.grouped() {
		if p.group == InHand && w.eng.standing(p.setting) == rules.Planned {
			ids = append(ids, p.setting.ID)
		}
	}
	return ids
}

// The badge is red for what the headline calls on, failed or asked about, and counts no setting that only the person can turn off.
func TestBadgeCountsAsTheHeadlineDoes(t *testing.T) {
	failed := memory.Record{Outcome: memory.NotSaved, State: page.On}
	on := memory.Record{Outcome: memory.StillOn, State: page.On}
	cases := map[string]struct {
		records map[string]memory.Record
		text    string
	}{
		"all off":            {nil, ""},
		"one is on":          {map[string]memory.Record{"ai-training": on}, "1"},
		"and one has failed": {map[string]memory.Record{"ai-training": on, "ads-off-linkedin": failed}, "2"},
		"one is in hand":     {map[string]memory.Record{"ai-training": {Outcome: memory.NeedsYou, State: page.Unknown}}, ""},
		"one was not seen":   {map[string]memory.Record{"ai-training": {}}, "?"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.text, stood(t, "essential", c.records).eng.badgeNow().Text) })
	}
	w := stood(t, "essential", nil)
	w.eng.found(memory.Unknown{Page: aiPage, Key: "labOther", Match: rules.LabelledBy, Label: "Other", State: page.On})
	wanted, _ := w.eng.asks()
	assert.Equal(t, wanted, w.eng.summary(w.eng.grouped()).On)
}

// A region that is not known is asked for: nothing is counted by one that nobody chose.
func TestNothingIsCountedWithoutARegion(t *testing.T) {
	w := newWorld(t)
	deed, n := w.deedNow()
	assert.Equal(t, []any{DoHarden, 0}, []any{deed, n})
	w.event(Event{Type: EventView, Zone: "Europe/Berlin"})
	_, n = w.deedNow()
	assert.Positive(t, n)
	w.command("harden", "")
	assert.Equal(t, NoChoices, w.eng.refusal, "and nothing starts by one that is only suggested")
}
