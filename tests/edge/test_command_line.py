"""What ``fil`` promises: one content folder for all, quick to start, told by the README."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from boutdufil.check.report import FORMATS
from boutdufil.edge import arguments
from boutdufil.edge.cli import main
from boutdufil.kinds.content import Content
from boutdufil.model.screen import Screen
from boutdufil.tools import contact_sheet, source_links
from boutdufil.tools.public_web import Reply
from tests.conftest import write_tree
from tests.edge.running import apart, fil_here, main_apart
from tests.site.builds import REPOSITORY, TINY, build, copy_project

RIGHT = "--- fiche: tutoriels/cyber-hygiene/juste.md\n"
WRONG = "--- fiche: tutoriels/cyber-hygiene/fausse.md\n< niveau: 1\n> niveau: 9\n"
ALLOWED = {"bench", "audit", "relevance", "fuzz", "floor", "supply"}
"""What is still run from the tests: it measures or tries, it serves nobody who writes."""
_ROW = re.compile(r"^\| `fil (?P<name>\w+)(?P<asked>[^`]*)` \| (?P<told>.+) \|$", re.MULTILINE)
_OPTION = re.compile(r"--[\w-]+")
_NAME = re.compile(r"\b[A-Z]{3,}\b")
_RUN_FROM_TESTS = re.compile(r"python -m tests\.(\w+)")


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command, by its name."""
    for action in arguments.parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("fil has no commands")


