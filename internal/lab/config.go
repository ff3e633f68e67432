package lab

import (
	"fmt"
	"slices"
	"strings"

	"offswitch/internal/regions"
)

// Config is what a site starts from; the package documentation explains each field.
type Config struct {
	Skin           string            `json:"skin,omitempty"`
	Lang           string            `json:"lang,omitempty"`
	Region         string            `json:"region,omitempty"`
	Settings       map[string]bool   `json:"settings,omitempty"`
	Radios         map[string]string `json:"radios,omitempty"`
	Faults         []Fault           `json:"faults,omitempty"`
	SignedOutAfter int               `json:"signedOutAfter,omitempty"`
	ChallengeAfter int               `json:"challengeAfter,omitempty"`
	Account        Account           `json:"account,omitzero"`
	Widgets        map[string]string `json:"widgets,omitempty"`
	Places         map[string]string `json:"places,omitempty"`
	HydrateMS      int               `json:"hydrateMS,omitempty"`
	Early          string            `json:"early,omitempty"`
	Build          string            `json:"build,omitempty"`
	HTML           map[string]string `json:"html,omitempty"`
	CacheControl   string            `json:"cacheControl,omitempty"`
}

// Account is the member that the header names; how it names the member is the lab's invention.
type Account struct {
	Name string `json:"name"`
	Slug string `json:"slug"`
}

// Regions are the values of Config.Region.
var Regions = func() []string {
	var all []string
	for _, region := range regions.All() {
		all = append(all, string(region.ID))
	}
	return all
}()

func or[T comparable](value *T, preset T) {
	var zero T
	if *value == zero {
		*value = preset
	}
}

func oneOf(what, value string, allowed ...string) error {
	if !slices.Contains(allowed, value) {
		return fmt.Errorf("lab: %s is %q, expected one of %q", what, value, allowed)
	}
	return nil
}

// checked fills in the defaults and refuses what the lab does not know, so that a test cannot misspell its way to green.
func (c Config) checked() (Config, error) {
	or(&c.Skin, "ember")
	or(&c.Lang, "en")
	or(&c.Region, "us")
	or(&c.Early, "discarded")
	or(&c.Build, "1")
	or(&c.HydrateMS, 300)
	or(&c.Account, Account{Name: "Lab Member", Slug: "lab-member"})
	c.HydrateMS = max(c.HydrateMS, 0)
	for _, err := range []error{
		oneOf("skin", c.Skin, "ember", "react"),
		oneOf("region", c.Region, Regions...),
		oneOf("early", c.Early, "discarded", "ignored"),
	} {
		if err != nil {
			return c, err
		}
	}
	for key := range c.Settings {
		if _, ok := defaultSettings()[key]; !ok {
			return c, fmt.Errorf("lab: settings: no switch has the key %q", key)
		}
	}
	for key, value := range c.Radios {
		if r, ok := owner(key); !ok || !slices.Contains(r.Values, value) {
			return c, fmt.Errorf("lab: radios: no setting %q has the value %q", key, value)
		}
	}
	for key, widget := range c.Widgets {
		if err := checkPerKey("widgets", key, widget, "input", "button", "div"); err != nil {
			return c, err
		}
	}
	for key, place := range c.Places {
		if err := checkPerKey("places", key, place, "shadow", "frame"); err != nil {
			return c, err
		}
	}
	for path := range c.HTML {
		if !strings.HasPrefix(path, "/") || strings.ContainsAny(path, "?#") {
			return c, fmt.Errorf("lab: html: %q is no path", path)
		}
	}
	for _, f := range c.Faults {
		if err := f.check(); err != nil {
			return c, err
		}
	}
	return c, nil
}

func checkPerKey(what, key, value string, allowed ...string) error {
	if _, ok := owner(key); !ok && key != "*" {
		return fmt.Errorf("lab: %s: no setting has the key %q", what, key)
	}
	return oneOf(what, value, allowed...)
}

// faults are the configured ones and what the two shorthands stand for.
func (c Config) faults() []Fault {
	all := slices.Clone(c.Faults)
	after := func(n int, name string) {
		if n != 0 {
			all = append(all, Fault{Name: name, N: max(n, 0) + 1})
		}
	}
	after(c.SignedOutAfter, "signed-out")
	after(c.ChallengeAfter, "challenged")
	return all
}

func defaultSettings() map[string]bool {
	on := map[string]bool{}
	for _, r := range Rows {
		if r.Key != "" && r.Control != Radio {
			on[r.Key] = true
		}
		for _, item := range r.Items {
			on[item] = true
		}
	}
	return on
}

func defaultRadios() map[string]string {
	values := map[string]string{}
	for _, r := range Rows {
		if r.Control == Radio {
			values[r.Key] = r.Values[len(r.Values)-1]
		}
	}
	return values
}
