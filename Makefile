# Three Pillars: one command for each thing that you do with the book; `make` alone lists them.
#
# A machine needs only Python 3.11, 3.12 or 3.13 and make: each command first makes the environment in .venv,
# once, from requirements.lock. After that nothing here asks the network (`lock` apart).
# Without make, on Windows for instance, CONTRIBUTING.md gives the same steps.

.DEFAULT_GOAL := help
.PHONY: help book share pdf site exercises grade sandbox test test-all check table lab serve bench clean lock
MAKEFLAGS += --no-print-directory

PY    := .venv/bin/python
READY := .venv/ready
PORT  ?= 8000
HOST  ?= 127.0.0.1
# Prints the path of a Chromium, after installing one if there is none.
FIND_BROWSER := $(PY) tests/helpers/browser_setup.py

# Jupyter's settings are the book's own, whatever is in the reader's home.
export JUPYTER_CONFIG_DIR := $(CURDIR)/.jupyter
export IPYTHONDIR := $(CURDIR)/.jupyter/ipython

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-9s  %s\n", $$1, $$2}' Makefile

book: _build/html/index.html ## build the book into _build/html
	@cat _build/.pieces-cost
	@echo "Built: open _build/html/index.html, or run make serve."

# Whatever a page is made of, folders too: a file that is gone changes its folder. If nothing of it changed, the
# book is there already, and Sphinx, which takes some seconds to see that, is not asked.
SOURCES := intro.md _config.yml _toc.yml references.bib pyproject.toml CITATION.cff \
  $(shell find chapters/ data/ src/three_pillars/ exercises/ -name __pycache__ -prune -o -name '.*' -prune -o -print)

_build/html/index.html: $(SOURCES) $(READY) _build/exercises/ready
	@echo "Building the book: new and changed chapters are run (some minutes the first time)."
	@# A page that warned is kept by Sphinx and would not warn again: after a failure, read every page anew.
	@.venv/bin/jupyter-book build . -W --keep-going -q > /dev/null || { rm -f _build/.doctrees/environment.pickle $@; exit 1; }
	@touch $@

share: book ## write the quizzes for Moodle, Canvas and others into _build/share
	@$(PY) -m three_pillars.share.quizzes

pdf: book ## the whole book as one PDF and a hand-out a chapter, in _build/pdf (TABLES=1: with rows of charts)
	@echo "Printing the book and its hand-outs (about two minutes)."
	@CHROMIUM="$$($(FIND_BROWSER))"; [ -n "$$CHROMIUM" ] || exit 1; export CHROMIUM; \
	$(PY) -m three_pillars.book.pdf

site: book ## the book with Python inside, for any web server, in _build/site
	@echo "Making the site (the first time its files are fetched and compiled: some minutes)."
	@$(PY) -m three_pillars.site.build
	@echo "Made: run make serve, or put _build/site on any web server."

exercises: _build/exercises/ready ## make the students' and the teacher's edition of each exercise
	@echo "Student editions and zips are in _build/exercises, solutions in _build/exercises/teacher."

# About ten seconds, and only after a change of an exercise, the package or a table.
_build/exercises/ready: $(shell find exercises data src/three_pillars -type f ! -name '*.pyc' ! -path '*/book/*') | $(READY)
	@echo "Making the exercises (about ten seconds)."
	@$(PY) -m three_pillars.classroom.editions > /dev/null
	@touch $@

grade: $(READY) ## grade a folder or zip: SUBMISSIONS=… (LIST=1 WORKERS=2 DEADLINE=2026-11-24T18:00+09:00 OUT=… WEAK=1)
	@if [ -z "$(SUBMISSIONS)" ]; then echo "Name the folder: make grade SUBMISSIONS=<folder or zip>" >&2; exit 2; fi
	@$(if $(LIST)$(WEAK),,$(MAKE) sandbox)
	@$(PY) -m three_pillars.classroom.grading "$(SUBMISSIONS)" $(if $(LIST),--list) $(if $(WORKERS),--workers $(WORKERS)) \
	  $(if $(DEADLINE),--deadline "$(DEADLINE)") $(if $(OUT),--out "$(OUT)") $(if $(WEAK),--weak) $(if $(CLUSTER),--cluster "$(CLUSTER)")

# Students' code runs in a room that bubblewrap locks; root may install it without asking. Where it cannot be had,
# grading says so, and the tests that need it name it in their closing lines.
sandbox:
	@if ! command -v bwrap > /dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  echo "Installing bubblewrap, which locks students' code in."; \
	  apt-get install -qq -y bubblewrap > /dev/null 2>&1 || { apt-get update -qq && apt-get install -qq -y bubblewrap; } > /dev/null 2>&1 || true; \
	fi

