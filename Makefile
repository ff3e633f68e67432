# Every command of the project. The work is done by Go programs in scripts/ and, where a browser is driven, by tools/ and e2e/.

BROWSER ?= chromium
SITE ?= lab
CATEGORY ?= data-privacy
FUZZTIME ?= 30s
STEPS ?= 5000000
STATES ?=
LANGUAGES ?=
N ?= 500

.DEFAULT_GOAL := help
.PHONY: help setup build package reproduce run test lint unit typecheck e2e new-setting page pictures screens bench fuzz soak audit release clean

help: ## list these targets
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r target about; do printf '%-16s %s\n' "$$target" "$$about"; done

setup: ## install what is missing: npm packages, Chromium, Firefox, a C compiler for the race detector
	@go run ./scripts/setup -cc

build: ## compile the engine into extension/, which can then be loaded unpacked
	@go run ./scripts/setup -browsers=
	@go run ./scripts/build

package: build ## write the zip for both stores, its sources, a bill of materials and their SHA-256 into out/
	@go run ./scripts/package

reproduce: package ## make the package again from its source zip in another folder, and compare byte for byte
	@go run ./scripts/package -again

run: ## harden the lab's account in a real browser and show how (BROWSER=firefox; SITE=linkedin for the real site)
	@go run ./scripts/setup -browsers $(BROWSER)
	@go run ./scripts/build
	@go run ./scripts/package
	@node tools/run.mjs --browser $(BROWSER) --site $(SITE)

test: ## everything that must hold before a change lands; the last line counts the checks
	@go run ./scripts/check

lint: setup ## gofmt, go vet, staticcheck, biome, web-ext lint
	@go run ./scripts/check lint

unit: setup build ## Go tests, those with goroutines under the race detector, and tests of page logic
	@go run ./scripts/check unit

typecheck: setup ## types of all JavaScript
	@go run ./scripts/check typecheck

e2e: setup package ## end-to-end tests in Chromium and Firefox
	@go run ./scripts/check e2e

new-setting: ## begin a row of the rule table (ID=name-of-the-setting; if a source gives them also CATEGORY, KEY, PAGE, TITLE)
	@go run ./scripts/newsetting -id "$(ID)" -category "$(CATEGORY)" -key "$(KEY)" -page "$(PAGE)" -title "$(TITLE)"

page: ## what would be done on a page, and why (FILE=saved.html, FILE=offswitch-page.json or URL=lab:/mypreferences/...; REGION, DATE, AT)
	@go run ./scripts/setup -browsers chromium
	@node tools/examine.mjs --file "$(FILE)" --url "$(URL)" --at "$(AT)" --region "$(REGION)" --date "$(DATE)"

pictures: package ## take the pictures for the stores and the README, into docs/store/pictures
	@go run ./scripts/setup -browsers chromium
	@node tools/pictures.mjs

bench: package ## measure what Offswitch costs in size and time, as ratios, and write docs/benchmarks.md (SHORT=1: without the whole table)
	@go run ./scripts/setup
	@node tools/bench.mjs $(if $(SHORT),--short)

screens: package $(if $(STATES)$(LANGUAGES),,pictures) ## pictures of every page in every state, with measures, in out/screens/, and the README's (BROWSER, STATES, LANGUAGES)
	@go run ./scripts/setup -browsers $(BROWSER)
	@node tools/screens.mjs --browser $(BROWSER) --states "$(STATES)" --languages "$(LANGUAGES)"

fuzz: ## search for inputs that break something, FUZZTIME (30s) for each target
	@go test ./internal/wire -run '^$$' -fuzz '^FuzzParse$$' -fuzztime $(FUZZTIME)
	@go test ./internal/page -run '^$$' -fuzz '^FuzzDecode$$' -fuzztime $(FUZZTIME)
	@go test ./internal/page -run '^$$' -fuzz '^FuzzAddress$$' -fuzztime $(FUZZTIME)
	@go test ./internal/memory -run '^$$' -fuzz '^FuzzFile$$' -fuzztime $(FUZZTIME)
	@go test ./internal/engine -run '^$$' -fuzz '^FuzzStoredState$$' -fuzztime $(FUZZTIME)
	@go test ./internal/engine -run '^$$' -fuzz '^FuzzEvent$$' -fuzztime $(FUZZTIME)
	@go test ./internal/rules -run '^$$' -fuzz '^FuzzDenied$$' -fuzztime $(FUZZTIME)

soak: package ## N (500) runs in one browser (BROWSER=firefox), a simulated year from every stored version, and STEPS (5000000) steps of the model
	@go run ./scripts/setup -browsers $(BROWSER)
	@node tools/soak.mjs --n $(N) --browser $(BROWSER)
	@go test ./internal/engine -run '^TestAYear$$' -v -args -days 360
	@go test ./internal/engine -run '^TestModel$$' -v -timeout 4h -args -steps $(STEPS)

audit: setup ## ask the public databases for known holes; fails, and says so, where one cannot be reached
	@go build -o out/audit ./scripts/audit
	@out/audit

release: ## tag a version (VERSION=0.1.0) after its checks: clean tree, changelog, tests, the same package again
	@go run ./scripts/release -version "$(VERSION)"

clean: ## remove what the other targets made
	rm -rf out extension/engine.wasm node_modules
