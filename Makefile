# make demo    train both challenges on simulated data and package a submission
# make test    everything a change must pass
# The rest: make test-slow, make mutants, make docs, make book, make real SHARED=../shared

PYTHON := $(shell command -v python3.11 || command -v python3)
SHARED ?= ../shared
REAL    = $(if $(wildcard $(SHARED)),CEREBRO_SHARED="$(abspath $(SHARED))")
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input -c constraints.txt
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help demo test test-slow mutants docs book real
help:
	@sed -n 's/^# //p' Makefile | head -3

demo: .venv/.base
	$(BIN)/cerebro demo
test: .venv/.dev
	@$(BIN)/python .ci/test.py
test-slow: .venv/.dev
	@$(BIN)/python .ci/test.py --slow
mutants: .venv/.dev
	@$(BIN)/python .ci/mutants.py
docs: .venv/.dev
	bash docs/build.sh
book: .venv/.dev
	@$(REAL) $(BIN)/python docs/book.py
real: .venv/.dev
	CEREBRO_SHARED="$(abspath $(SHARED))" $(BIN)/python docs/book.py --all nbs/10_stories/00_real.ipynb

# The environment: installed once, and again when what it is made from has changed
.venv/pyvenv.cfg:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info<(3, 11))' || \
	  { echo "found '$(PYTHON)', expected Python 3.11 or later: type make PYTHON=/path/to/python3.11"; exit 1; }
	"$(PYTHON)" -m venv .venv
.venv/.base: .venv/pyvenv.cfg settings.ini setup.py constraints.txt
	@echo 'Installing cerebro and what it needs into .venv: 6 GB, a few minutes, once'
	@$(PIP) -e .
	@touch $@
.venv/.dev: .venv/pyvenv.cfg settings.ini setup.py constraints.txt
	@echo 'Installing cerebro and its tools into .venv: 6 GB, a few minutes, once'
	@$(PIP) -e '.[dev]'
	@touch .venv/.base $@