COMMANDS = commands()
COMMON = {"--help", "--aide", "--contenu"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose ``docs/`` is not the content that one asks for."""
    project = copy_project(tmp_path / "projet", TINY)
    write_tree(project / "ailleurs", RIGHT)
    (project / "ailleurs/index.md").write_text("---\ntitre: Ailleurs\n---\n", encoding="utf-8")
    return project


# The content ---------------------------------------------------------------------------------


def test_the_content_may_be_named_before_or_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path / "docs", RIGHT)
    write_tree(tmp_path / "faux", WRONG)
    monkeypatch.chdir(tmp_path)
    assert main(["verifier"]) == 0
    assert main(["--contenu", "faux", "verifier"]) == 1
    assert main(["verifier", "--contenu", "faux"]) == 1
    assert main(["--contenu", "docs", "verifier", "--contenu=faux", "--strict"]) == 1


@pytest.mark.parametrize("before", [True, False])
def test_a_site_is_built_from_the_content_that_is_named(project: Path, before: bool) -> None:
    named = ["--contenu", "ailleurs"]
    asked = [*named, "site"] if before else ["site", *named]
    built = fil_here(
        *asked, folder=project, environment={"SITE_URL": "https://exemple.fr/mon aide"}
    )
    assert built.returncode == 0, built.stderr.decode()
    pages = sorted(path.parent.name for path in (project / "site/tutoriels").glob("*/*/index.html"))
    assert pages == ["juste"]
    feed = (project / "site/flux.xml").read_text(encoding="utf-8")
    assert "https://exemple.fr/mon%20aide/tutoriels/cyber-hygiene/juste/" in feed
    assert "mon aide" not in feed


def test_a_new_tutorial_goes_where_the_content_is(project: Path) -> None:
    asked = ["--titre", "Je range", "--theme", "messagerie", "--publics", "seniors"]
    assert fil_here("nouveau", "--contenu", "ailleurs", *asked, folder=project).returncode == 0
    assert (project / "ailleurs/tutoriels/messagerie/je-range.md").is_file()


def test_the_editor_gets_the_words_of_the_content(project: Path) -> None:
    schema = project / ".vscode/schemas/taxonomie.schema.json"
    assert fil_here("editeur", "--contenu", "ailleurs", folder=project).returncode == 0
    assert json.loads(schema.read_text(encoding="utf-8"))
    assert "Bloc dire" in (project / ".vscode/markdown.code-snippets").read_text(encoding="utf-8")


def test_the_links_are_those_of_the_content(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def lost(method: str, url: str) -> Reply:
        asked.append(url)
        return Reply(404)

    monkeypatch.setattr(source_links, "PAUSE", 0)
    monkeypatch.setattr(source_links.check, "__defaults__", (lost, lambda _seconds: None))
    monkeypatch.chdir(project)
    assert main(["liens", "--contenu", "ailleurs"]) == 1
    assert len({*asked}) > 0
    text = (project / "ailleurs/tutoriels/cyber-hygiene/juste.md").read_text(encoding="utf-8")
    assert all(url in text for url in asked)
    assert "ne répond plus (404) : fiche 101" in capsys.readouterr().out


@pytest.mark.navigateur
def test_the_screens_are_those_of_the_content(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read: list[str] = []

    def no_screens(content: Content) -> Iterator[Screen]:
        read.extend(tutorial.path for tutorial in content.tutorials)
        return iter(())

    monkeypatch.setattr(contact_sheet, "screens", no_screens)
    monkeypatch.chdir(project)
    assert main_apart("ecrans", "--contenu", "ailleurs") == 0
    assert read == ["tutoriels/cyber-hygiene/juste.md"]
    assert capsys.readouterr().out == "0 planches dans build/ecrans/\n"


@pytest.mark.navigateur
def test_a_page_is_looked_at_under_every_light(project: Path) -> None:
    seen = apart(lambda: fil_here("regarder", "liste", "--contenu", "ailleurs", folder=project))
    assert seen.returncode == 0, seen.stderr.decode()
    assert seen.stdout.decode().startswith("12 images, à regarder dans build/pages/index.html")
    assert len([*(project / "build/pages").glob("liste-*.png")]) == 12
    unknown = fil_here("regarder", "tiroir", "--contenu", "ailleurs", folder=project)
    assert unknown.returncode == 2
    assert "genre inconnu : tiroir ; il y a accueil," in unknown.stderr.decode()


@pytest.mark.parametrize("name", sorted({*COMMANDS} - {"commencer", "completion"}))
def test_elsewhere_than_in_the_project_one_is_told_where_to_stand(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    sides = {"apercu": ["avant", "apres"], "jouer": ["101"]}.get(name, [])
    assert main([name, *sides]) == 2
    told = capsys.readouterr().err
    assert "Placez-vous dans le dossier du projet." in told or "n’est ni un projet" in told


# The address ---------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["exemple.fr/aide", "https://exemple.fr/?aide", "https://"])
def test_an_address_that_is_none_stops_the_site(project: Path, url: str) -> None:
    built = fil_here("site", folder=project, environment={"SITE_URL": url})
    assert built.returncode == 2
    told = built.stderr.decode()
    assert told.startswith(f"fil : SITE_URL : « {url} » n’est pas l’adresse d’un site")
    assert len(told.splitlines()) == 1
    assert not (project / "site").exists()


def test_mkdocs_alone_refuses_it_too(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build(project, tmp_path / "site", "https://exemple.fr/?aide")
    assert "une question (« ? ») n’y a pas sa place" in caplog.text


# What it loads -------------------------------------------------------------------------------

LOADED = """
import json, sys
from boutdufil.edge.cli import main
for command in json.loads(sys.argv[1]):
    try:
        main(command)
    except SystemExit:
        pass
print("\\n" + json.dumps(sorted({name.partition(".")[0] for name in sys.modules}
    | {name for name in sys.modules if name.startswith("boutdufil.")})))
"""


def loaded(project: Path, *commands: list[str]) -> set[str]:
    """Return the libraries, and our own modules, that these commands load between them."""
    answer = subprocess.run(
        [sys.executable, "-c", LOADED, json.dumps(commands)],
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return {*json.loads(answer.stdout.splitlines()[-1])}


def test_what_is_run_often_loads_no_builder_and_no_browser(project: Path) -> None:
    (project / "vide").mkdir()
    commands = [
        *(["verifier"], ["nouveau"], ["jouer", "101"]),
        *(["liens", "--contenu", "vide"], ["editeur"]),
    ]
    found = loaded(project, *commands)
    for name in ("verifier", "nouveau", "jouer", "liens", "editeur"):
        assert f"boutdufil.edge.commands.{name}" in found
    assert not {"mkdocs", "material", "playwright"} & found


def test_help_loads_almost_nothing(project: Path) -> None:
    ours = {name for name in loaded(project, ["--aide"]) if name.startswith("boutdufil.")}
    assert ours == {
        *("boutdufil.edge", "boutdufil.edge.arguments", "boutdufil.edge.cli"),
        *("boutdufil.edge.console", "boutdufil.tools", "boutdufil.tools.unusable"),
    }


@pytest.mark.parametrize("command", [["regarder"], ["ecrans"], ["apercu", "a", "b"]], ids=" ".join)
def test_without_playwright_one_is_told_what_to_run(
    project: Path,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for side in ("a", "b"):
        (project / side).mkdir()
        (project / side / "404.html").write_text("<html></html>", encoding="utf-8")
        (project / side / "index.html").write_text(f"<html>{side}</html>", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    monkeypatch.chdir(project)
    assert main(command) == 2
    told = capsys.readouterr().err
    assert told == (
        "fil : cette commande ouvre un navigateur, avec Playwright. "
        "Lancez d’abord : make .venv/.browser\n"
    )


# What the README says ------------------------------------------------------------------------


def rows() -> dict[str, re.Match[str]]:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8").replace("\\|", "/")
    return {match["name"]: match for match in _ROW.finditer(readme)}


def test_the_readme_tells_every_command_and_no_other() -> None:
    assert {*rows()} == {*COMMANDS}
    folder = REPOSITORY / "hooks/boutdufil/edge/commands"
    assert {file.stem for file in folder.glob("*.py")} - {"__init__", "folders"} == {*COMMANDS}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_tells_what_may_be_asked(name: str) -> None:
    told, actions = rows()[name]["asked"], COMMANDS[name]._actions
    options = {option for action in actions for option in action.option_strings if "--" in option}
    assert {*_OPTION.findall(told)} == options - COMMON
    assert "--contenu" in options
    named = {
        str(action.metavar or action.dest).upper()
        for action in actions
        if not action.choices and action.nargs != 0 and action.dest != "contenu"
    }
    assert {*_NAME.findall(told)} == named
    assert all(action.help for action in actions)


def test_the_readme_tells_the_formats() -> None:
    (form,) = (action for action in COMMANDS["verifier"]._actions if action.dest == "format")
    assert {*(form.choices or ())} == {*FORMATS}
    assert {*re.findall(r"--format ([\w/]+)", rows()["verifier"]["asked"])[0].split("/")} == {
        *FORMATS
    }


def test_only_what_measures_is_run_from_the_tests() -> None:
    folders = (REPOSITORY / name for name in ("docs", "hooks", ".github", ".vscode"))
    texts = (REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "Makefile"))
    files = [*texts, *(file for folder in folders for file in folder.rglob("*.*"))]
    run = {
        name
        for file in files
        if file.is_file() and file.suffix != ".pyc"
        for name in _RUN_FROM_TESTS.findall(file.read_text("utf-8", "replace"))
    }
    assert "bench" in run
    assert run <= ALLOWED
