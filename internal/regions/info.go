package regions

import (
	"offswitch/internal/ascii"
)

// Info is what is known of a region as a whole. Nothing is decided by it, and
// so the engine does not hold it.
type Info struct {
	ID     Region
	Name   string // English
	Called string // what LinkedIn calls it
	Basis  string // the legal basis LinkedIn names for training AI on members' data, or what stands in its place
	Source string
	Note   string // what is our judgement or not certain; "" for most
}

// infos has the display order.
var infos = []Info{
	{
		ID: Designated, Name: "European Union, EEA and Switzerland",
		Called: `"Designated Countries": EU + EEA + Switzerland`,
		Basis:  "legitimate interest, GDPR Art. 6(1)(f); objection Art. 21",
		Source: "LinkedIn help a6278444, a8059228, a6233305; how-to article 2024, ReadWrite 2024-09-19, security-alert article 2025-10",
	},
	{
		ID: UK, Name: "United Kingdom",
		Called: "United Kingdom",
		Basis:  "legitimate interests (UK GDPR)",
		Source: "ICO statements 2024-09-20, 2025-09-23; security-alert article 2025-10 (quotes the notice of the 2025-11-03 change)",
		Note:   "That Guernsey, Jersey and the Isle of Man belong here is our judgement.",
	},
	{
		ID: US, Name: "United States",
		Called: "United States",
		Basis:  "opt-out; state laws; Global Privacy Control honoured for sharing",
		Source: "ReadWrite 2024-09-19, security-alert article 2025-10; linkedin.com/legal/privacy/usa",
		Note:   "That the US territories belong here is our judgement.",
	},
	{
		ID: Canada, Name: "Canada",
		Called: "Canada",
		Basis:  "not stated (PIPEDA applies)",
		Source: "security-alert article 2025-10 (quotes the notice of the 2025-11-03 change); LinkedIn notice of 2025-09-18",
	},
	{
		ID: HongKong, Name: "Hong Kong",
		Called: "Hong Kong",
		Basis:  "not stated (PDPO applies)",
		Source: "security-alert article 2025-10 (quotes the notice of the 2025-11-03 change); LinkedIn notice of 2025-09-18",
	},
	{
		ID: China, Name: "Mainland China",
		Called: "Mainland China",
		Basis:  "not known: excluded in 2024, not named in the 2025 notice",
		Source: "one 2024-25 blog (medium)",
		Note:   "What holds here today is not known.",
	},
	{
		ID: Other, Name: "Rest of the world",
		Called: "rest of the world",
		Basis:  "opt-out",
		Source: "how-to article 2024, ReadWrite 2024-09-19",
	},
}

// All returns every region in the order to show them. The slice is shared and
// must not be changed.
func All() []Info { return infos }

// Everywhere returns the region of every place, in that order.
func Everywhere() []Region {
	var ids []Region
	for _, info := range infos {
		ids = append(ids, info.ID)
	}
	return ids
}

// Countries returns the ISO 3166-1 alpha-2 codes of the region's countries.
func (i Info) Countries() []string {
	for _, part := range world {
		if part.id == i.ID {
			return ascii.Words(part.codes)
		}
	}
	return nil
}
