package rules

import "offswitch/internal/regions"

// Publications that several rows rest on, named once.
const (
	brave       = "Brave psst-component, src/linkedin/user.ts"
	braveSeen   = "2026-07-30"
	braveOld    = "an earlier Brave script"
	stellar     = "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md"
	stellarSeen = "2024-09-19"
	readWrite   = "ReadWrite"
	alert       = "a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change"
	alertSeen   = "2025-10"
	helpAds     = "LinkedIn help a7157083"
	helpAdsEU   = "LinkedIn help a7152512, lms a1444756"
	crawl       = "crawl 2026-01-30"
	crawlSeen   = "2026-01-30"
	noRegions   = "No source tells regions apart, so it may be missing where you are."
)

var (
	everywhere     = regions.Everywhere()
	onlyDesignated = []regions.Region{regions.Designated}
	onlyUS         = []regions.Region{regions.US}
	onlyUK         = []regions.Region{regions.UK}
	onlyChina      = []regions.Region{regions.China}
	onlyCanada     = []regions.Region{regions.Canada}
	onlyHongKong   = []regions.Region{regions.HongKong}
	canadaHongKong = []regions.Region{regions.Canada, regions.HongKong}
	usOther        = []regions.Region{regions.US, regions.Other}
	notDesignated  = []regions.Region{regions.UK, regions.US, regions.Canada, regions.HongKong, regions.China, regions.Other}
)

// aiTrainingOffers is the history of the one setting whose offer changed most.
var aiTrainingOffers = []regions.Offer{
	{
		Regions: usOther, Since: 20240918, Processing: 20240918, Default: regions.On,
		Basis:  "opt-out",
		Note:   "LinkedIn's changed terms took effect on 2024-11-20.",
		Source: "ReadWrite 2024-09-19 and press of 2024-09-18", Confidence: regions.High,
	},
	{
		Regions: onlyUK, Since: 20240918, Processing: 20240918, Until: 20240920, Default: regions.On,
		Basis:  "legitimate interests (UK GDPR)",
		Note:   "Withdrawn on 2024-09-20, two days after it was offered; back since 2025-09-18.",
		Source: "ICO statement 2024-09-20", Confidence: regions.High,
	},
	{
		Regions: onlyUK, Since: 20250918, Processing: 20251103, Default: regions.On,
		Basis:  "legitimate interests (UK GDPR)",
		Note:   "Offered again after it was withdrawn on 2024-09-20. LinkedIn's notice as quoted does not name the United Kingdom; the day comes from the press.",
		Source: "ICO statement 2025-09-23; TechRadar 2025-09-22", Confidence: regions.Medium,
	},
	{
		Regions: onlyDesignated, Since: 20250918, Processing: 20251103, Default: regions.On,
		Basis:  "legitimate interest, GDPR Art. 6(1)(f); objection Art. 21",
		Note:   "Not offered before; articles of 2024 describe that older state.",
		Source: "iPhoned 2025-10-02; " + alert + ", " + alertSeen + "; LinkedIn help a6278444", Confidence: regions.High,
	},
	{
		Regions: onlyHongKong, Since: 20240918, Processing: 20240918, Until: 20241011, Default: regions.On,
		Note:   "Paused as of 2024-10-11, until 2025-09-18.",
		Source: "Hong Kong privacy commissioner, 2024-10-15", Confidence: regions.High,
	},
	{
		Regions: onlyCanada, Since: 20240918, Processing: 20240918, Until: 20241210, Default: regions.On,
		Note:   "The pause, until 2025-09-18, was announced on 2024-12-10; its first day is not known.",
		Source: "Privacy Commissioner of Canada, 2024-12-10", Confidence: regions.High,
	},
	{
		Regions: canadaHongKong, Since: 20250918, Processing: 20251103, Default: regions.On,
		Note:   "Offered again after the pause.",
		Source: "LinkedIn notice of 2025-09-18 as quoted; Hong Kong reminder of 2025-10", Confidence: regions.High,
	},
	{
		Regions: onlyChina, Default: regions.Unknown, Uncertain: true,
		Note:   "Excluded in 2024 and not named in the notice of 2025: act if the switch is there, expect nothing.",
		Source: "one blog of 2024-25", Confidence: regions.Medium,
	},
}

