package rules

import "offswitch/internal/regions"

// visibilitySettings are the settings under "Visibility". None of them has a key
// that Offswitch may click.
var visibilitySettings = []Setting{
	{
		ID: "profile-viewing", Key: "discloseAsProfileViewer", Match: RadioID,
		Page:     "/mypreferences/d/profile-viewing-options",
		Title:    "Profile viewing options",
		Category: Visibility, Control: Radio, Level: Strict, Act: Never,
		Offers: []regions.Offer{{
			Regions: everywhere, Default: regions.On, Uncertain: true,
			Note:   `The default is the most open choice, "Your name and headline". ` + noRegions,
			Source: "LinkedIn help a568195", Confidence: regions.Low,
		}},
		Labels: profileViewingLabels,
	},
	{
		ID:       "page-visit-visibility",
		Title:    "Page visit visibility",
		Category: Visibility, Control: Switch, Level: Recommended, Act: Guide,
		Offers: anywhereOn,
	},
	{
		ID:       "connections-visibility",
		Title:    "Who can see your connections",
		Category: Visibility, Control: Switch, Level: Recommended, Act: Guide,
		Offers: anywhereOn,
	},
	{
		ID:       "email-visibility",
		Title:    "Who can see or download your email address",
		Category: Visibility, Control: Radio, Level: Recommended, Act: Guide,
		Offers: []regions.Offer{{
			Regions: everywhere, Default: regions.On, Uncertain: true,
			Note:   "The default shows the address to 1st-degree connections. " + noRegions,
			Source: stellar, Confidence: regions.Low,
		}},
	},
	{
		ID:       "follow-visibility",
		Title:    "Who can see members you follow",
		Category: Visibility, Control: Radio, Level: Strict, Act: Guide,
		Offers: anyone,
	},
	{
		ID:       "representing-organizations",
		Title:    "Representing your organizations and interests",
		Category: Visibility, Control: Switch, Level: Strict, Act: Guide,
		Offers: anywhereOn,
	},
	{
		ID:       "export-by-page-owners",
		Page:     "/mypreferences/d/settings/data-export-by-page-admins",
		Title:    "Page owners exporting your data",
		Category: Visibility, Control: Switch, Level: Recommended, Act: Mark,
		Offers: anywhereUnknown,
	},
	{
		ID:       "profile-off-linkedin",
		Page:     "/mypreferences/d/settings/profile-visibility-for-partners",
		Title:    "Profile discovery and visibility off LinkedIn",
		Category: Visibility, Control: Switch, Level: Recommended, Act: Mark,
		Offers: anywhereUnknown,
	},
	{
		ID:       "discover-by-email",
		Page:     "/mypreferences/d/settings/discover-me-by-email-address",
		Title:    "Profile discovery using email address",
		Category: Visibility, Control: Radio, Level: Recommended, Act: Mark,
		Offers: anyone,
	},
	{
		ID:       "discover-by-phone",
		Page:     "/mypreferences/d/settings/discover-me-by-phone-number",
		Title:    "Profile discovery using phone number",
		Category: Visibility, Control: Radio, Level: Recommended, Act: Mark,
		Offers: anyone,
	},
	{
		ID:       "active-status",
		Title:    "Manage active status",
		Category: Visibility, Control: Radio, Level: Strict, Act: Guide,
		Offers: anywhereUnknown,
	},
	{
		ID:       "share-profile-updates",
		Page:     "/mypreferences/d/settings/notify-network-for-updates",
		Title:    "Share profile updates with your network",
		Category: Visibility, Control: Switch, Level: Strict, Act: Mark,
		Offers: anywhereUnknown,
	},
	{
		ID:       "mentions",
		Title:    "Mentions, tags",
		Category: Visibility, Control: Switch, Level: Strict, Act: Guide,
		Offers: anywhereOn,
	},
}

