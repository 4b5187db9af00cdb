# Deux commandes suffisent : « make serve » pour voir le site, « make test » pour l’essayer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Ce qui construit le site, et rien d’autre ; puis ce qui l’essaie.
BUILDER := $(VENV)/.builder
INSTALLED := $(VENV)/.installed
CODE := hooks tests
# Les automatismes que reçoit une base qui commence.
GIVEN := hooks/boutdufil/tools/starting/base/github/workflows/*.yml
# Un autre dossier que docs/ : « make site CONTENU=ailleurs ».
CONTENU ?= docs
FIL := $(BIN)/fil --contenu "$(CONTENU)"

# Material annonce MkDocs 2 en anglais à chaque construction ; la version est verrouillée ici.
export NO_MKDOCS_2_WARNING := 1

# Pytest garde aussi ce qu’il compile : sans cela, chaque essai commence par tout compiler.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve site archive test essai essai-navigateurs check bench bench-pairs audit failles format lock composition \
  paquet clean

serve: $(BUILDER)
	$(FIL) servir

site: $(BUILDER)
	$(FIL) site

# Le site en un seul fichier, pour une clé USB : celui que le site publié donne à télécharger.
archive: site
	@mkdir -p build
	cp site/*.zip build/

# Sans les autres navigateurs, leurs essais sont laissés de côté, et pytest dit pourquoi (-rs).
test: $(INSTALLED) $(VENV)/.browser
	@$(MAKE) --silent --no-print-directory $(VENV)/.engines || true
	$(BIN)/pytest -q -rs

essai: $(INSTALLED)
	$(BIN)/pytest -q -m "not navigateur and not lourd" --hypothesis-profile=essai

essai-navigateurs: $(INSTALLED) $(VENV)/.engines
	BOUTDUFIL_NAVIGATEURS=tous $(BIN)/pytest -q -n 2 tests/engines

check: $(INSTALLED)
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(FIL) verifier
	$(BIN)/zizmor --offline --quiet --persona=auditor .github $(GIVEN)
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml $(GIVEN)
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[0-9]*.yml

bench: $(INSTALLED) $(VENV)/.browser
	$(BIN)/python -m tests.bench

# Les autres outils s’installent dans build/pairs/, et nulle part ailleurs ; sans npm, VitePress est laissé de côté.
bench-pairs: $(INSTALLED) $(VENV)/.browser
	$(BIN)/python -m tests.bench --pairs

audit: $(INSTALLED) $(VENV)/.browser $(VENV)/.audit
	$(BIN)/python -m tests.audit

# Les failles connues de ce qui est verrouillé, chaque mois. Une liste ne cache pas la suivante. La dernière est
# celle de vieux Chrome, gardés pour ce qu’ils sont, et dont aucun script n’est lancé : elle informe.
failles: $(INSTALLED)
	@code=0; \
	for lock in requirements.lock requirements-dev.lock requirements-pairs.lock; do \
	  echo "$$lock"; \
	  $(BIN)/pip-audit --require-hashes --disable-pip --progress-spinner off --requirement "$$lock" || code=1; \
	done; \
	for folder in tests/audit tests/engines tests/peers; do \
	  echo "$$folder/package-lock.json"; \
	  npm audit --prefix "$$folder" --package-lock-only --audit-level high || [ "$$folder" = tests/engines ] || code=1; \
	done; \
	exit $$code

format: $(INSTALLED)
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

# uv n’est demandé que pour renouveler les verrous : « pip install uv », puis « make lock ».
LOCK := uv pip compile --universal --python-version 3.11 --only-binary :all: \
  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet

lock:
	$(LOCK) pyproject.toml --extra pose --output-file requirements.lock
	$(LOCK) pyproject.toml --all-extras --constraints requirements.lock --output-file requirements-dev.lock
	$(LOCK) tests/peers/requirements.in --output-file requirements-pairs.lock
	$(MAKE) --no-print-directory composition

# Ce que contient le site et ce qui le construit, avec les licences : deux fichiers que chaque site publie.
composition: $(INSTALLED)
	$(BIN)/python -m tests.supply.renew

# Une version, en une commande : dite dans CHANGELOG.md, construite, puis ce paquet-là installé et essayé dans un
# dossier vide. Sans une ligne qui la dit, ou si un essai échoue, rien ne reste.
paquet: $(INSTALLED)
	@$(BIN)/python -m tests.supply.changelog
	@rm -rf build/paquet && mkdir -p build/paquet
	BOUTDUFIL_PAQUET="$(CURDIR)/build/paquet" $(BIN)/pytest -q -n0 tests/packaged || { rm -rf build/paquet; exit 1; }
	@echo "À publier : build/paquet/$$(ls build/paquet)"

clean:
	rm -rf $(VENV) site build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Un paquet déjà compilé ne lance rien pour s’installer. Sous Linux, tous le sont ; ailleurs, ceux-ci ne
# le sont pas partout : rcssmin et rjsmin (macOS, Windows), watchdog (Alpine).
SOMETIMES_SOURCE := rcssmin|rjsmin|watchdog
NAMES = $(shell sed -nE '/^($(SOMETIMES_SOURCE))==/d; s/^([a-z0-9-]+)==.*/\1/p' $(1) | paste -sd, -)
GLIBC := $(wildcard /lib*/ld-linux*.so.*)
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCKED = $(PIP) --require-hashes --only-binary $(if $(GLIBC),:all:,$(call NAMES,$(1))) --requirement $(1)

$(BUILDER): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Il faut Python 3.11 ou plus récent : sous Debian, « apt install python3 python3-venv »."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(call LOCKED,requirements.lock)
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(INSTALLED): $(BUILDER) requirements-dev.lock
	$(call LOCKED,requirements-dev.lock)
	@touch $@

$(VENV)/.browser: $(INSTALLED)
	@command -v chromium-headless-shell >/dev/null || { \
	  command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell wfrench >/dev/null; \
	} || command -v chromium >/dev/null || { echo "Les essais ouvrent un navigateur : installez Chromium (« sudo apt install chromium »), puis relancez « make test »."; exit 1; }
	@touch $@

# Les plus anciens Chrome viennent de npm ; Firefox et WebKit, de Debian.
$(VENV)/.engines: tests/engines/package-lock.json tests/engines/unpack.js
	@here() { for each; do command -v "$$each" >/dev/null || return 1; done; }; \
	here npm firefox-esr WebKitWebDriver Xvfb || { \
	  command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    firefox-esr webkit2gtk-driver xvfb $$(command -v npm >/dev/null || echo npm) >/dev/null; \
	} || { echo "Pour essayer tous les navigateurs : « sudo apt install npm firefox-esr webkit2gtk-driver xvfb », puis « make essai-navigateurs »."; exit 1; }
	npm ci --prefix tests/engines --ignore-scripts --silent
	node tests/engines/unpack.js
	@touch $@

# Node et Java ne servent qu’à « make audit » ; rien n’est installé hors de ce dossier.
$(VENV)/.audit: tests/audit/package-lock.json
	@command -v npm >/dev/null && command -v java >/dev/null || \
	  { echo "L’audit demande Node et Java : sous Debian, « apt install npm default-jre-headless »."; exit 1; }
	npm ci --prefix tests/audit --ignore-scripts --silent
	@touch $@
