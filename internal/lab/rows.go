package lab

import (
	"fmt"
	"slices"
	"strings"
)

// Kind is what a person operates on a row's page.
type Kind string

// The kinds of row.
const (
	Switch Kind = "switch"
	Radio  Kind = "radio"
	List   Kind = "list" // checkboxes, below a master switch where the row has a key of its own
	Form   Kind = "form"
)

// Row is one setting that the lab serves.
type Row struct {
	ID       string   `json:"id"`                // the name the project uses for the setting
	Key      string   `json:"key,omitempty"`     // LinkedIn's own name, or a lab-only one that begins with "lab"
	ByID     bool     `json:"byId,omitempty"`    // the key is the control's id instead of its aria-labelledby
	Path     string   `json:"path"`              // address; lab-only ones have a last part that begins with "lab-"
	Title    string   `json:"title"`             // English
	Toggle   string   `json:"toggle"`            // English label of the control; the title where it is not known
	Category string   `json:"category"`          // last part of the category page's address; "" where no category lists it
	Control  Kind     `json:"control"`           //
	Regions  []string `json:"regions,omitempty"` // offered only there; empty means everywhere
	Except   []string `json:"except,omitempty"`  // not offered there
	Values   []string `json:"values,omitempty"`  // of a radio, the least private last
	Words    []string `json:"words,omitempty"`   // English labels of the values or of a list's checkboxes
	Items    []string `json:"items,omitempty"`   // keys of a list's checkboxes, all lab-only
	Danger   string   `json:"danger,omitempty"`  // "deny-listed" or "destructive": asking for its page is a violation
	Confirm  string   `json:"confirm,omitempty"` // turning it off first asks this in a dialog
}

// Offered says whether the row exists in a region.
func (r Row) Offered(region string) bool {
	if slices.Contains(r.Except, region) {
		return false
	}
	return len(r.Regions) == 0 || slices.Contains(r.Regions, region)
}

const (
	base     = "/mypreferences/d/"
	settings = base + "settings/"
)

// Categories are the last parts of the category pages' addresses, in the order of LinkedIn's menu as far as it is known.
var Categories = []string{"account", "sign-in-and-security", "profile-visibility", "privacy", "ads", "notifications"}

// known is a switch whose key and address are public facts.
func known(id, key, path, title, toggle, category string) Row {
	if toggle == "" {
		toggle = title
	}
	return Row{ID: id, Key: key, Path: path, Title: title, Toggle: toggle, Category: category, Control: Switch}
}

// keyless is a switch whose key is not public: the key it gets is an invention of the lab.
func keyless(id, path, title, toggle, category string) Row {
	return known(id, labKey(id), path, title, toggle, category)
}

// unknown is a switch of which neither key nor address is public: both are inventions of the lab.
func unknown(id, title, toggle, category string) Row {
	return keyless(id, settings+"lab-"+id, title, toggle, category)
}

