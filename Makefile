# Two commands are enough for a newcomer: `make site` and `make test`. `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
PREPARE := $(PYTHON) scripts/prepare.py
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help site test check format lock docs serve bench search-quality bench-search screenshots archive clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: ## Set up everything, check the content and build site/
	@$(PREPARE) site
	$(BIN)/kb check
	$(BIN)/kb build

test: ## Set up what the tests need, Chromium included, and run them all
	@$(PREPARE) test
	$(BIN)/pytest -n 2

check: ## The fast inner loop: format, lint, types, layers, content and generated files
	@$(PREPARE) check
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kb check
	$(BIN)/kb schema --check
	$(BIN)/kb rules --check

format: ## Format the code and mend what ruff can mend
	@$(PREPARE) check
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: ## Write requirements/*.txt anew; with UPGRADE=1 take the newest releases
	@$(PREPARE) check
	$(COMPILE) --output-file=requirements/site.txt pyproject.toml requirements/site.in
	$(COMPILE) --output-file=requirements/test.txt requirements/test.in

docs: ## Write the generated files anew: JSON Schemas, field reference, rules
	@$(PREPARE) site
	$(BIN)/kb schema
	$(BIN)/kb rules

serve: ## Show the site at a local address and follow changes
	@$(PREPARE) site
	$(BIN)/kb serve

bench: ## Measure checking and building at 500 to 10,000 entries, beside MkDocs alone
	@$(PREPARE) site
	$(BIN)/python -m benchmarks $(BENCH)

search-quality: ## Measure how well search answers the judged queries; WORST=10 shows the ten worst, QUERIES=FILE asks others
	@$(PREPARE) test
	$(BIN)/python -m benchmarks.search.quality $(if $(WORST),--worst $(WORST)) $(if $(QUERIES),--queries $(QUERIES))

bench-search: ## Compare our search with Material, Pagefind and MiniSearch, on the same queries and content
	@$(PREPARE) test
	$(BIN)/python -m benchmarks.search $(BENCH)

screenshots: ## Take pictures of the built site into build/screenshots/
	@$(PREPARE) test
	$(BIN)/python scripts/screenshots.py site build/screenshots

archive: ## Keep the built site as a web archive in build/archive/site.warc
	@$(PREPARE) test
	$(BIN)/python -m scripts.archive site build/archive/site.warc

clean: ## Remove all that can be made again
	rm -rf build site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info .venv \
		node_modules site_overrides/assets/javascripts/vendor
