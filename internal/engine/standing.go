package engine

import (
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// standing returns what the person's choices mean for a setting today.
func (e *Engine) standing(s rules.Setting) rules.Standing {
	standing := rules.Stand(s, e.region(), regions.DateOf(e.now), e.state.Choices.Level)
	if _, left := e.state.Leaves(s.ID); left && (standing == rules.Planned || standing == rules.ByHand) {
		return rules.BelowLevel
	}
	return standing
}

// plan is what is to be off in a region for a person of that level, today.
func (e *Engine) plan(r regions.Region, l rules.Level) []rules.Setting {
	return rules.Plan(e.table, r, regions.DateOf(e.now), l)
}
