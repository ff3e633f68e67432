package rules_test

import (
	"fmt"

	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// A setting of the table, and its control among those that an agent saw on its page.
func ExampleLocate() {
	setting, _ := rules.Find("ads-age")
	snapshot := page.Snapshot{
		Path: setting.Page,
		Controls: []page.Control{
			{Ref: 1, Kind: "switch", Key: "someOtherSwitch", State: page.On, Enabled: true, Visible: true},
			{Ref: 2, Kind: "switch", Key: "allowAdsByAge", State: page.On, Enabled: true, Visible: true},
		},
	}
	control, verdict := rules.Locate(setting, snapshot, rules.Table())
	fmt.Println(verdict, control.Ref, control.State)

	// A second control with the key, and nothing is clicked.
	snapshot.Controls = append(snapshot.Controls, snapshot.Controls[1])
	_, verdict = rules.Locate(setting, snapshot, rules.Table())
	fmt.Println(verdict)
	// Output:
	// found 2 on
	// two-controls
}

// The same in words, for whoever wonders why nothing is clicked.
func ExampleExplain() {
	setting, _ := rules.Find("ads-age")
	snapshot := page.Snapshot{
		Path: setting.Page,
		Controls: []page.Control{
			{Ref: 1, Kind: "switch", Key: "allowAdsByAge", State: page.On, Visible: true},
		},
	}
	fmt.Println(rules.Explain(setting, snapshot, rules.Table()).Why)
	// Output: it is on and cannot be used: it is disabled
}
