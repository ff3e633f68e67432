package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"offswitch/scripts/internal/makeup"
)

// The bill of materials says in the form of CycloneDX what the package holds and what made it. It has no time and no
// random number, so that the same package has the same bill.
type (
	bill struct {
		Format       string       `json:"bomFormat"`
		Spec         string       `json:"specVersion"`
		Serial       string       `json:"serialNumber"`
		Version      int          `json:"version"`
		Metadata     metadata     `json:"metadata"`
		Components   []component  `json:"components"`
		Dependencies []dependency `json:"dependencies"`
	}
	metadata struct {
		Component component `json:"component"`
	}
	component struct {
		Type     string    `json:"type"`
		Ref      string    `json:"bom-ref"`
		Name     string    `json:"name"`
		Version  string    `json:"version,omitempty"`
		Scope    string    `json:"scope,omitempty"`
		Hashes   []hash    `json:"hashes,omitempty"`
		Licences []licence `json:"licenses,omitempty"`
		URL      string    `json:"purl,omitempty"`
	}
	hash struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"`
	}
	licence struct {
		Licence struct {
			ID string `json:"id"`
		} `json:"license"`
	}
	dependency struct {
		Ref string   `json:"ref"`
		On  []string `json:"dependsOn"`
	}
)

// self is Offswitch in its own bill.
const self = "offswitch"

// billOf writes the bill of a package: each of its files with its hash, the code of others in it, and the tools that had a
// hand in it without being in it.
func billOf(version string, zipped []byte, files []entry, code, tools []makeup.Component) ([]byte, error) {
	b := bill{
		Format:   "CycloneDX",
		Spec:     "1.6",
		Serial:   serial(sha256.Sum256(zipped)),
		Version:  1,
		Metadata: metadata{component{Type: "application", Ref: self, Name: self, Version: version, Hashes: hashes(zipped), Licences: under("MIT")}},
	}
	depends := dependency{Ref: self, On: []string{}}
	for _, c := range code {
		b.Components = append(b.Components, component{
			Type: "library", Ref: c.URL, Name: c.Name, Version: c.Version, Scope: "required", Licences: under(c.Licence), URL: c.URL,
		})
		depends.On = append(depends.On, c.URL)
	}
	for _, c := range tools {
		b.Components = append(b.Components, component{
			Type: "application", Ref: c.URL, Name: c.Name, Version: c.Version, Scope: "excluded", Licences: under(c.Licence), URL: c.URL,
		})
	}
	for _, f := range files {
		b.Components = append(b.Components, component{Type: "file", Ref: "file:" + f.name, Name: f.name, Hashes: hashes(f.content)})
	}
	b.Dependencies = []dependency{depends}
	text, err := json.MarshalIndent(b, "", "  ")
	return append(text, '\n'), err
}

// serial makes of a hash a number in the form of a UUID of version 8, which leaves its meaning to whoever makes it.
func serial(sum [sha256.Size]byte) string {
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

func hashes(content []byte) []hash {
	return []hash{{"SHA-256", fmt.Sprintf("%x", sha256.Sum256(content))}}
}

func under(id string) []licence {
	var l licence
	l.Licence.ID = id
	return []licence{l}
}
