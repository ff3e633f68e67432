package rules

import "offswitch/internal/regions"

// privacySwitches are the switches under "Data privacy" whose key is known.
var privacySwitches = []Setting{
	{
		ID: "ai-training", Key: "allowDataForGenerativeAI", Match: LabelledBy,
		Page:     "/mypreferences/d/settings/data-for-ai-improvement",
		Title:    "Data for Generative AI Improvement",
		Category: DataPrivacy, Control: Switch, Level: Essential, Act: Click,
		Offers: aiTrainingOffers,
		Labels: aiTrainingLabels,
	},
	{
		ID: "research", Key: "allowAnonymizedDataResearch", Match: LabelledBy,
		Page:     "/mypreferences/d/settings/policy-and-academic-research",
		Title:    "Social, economic, and workplace research",
		Category: DataPrivacy, Control: Switch, Level: Recommended, Act: Click,
		Offers: anywhereOn,
		Labels: researchLabels,
	},
	{
		ID: "promotions", Key: "allowProfileAndActivityDataForMarketingAds", Match: LabelledBy,
		Page:     "/mypreferences/d/settings/linkedin-promotions",
		Title:    "LinkedIn promotions",
		Category: DataPrivacy, Control: Switch, Level: Recommended, Act: Click,
		Offers: anywhereUnknown,
	},
	{
		ID: "promotion-emails", Key: "tipsForUsingLinkedinViaEmail", Match: LabelledBy,
		Page:     "/mypreferences/d/settings/linkedin-promotions",
		Title:    "LinkedIn promotions",
		Category: DataPrivacy, Control: Switch, Level: Strict, Act: Click,
		Offers: anywhereUnknown,
	},
	{
		ID: "non-essential-cookies", Key: "nonEssentialCookieConsent", Match: ElementID,
		Page:     "/mypreferences/d/member-cookies",
		Title:    "Cookie preferences",
		Category: DataPrivacy, Control: Switch, Level: Recommended, Act: Click,
		Offers: anywhereUnknown,
	},
}

// privacySwitchesProse says to people what privacySwitches are.
var privacySwitchesProse = []Prose{
	{
		ID:      "ai-training",
		Toggle:  "Use my data for training content creation AI models",
		Does:    "Lets LinkedIn use your data to train AI models that create content.",
		Effect:  "Nothing you use changes; LinkedIn stops using your data for this from then on.",
		Caution: "It is not retroactive: it does not undo training that has already happened. It covers only AI models that create content; for the others there is the Data Processing Objection Form.",
		Desktop: toPrivacy + "Data for Generative AI Improvement" + switchOff,
		Sources: []Source{
			{brave, braveSeen, regions.High, "key and page"},
			{"LinkedIn help a6278444", "", regions.High, "what it is"},
			{"the live page's text as quoted by https://blog.autiomaa.org/2025/09/18/outout-from-linkedins-genai-data", "2025-09-18", regions.High, "title and label"},
			{"https://geeko.lesoir.be/2025/09/24/comment-empecher-linkedin-dentrainer-son-ia-avec-vos-donnees", "2025-09-24", regions.Low, `disagrees on the French label: "les modèles" where three others have "des modèles"`},
		},
	},
	{
		ID:      "research",
		Toggle:  "Use data for research",
		Does:    "Lets LinkedIn use your data for social, economic and workplace research.",
		Effect:  "Nothing you use changes; research no longer uses your data.",
		Desktop: toPrivacy + "Social, economic, and workplace research" + switchOff,
		Sources: []Source{
			{brave, braveSeen, regions.High, "key and page"},
			{stellar, stellarSeen, regions.High, "title, label and default"},
		},
	},
	{
		ID:      "promotions",
		Does:    "Lets LinkedIn use your profile and activity data for ads that market LinkedIn itself.",
		Effect:  "Nothing you use changes; LinkedIn's own promotions may fit you less.",
		Desktop: toPrivacy + "LinkedIn promotions" + switchOff,
		Sources: []Source{{brave, braveSeen, regions.High, "key and page; the label was not captured"}},
	},
	{
		ID:      "promotion-emails",
		Does:    "Lets LinkedIn send you tips for using LinkedIn by email.",
		Effect:  "You no longer get these emails.",
		Desktop: toPrivacy + "LinkedIn promotions" + switchOff,
		Sources: []Source{{brave, braveSeen, regions.High, "key and page; the label was not captured"}},
	},
	{
		ID:      "non-essential-cookies",
		Does:    "Lets LinkedIn use cookies that it calls non-essential.",
		Effect:  "Only the cookies that LinkedIn calls essential remain; what the others were for may fit you less.",
		Caution: "Another product is known to fail at turning this off, so it may need your own hand.",
		Desktop: toPrivacy + "Cookie preferences" + switchOff,
		Sources: []Source{
			{brave, braveSeen, regions.High, "key and page; the label was not captured"},
			{"brave/brave-browser issue 58298", "", regions.High, "the same key is known to fail for Brave"},
		},
	},
}

