# Two commands: `make demo` and `make test`. Each sets up what it needs in .venv; nothing outside this folder is touched.

SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
GOLD := ../shared/annotation

.DEFAULT_GOAL := help
.PHONY: help demo test test-browser browser test-stores check lint types score bench clean

help:
	@echo 'make demo    build a graph from examples/articles into build/demo'
	@echo 'make test    run the tests'
	@echo 'make test-browser  install Chromium, Firefox (Debian, as root) and axe-core (npm), and test the pages in them'
	@echo 'make test-stores  install Virtuoso (Debian, as root) and test pushing into it and into Oxigraph'
	@echo 'make check   what CI runs: lint, types, tests'
	@echo 'make score   score the annotated articles of tests/gold (and ../shared, where it is)'
	@echo 'make bench   measure words per second and memory'
	@echo 'make clean   remove .venv and build'

demo: $(VENV)/.runtime
	@$(PY) -m liaisons build examples/articles -o build/demo --title 'liaisons: demo'
	@command -v liaisons >/dev/null || echo 'before it, to have liaisons on your path: . $(VENV)/bin/activate'

test: $(VENV)/.dev
	$(PY) -m pytest

test-browser: $(VENV)/.dev browser
	$(PY) -m pytest tests/exports/page -rs

# Chromium with its driver and Firefox from Debian; axe-core from npm into build/axe: for tests only, no part of the package.
AXE := axe-core@4.14.1
DEBIAN = [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends
browser:
	@command -v chromedriver >/dev/null || { $(DEBIAN) chromium chromium-driver >/dev/null; } || \
	  { echo 'install Chromium and its driver first (Debian: apt-get install chromium chromium-driver)'; exit 1; }
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null || { $(DEBIAN) firefox-esr >/dev/null; } || \
	  echo 'without Firefox its tests are skipped (Debian: apt-get install firefox-esr)'
	@[ -f build/axe/node_modules/axe-core/axe.min.js ] || command -v npm >/dev/null || { $(DEBIAN) npm >/dev/null; } || \
	  echo 'without npm, which installs axe-core, the tests of accessibility are skipped (Debian: apt-get install npm)'
	@[ -f build/axe/node_modules/axe-core/axe.min.js ] || ! command -v npm >/dev/null || \
	  npm install --silent --no-audit --no-fund --fetch-retries=1 --fetch-timeout=60000 --prefix build/axe $(AXE) || \
	  echo 'npm could not install $(AXE) (no network?): the tests of accessibility are skipped; make browser tries again'

test-stores: $(VENV)/.dev
	@command -v virtuoso-t >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends virtuoso-opensource; } || \
	  { echo 'install Virtuoso first (Debian: apt-get install virtuoso-opensource)'; exit 1; }
	$(PY) -m pytest tests/exports/push

check: lint types test

lint: $(VENV)/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

# mypy names modules after folders; the checkout may have any name, so it is shown under its package name.
types: $(VENV)/.dev
	@mkdir -p build/types && ln -sfn ../.. build/types/liaisons
	cd build/types && ../../$(PY) -m mypy --config-file ../../pyproject.toml --cache-dir ../../.mypy_cache \
	  -p liaisons.graph -p liaisons.extractors -p liaisons.exports -p liaisons.evaluation -p liaisons.serving -p liaisons.cli -m liaisons.__main__

score: $(VENV)/.dev
	@$(PY) -m liaisons evaluate tests/gold/*.jsonl --quiet
	@$(PY) benchmarks/score.py $(GOLD)

bench: $(VENV)/.dev
	$(PY) benchmarks/throughput.py

clean:
	rm -rf $(VENV) build

# --- set-up -----------------------------------------------------------------------------------------------------------

$(VENV)/.runtime: requirements.txt pyproject.toml
	@python=''; for p in $(PYTHON) python3 python3.11 python3.12 python3.13; do \
	  if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$p; break; fi; done; \
	if [ -z "$$python" ]; then echo 'liaisons needs Python 3.11 or later; name one with make PYTHON=...'; exit 1; fi; \
	echo "setting up $(VENV) with $$($$python --version): pinned packages and models, some minutes the first time"; \
	$$python -m venv $(VENV)
	@$(PIP) install -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.txt
	@$(PIP) install --no-deps -r requirements-dev.txt
	@touch $@
