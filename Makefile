# build · serve · test · check · fix: each does its own set-up. `make help` lists them.
BIN := .venv/bin
PORT := 8000
export NO_MKDOCS_2_WARNING := 1
export PYTHONUNBUFFERED := 1

.PHONY: help build serve test check fix fallback lock browser lighthouse bench bench-search clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/'

.venv/ready: requirements.lock pyproject.toml
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$(python3 --version)"; exit 1; }
	python3 -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-test: .venv/ready requirements-test.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

build: .venv/ready ## the site into site/; a failed build leaves the site/ of before
	@rm -rf .cache/site && $(BIN)/mkdocs build --site-dir .cache/site
	@rm -rf .cache/before; if [ -e site ]; then mv site .cache/before; fi; mv .cache/site site; rm -rf .cache/before
	@echo "built site/: $$(find site -name '*.html' | wc -l) pages"

serve: .venv/ready ## the site at http://127.0.0.1:8000/, rebuilt on every edit of data/, docs/ and overrides/
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || \
	{ echo "port $(PORT) is taken by another program, perhaps another make serve: make serve PORT=8001"; exit 1; }
	DRAFT=true $(BIN)/mkdocs serve -a 127.0.0.1:$(PORT)

check: .venv/ready ## everything wrong in data/ and docs/, each with its line and its fix
	@$(BIN)/study check

fix: .venv/ready-test ## mends what is mechanical in the texts, formats the code, refreshes schemas/
	$(BIN)/study fix
	$(BIN)/ruff check --fix hooks tests benchmarks
	$(BIN)/ruff format hooks tests benchmarks
	$(BIN)/study schema

test: .venv/ready-test browser ## all tests, types and lint
	$(BIN)/ruff check hooks tests benchmarks
	$(BIN)/ruff format --check hooks tests benchmarks
	$(BIN)/mypy
	$(BIN)/python -m study.diagrams.bundle .cache/mermaid/mermaid.tiny.js
	$(BIN)/pytest -n auto --dist worksteal

fallback: .venv/ready ## for platforms without a diagram renderer: site/ whose diagrams the reader's browser draws
	$(BIN)/pip install --quiet --disable-pip-version-check mkdocs-mermaid2-plugin==1.2.3
	$(BIN)/python -m study.diagrams.bundle docs/assets/js/mermaid.tiny.js
	$(BIN)/mkdocs build -f mkdocs.fallback.yml; status=$$?; rm -f docs/assets/js/mermaid.tiny.js; exit $$status

lighthouse: .venv/ready-test browser ## Lighthouse on the heaviest pages; writes benchmarks/lighthouse.md
	$(BIN)/python -m benchmarks.lighthouse

bench: .venv/ready-test ## our build against plain MkDocs, and its growth; writes benchmarks/build.md
	$(BIN)/python -m benchmarks.build

bench-search: .venv/ready-test browser ## search engines on the same queries; writes the table in README.md
	$(BIN)/pip install --quiet --disable-pip-version-check 'jieba==0.42.1' 'setuptools<81' 'pagefind[extended]==1.5.2'
	$(BIN)/python -m benchmarks.search

browser:
	@sh tests/browser/install.sh

lock: .venv/ready-test ## pins all dependencies anew, with hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean: ## forgets everything that is made
	rm -rf .venv .cache site
