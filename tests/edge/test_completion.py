"""What a terminal finishes once Tab is pressed: tried in the shells that are there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from boutdufil.edge import arguments
from boutdufil.edge.cli import main
from tests.edge.test_command_line import COMMANDS

ASKED = {
    "fil ver": {"verifier"},
    "fil verifier --for": {"--format"},
    "fil verifier --format ": {"github", "json", "texte"},
    "fil completion ": {*arguments.SHELLS},
    "fil --contenu conten": {"contenu/"},
    "fil zzz": set(),
}
"""What is typed, and what is then offered, in a folder that holds ``contenu/``."""
IN_BASH = """\
source "$1"
read -ra COMP_WORDS <<< "$2"
[[ $2 == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_shtab_fil fil "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""
IN_FISH = 'source $argv[1]; complete --do-complete "$argv[2]"'


@pytest.fixture
def script(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Path:
    """The script of a shell, as the command prints it."""
    (tmp_path / "contenu").mkdir()
    shell = request.param
    if not shutil.which(shell):
        pytest.skip(f"{shell} n’est pas sur cette machine : « apt install {shell} »")
    assert main(["completion", shell]) == 0
    file = tmp_path / f"fil.{shell}"
    file.write_text(capsys.readouterr().out, "utf-8")
    return file


def offered(*command: str | Path, folder: Path) -> set[str]:
    done = subprocess.run(
        [*map(str, command)], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    lines = (line.partition("\t")[0] for line in done.stdout.splitlines())
    return {line.replace("contenu", "contenu/").replace("//", "/") for line in lines if line}


@pytest.mark.parametrize("typed", ASKED)
@pytest.mark.parametrize("script", ["bash"], indirect=True)
def test_bash_finishes_what_is_begun(script: Path, typed: str) -> None:
    found = offered("bash", "--norc", "-c", IN_BASH, "bash", script, typed, folder=script.parent)
    assert found == ASKED[typed]


@pytest.mark.parametrize("typed", ASKED)
@pytest.mark.parametrize("script", ["fish"], indirect=True)
def test_fish_finishes_what_is_begun(script: Path, typed: str) -> None:
    found = offered("fish", "--no-config", "-c", IN_FISH, script, typed, folder=script.parent)
    assert found == ASKED[typed]


@pytest.mark.parametrize("script", ["zsh"], indirect=True)
def test_zsh_understands_its_script(script: Path) -> None:
    assert offered("zsh", "--no-rcs", "-n", script, folder=script.parent) == set()


@pytest.mark.parametrize("shell", arguments.SHELLS)
def test_every_command_is_known_and_what_it_says_is_french(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["completion", shell])
    told = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in told] == []
    # Bash offers words alone; the others say what each is for.
    assert ("montrer cette aide" in told) == (shell != "bash")
    assert "show this help" not in told


def test_nothing_else_loads_what_writes_them() -> None:
    code = "import sys, boutdufil.edge.arguments as a; a.parser(); print('shtab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
