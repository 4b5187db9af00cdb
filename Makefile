# Deux commandes suffisent : « make serve » pour voir le site, « make test » pour l’essayer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
CODE := hooks tests
# Un autre dossier que docs/ : « make site CONTENU=ailleurs ».
CONTENU ?= docs
FIL := $(BIN)/fil --contenu "$(CONTENU)"

# Material annonce MkDocs 2 en anglais à chaque construction ; la version est verrouillée ici.
export NO_MKDOCS_2_WARNING := 1

# Pytest garde aussi ce qu’il compile : sans cela, chaque essai commence par tout compiler.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve site archive test essai essai-navigateurs check bench audit format lock clean

serve: $(INSTALLED)
	$(FIL) servir

site: $(INSTALLED)
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
	$(BIN)/zizmor --offline --quiet --persona=auditor .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[0-9]*.yml

bench: $(INSTALLED) $(VENV)/.browser
	$(BIN)/python -m tests.bench

audit: $(INSTALLED) $(VENV)/.browser $(VENV)/.audit
	$(BIN)/python -m tests.audit

format: $(INSTALLED)
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

# uv n’est demandé que pour renouveler le verrou : « pip install uv », puis « make lock ».
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet \
	  --output-file requirements.lock

clean:
	rm -rf $(VENV) site build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Il faut Python 3.11 ou plus récent : sous Debian, « apt install python3 python3-venv »."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
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
	npm ci --prefix tests/engines --silent
	node tests/engines/unpack.js
	@touch $@

# Node et Java ne servent qu’à « make audit » ; rien n’est installé hors de ce dossier.
$(VENV)/.audit: tests/audit/package-lock.json
	@command -v npm >/dev/null && command -v java >/dev/null || \
	  { echo "L’audit demande Node et Java : sous Debian, « apt install npm default-jre-headless »."; exit 1; }
	npm ci --prefix tests/audit --silent
	@touch $@
