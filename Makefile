# make demo    set up and read the examples            make test    set up and pass the tests
# make check   all that CI holds                       make fix     format and mend what can be mended
# make bench   words a second against bare spaCy       make lock    renew the locked requirements
# make docs    renew what is made from the program     make clean   take away all that make made
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: errors only, not pip's remarks on the machine's own settings. The lock is whole, so nothing is resolved.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet --quiet
LOCKED := $(PIP) install --no-deps --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
OUT := build/demo
export PIP_ROOT_USER_ACTION := ignore

.PHONY: help demo test check lint types contracts gate wheel docs docs-check fix bench lock clean

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/python.ok:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "onrecord needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	    echo "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@touch $@

# The locked requirements, each checked by its hash; again only when the lock changes.
$(VENV)/run.ok: $(VENV)/python.ok requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(LOCKED) -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@$(BIN)/python -m pip --disable-pip-version-check check > $(VENV)/check.txt || { cat $(VENV)/check.txt >&2; exit 1; }
	@touch $@

$(VENV)/dev.ok: $(VENV)/run.ok requirements-dev.lock
	@echo "Adding the tools for tests and checks (once) ..."
	@$(LOCKED) -r requirements-dev.lock
	@touch $@

demo: $(VENV)/run.ok
	@mkdir -p $(OUT)
	@$(BIN)/onrecord read examples --published 2031-03-12 -o $(OUT)/report.html
	@$(BIN)/onrecord read examples --published 2031-03-12 -o $(OUT)/record.jsonl
	@$(BIN)/onrecord read examples/report.txt --published 2031-03-12 --outlet "Estuary Courier" --format table
	@echo
	@echo "The same as a page, with every claim in its place: $(CURDIR)/$(OUT)/report.html"
	@echo "The same as data, one line a document:             $(CURDIR)/$(OUT)/record.jsonl"

test: $(VENV)/dev.ok
	@$(BIN)/python -m pytest -n 2

check: lint types contracts test gate wheel docs-check

lint: $(VENV)/dev.ok
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make fix" >&2; exit 1; }
	@$(BIN)/ruff check --quiet .

types: $(VENV)/dev.ok
	@$(BIN)/mypy

contracts: $(VENV)/dev.ok
	@mkdir -p build
	@$(BIN)/lint-imports --no-cache > build/contracts.txt 2>&1 || { cat build/contracts.txt; exit 1; }

gate: $(VENV)/dev.ok
	@$(BIN)/python -m eval.gate

# The wheel holds all that the program needs: it is built, installed beside nothing else of ours, and asked to read.
wheel: $(VENV)/dev.ok
	@$(BIN)/python scripts/check_wheel.py

# The parts of the docs that are made from the program.
docs: $(VENV)/dev.ok
	@$(BIN)/python -m scripts.refresh_docs

docs-check: $(VENV)/dev.ok
	@$(BIN)/python -m scripts.refresh_docs --check

fix: $(VENV)/dev.ok
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/run.ok
	@$(BIN)/python -m benchmarks.read

lock: $(VENV)/dev.ok
	@$(PIP) install uv
	@$(COMPILE) pyproject.toml --group build -o requirements.lock
	@$(COMPILE) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
