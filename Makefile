# `make` alone lists what there is to do.
.DEFAULT_GOAL := help
# Two targets that set up the same folder must not run at once.
.NOTPARALLEL:
.DELETE_ON_ERROR:

PYTHON ?= python3
PIP := .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" .venv/bin/pip-compile --quiet --generate-hashes \
	--strip-extras --allow-unsafe --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
WITH_NODE := sh tools/with-node.sh
# Lints and formats JavaScript and CSS; its npm package brings the program along.
BIOME := $(WITH_NODE) node node_modules/@biomejs/biome/bin/biome
# Lighthouse is for the bench alone, and wants a newer Node than the build.
WITH_NEW_NODE := NODE_AT_LEAST=22.19 $(WITH_NODE)
LOCK := --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --loglevel=error
INSTALL := --ignore-scripts --no-audit --no-fund --loglevel=error
ASSETS := static/build/assets.json
# Folders are listed too: their time changes when a file is removed.
ASSET_SOURCES := $(shell find static/js static/css static/img tools 2>/dev/null) \
	package.json package-lock.json $(wildcard templates/offline.html templates/signed_out.html \
	templates/layouts/page.html templates/help/*.html) $(shell find webapp/translations 2>/dev/null)

# Compiled modules are kept, whatever the environment says: tests start hundreds of processes.
export PYTHONDONTWRITEBYTECODE =

SEED ?= 1
ZONE ?= UTC
DEMO := env -u DATABASE_URL SMALLWINS_DATA=build/demo SMALLWINS_HOST=127.0.0.1 .venv/bin/python -m webapp
DEMO_PASSWORD := twelve weeks of wins
SEEDS ?= 1
PHONES ?= 10
ENTRIES ?= 200
ENGINE ?= sqlite
# Processes that run tests; one that is done takes over what others have left (decision 59).
PARTS ?= 2
# What tests need beside Python packages; tools/need-<name>.sh finds each.
PROGRAMS := chromium chromium-shell firefox webkit postgres strace caddy java
# PostgreSQL's driver is fetched only where it is wanted: it costs memory in every process.
DRIVER := $(if $(filter postgres%,$(DATABASE_URL)),.venv/postgres.stamp)

.PHONY: help setup run demo test quick spread programs check lint types bench chaos mutants build audit words screenshots format lock release clean

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: .venv/run.stamp node_modules/setup.stamp ## Get what the app needs into .venv and node_modules

run: setup $(DRIVER) $(ASSETS) ## Start the app and print its address
	@.venv/bin/python -m webapp

# Never the data of anybody: a folder of its own, made again each time, in SQLite, on this machine only.
demo: setup $(ASSETS) ## Start the app with a made-up person in it, to look around (SEED=2 ZONE=Europe/Berlin)
	@rm -rf build/demo
	@echo "$(DEMO_PASSWORD)" | $(DEMO) demo --zone "$(ZONE)" --seed $(SEED) --password-stdin
	@echo "It is: $(DEMO_PASSWORD)"
	@$(DEMO)

test: .venv/dev.stamp $(ASSETS) tests/nu/node_modules/setup.stamp $(if $(T),,programs) ## Run every test, or only those of T (T=tests/rules)
	@$(if $(filter tests/js%,$(or $(T),tests/js)),$(WITH_NODE) npm test --silent)
	@$(if $(filter tests/js%,$(T)),,.venv/bin/python -m pytest -n $(PARTS) --dist worksteal $(T))

quick: .venv/dev.stamp $(ASSETS) tests/nu/node_modules/setup.stamp ## Run the short tests that need no browser, server process or PostgreSQL (a minute)
	@.venv/bin/python -m pytest -q -n 2 --dist worksteal -m "not browser and not postgres and not enable_socket and not long"

spread: .venv/dev.stamp $(ASSETS) tests/nu/node_modules/setup.stamp ## Run the tests that can be on a PostgreSQL whose tables are spread by owner
	@sh tools/need-postgres.sh >/dev/null
	@.venv/bin/python -m pytest -q -n $(PARTS) --dist worksteal --spread $(or $(T),tests/domain tests/storage tests/web)

programs: ## Install what tests need beside Python: browsers, PostgreSQL, Caddy, strace, Java (as root)
	@for name in $(PROGRAMS); do sh tools/need-$$name.sh >/dev/null || exit 1; done

check: lint types test ## All that CI runs: lint, types, test

lint: .venv/dev.stamp node_modules/setup.stamp ## Look for mistakes and untidy code
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@$(BIOME) check --error-on-warnings
	@.venv/bin/djlint --lint --check templates

types: .venv/dev.stamp node_modules/setup.stamp ## Check the types of Python and JavaScript
	@.venv/bin/mypy
	@$(WITH_NODE) npm run types --silent

bench: .venv/dev.stamp $(ASSETS) bench/audit/node_modules/setup.stamp ## Measure speed (needs wrk, Chromium, PostgreSQL; installs them when root)
	@for name in wrk chromium postgres; do sh tools/need-$$name.sh >/dev/null || exit 1; done
	@.venv/bin/python -m bench

chaos: .venv/dev.stamp $(ASSETS) ## Kill the server while simulated phones send (SEED=7 PHONES=10 ENGINE=postgresql)
	@sh tools/need-postgres.sh >/dev/null
	@.venv/bin/python -m tests.faults --seed $(SEED) --seeds $(SEEDS) --phones $(PHONES) --entries $(ENTRIES) --engine $(ENGINE)

mutants: .venv/dev.stamp $(ASSETS) ## Take guards out one at a time; a test must notice (GUARDS=20 for some, TURN=1 for others)
	@.venv/bin/python -m tests.guards

build: $(ASSETS) ## Make static/build from static/ and tools/

audit: .venv/made.stamp ## Ask OSV (osv.dev) whether a package used here has a known weakness
	@.venv/bin/python -m tools.audit

words: .venv/dev.stamp ## Find what is to be translated and merge it into webapp/translations
	@.venv/bin/python -m tools.words

screenshots: .venv/dev.stamp $(ASSETS) ## Take the pictures of the manifest and the README (needs Chromium)
	@sh tools/need-chromium.sh >/dev/null
	@.venv/bin/python tools/screenshots.py

format: .venv/dev.stamp node_modules/setup.stamp ## Tidy Python, JavaScript, CSS and templates
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format
	@$(BIOME) check --write
	@.venv/bin/djlint --quiet --reformat templates

lock: .venv/dev.stamp ## Write requirements/*.txt and all package-lock.json again
	@$(COMPILE) --extra push --output-file requirements/run.txt pyproject.toml
	@$(COMPILE) --extra postgres --extra push --output-file requirements/postgres.txt pyproject.toml
	@$(COMPILE) --extra dev --extra postgres --extra push --output-file requirements/dev.txt pyproject.toml
	@$(COMPILE) --output-file requirements/node.txt requirements/node.in
	@$(WITH_NODE) npm install $(LOCK)
	@$(WITH_NODE) npm install --prefix tests/nu $(LOCK)
	@$(WITH_NEW_NODE) npm install --prefix bench/audit $(LOCK)

release: .venv/dev.stamp $(ASSETS) ## Check everything, build the wheel into dist/ and say what to tag
	@.venv/bin/python -m tools.release ready
	@$(if $(ASKED),,$(MAKE) --no-print-directory audit)
	@$(MAKE) --no-print-directory check
	@.venv/bin/python -m tools.release build

clean: ## Remove everything that make created, except people's data
	rm -rf .venv node_modules bench/audit/node_modules tests/nu/node_modules static/build static/build.tmp static/build.old dist
	rm -rf .mypy_cache .pytest_cache .ruff_cache

.venv/made.stamp:
	@sh tools/make-venv.sh "$(PYTHON)"
	@touch $@

.venv/run.stamp: requirements/run.txt | .venv/made.stamp
	@echo "Installing what the app needs ..."
	@$(PIP) -r requirements/run.txt
	@touch $@

.venv/postgres.stamp: requirements/postgres.txt | .venv/made.stamp
	@echo "Installing the driver for PostgreSQL ..."
	@$(PIP) -r requirements/postgres.txt
	@touch $@ .venv/run.stamp

# dev.txt holds all of run.txt and postgres.txt at the same versions. Its modules are compiled when
# they are imported first: most never are.
.venv/dev.stamp: requirements/dev.txt | .venv/made.stamp
	@echo "Installing what the checks need ..."
	@$(PIP) --no-compile -r requirements/dev.txt
	@touch $@ .venv/run.stamp .venv/postgres.stamp

node_modules/setup.stamp: package.json package-lock.json | .venv/made.stamp
	@echo "Installing what the build needs ..."
	@$(WITH_NODE) npm ci $(INSTALL)
	@touch $@

tests/nu/node_modules/setup.stamp: tests/nu/package.json tests/nu/package-lock.json | .venv/made.stamp
	@echo "Installing the HTML checker ..."
	@$(WITH_NODE) npm ci --prefix tests/nu $(INSTALL)
	@touch $@

bench/audit/node_modules/setup.stamp: bench/audit/package.json bench/audit/package-lock.json | .venv/made.stamp
	@echo "Installing Lighthouse ..."
	@$(WITH_NEW_NODE) npm ci --prefix bench/audit $(INSTALL)
	@touch $@

$(ASSETS): $(ASSET_SOURCES) | node_modules/setup.stamp
	@$(WITH_NODE) node tools/build.mjs
