"""Whatever the console, a command answers: never a traceback, and words that can be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.edge.cli import main
from boutdufil.edge.console import is_readable, nearest
from tests.conftest import write_tree
from tests.edge.running import FIL, fil, fil_here
from tests.site.builds import SILENT, TINY, copy_project

ENCODINGS = ("cp850", "iso8859-15", "cp1252", "ascii", "utf-8", "latin-1:strict")
WRONG = "--- fiche: tutoriels/cyber-hygiene/fausse.md\n< niveau: 1\n> niveau: « œuf »… → “9”\n"
"""What a console lacks: guillemets, a ligature, an ellipsis, an arrow."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, and beside it content in which something is wrong."""
    project = copy_project(tmp_path_factory.mktemp("console") / "projet", TINY)
    write_tree(project / "faux", WRONG)
    (project / "vide").mkdir()
    (project / "publie").mkdir()
    (project / "publie/404.html").write_text("<html></html>", encoding="utf-8")
    return project


COMMANDS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (0, ("--help",)),
    (2, ("absente",)),
    (1, ("verifier", "--contenu", "faux")),
    (1, ("verifier", "--contenu", "faux", "--format", "github")),
    (2, ("verifier", "à côté")),
    (2, ("nouveau", "--contenu", "faux")),
    (2, ("nouveau", "--contenu", "faux", "--theme", "ménage", "--titre", "L’été")),
    (2, ("jouer", "--contenu", "faux", "œuf")),
    (1, ("site", "--contenu", "faux")),
    (2, ("site", "--dossier", "docs")),
    (2, ("regarder", "--contenu", "absent")),
    (2, ("ecrans", "--contenu", "absent")),
    (0, ("apercu", "publie", "publie")),
    (2, ("apercu", "publie", "vide")),
    (0, ("liens", "--contenu", "vide")),
    (0, ("editeur", "--contenu", "faux")),
)


ALL_OF_THEM = """
import json, sys
from boutdufil.edge.cli import main
codes = []
for command in json.loads(sys.argv[1]):
    try:
        codes.append(main(command))
    except SystemExit as left:
        codes.append(left.code)
    sys.stderr.write("\\n")
print(codes)
"""
"""One process a console: loading what a command needs takes longer than its answer."""


def is_readable_in(encoding: str, told: bytes) -> bool:
    text = told.decode(encoding.partition(":")[0])
    return not any(lost in text for lost in ("Traceback", "\\u", "\\x"))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_command_answers_in_the_console_s_letters(project: Path, encoding: str) -> None:
    for expected, command in COMMANDS:
        answer = fil_here(*command, folder=project, encoding=encoding)
        assert answer.returncode == expected, command
        assert answer.stdout + answer.stderr
        assert is_readable_in(encoding, answer.stdout + answer.stderr), command


def test_a_console_of_its_own_changes_nothing(project: Path) -> None:
    encoding = "latin-1:strict"
    commands = [command for _code, command in COMMANDS]
    answer = subprocess.run(
        [sys.executable, "-c", ALL_OF_THEM, json.dumps(commands)],
        cwd=project,
        env={**os.environ, **SILENT, "PYTHONIOENCODING": encoding},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    told = answer.stdout + answer.stderr
    assert is_readable_in(encoding, told)
    assert f"\n{[code for code, _command in COMMANDS]}\n" in told.decode("latin-1")


def test_a_whole_site_is_built_before_a_console_without_accents(project: Path) -> None:
    answer = fil_here("site", "--dossier", "bati", folder=project, encoding="ascii")
    assert answer.returncode == 0, answer.stderr
    assert b"Sans SITE_URL : ni flux.xml" in answer.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_program_gets_the_very_words(project: Path, encoding: str) -> None:
    answer = fil_here(
        *("verifier", "--contenu", "faux", "--format", "json"), folder=project, encoding=encoding
    )
    values = [found["found"] for found in json.loads(answer.stdout.decode(encoding))]
    assert "« œuf »… → “9”" in values


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("« L’été… »", "<< L'ete... >>"),
        ("un\u202fœuf\u00a0!", "un oeuf !"),
        ("cœur → cafe\u0301", "coeur -> cafe"),
        ("a\u200db\ufeff", "ab"),
        ("5 € × 2 “mots”", "5 EUR x 2 'mots'"),
        ("مرحبا", "?????"),
        ("\udce9", "?"),
    ],
)
def test_what_a_console_lacks_is_written_nearly(text: str, written: str) -> None:
    assert nearest(text) == written


