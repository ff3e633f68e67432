package engine

import (
	"slices"

	"offswitch/internal/ascii"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// stand returns what the table says of a setting today, for the choices that hold.
func (e *Engine) stand(s rules.Setting) rules.Standing {
	return rules.Stand(s, e.region(), regions.DateOf(e.now), e.choices().Level)
}

// standing returns what the person wants of a setting today: what they left alone counts as below their level.
func (e *Engine) standing(s rules.Setting) rules.Standing {
	standing := e.stand(s)
	if _, left := e.state.Leaves(s.ID); left && (standing == rules.Planned || standing == rules.ByHand) {
		return rules.BelowLevel
	}
	return standing
}

// plan is what is to be off in a region for a person of that level, today.
func (e *Engine) plan(r regions.Region, l rules.Level) []rules.Setting {
	return rules.Plan(e.table, r, regions.DateOf(e.now), l)
}

// fresh counts the settings that the table has gained since a run last came to its end, and that are offered.
func (e *Engine) fresh() int {
	if e.state.Rows == "" {
		return 0
	}
	n, known := 0, ascii.Words(e.state.Rows)
	for _, s := range rules.Table() {
		if !slices.Contains(known, s.ID) && e.standing(s) != rules.Unoffered {
			n++
		}
	}
	return n
}

// knowRows remembers which rows the table has.
func (e *Engine) knowRows() {
	var ids []string
	for _, s := range rules.Table() {
		ids = append(ids, s.ID)
	}
	e.state.Rows = ascii.Join(ids, " ")
}
