# The commands of this project. `make help` lists them; `make -n <target>` shows what one would do.
# Finished steps are skipped by the files they left: npm packages and the web build by a stamp, Rust by cargo.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
# The steps of a target run in the order written: each heading stands above its own output.
.NOTPARALLEL:
.DEFAULT_GOAL := help

# The paths below hold whatever the environment says.
export CARGO_TARGET_DIR := $(CURDIR)/target

LISTEN ?= 0.0.0.0:8080
DATA ?= data
BENCH ?=

RELEASE := target/release/tafelrunde
DEBUG := target/debug/tafelrunde
LOGS := target/test-logs
WEB_STAMP := web-client/dist/.stamp
WEB_SOURCES := $(shell find web-client -type f \
	-not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/coverage/*' -not -path '*/tests/*' 2>/dev/null)

# Always the whole workspace: one package alone has other features, and would be compiled again.
BUILD_DEBUG := cargo build --locked --workspace
NPM_CI := npm ci --no-audit --no-fund
heading = printf '\n=== %s\n' "$(1)"

.PHONY: help run demo build web test steps lint test-web test-rust test-instructions test-load test-browser \
	types bench bench-quick bench-goals bench-peers fmt clean setup-run setup-test

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

run: build ## Build everything, then serve the sample day at LISTEN with DATA (0.0.0.0:8080, data)
	@$(call heading,Serving the sample day; stop with Ctrl-C)
	@exec $(RELEASE) serve --sample-day --data $(DATA) --listen $(LISTEN)

demo: build ## The same with 300 simulated participants, in a directory of its own (data-demo)
	@$(call heading,Serving the demo; stop with Ctrl-C)
	@exec $(RELEASE) demo --data $(DATA)-demo --listen $(LISTEN)

build: setup-run $(WEB_STAMP) ## Build the one release binary, target/release/tafelrunde
	@$(call heading,Building $(RELEASE))
	cargo build --locked --release --package tafelrunde

web: $(WEB_STAMP) ## Build the web client, which the server then embeds

# Counts are printed after a failure too; the exit status stays that of the steps.
test: ## Check and test everything: format, lints, Rust, web, size limits, docs, browser
	@rm -rf $(LOGS) && mkdir -p $(LOGS)
	@status=0; $(MAKE) --no-print-directory steps || status=$$?; \
		scripts/test-summary.sh $(LOGS) $$status; exit $$status

# The web client comes before the server, which embeds it.
steps: setup-test lint test-web test-rust test-instructions test-load test-browser

lint: web-client/node_modules/.stamp ## Check format and lints of Rust, web client and Dockerfile
	@$(call heading,Rust: format)
	cargo fmt --all --check
	@$(call heading,Web client: types and format and lints)
	npm --prefix web-client run check
	@$(call heading,Rust: lints)
	cargo clippy --locked --workspace --all-targets -- -D warnings
	@$(call heading,Rust: documentation)
	RUSTDOCFLAGS='-D warnings' cargo doc --locked --workspace --no-deps
	@$(call heading,Dockerfile: lints)
	@if command -v hadolint >/dev/null; then hadolint Dockerfile; else echo 'skipped: no hadolint here'; fi

test-web: web-client/node_modules/.stamp $(WEB_STAMP) ## Unit tests and size limits of the web client
	@mkdir -p $(LOGS)
	@$(call heading,Web client: unit tests)
	npm --prefix web-client test 2>&1 | tee $(LOGS)/web.log
	@$(call heading,Web client: size limits)
	npm --prefix web-client run size

# That the generated TypeScript types are up to date is one of these tests.
test-rust: $(WEB_STAMP) ## Unit, scenario, simulation and socket tests of the server
	@mkdir -p $(LOGS)
	@$(call heading,Rust: debug binaries)
	$(BUILD_DEBUG)
	@$(call heading,Rust: tests)
	@scripts/rust-tests.sh 2>&1 | tee $(LOGS)/rust.log

# Counts, unlike times, are the same on a busy machine. A profile of its own, so that nothing else changes them.
test-instructions: ## Instructions of the hot functions against load-tests/instructions/baseline.toml
	@mkdir -p $(LOGS)
	@$(call heading,Instruction counts: build)
	cargo build --locked --profile instructions --package instructions
	@$(call heading,Instruction counts: hot functions under valgrind)
	@target/instructions/instructions 2>&1 | tee $(LOGS)/instructions.log

# Few phones, so that the scenarios keep up with the protocol; their figures mean nothing.
test-load: $(WEB_STAMP) ## Every load test with a handful of phones against the debug build
	@$(call heading,Load tests: debug binaries)
	$(BUILD_DEBUG)
	@$(call heading,Load tests: each once with few phones)
	target/debug/load-tests --server $(DEBUG) connect-storm --phones 20 --rate 100
	target/debug/load-tests --server $(DEBUG) fan-out --phones 20 --rounds 2
	target/debug/load-tests --server $(DEBUG) vote-storm --phones 20 --rate 100 --seconds 1
	target/debug/load-tests --server $(DEBUG) town-hall --phones 20 --window-ms 500
	target/debug/load-tests --server $(DEBUG) reconnect-storm --phones 20
	target/debug/load-tests --server $(DEBUG) mixed-day --phones 20 --minutes 0.1 --poll-every-ms 1000
	target/debug/load-tests --server $(DEBUG) topic-storm --people 20 --topics 30 --rounds 1 --seconds 1 \
		--rate 100 --topic-rate 30 --rule equal-shares
	target/debug/load-tests --server $(DEBUG) restart --ballots 200 --phones 20 --restarts 1
	target/debug/load-tests --server $(DEBUG) compare --rounds 1 --connections 20 --rounds-told 2 --step-ms 200
	target/debug/load-tests --server $(DEBUG) compare --rounds 1 --connections 20 --steps idle
	target/debug/load-tests --server $(DEBUG) many-cafes --cafes 3 --phones-each 4 --rounds 1 --rate 100 --step-ms 200

test-browser: $(WEB_STAMP) tests/browser/node_modules/.stamp ## Phone, console and wall in Chromium
	@mkdir -p $(LOGS)
	@$(call heading,Browser: debug binaries)
	$(BUILD_DEBUG)
	@$(call heading,Browser: tests)
	cd tests/browser && npm test 2>&1 | tee $(CURDIR)/$(LOGS)/browser.log

types: ## Write the TypeScript types of the wire from the Rust ones
	@$(call heading,Writing web-client/src/core/protocol.gen.ts)
	UPDATE_TYPES=1 cargo test --locked --package tafelrunde-protocol

bench: build ## Load tests against the release build (BENCH="fan-out" for one); figures in target/bench.jsonl
	@$(call heading,Building target/release/load-tests)
	cargo build --locked --release --package load-tests
	@$(call heading,Load tests)
	@scripts/bench.sh $(RELEASE) $(BENCH) | tee target/bench.jsonl

bench-quick: build ## The server against its goals, in under three minutes; figures in target/bench-quick.jsonl
	@$(call heading,Building target/release/load-tests)
	cargo build --locked --release --package load-tests
	@$(call heading,Goals)
	@scripts/bench-quick.sh $(RELEASE)

bench-goals: build ## The server against every goal at its full size, in half an hour; target/bench-goals.jsonl
	@$(call heading,Building target/release/load-tests)
	cargo build --locked --release --package load-tests
	@$(call heading,Goals)
	@scripts/bench-goals.sh $(RELEASE)

bench-peers: build ## The server against other servers: floor, first draft, Node, NATS; figures in target/bench-peers.jsonl
	@$(call heading,Building target/release/load-tests)
	cargo build --locked --release --package load-tests
	@$(call heading,Peers)
	@scripts/bench-peers.sh $(RELEASE) | tee target/bench-peers.jsonl

fmt: web-client/node_modules/.stamp ## Format all sources
	cargo fmt --all
	npm --prefix web-client run format --if-present

clean: ## Delete everything that was built; the data directory stays
	cargo clean
	rm -rf web-client/dist web-client/node_modules tests/browser/node_modules

setup-run:
	@scripts/setup.sh run

setup-test:
	@scripts/setup.sh test

web-client/node_modules/.stamp: web-client/package-lock.json
	@$(call heading,Web client: npm packages)
	cd web-client && $(NPM_CI)
	@touch $@

tests/browser/node_modules/.stamp: tests/browser/package-lock.json
	@$(call heading,Browser tests: npm packages)
	cd tests/browser && $(NPM_CI)
	@touch $@

$(WEB_STAMP): web-client/node_modules/.stamp $(WEB_SOURCES)
	@$(call heading,Web client: build)
	npm --prefix web-client run build
	@touch $@
