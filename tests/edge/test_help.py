"""What is said of a call: the help, in French, and what answers one that is not understood."""

from __future__ import annotations

import re
import shlex

import pytest

from boutdufil import __version__
from boutdufil.edge import arguments
from boutdufil.edge.cli import main
from tests.edge.test_command_line import COMMANDS


def misread(*asked: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the first line of what is told of a call that is not understood."""
    with pytest.raises(SystemExit) as left:
        main([*asked])
    assert left.value.code == arguments.UNUSABLE
    told = capsys.readouterr().err
    assert "L’aide : fil" in told
    return told.splitlines()[0]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["verfier"], "« verfier » n’est pas une commande. Vouliez-vous dire « verifier » ?"),
        (["Vérifier"], "« Vérifier » n’est pas une commande. Vouliez-vous dire « verifier » ?"),
        (["zzz"], "« zzz » n’est pas une commande. Il y a : commencer,"),
        (["verifier", "--strit"], "l’option --strit n’existe pas ici. Vouliez-vous dire"),
        (["verifier", "--format", "jsn"], "« jsn » n’est pas connu pour --format. Vouliez-vous"),
        (["servir", "--port", "ici"], "--port attend un nombre, et non « ici »."),
        (["servir", "--port"], "il manque une valeur après --port."),
        (["jouer"], "il manque : NUMERO."),
        (["site", "ici"], "« ici » est de trop."),
        (["nouveau", "--n", "a"], "--n peut vouloir dire --"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_not_understood_is_told_with_the_likely_word(
    asked: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert misread(*asked, capsys=capsys).startswith(f"fil : {told}")


def test_alone_it_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == arguments.UNUSABLE
    told = capsys.readouterr().err
    assert all(f"    {name}" in told for name in COMMANDS)
    assert "Codes de sortie :" in told


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_help_is_french_and_its_examples_are_understood(name: str) -> None:
    told = COMMANDS[name].format_help()
    assert told.startswith(f"Emploi : fil {name} ")
    assert "Codes de sortie :" in told
    assert not re.search(r"\b(?:usage|optional|show|positional|required)\b", told)
    for example in arguments.EXAMPLES[name]:
        assert f"  {example}\n" in told
        assert arguments.parser().parse_args(shlex.split(example)[1:]).commande == name


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert (left.value.code, capsys.readouterr().out) == (0, f"fil {__version__}\n")