func labKey(id string) string {
	var b strings.Builder
	b.WriteString("lab")
	for part := range strings.SplitSeq(id, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// radio turns a switch into radios with one value for each word; values that are not public are the lab's.
func radio(r Row, words ...string) Row {
	r.Control, r.Words = Radio, words
	for i := range words {
		r.Values = append(r.Values, fmt.Sprintf("LAB_%d", i+1))
	}
	return r
}

// list gives a row three checkboxes; a row without a key of its own has no master switch.
func list(r Row) Row {
	r.Control = List
	for i := 1; i <= 3; i++ {
		r.Items = append(r.Items, fmt.Sprintf("%sItem%d", labKey(r.ID), i))
		r.Words = append(r.Words, fmt.Sprintf("Lab item %d", i))
	}
	return r
}

// plain is a row without any control that saves: a form, or a list to read.
func plain(id, path, title, category string) Row {
	return Row{ID: id, Path: path, Title: title, Category: category, Control: Form}
}

func without(r Row, key string) Row {
	if r.Key == key {
		r.Key = ""
	}
	return r
}

func denied(slug, category string) Row {
	return Row{ID: slug, Path: base + slug, Title: "Lab row " + slug, Category: category, Control: Form, Danger: "deny-listed"}
}

// Rows is everything the settings pages hold.
var Rows = buildRows()

func buildRows() []Row {
	const privacy, ads, visibility, account = "privacy", "ads", "profile-visibility", "account"
	cookies := known("non-essential-cookies", "nonEssentialCookieConsent", base+"member-cookies", "Cookie preferences", "", privacy)
	cookies.ByID = true
	partners := known("ads-share-with-partners", "shareDataWithTrustedPartners", settings+"share-data-with-select-partners",
		"Share data with affiliates and partners", "", ads)
	partners.Except = []string{"designated", "uk"}
	viewing := known("profile-viewing", "discloseAsProfileViewer", base+"profile-viewing-options", "Profile viewing options", "", visibility)
	viewing.Control, viewing.Danger = Radio, "destructive"
	viewing.Values = []string{"HIDE", "DISCLOSE_ANONYMOUS", "DISCLOSE_FULL"}
	viewing.Words = []string{"Private mode", "Private profile characteristics", "Your name and headline"}
	resume := keyless("resume-data", "/jobs/application-settings/", "Job application settings", "Save resumes and application data", privacy)
	resume.Danger, resume.Confirm = "destructive", "Yes, delete"
	demographic := plain("demographic-info", base+"demographic-info-copy", "Personal demographic information", account)
	demographic.Regions = []string{"us"}
	services := plain("dma-services", settings+"lab-dma-services", "LinkedIn Services", account)
	services.Regions = []string{"designated"}
	email := radio(unknown("email-visibility", "Who can see or download your email address", "Allow connections to export emails", visibility),
		"Lab value 1", "Lab value 2", "Lab value 3")
	email.Items = []string{"labEmailVisibilityExport"}

	return []Row{
		known("ai-training", "allowDataForGenerativeAI", settings+"data-for-ai-improvement",
			"Data for Generative AI Improvement", "Use my data for training content creation AI models", privacy),
		known("research", "allowAnonymizedDataResearch", settings+"policy-and-academic-research",
			"Social, economic, and workplace research", "Use data for research", privacy),
		known("promotions", "allowProfileAndActivityDataForMarketingAds", settings+"linkedin-promotions", "LinkedIn promotions", "", privacy),
		known("promotion-emails", "tipsForUsingLinkedinViaEmail", settings+"linkedin-promotions", "LinkedIn promotions", "", privacy),
		cookies,
		known("ads-off-linkedin", "allowLinkedInAudienceNetwork", settings+"ads-beyond-linkedin", "Ads off LinkedIn", "", ads),
		known("ads-data-from-others", "allowUseOfThirdPartyData", settings+"ads-interactions-with-business", "Data from others for ads", "", ads),
		known("ads-measure-success", "allowConversionTrackings", settings+"ads-related-actions", "Measure ad success", "", ads),
		partners,
		known("ads-inferred-location", "allowIpToPersonalizeAds", settings+"ads-inferred-location", "Inferred city location", "", ads),
		list(known("ads-interests", "adsPrivacyAllowInterestsAndBehaviors", base+"interest-categories", "Interests and traits", "", ads)),
		known("ads-age", "allowAdsByAge", settings+"ads-by-age", "Age range", "Use your age range for ads", ads),
		known("ads-gender", "allowAdsByGender", settings+"ads-by-gender", "Gender", "Use your gender for ads", ads),
		keyless("ads-linkedin-activity", settings+"linked-in-activity-data", "LinkedIn activity data", "", ads),
		keyless("ads-profile-location", settings+"ads-location", "Profile location", "", ads),
		keyless("ads-connections", settings+"ads-connections", "Connections", "Use connections data", ads),
		keyless("ads-groups", settings+"ads-based-on-groups", "Groups", "", ads),
		without(list(unknown("ads-education-skills", "Education and skills", "", ads)), "labAdsEducationSkills"),
		without(list(unknown("ads-job-information", "Job information", "", ads)), "labAdsJobInformation"),
		without(list(unknown("ads-employer", "Employer", "", ads)), "labAdsEmployer"),
		unknown("ads-companies-followed", "Companies you follow", "", ads),
		unknown("research-invites", "Research invites", "Research invitations", privacy),
		unknown("sponsored-messages", "Messages", "Allow LinkedIn partners to show you Sponsored Messages on LinkedIn", privacy),
		unknown("read-receipts", "Read receipts and typing indicators", "", privacy),
		unknown("messaging-suggestions", "Messaging suggestions", "Messaging suggestions", privacy),
		unknown("share-profile-on-apply", "Share your profile when you click Apply for a job", "", privacy),
		resume,
		plain("permitted-services", "/psettings/permitted-services", "Other applications", privacy),
		plain("objection-form", "/help/linkedin/answer/a1338610", "Data Processing Objection Form", ""),
		viewing,
		unknown("page-visit-visibility", "Page visit visibility", "Allow organizations to see when you visit their LinkedIn Page", visibility),
		unknown("connections-visibility", "Who can see your connections", "Connection visibility", visibility),
		email,
		radio(unknown("follow-visibility", "Who can see members you follow", "", visibility), "Only visible to me", "Anyone on LinkedIn"),
		unknown("representing-organizations", "Representing your organizations and interests", "", visibility),
		keyless("export-by-page-owners", settings+"data-export-by-page-admins", "Page owners exporting your data",
			"Allow Page owners to export your data", visibility),
		keyless("profile-off-linkedin", settings+"profile-visibility-for-partners", "Profile discovery and visibility off LinkedIn", "", visibility),
		radio(keyless("discover-by-email", settings+"discover-me-by-email-address", "Profile discovery using email address", "", visibility),
			"Nobody", "2nd-degree", "Anyone"),
		radio(keyless("discover-by-phone", settings+"discover-me-by-phone-number", "Profile discovery using phone number", "", visibility),
			"Nobody", "2nd-degree", "Everyone"),
		radio(unknown("active-status", "Manage active status", "Who can see that you are currently active", visibility),
			"Lab value 1", "Lab value 2", "Lab value 3"),
		keyless("share-profile-updates", settings+"notify-network-for-updates", "Share profile updates with your network",
			"Share key profile updates", visibility),
		unknown("mentions", "Mentions, tags", "", visibility),
		demographic,
		plain("microsoft-accounts", base+"connected-microsoft-accounts", "Connected Microsoft accounts", account),
		plain("sync-contacts", settings+"lab-sync-contacts", "Sync contacts / calendar", account),
		services,

		// Not settings that a rule may name, but pages that exist beside them.
		plain("download-my-data", base+"download-my-data", "Lab row download-my-data", privacy),
		unknown("notification-example", "Lab row notification", "Lab notification switch", "notifications"),
		denied("close-accounts", account), denied("hibernate-account", account), denied("premium-manage-account", account),
		denied("change-password", "sign-in-and-security"), denied("two-factor-authentication", "sign-in-and-security"),
		denied("verifications", "sign-in-and-security"), denied("unfollowed", visibility),
	}
}

// rowsAt are the rows of the page at a path that cleanPath made.
func rowsAt(path string) []Row {
	var found []Row
	for _, r := range Rows {
		if cleanPath(r.Path) == path {
			found = append(found, r)
		}
	}
	return found
}

// owner is the row that a saved key belongs to.
func owner(key string) (Row, bool) {
	for _, r := range Rows {
		if key != "" && (r.Key == key || slices.Contains(r.Items, key)) {
			return r, true
		}
	}
	return Row{}, false
}

// cleanPath makes one path of the desktop and phone addresses of a page.
func cleanPath(path string) string {
	if rest, ok := strings.CutPrefix(path, "/mypreferences/m/"); ok {
		path = base + rest
	}
	if len(path) > 1 {
		path = strings.TrimSuffix(path, "/")
	}
	return path
}
