package lab

// invented is what the lab adds to a setting of the rule table, or does differently. Key, path, title, label, control,
// category and regions are the table's where it has them. What it does not have gets a name that begins with "lab".
var invented = map[string]func(r *Row){
	"resume-data": func(r *Row) { r.Toggle, r.Confirm = "Save resumes and application data", "Yes, delete" },
	"profile-viewing": func(r *Row) {
		r.Values = []string{"HIDE", "DISCLOSE_ANONYMOUS", "DISCLOSE_FULL"}
		r.Words = []string{"Private mode", "Private profile characteristics", "Your name and headline"}
	},
	"ads-interests":      func(r *Row) { r.Control = List },
	"objection-form":     func(r *Row) { r.Category = "" },
	"permitted-services": readOnly,
	"microsoft-accounts": readOnly,
	"sync-contacts":      readOnly,
	"dma-services":       func(r *Row) { r.Title = "LinkedIn Services" },

	// English labels that the table does not name, or names no source for.
	"ads-connections":        labelled("Use connections data"),
	"research-invites":       labelled("Research invitations"),
	"sponsored-messages":     labelled("Allow LinkedIn partners to show you Sponsored Messages on LinkedIn"),
	"page-visit-visibility":  labelled("Allow organizations to see when you visit their LinkedIn Page"),
	"connections-visibility": labelled("Connection visibility"),
	"export-by-page-owners":  labelled("Allow Page owners to export your data"),
	"active-status":          labelled("Who can see that you are currently active"),
	"share-profile-updates":  labelled("Share key profile updates"),
	"email-visibility": func(r *Row) {
		r.Toggle, r.Items = "Allow connections to export emails", []string{"labEmailVisibilityExport"}
	},
	"follow-visibility": func(r *Row) { r.Words = []string{"Only visible to me", "Anyone on LinkedIn"} },
	"discover-by-email": func(r *Row) { r.Words = []string{"Nobody", "2nd-degree", "Anyone"} },
	"discover-by-phone": func(r *Row) { r.Words = []string{"Nobody", "2nd-degree", "Everyone"} },
}

func labelled(toggle string) func(*Row) { return func(r *Row) { r.Toggle = toggle } }

// readOnly makes of a list of other services a page without any control that saves.
func readOnly(r *Row) { r.Control = Form }
