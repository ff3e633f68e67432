package lab

// invented is what the lab adds to a setting of the rule table, or does differently. Key, path, title, label, control,
// category and regions are the table's where it has them. What it does not have gets a name that begins with "lab".
var invented = map[string]func(r *Row){
	"resume-data": func(r *Row) { r.Confirm = "Yes, delete" },
	"profile-viewing": func(r *Row) {
		r.Values = []string{"HIDE", "DISCLOSE_ANONYMOUS", "DISCLOSE_FULL"}
		r.Words = []string{"Private mode", "Private profile characteristics", "Your name and headline"}
	},
	"ads-interests":        func(r *Row) { r.Control = List },
	"objection-form":       func(r *Row) { r.Category = "" },
	"permitted-services":   readOnly,
	"microsoft-accounts":   readOnly,
	"sync-contacts":        readOnly,
	"dma-services":         func(r *Row) { r.Title = "LinkedIn Services" },
	"sponsored-messages":   func(r *Row) { r.Words = []string{"Lab value 1", "Lab value 2"} },
	"last-name-visibility": func(r *Row) { r.Words = []string{"Lab value 1", "Lab value 2"} },
}

// readOnly makes of a list of other services a page without any control that saves.
func readOnly(r *Row) { r.Control = Form }