// privacyByHand are the settings under "Data privacy" that only a person can find.
var privacyByHand = []Setting{
	{
		ID:       "research-invites",
		Title:    "Research invites",
		Category: DataPrivacy, Control: Switch, Level: Recommended, Act: Guide,
		Offers: anywhereOn,
	},
	{
		ID:       "sponsored-messages",
		Title:    "Messages",
		Category: DataPrivacy, Control: Switch, Level: Recommended, Act: Guide,
		Offers: anywhereOn,
	},
	{
		ID:       "read-receipts",
		Title:    "Read receipts and typing indicators",
		Category: DataPrivacy, Control: Switch, Level: Strict, Act: Guide,
		Offers: anywhereOn,
	},
	{
		ID:       "messaging-suggestions",
		Title:    "Messaging suggestions",
		Category: DataPrivacy, Control: Switch, Level: Strict, Act: Guide,
		Offers: anywhereOn,
	},
	{
		ID:       "share-profile-on-apply",
		Title:    "Share your profile when you click Apply for a job",
		Category: DataPrivacy, Control: Switch, Level: Strict, Act: Guide,
		Offers: []regions.Offer{{
			Regions: everywhere, Default: regions.Unknown, Uncertain: true,
			Note:   "The default varies. " + noRegions,
			Source: publicUI, Confidence: regions.Low,
		}},
	},
	{
		ID:       "resume-data",
		Page:     "/jobs/application-settings/",
		Title:    "Job application settings",
		Category: DataPrivacy, Control: Switch, Level: Strict, Act: Never,
		Offers: anywhereUnknown,
	},
	{
		ID:       "permitted-services",
		Page:     "/psettings/permitted-services",
		Title:    "Other applications",
		Category: DataPrivacy, Control: List, Level: Recommended, Act: Guide,
		Offers: anywhereUnknown,
	},
	{
		ID:       "objection-form",
		Page:     "/help/linkedin/answer/a1338610",
		Title:    "Data Processing Objection Form",
		Category: DataPrivacy, Control: Form, Level: Essential, Act: Guide,
		Offers: []regions.Offer{{
			Regions: everywhere, Since: 20240901, Default: regions.Unknown,
			Note:   "The source gives September 2024 without a day.",
			Source: readWrite + " 2024-09-19", Confidence: regions.High,
		}},
	},
}

// privacyByHandProse says to people what privacyByHand are.
var privacyByHandProse = []Prose{
	{
		ID:      "research-invites",
		Toggle:  "Research invitations",
		Does:    "Lets LinkedIn invite you to take part in research.",
		Effect:  "You no longer get these invitations.",
		Desktop: toPrivacy + "Research invites" + switchOff,
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title, label and default; key and page not known"}},
	},
	{
		ID:      "sponsored-messages",
		Toggle:  "Allow LinkedIn partners to show you Sponsored Messages on LinkedIn",
		Does:    "Lets LinkedIn's partners show you Sponsored Messages on LinkedIn.",
		Effect:  "You no longer get Sponsored Messages.",
		Desktop: toPrivacy + "Messages" + switchOff,
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title, label and default; key and page not known"}},
	},
	{
		ID:      "read-receipts",
		Does:    "Shows people when you have read their messages and when you are typing.",
		Effect:  "People no longer see when you read or type.",
		Desktop: toPrivacy + "Read receipts and typing indicators" + switchOff,
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title and default; label, key and page not known"}},
	},
	{
		ID:      "messaging-suggestions",
		Toggle:  "Messaging suggestions",
		Does:    "Lets LinkedIn make suggestions to you in your messages.",
		Effect:  "You no longer get these suggestions.",
		Desktop: toPrivacy + "Messaging suggestions" + switchOff,
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title, label and default; key and page not known"}},
	},
	{
		ID:      "share-profile-on-apply",
		Toggle:  "Share your profile when you click Apply for a job",
		Does:    "Shares your profile when you click Apply for a job.",
		Effect:  "Clicking Apply for a job no longer shares your profile by itself.",
		Desktop: toPrivacy + "Share your profile when you click Apply for a job" + switchOff,
		Sources: []Source{{publicUI, "", regions.Medium, "title; key and page not known"}},
	},
	{
		ID:      "resume-data",
		Toggle:  "Save resumes and application data",
		Does:    "Lets LinkedIn keep your resumes and the data of your job applications.",
		Effect:  "Turning it off deletes the resumes that are stored.",
		Caution: `Destructive: turning it off asks "Yes, delete" and deletes stored resumes. Offswitch never opens this page; decide and do it yourself.`,
		Desktop: toPrivacy + "Job application settings" + switchOff,
		Sources: []Source{
			{stellar, stellarSeen, regions.Medium, "title, label and page; key not known"},
			{"LinkedIn help a507642", "", regions.Medium, "what turning it off does"},
		},
	},
	{
		ID:      "permitted-services",
		Does:    "Lists other applications that you permitted to use your LinkedIn account.",
		Effect:  "What an application did for you through LinkedIn may stop when you remove it.",
		Desktop: toPrivacy + "Other applications > remove what you do not need",
		Sources: []Source{{stellar, stellarSeen, regions.Medium, "title and page; older addresses under /psettings/ mostly redirect"}},
	},
	{
		ID:      "objection-form",
		Does:    "Is the only way to object to AI processing of your data other than the training of models that create content.",
		Effect:  "It costs you the few minutes it takes to send the form.",
		Caution: "Offswitch gives you a text to copy and never sends the form for you.",
		Desktop: "Open the form, copy the text that Offswitch gives you, send it yourself",
		Sources: []Source{
			{readWrite, "2024-09-19", regions.High, "that the form exists and what it covers"},
			{"LinkedIn help", "", regions.Low, "the form's address"},
		},
	},
}