// visibilityProse says to people what visibilitySettings are.
var visibilityProse = []Prose{
	{
		ID:      "profile-viewing",
		Toggle:  "Your name and headline / Private profile characteristics / Private mode",
		Does:    "Decides what people see of you after you looked at their profile.",
		Effect:  "Private mode erases your own viewer history.",
		Caution: "Destructive: choosing private mode erases the viewer history. Offswitch never opens this page; decide and do it yourself.",
		Desktop: toVisibility + "Profile viewing options > choose what people see",
		Sources: []Source{
			{"LinkedIn help a568195", "", regions.High, "the choices and what private mode erases"},
			{"three public browser extensions", "", regions.High, "key, page and the ids of the choices"},
		},
	},
	{
		ID:      "page-visit-visibility",
		Toggle:  "Allow organizations to see when you visit their LinkedIn Page",
		Does:    "Lets organizations see when you visit their LinkedIn Page.",
		Effect:  "Organizations no longer see that you visited.",
		Desktop: toVisibility + "Page visit visibility" + switchOff,
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title, label and default; key and page not known"}},
	},
	{
		ID:      "connections-visibility",
		Toggle:  "Connection visibility",
		Does:    "Lets others see who your connections are.",
		Effect:  "Others can no longer look through your connections.",
		Desktop: toVisibility + "Who can see your connections" + switchOff,
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title, label and default; key and page not known"}},
	},
	{
		ID:      "email-visibility",
		Toggle:  "Allow connections to export emails",
		Does:    "Decides who can see or download your email address.",
		Effect:  "People you leave out can no longer see or download your address.",
		Desktop: toVisibility + "Who can see or download your email address > choose the fewest people, and switch off the export",
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title, choices, label of the export switch and default; key and page not known"}},
	},
	{
		ID:      "follow-visibility",
		Toggle:  "Only visible to me / Anyone on LinkedIn",
		Does:    "Decides who can see which members you follow.",
		Effect:  "Others no longer see which members you follow.",
		Desktop: toVisibility + `Who can see members you follow > choose "Only visible to me"`,
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title, choices and default; key and page not known"}},
	},
	{
		ID:      "representing-organizations",
		Does:    "Lets LinkedIn show you as representing your organizations and interests.",
		Effect:  "LinkedIn no longer shows you that way.",
		Desktop: toVisibility + "Representing your organizations and interests" + switchOff,
		Sources: []Source{{publicUI, "", regions.Medium, "title and default; label, key and page not known"}},
	},
	{
		ID:      "export-by-page-owners",
		Toggle:  "Allow Page owners to export your data",
		Does:    "Lets owners of LinkedIn Pages export your data.",
		Effect:  "Page owners can no longer export your data.",
		Desktop: toVisibility + "Page owners exporting your data" + switchOff,
		Sources: []Source{{"LinkedIn help a548106", "", regions.Medium, "title, label and page; key not known"}},
	},
	{
		ID:      "profile-off-linkedin",
		Does:    "Lets your profile be discovered and seen off LinkedIn.",
		Effect:  "People off LinkedIn find less of your profile.",
		Desktop: toVisibility + "Profile discovery and visibility off LinkedIn" + switchOff,
		Sources: []Source{{"LinkedIn help a548106, a518980", "", regions.Medium, "title and page; key and label not known"}},
	},
	{
		ID:      "discover-by-email",
		Toggle:  "Anyone / 2nd-degree / Nobody",
		Does:    "Lets people who have your email address discover your profile by it.",
		Effect:  "People who know only your email address can no longer find you by it.",
		Desktop: toVisibility + `Profile discovery using email address > choose "Nobody"`,
		Sources: []Source{{"LinkedIn help", "", regions.Medium, "title, choices, default and page; key not known"}},
	},
	{
		ID:      "discover-by-phone",
		Toggle:  "Everyone / 2nd-degree / Nobody",
		Does:    "Lets people who have your phone number discover your profile by it.",
		Effect:  "People who know only your phone number can no longer find you by it.",
		Desktop: toVisibility + `Profile discovery using phone number > choose "Nobody"`,
		Sources: []Source{{"LinkedIn help", "", regions.Medium, "title, choices, default and page; key not known"}},
	},
	{
		ID:      "active-status",
		Toggle:  "Who can see that you are currently active",
		Does:    "Decides who can see that you are currently active.",
		Effect:  "People you leave out no longer see when you are active.",
		Desktop: toVisibility + "Manage active status > choose the fewest people",
		Sources: []Source{{stellar, stellarSeen, regions.Low, "title and label; default, key and page not known"}},
	},
	{
		ID:      "share-profile-updates",
		Toggle:  "Share key profile updates",
		Does:    "Tells your network about key changes to your profile.",
		Effect:  "Your network is no longer told about key changes to your profile.",
		Desktop: toVisibility + "Share profile updates with your network" + switchOff,
		Sources: []Source{
			{"six independent " + publicNotes, "2026-08", regions.High, "page; key not known"},
			{stellar, stellarSeen, regions.High, "title and label"},
		},
	},
	{
		ID:      "mentions",
		Does:    "Lets others mention or tag you.",
		Effect:  "Others can no longer mention or tag you.",
		Desktop: toVisibility + "Mentions, tags" + switchOff,
		Sources: []Source{{"LinkedIn help a522861", "", regions.Low, "title and default; label, key and page not known"}},
	},
}

// anyone are the offers of choices that start at their most open one.
var anyone = []regions.Offer{{
	Regions: everywhere, Default: regions.On, Uncertain: true,
	Note:   "The default is the most open choice. " + noRegions,
	Source: "the row's own sources", Confidence: regions.Low,
}}
