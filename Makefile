# Every command of the project. The work is done by Go programs in scripts/ and, where a browser is driven, by e2e/.

BROWSER ?= chromium
SITE ?= lab

.DEFAULT_GOAL := help
.PHONY: help setup build package run test lint unit typecheck e2e clean

help: ## list these targets
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r target about; do printf '%-16s %s\n' "$$target" "$$about"; done

setup: ## install what is missing: npm packages, Chromium, Firefox, a C compiler for the race detector
	@go run ./scripts/setup -cc

build: ## compile the engine into extension/, which can then be loaded unpacked
	@go run ./scripts/setup -browsers=
	@go run ./scripts/build

package: build ## zip extension/ into out/
	@go run ./scripts/package

run: ## harden the lab's account in a real browser and show how (BROWSER=firefox; SITE=linkedin for the real site)
	@go run ./scripts/setup -browsers $(BROWSER)
	@go run ./scripts/build
	@go run ./scripts/package
	@node e2e/run.mjs --browser $(BROWSER) --site $(SITE)

test: ## everything that must hold before a change lands; the last line counts the checks
	@go run ./scripts/check

lint: setup ## gofmt, go vet, staticcheck, web-ext lint
	@go run ./scripts/check lint

unit: setup build ## Go tests with the race detector
	@go run ./scripts/check unit

typecheck: setup ## types of all JavaScript
	@go run ./scripts/check typecheck

e2e: setup package ## end-to-end tests in Chromium and Firefox
	@go run ./scripts/check e2e

clean: ## remove what the other targets made
	rm -rf out extension/engine.wasm node_modules
