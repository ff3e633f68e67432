package rules

import "offswitch/internal/regions"

// FollowUp is something that only the person can do, or should know, after the
// settings are off.
type FollowUp struct {
	ID      string           // stable, used in storage
	Setting string           // the setting it belongs to, and is shown with where that is offered; "" for none
	Regions []regions.Region // where it concerns people; nil: everywhere
	Todo    bool             // something to do and to mark as done; otherwise something to know
}

// FollowUpProse is what a follow-up says to people. Like the settings' prose it
// stands apart because nothing is decided by it.
type FollowUpProse struct {
	ID     string // of the follow-up
	Title  string
	Text   string
	Link   string // where to do it or read on; "" where there is nothing to open
	Note   string // what is not certain about it; "" for most
	Source string
}

// The follow-ups' names.
const (
	ObjectionForm        = "objection-form"
	DMAServices          = "dma-services"
	GlobalPrivacyControl = "global-privacy-control"
	PhoneApp             = "phone-app"
	NotRetroactive       = "not-retroactive"
)

// ObjectionAnswer names LinkedIn's answer to the objection, which the person can note once it has come.
const ObjectionAnswer = "objection-answer"

// linkedIn is the site that the links below lie on.
const linkedIn = "https://www.linkedin.com"

var followUps = []FollowUp{
	{ID: ObjectionForm, Setting: "objection-form", Todo: true},
	{ID: DMAServices, Setting: "dma-services", Todo: true},
	{ID: GlobalPrivacyControl, Setting: "ads-share-with-partners", Regions: onlyUS}, // the browser says itself whether it is done
	{ID: PhoneApp},
	{ID: NotRetroactive, Setting: "ai-training"},
}

var followUpProse = []FollowUpProse{
	{
		ID:    ObjectionForm,
		Title: "Object to AI processing that no switch covers",
		Text: "Turning off \"Data for Generative AI Improvement\" covers only AI models that create content. " +
			"For the others there is LinkedIn's Data Processing Objection Form. Copy the text, open the form and send it yourself: Offswitch never sends it for you.",
		Link:   linkedIn + "/help/linkedin/ask/TS-DPRO",
		Note:   "That the form exists is certain; its address is less so. If the link leads nowhere, try LinkedIn's help article, which is linked below, or search its help for the form's name.",
		Source: "ReadWrite 2024-09-19; legalclarity.org 2026; b2bgrowthco.com 2024; LinkedIn help a1338610",
	},
	{
		ID:    DMAServices,
		Title: "Choose which LinkedIn services are connected",
		Text: "In the EU, the EEA and Switzerland LinkedIn lets you connect or disconnect its services, such as Jobs, Marketing Solutions and Learning, one by one. " +
			"They are connected until you say otherwise.",
		Link:   linkedIn + settingsSite + "d/categories/account",
		Note:   "No fixed address is known; look for this choice on the Account page.",
		Source: "LinkedIn help a6222119, a6233305",
	},
	{
		ID:    GlobalPrivacyControl,
		Title: "Let your browser say no as well: Global Privacy Control",
		Text: "Global Privacy Control is a signal by which your browser tells every site not to share your data. LinkedIn honours it for sharing in the United States: " +
			"for a browser that sends it, \"Share data with affiliates and partners\" is already off.",
		Link:   linkedIn + "/legal/privacy/usa",
		Source: "linkedin.com/legal/privacy/usa; LinkedIn help a1397243",
	},
	{
		ID:    PhoneApp,
		Title: "The phone app",
		Text: "These settings belong to your account, so turning one off here turns it off in the LinkedIn app too. " +
			"To look there: tap your photo at the top left, Settings, then the category, then the row.",
		Note:   "A source describes these taps for AI training alone; for the other settings they are inferred. Offswitch proves settings on the web site.",
		Source: "iPhoned 2025-10-02",
	},
	{
		ID:     NotRetroactive,
		Title:  "Turning off is not retroactive",
		Text:   "Opting out of AI training ends the use of your data from then on. It does not undo training that has already happened.",
		Source: "LinkedIn help a6278444",
	},
}

// AllFollowUpProse returns the prose of every follow-up, in their order. It is
// shared: nothing in it may be changed.
func AllFollowUpProse() []FollowUpProse { return followUpProse }

// FollowUps returns what concerns people of a region on a day, what is to be
// done first.
func FollowUps(r regions.Region, on regions.Date) []FollowUp {
	var list []FollowUp
	for _, f := range followUps {
		if f.concerns(r, on) {
			list = append(list, f)
		}
	}
	return list
}

func (f FollowUp) concerns(r regions.Region, on regions.Date) bool {
	if f.Regions != nil && !r.In(f.Regions) {
		return false
	}
	if f.Setting == "" {
		return true
	}
	s, _ := Find(f.Setting)
	_, ok := Offered(s, r, on)
	return ok
}
