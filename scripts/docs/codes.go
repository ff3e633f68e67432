package main

import (
	"fmt"
	"go/constant"
	"go/importer"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"sync"
)

// shipped are the packages behind the engine, by path, as the type checker reads them.
var shipped = sync.OnceValue(func() map[string]*types.Package {
	all := map[string]*types.Package{}
	engine, err := importer.ForCompiler(token.NewFileSet(), "source", nil).Import("offswitch/internal/engine")
	if err != nil {
		panic(err) // the project does not compile
	}
	var add func(*types.Package)
	add = func(p *types.Package) {
		if strings.HasPrefix(p.Path(), "offswitch/") && all[p.Path()] == nil {
			all[p.Path()] = p
			for _, imported := range p.Imports() {
				add(imported)
			}
		}
	}
	add(engine)
	return all
})

// constants are the shipped packages' constants that are wanted, as they follow each other in the source. Wherever a
// constant is declared, it is found; so a new code needs no entry in any list.
func constants(wanted func(*types.Const) bool) []*types.Const {
	var found []*types.Const
	for _, p := range shipped() {
		for _, name := range p.Scope().Names() {
			if c, ok := p.Scope().Lookup(name).(*types.Const); ok && wanted(c) {
				found = append(found, c)
			}
		}
	}
	slices.SortFunc(found, func(a, b *types.Const) int { return int(a.Pos() - b.Pos()) })
	return found
}

// codesOf are the values of the constants of a type, by its name.
func codesOf(name string) []string {
	return values(constants(func(c *types.Const) bool {
		named, ok := c.Type().(*types.Named)
		return ok && named.Obj().Name() == name
	}))
}

// codesNamed are the values of the plain text constants whose names begin alike, as the reasons do.
func codesNamed(prefix string) []string {
	return values(constants(func(c *types.Const) bool {
		return strings.HasPrefix(c.Name(), prefix) && types.Identical(c.Type(), types.Typ[types.UntypedString])
	}))
}

func values(constants []*types.Const) []string {
	var all []string
	for _, c := range constants {
		if text := constant.StringVal(c.Val()); text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	if len(all) == 0 {
		panic("no constants of that kind are left: see scripts/docs/codes.go")
	}
	return all
}

// codes are the words that the engine uses for one kind of thing.
type codes struct {
	name  string // of the type in JavaScript
	list  string // of the list in JavaScript; "" where nobody goes through them all
	about string
	all   func() []string
}

// lexicon is every kind of code that the extension's pages meet.
var lexicon = []codes{
	{"Region", "REGIONS", "where LinkedIn counts a person to", func() []string { return codesOf("Region") }},
	{"Level", "LEVELS", "how much a person wants off", func() []string { return codesOf("Level") }},
	{"Mode", "MODES", "who turns the switches off", func() []string { return codesOf("Mode") }},
	{"CheckKind", "CHECKS", "what happens when the last look gets old", func() []string { return codesOf("Checks") }},
	{"Category", "CATEGORIES", "LinkedIn's categories, in its own order", func() []string { return codesOf("Category") }},
	{"CommandName", "COMMANDS", "what a person asks for on a page", func() []string { return codesOf("Command") }},
	{"Act", "", "the most that may be done about a setting", func() []string { return codesOf("Act") }},
	{"ControlKind", "", "what a person operates", func() []string { return codesOf("Control") }},
	{"Position", "", "of a control", func() []string { return codesOf("State") }},
	{"Outcome", "", "what is known of a setting", func() []string { return codesOf("Outcome") }},
	{"Why", "", "why a setting has its outcome", reasons},
	{"Purpose", "", "of a run", func() []string { return codesOf("Purpose") }},
	{"Phase", "", "how far a run is", func() []string { return codesOf("Phase") }},
	{"StopReason", "", "why a run stopped", func() []string { return codesNamed("By") }},
	{"Action", "", "what a run is doing", func() []string { return codesOf("Action") }},
	{"Group", "", "where a setting stands for the person", func() []string { return codesOf("Group") }},
	{"Saying", "", "what the headline and the line below it say", func() []string { return codesOf("Saying") }},
	{"Drawn", "", "how the switch beside the headline is drawn", func() []string { return codesOf("Drawn") }},
	{"Deed", "", "what the main button does", func() []string { return codesOf("Deed") }},
	{"Clause", "", "what is wrong with a setting that needs attention", func() []string { return codesOf("Clause") }},
	{"Remedy", "", "the one thing to do about it", func() []string { return codesOf("Remedy") }},
	{"Folded", "", "a closed group of settings on the report", func() []string { return codesOf("Folded") }},
	{"Turn", "", "what happened to a setting", func() []string { return codesOf("Turn") }},
	{"Refusal", "", "why a command changed nothing", func() []string { return codesOf("Refusal") }},
	{"Notice", "", "what a person has to be told", func() []string { return codesOf("Notice") }},
	{"Who", "", "who changed a setting", func() []string { return codesOf("Who") }},
	{"Status", "", "of an offer on a day", func() []string { return codesOf("Status") }},
	{"Default", "", "the position of a setting that nobody touched", func() []string { return codesOf("Default") }},
	{"Confidence", "", "how sure a fact is", func() []string { return codesOf("Confidence") }},
	{"Ground", "", "the law that an objection rests on", func() []string { return codesOf("Ground") }},
	{"Message", "", "a key of _locales that the engine names itself", func() []string { return codesOf("Message") }},
}

// reasons are those for an outcome: the engine's own, and what came of looking for a control that was not found.
func reasons() []string {
	all := codesNamed("Why")
	for _, verdict := range codesOf("Verdict") {
		if verdict != "found" && !slices.Contains(all, verdict) {
			all = append(all, verdict)
		}
	}
	return all
}

// lists returns the module with the engine's words.
func lists() string {
	var b strings.Builder
	b.WriteString(`// Generated from the engine by "go run ./scripts/docs". Do not edit: change internal/ instead.

/**
 * The words of the engine: for each kind its type and, where pages go through them all, a list.
 */
`)
	for _, kind := range lexicon {
		if kind.list != "" {
			fmt.Fprintf(&b, "\nexport const %s = /** @type {const} */ ([%s]);\n/** @typedef {(typeof %[1]s)[number]} %[3]s %[4]s */\n",
				kind.list, quoted(kind.all(), ", "), kind.name, kind.about)
		} else {
			fmt.Fprintf(&b, "\n/** @typedef {%s} %s %s */\n", quoted(kind.all(), " | "), kind.name, kind.about)
		}
	}
	fmt.Fprintf(&b, "\n/** The longest time between two checks, in days. */\nexport const MAX_EVERY = %d;\n", number("MaxEvery"))
	return b.String()
}

// number is the value of a constant of the shipped packages.
func number(name string) int {
	found := constants(func(c *types.Const) bool { return c.Name() == name })
	if len(found) != 1 {
		panic("want one constant " + name)
	}
	n, _ := constant.Int64Val(found[0].Val())
	return int(n)
}

func quoted(codes []string, between string) string {
	all := make([]string, len(codes))
	for i, code := range codes {
		all[i] = "'" + code + "'"
	}
	return strings.Join(all, between)
}
