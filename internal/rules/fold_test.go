package rules_test

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"offswitch/internal/rules"
)

func TestFold(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"nothing":                    {"", ""},
		"only white space":           {" \t\n\u00a0\u202f", ""},
		"case":                       {"Ads OFF LinkedIn", "ads off linkedin"},
		"runs of white space":        {"  Ads \n\t off   LinkedIn ", "ads off linkedin"},
		"no-break space":             {"Ads\u00a0off LinkedIn", "ads off linkedin"},
		"narrow no-break space":      {"Données\u202f: oui", "données : oui"},
		"ideographic space":          {"生成AI\u3000データ", "生成ai データ"},
		"apostrophe":                 {"l’amélioration de l‘IA", "l'amélioration de l'ia"},
		"quotation marks":            {"„a“ “b” «c»", `"a" "b" "c"`},
		"dashes":                     {"a–b—c‑d−e", "a-b-c-d-e"},
		"soft hyphen, zero width":    {"Daten\u00adverbesserung\u200b\ufeff", "datenverbesserung"},
		"direction marks":            {"\u200fאב\u200e\u2066x\u2069", "אבx"},
		"German":                     {"STRAẞE ÄÖÜ", "straße äöü"},
		"Polish":                     {"ŻÓŁĆ ĘĄŚŃŹ", "żółć ęąśńź"},
		"Czech":                      {"ŘÍZENÍ ÚDAJŮ ĎŤŇ", "řízení údajů ďťň"},
		"Turkish dotted capital I":   {"İstanbul ISPARTA ı", "istanbul isparta ı"},
		"Greek, both sigmas":         {"ΌΛΟΣ όλος", "όλοσ όλοσ"},
		"Cyrillic":                   {"ЁЛКА Ґанок", "ёлка ґанок"},
		"Romanian":                   {"ȘȚ", "șț"},
		"Vietnamese":                 {"TIẾNG VIỆT ĐƠN", "tiếng việt đơn"},
		"no letters to fold":         {"×÷ 1/2 데이터", "×÷ 1/2 데이터"},
		"broken UTF-8 stays visible": {"a\xffb", "a\ufffdb"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, rules.Fold(tt.in))
		})
	}
}

// Simple lower case by hand must be Unicode's own for every letter of the blocks
// that LinkedIn's languages use; what is left out is listed.
func TestFoldLowersAsUnicodeDoes(t *testing.T) {
	leftOut := func(r rune) bool {
		return r >= 0x181 && r < 0x1CD && r != 'Ơ' && r != 'Ư' || // African and phonetic letters
			r >= 0x1F1 && r < 0x1F8 || r == 0x220 || r >= 0x23A && r < 0x250 || // more of them
			r >= 0x370 && r < 0x386 || r == 0x3CF || // archaic Greek
			r >= 0x460 && r < 0x490 || r >= 0x4C0 && r < 0x4D0 // Church Slavonic and others
	}
	blocks := [][2]rune{{0, 0x250}, {0x370, 0x3D0}, {0x400, 0x530}, {0x1E00, 0x1F00}}
	for _, b := range blocks {
		for r := b[0]; r < b[1]; r++ {
			if !unicode.IsUpper(r) || leftOut(r) {
				continue
			}
			assert.Equal(t, string(unicode.ToLower(r)), rules.Fold(string(r)), "%U", r)
		}
	}
}

func TestFoldKeepsLowerCaseLetters(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		if unicode.IsLower(r) && r != 'ς' {
			assert.Equal(t, string(r), rules.Fold(string(r)), "%U", r)
		}
	}
}

func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := rules.Fold(rapid.String().Draw(t, "text"))
		assert.Equal(t, once, rules.Fold(once))
	})
}