// adsConsent is how the ads settings that need a yes in the designated countries since 2025-01-22 are offered there.
var adsConsent = []regions.Offer{
	{
		Regions: onlyDesignated, Until: 20250122, Default: regions.Unknown,
		Note:   "Offered since before 2024; the default of that time is not known.",
		Source: helpAdsEU, Confidence: regions.High,
	},
	{
		Regions: onlyDesignated, Since: 20250122, Default: regions.Consent,
		Basis:  "consent",
		Note:   "Offered since before 2024; off since 2025-01-22 unless you said yes, so it is turned off where it is on.",
		Source: helpAdsEU, Confidence: regions.High,
	},
}

var adsByConsent = concat(adsConsent, []regions.Offer{adsElsewhere})

// activityOffers has no offer for the United States: two accounts there had no row for it (crawl 2026-01-30 and 2025-11-19).
var activityOffers = concat(adsConsent, []regions.Offer{{
	Regions: []regions.Region{regions.UK, regions.Canada, regions.HongKong, regions.China, regions.Other}, Default: regions.On,
	Source: adsElsewhere.Source, Confidence: adsElsewhere.Confidence,
}})

// adsByInterest are the offers of the ads settings built on profile data, which
// LinkedIn uses in the designated countries unless the member objects.
var adsByInterest = []regions.Offer{
	{
		Regions: onlyDesignated, Default: regions.On,
		Basis:  "legitimate interest, opt-out",
		Source: helpAdsEU, Confidence: regions.High,
	},
	adsElsewhere,
}

var adsElsewhere = regions.Offer{
	Regions: notDesignated, Default: regions.On,
	Source: helpAds + "; " + alert + ", " + alertSeen, Confidence: regions.High,
}

// adsUnnamedThere are the offers of an ads setting that no source names for the designated countries.
var adsUnnamedThere = []regions.Offer{
	{
		Regions: onlyDesignated, Default: regions.Unknown, Uncertain: true,
		Note:   "No source names this setting for the designated countries.",
		Source: crawl, Confidence: regions.Low,
	},
	adsElsewhere,
}

// shareOffers has no offer for the designated countries (high confidence) and
// the United Kingdom (medium): LinkedIn says it does not share there, in help
// a1397243 and in its notice of the 2025-11-03 change.
var shareOffers = []regions.Offer{
	{
		Regions: onlyUS, Default: regions.On,
		Note:   "Widened to Microsoft on 2025-11-03. Already off for a browser that sends Global Privacy Control.",
		Source: "LinkedIn help a1397243", Confidence: regions.Medium,
	},
	{
		Regions: []regions.Region{regions.Canada, regions.HongKong, regions.Other}, Default: regions.On,
		Note:   "Widened to Microsoft on 2025-11-03.",
		Source: "LinkedIn help a1397243", Confidence: regions.Medium,
	},
	{
		Regions: onlyChina, Default: regions.On, Uncertain: true,
		Note:   "No source names this setting for mainland China; it follows from what holds for ads settings in general.",
		Source: helpAds, Confidence: regions.Low,
	},
}

// cookieOffers say where absence was seen.
var cookieOffers = []regions.Offer{
	{
		Regions: onlyUS, Default: regions.Unknown, Uncertain: true,
		Note:   "Probably not offered: two accounts there had no row for it.",
		Source: "crawl 2026-01-30 and 2025-11-19; brave-browser issue 58298", Confidence: regions.Medium,
	},
	{
		Regions: []regions.Region{regions.Designated, regions.UK, regions.Canada, regions.HongKong, regions.China, regions.Other},
		Default: regions.Unknown, Uncertain: true, Note: noRegions, Source: ownSources, Confidence: regions.Low,
	},
}

// For rows of which no source says where they are offered.
var (
	anywhereOn      = anywhere(regions.On, "")
	anywhereUnknown = anywhere(regions.Unknown, "")
	anywhereOpen    = anywhere(regions.On, "The default is the most open choice. ")
	anywhereOff     = anywhere(regions.Unknown, "Off on a test account in the United States. ")
	anywhereOffTwo  = anywhere(regions.Unknown, "Off on two fresh accounts in the United States. ")
)

const ownSources = "the row's own sources"

// anywhere is the offer of a row of which no source says where it is offered. What is known of its default beyond on or
// unknown is in the note.
func anywhere(d regions.Default, note string) []regions.Offer {
	return []regions.Offer{{Regions: everywhere, Default: d, Uncertain: true, Note: note + noRegions, Source: ownSources, Confidence: regions.Low}}
}
