# Tieout: make run | test | check | bench | docs. Every target is safe to run again.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 7860
INDEX ?= index
# Where to take torch from; empty means the default index. Give the address of PyTorch's CPU wheels to avoid the CUDA build.
TORCH_INDEX ?=
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# The stamps change with what is installed, so a second run installs nothing.
INSTALLED := $(VENV)/.installed
DEVELOPED := $(VENV)/.developed

.PHONY: help install dev run test check bench docs golden samples clean

help:
	@echo "make run      set up, read the sample reports if the index is empty, open the app on http://127.0.0.1:$(PORT)"
	@echo "make test     set up and run the whole test suite"
	@echo "make install  set up only        make check  linters, types, import walls"
	@echo "make bench    speed and quality  make docs   write the generated pages"
	@echo "make golden   rewrite the reviewed files of the samples; read the diff"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; call make PYTHON=python3.11"; exit 1; }
	@echo "[1/4] creating the environment in $(VENV) (a few seconds)"
	@$(PYTHON) -m venv $(VENV)

$(INSTALLED): pyproject.toml constraints.txt | $(BIN)/python
	@echo "[2/4] installing torch (1 to 5 minutes)"
	@$(PIP) install --quiet $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) "torch==$$(sed -n 's/^torch==//p' constraints.txt)"
	@echo "[3/4] installing the other packages (1 to 5 minutes)"
	@$(PIP) install --quiet -c constraints.txt -e .
	@$(BIN)/python -m compileall -q src/tieout
	@echo "[4/4] preparing the encoder: exported once and checked against its source (about half a minute)"
	@$(BIN)/python -m tieout.vectors.export
	@touch $@

$(DEVELOPED): $(INSTALLED)
	@echo "installing the test tools (about a minute)"
	@$(PIP) install --quiet -c constraints.txt -e ".[dev]"
	@touch $@

install: $(INSTALLED)

dev: $(DEVELOPED)

run: $(INSTALLED)
	@$(BIN)/tieout --index $(INDEX) reports --quiet >/dev/null 2>&1 || { echo "reading the sample reports (about a minute)"; \
	  $(BIN)/tieout --index $(INDEX) ingest --manifest samples/reports.csv; }
	@echo "opening the app on http://127.0.0.1:$(PORT) (about ten seconds; Ctrl-C stops it)"
	@$(BIN)/python app.py --index $(INDEX) --port $(PORT)

test: $(DEVELOPED)
	$(BIN)/python -m pytest

check: $(DEVELOPED)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

bench: $(DEVELOPED)
	$(BIN)/python -m benchmarks.quality
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.reading

docs: $(DEVELOPED)
	$(BIN)/python -m scripts.write_docs

golden: $(DEVELOPED)
	$(BIN)/python -m tests.golden.produce

samples: $(DEVELOPED)
	$(BIN)/python -m scripts.make_samples

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache
