package rules

import "offswitch/internal/regions"

// accountSettings are the settings under "Account": lists and forms that only
// the person can decide about.
var accountSettings = []Setting{
	{
		ID:       "demographic-info",
		Page:     "/mypreferences/d/demographic-info",
		Title:    "Personal demographic information",
		Category: Account, Control: Form, Level: Recommended, Act: Guide,
		Offers: []regions.Offer{{
			Regions: onlyUS, Default: regions.Unknown,
			Note:   "Empty for a person who never filled it in.",
			Source: "LinkedIn help", Confidence: regions.Medium,
		}},
	},
	{
		ID:       "microsoft-accounts",
		Page:     "/mypreferences/d/connected-microsoft-accounts",
		Title:    "Connected Microsoft accounts",
		Category: Account, Control: List, Level: Recommended, Act: Guide,
		Offers: anywhereUnknown,
	},
	{
		ID:       "sync-contacts",
		Page:     "/mynetwork/settings/manage-syncing/",
		Title:    "Sync contacts / calendar",
		Category: Account, Control: List, Level: Recommended, Act: Guide,
		Offers: anywhereUnknown,
	},
	{
		ID:       "dma-services",
		Title:    "LinkedIn Services (connect or disconnect Jobs, Marketing Solutions, Learning)",
		Category: Account, Control: Form, Level: Recommended, Act: Guide,
		Offers: []regions.Offer{{
			Regions: onlyDesignated, Since: 20240201, Default: regions.On,
			Note:   "Services are connected until you disconnect them. The source gives February 2024 without a day.",
			Source: "LinkedIn help a6222119", Confidence: regions.High,
		}},
	},
}

// accountProse says to people what accountSettings are.
var accountProse = []Prose{
	{
		ID:      "demographic-info",
		Name:    "Personal details you gave LinkedIn",
		Does:    "Holds demographic information about you that you gave LinkedIn.",
		Effect:  "LinkedIn no longer has what you remove.",
		Caution: "Removing it deletes what you gave.",
		Desktop: toAccount + "Personal demographic information > remove what you do not want to give",
		Sources: []Source{
			{crawl, crawlSeen, regions.High, "title and page"},
			{"LinkedIn help", "", regions.Medium, "where it is offered, and that it is empty at first"},
		},
	},
	{
		ID:      "microsoft-accounts",
		Name:    "Microsoft accounts tied to yours",
		Does:    "Lists the Microsoft accounts that are connected with your LinkedIn account.",
		Effect:  "What a connection did for you may stop when you remove it.",
		Desktop: toAccount + "Connected Microsoft accounts > remove what you do not need",
		Sources: []Source{{"a measured index of LinkedIn's settings", "2026-09", regions.Medium, "title and page"}},
	},
	{
		ID:      "sync-contacts",
		Name:    "Your contacts and calendar",
		Does:    "Lets LinkedIn sync your contacts and your calendar.",
		Effect:  "LinkedIn no longer has the contacts and calendars you remove to work with.",
		Desktop: toAccount + "Sync contacts / calendar > choose \"Remove all\"",
		Sources: []Source{{crawl, crawlSeen, regions.High, "page; what is on it is less sure"}},
	},
	{
		ID:      "dma-services",
		Name:    "LinkedIn services tied to each other",
		Does:    "Connects LinkedIn's services, such as Jobs, Marketing Solutions and Learning, with each other.",
		Effect:  "A service you disconnect may fit you less.",
		Desktop: toAccount + "LinkedIn Services > disconnect what you do not need",
		Sources: []Source{{"LinkedIn help a6222119, a6233305", "", regions.High, "that it exists, per service; no fixed address known"}},
	},
}
