package engine

import (
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// standing is how a setting stands to the person's choices today.
func (e *Engine) standing(s rules.Setting) rules.Standing {
	return rules.Stand(s, e.region(), regions.DateOf(e.now), e.state.Choices.Level)
}

// plan is what is to be off in a region for a person of that level, today.
func (e *Engine) plan(r regions.Region, l rules.Level) []rules.Setting {
	return rules.Plan(e.table, r, regions.DateOf(e.now), l)
}

// stood returns what is remembered of a setting with the outcome that its standing gives it: where it is not offered or
// destructive whatever was seen of it, else where nothing is known of it. The level may have been changed since.
func (r Record) stood(as rules.Standing) Record {
	known := r.Outcome != "" && (r.Outcome != NotOffered || r.Why != WhyRegion) && r.Why != WhyByHand &&
		(r.Outcome != Unchecked || (r.Why != "" && r.Why != WhyBelowLevel))
	switch {
	case as == rules.Unoffered:
		r.Outcome, r.Why = NotOffered, WhyRegion
	case as == rules.Destructive:
		r.Outcome, r.Why = NeedsYou, WhyNever
	case !known && as == rules.BelowLevel:
		r.Outcome, r.Why = Unchecked, WhyBelowLevel
	case !known && as == rules.ByHand:
		r.Outcome, r.Why = NeedsYou, WhyByHand
	case !known:
		r.Outcome, r.Why = Unchecked, ""
	case as == rules.BelowLevel && r.Outcome == StillOn && r.Why == "":
		r.Why = WhyBelowLevel
	case as != rules.BelowLevel && r.Why == WhyBelowLevel:
		r.Why = ""
	}
	if r.State == "" {
		r.State = page.Unknown
	}
	return r
}
