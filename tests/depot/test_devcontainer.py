"""The machine of a developer, ready in a container: what it has is what the README asks for."""

from __future__ import annotations

import json
import re
from pathlib import Path

from boutdufil.edge.arguments import PORT

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".devcontainer"
DECLARED = json.loads((FOLDER / "devcontainer.json").read_text(encoding="utf-8"))
DOCKERFILE = (FOLDER / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
KNOWN = {
    *("name", "build", "remoteUser", "postCreateCommand", "forwardPorts", "portsAttributes"),
    "customizations",
}
"""Of the specification (containers.dev): a key that is misspelt is taken for nothing."""


def installed() -> set[str]:
    (asked,) = re.findall(r"apt-get install ([^&]*)", DOCKERFILE)
    return {word for word in asked.split() if not word.startswith("-")}


def test_it_says_what_the_specification_knows() -> None:
    assert {*DECLARED} <= KNOWN
    assert (FOLDER / DECLARED["build"]["dockerfile"]).is_file()
    assert f"useradd --create-home --shell /bin/bash {DECLARED['remoteUser']}\n" in DOCKERFILE


def test_it_has_what_the_readme_and_the_tests_ask_for() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (asked,) = re.findall(r"`apt install (git make [^`]*)`", readme)
    (browser,) = re.findall(r"apt-get install -y -qq (chromium-headless-shell [^>]*) >", MAKEFILE)
    assert {*asked.split(), *browser.split()} <= installed()


def test_it_begins_by_what_the_makefile_installs() -> None:
    (target,) = re.findall(r"^make (\S+)$", DECLARED["postCreateCommand"])
    assert target == ".venv/.installed"
    assert "INSTALLED := $(VENV)/.installed" in MAKEFILE


def test_it_shows_the_site_where_it_is_served() -> None:
    assert DECLARED["forwardPorts"] == [PORT]
    assert {*DECLARED["portsAttributes"]} == {str(PORT)}


def test_its_editor_is_that_of_everyone() -> None:
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert DECLARED["customizations"]["vscode"]["extensions"] == recommended["recommendations"]
