package wire_test

import (
	"fmt"

	"offswitch/internal/wire"
)

// What is missing, or of another type than asked for, reads as zero.
func ExampleParse() {
	v, err := wire.Parse([]byte(`{"path": "/x", "controls": [{"ref": 7}, {"ref": "seven"}]}`))
	fmt.Println(v.Get("path").Text(), err)
	for _, control := range v.Get("controls").Items() {
		fmt.Println(control.Get("ref").Int(), control.Get("no such").Get("at all").Text() == "")
	}
	_, err = wire.Parse([]byte(`{"path": }`))
	fmt.Println(err)
	// Output:
	// /x <nil>
	// 7 true
	// 0 true
	// want a JSON value at byte 9
}

func ExampleWriter() {
	w := wire.NewWriter(0)
	w.Object("", func() {
		w.Text("do", "look")
		w.List("tabs", func() { w.Int("", 7) })
	})
	fmt.Println(string(w.Bytes()))
	// Output: {"do":"look","tabs":[7]}
}

// One list of members reads and writes alike.
func ExampleFields() {
	type mark struct {
		text string
		ref  int
	}
	var m mark
	fields := func(f *wire.Fields) {
		f.Text("text", &m.text)
		f.Count("ref", &m.ref)
	}
	v, _ := wire.Parse([]byte(`{"ref": 3, "text": "Turn this off", "other": true}`))
	wire.Read(v, fields)
	w := wire.NewWriter(0)
	wire.Write(w, "", fields)
	fmt.Println(m.ref, string(w.Bytes()))
	// Output: 3 {"text":"Turn this off","ref":3}
}
