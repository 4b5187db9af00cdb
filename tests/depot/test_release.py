"""A release: told to those who have a base, made once, and tried as it will be published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boutdufil import __version__
from tests.supply.changelog import FILE, fault_in, is_to_come, main
from tests.supply.locks import ROOT

WRITTEN = f"""\
# Ce qui change

## {__version__}, 26 novembre 2026

- Les parcours.

## 0.1.0, 1er mai 2026

- Tout.
"""


def test_our_own_version_is_told() -> None:
    assert main() == 0


def test_a_version_is_told_with_its_day_and_what_it_changes() -> None:
    assert fault_in(WRITTEN, __version__) == ""
    assert fault_in(WRITTEN, "0.1.0") == ""
    assert not is_to_come(WRITTEN, __version__)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "ne dit rien de la version"),
        (WRITTEN.replace(__version__, "9.9.9"), "ne dit rien de la version"),
        (WRITTEN.replace("- Les parcours.\n", ""), "ne dit pas ce que change la version"),
        (WRITTEN.replace("26 novembre 2026", "bientôt"), "« bientôt » n’est pas un jour"),
        (WRITTEN.replace("26 novembre", "32 novembre"), "n’est pas un jour"),
    ],
)
def test_a_version_that_nobody_tells_is_refused(
    text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / FILE
    file.write_text(text, "utf-8")
    assert main(file) == 1
    assert told in capsys.readouterr().err


def test_one_command_tells_tries_and_keeps_the_very_package() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"^paquet:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    steps = ["tests.supply.changelog", "BOUTDUFIL_PAQUET=", "tests/packaged"]
    assert [recipe.index(step) for step in steps] == sorted(recipe.index(step) for step in steps)
