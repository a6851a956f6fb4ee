# Names and dependencies; the work is done in .ci/ and by python -m kwai.
PYTHON ?= python3
export PYTHON
VENV := .venv/bin
BACKEND := PYTHONPATH=backend $(VENV)/python
NODE := sh .ci/node

.DEFAULT_GOAL := help
.PHONY: help run test test-long lint lint-backend lint-frontend check types servers lock docs bench bench-quick chaos fuzz dev screenshots dist clean

help: ## lists these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile
run: ## sets up what is missing, then starts kwai with a demo club
	@sh .ci/setup run
	@$(VENV)/python -m kwai up --demo
test: ## sets up what is missing, then runs the tests (ARGS="-k name")
	@sh .ci/setup test
	@$(VENV)/python -m pytest -n logical $(ARGS)
test-long: ## runs the tests that take minutes
	@sh .ci/setup test
	@$(VENV)/python -m pytest -m long $(ARGS)
lint: ## checks format, style, types and imports
	@sh .ci/setup check
	@$(MAKE) --no-print-directory --jobs=2 lint-backend lint-frontend
lint-backend: ## the part of lint for the backend
	@$(VENV)/ruff format --check --quiet
	@$(VENV)/ruff check --quiet
	@$(VENV)/mypy
	@$(VENV)/lint-imports --no-logo
lint-frontend: ## the part of lint for the web application
	@$(NODE) npm run --silent lint
	@$(NODE) npm run --silent types -- --check
check: lint test ## lint and test: what every commit passes
types: ## writes frontend/src/api/schema.d.ts from the API
	@sh .ci/setup check
	@$(NODE) npm run --silent types
servers: ## finds or installs MariaDB, Redis and a browser for the tests
	@sh .ci/servers
lock: ## writes requirements/*.txt from pyproject.toml (ARGS=--upgrade)
	@sh .ci/lock $(ARGS)
docs: ## builds the documentation into site/
	@sh .ci/setup check
	@NO_MKDOCS_2_WARNING=1 $(VENV)/mkdocs build --strict
bench: ## measures against the floor and writes docs/benchmarks.md
	@sh .ci/setup test
	@$(BACKEND) -m bench
bench-quick: ## the same in a minute
	@sh .ci/setup test
	@$(BACKEND) -m bench --quick
chaos: ## kills processes at random, counts mails (KILLS=20 SEED=1 ENGINE=sqlite)
	@sh .ci/setup test
	@$(BACKEND) -m chaos $(if $(KILLS),--kills $(KILLS)) $(if $(SEED),--seed $(SEED)) $(if $(ENGINE),--engine $(ENGINE))
fuzz: ## sends what nobody expects to every operation (CASES=20000 SEED=1 ENGINE=sqlite ROLE=admin)
	@sh .ci/setup test
	@$(BACKEND) -m fuzz $(if $(CASES),--cases $(CASES)) $(if $(SEED),--seed $(SEED)) $(if $(ENGINE),--engine $(ENGINE)) $(if $(ROLE),--role $(ROLE))
dev: ## serves API and web application, and reloads what changes
	@sh .ci/setup check
	@sh .ci/dev
screenshots: ## pictures of every screen in frontend/screenshots/
	@sh .ci/setup test
	@$(VENV)/python -m pytest backend/tests/browser -m screenshots
dist: ## builds wheel and sdist into dist/
	@sh .ci/setup check
	@sh .ci/setup run
	@$(VENV)/hatchling build
clean: ## removes what git ignores; asks before the data in var/
	@sh .ci/clean