test: book sandbox ## build the book, then run every check and every test that a change must pass
	@CHROMIUM="$$($(FIND_BROWSER))"; [ -n "$$CHROMIUM" ] || exit 1; export CHROMIUM; \
	$(MAKE) check && $(PY) -m pytest -n 2 -m "not full"

test-all: book sandbox ## the same with the tests that take longer
	@CHROMIUM="$$($(FIND_BROWSER))"; [ -n "$$CHROMIUM" ] || exit 1; export CHROMIUM; \
	$(PY) tests/helpers/firefox.py > /dev/null; \
	$(MAKE) check && $(PY) -m pytest -n 2

check: $(READY) ## check code style, spelling and tables (seconds)
	@echo "Checking code style, spelling and tables."
	@failed=0; \
	$(PY) -m ruff check --quiet . || failed=1; \
	$(PY) -m ruff format --check --quiet . || failed=1; \
	.venv/bin/codespell || failed=1; \
	$(PY) -m three_pillars.data.validating || failed=1; \
	exit $$failed

table: $(READY) ## draft the description of a new table: TABLE=<part>/<table>
	@if [ -z "$(TABLE)" ]; then echo "Name the table: make table TABLE=<part>/<table>" >&2; exit 2; fi
	@$(PY) -m three_pillars.data.drafting "$(TABLE)"

lab: $(READY) ## open JupyterLab on the chapters, to run and change them
	@if [ "$$(id -u)" = 0 ]; then root=--allow-root; fi; \
	$(PY) -m jupyterlab $$root

serve: book ## show the book, or the site once made, at http://127.0.0.1:8000 (PORT=…, HOST=0.0.0.0 for a class)
	@if [ -d _build/site ]; then $(MAKE) site; fi
	@$(PY) -m three_pillars.site.serve --host $(HOST) --port $(PORT)

bench: book ## measure what the book costs to build, to open and to use
	@CHROMIUM="$$($(FIND_BROWSER))"; [ -n "$$CHROMIUM" ] || exit 1; export CHROMIUM; \
	$(PY) benchmarks/run.py

clean: ## remove the built book and all caches (keeps .venv)
	rm -rf _build .ruff_cache .hypothesis
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

lock: $(READY) ## renew requirements.lock from pyproject.toml, and site.lock (UPGRADE=1: to the newest versions)
	@$(PY) -m pip install -qq --disable-pip-version-check 'uv>=0.8'
	@$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) \
	  pyproject.toml --output-file requirements.lock
	@$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) \
	  src/three_pillars/site/jupyterlite.in --output-file site.lock
	@$(MAKE) $(READY)

# The environment: the first Python that fits, the locked packages, this package itself.
# The locked Altair cannot be imported on Python 3.14.
FITS       := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PIP        := $(PY) -m pip install -qq --disable-pip-version-check --no-input

# The environment knows its folder: a copied or moved one would run the package of the old place.
HOME_OF_VENV := $(shell cat $(READY) 2>/dev/null)
ifneq ($(wildcard $(READY)),)
ifneq ($(HOME_OF_VENV),$(CURDIR))
.PHONY: $(READY)
MOVED := yes
endif
endif

$(READY): requirements.lock pyproject.toml
	@if [ -n "$(MOVED)" ]; then echo "The .venv here was made for $(or $(HOME_OF_VENV),another folder): it is made anew."; fi
	@if [ -n "$(MOVED)" ] || ! $(PY) -c '$(FITS)' 2>/dev/null; then \
	  for python in $(PYTHON) python3.11 python3.12 python3.13 python3 ""; do \
	    if [ -n "$$python" ] && "$$python" -c '$(FITS)' 2>/dev/null; then break; fi; \
	  done; \
	  if [ -z "$$python" ]; then \
	    echo "Three Pillars needs Python 3.11, 3.12 or 3.13: install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; \
	  fi; \
	  "$$python" -m venv --clear .venv || { \
	    echo "Python could not make .venv: on Debian and Ubuntu, install the package python3-venv." >&2; exit 1; }; \
	fi
	@echo "Setting up .venv: locked packages from requirements.lock (some minutes the first time)."
	@$(PIP) --no-deps --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@# Each chapter starts a Python of its own: ten seconds here halve the start of every one.
	@$(PY) -m compileall -q -j 0 .venv/lib > /dev/null || true
	@printf '%s' "$(CURDIR)" > $@