@given(st.text(alphabet=st.characters(min_codepoint=128)))
def test_what_is_written_nearly_breaks_no_json(text: str) -> None:
    near = nearest(text)
    assert near.isascii()
    assert not {'"', "\\", "\n"} & {*near}


@pytest.mark.parametrize(
    ("text", "readable"), [("L’été 日本", True), ("a\tb", False), ("\udce9", False)]
)
def test_a_stray_byte_is_not_a_letter(text: str, readable: bool) -> None:
    assert is_readable(text) is readable


def test_a_reader_who_leaves_stops_nothing_loudly(project: Path) -> None:
    with subprocess.Popen(
        [*FIL, "verifier", "--contenu", "faux"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert told == ""
    assert process.returncode == 141


def test_a_full_disk_is_told(project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            [*FIL, "verifier", "--contenu", "faux"],
            cwd=project,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert answer.returncode == 2
    assert answer.stderr.decode().startswith(
        "fil : ce qui s’affiche ne peut être ni lu ni écrit : le disque est plein"
    )
    assert b"Traceback" not in answer.stderr


def test_a_closed_output_is_no_fault(project: Path) -> None:
    command = [*FIL, "verifier", "--contenu", "faux"]
    answer = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *command], cwd=project, stderr=subprocess.PIPE, check=False
    )
    assert (answer.returncode, answer.stderr) == (1, b"")


@pytest.mark.parametrize(
    "typed", [b"", b"\xe9t\xe9\n", b"L'\x00ete\n", "L’été\nménage\n".encode()], ids=range(4)
)
def test_answers_that_cannot_be_read_write_nothing(project: Path, typed: bytes) -> None:
    before = sorted(project.rglob("*.md"))
    run = fil if b"\xe9" in typed else fil_here
    answer = run("nouveau", "--contenu", "faux", folder=project, typed=typed)
    assert answer.returncode == 2
    assert answer.stderr.decode() == "fil : il manque une réponse.\n"
    assert sorted(project.rglob("*.md")) == before


def test_nobody_can_answer(project: Path) -> None:
    command = [*FIL, "nouveau", "--contenu", "faux"]
    answer = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *command],
        cwd=project,
        capture_output=True,
        check=False,
    )
    assert answer.returncode == 2
    assert answer.stderr.decode() == "fil : il manque une réponse.\n"


def test_an_option_in_other_letters_is_refused(project: Path) -> None:
    answer = subprocess.run(
        [*map(str.encode, FIL), b"nouveau", b"--contenu", b"faux", b"--titre", b"L'\xe9t\xe9"],
        cwd=project,
        capture_output=True,
        check=False,
    )
    assert answer.returncode == 2
    assert "cette réponse ne se lit pas" in answer.stderr.decode()


ANSWERS = ["--titre", "Je range", "--theme", "messagerie", "--publics", "seniors"]


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, WRONG)
    (tmp_path / "tutoriels/messagerie").touch()
    assert main(["nouveau", "--contenu", str(tmp_path), *ANSWERS]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"fil : « {tmp_path / 'tutoriels/messagerie'}")
    assert "ne peut être ni lu ni écrit" in told


def test_whoever_stops_a_command_is_not_scolded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_question: str) -> str:
        raise KeyboardInterrupt

    write_tree(tmp_path, WRONG)
    monkeypatch.setattr("builtins.input", interrupted)
    assert main(["nouveau", "--contenu", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "\n"
