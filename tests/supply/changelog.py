"""What ``CHANGELOG.md`` says of a version: a package that it does not tell is not made."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from boutdufil import __version__
from tests.supply.locks import ROOT

FILE = "CHANGELOG.md"
TO_COME = "à paraître"
# « ## 1.0.0, à paraître », « ## 1.0.0, 26 novembre 2026 », then all that is said of it.
_VERSION = re.compile(
    r"^## (?P<version>\d+\.\d+\.\d+), (?P<day>.+)\n(?P<told>(?:(?!## ).*\n?)*)", re.MULTILINE
)
_DAY = re.compile(
    r"(?:1er|[12]?\d|3[01]) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre) \d{4}"
)


def fault_in(text: str, version: str) -> str:
    """Return why ``version`` cannot be made into a package, empty when it can.

    >>> fault_in("## 1.0.0, à paraître\\n\\n- Tout.\\n", "1.0.0")
    ''
    """
    told = {match["version"]: match for match in _VERSION.finditer(text)}
    if version not in told:
        return f"{FILE} ne dit rien de la version {version} : écrivez « ## {version}, {TO_COME} »."
    if "\n- " not in told[version]["told"]:
        return f"{FILE} ne dit pas ce que change la version {version} : une ligne « - … » au moins."
    day = told[version]["day"]
    if day != TO_COME and not _DAY.fullmatch(day):
        return f"{FILE} : « {day} » n’est pas un jour, comme « 26 novembre 2026 »."
    return ""


def is_to_come(text: str, version: str) -> bool:
    """Tell whether the day of a version is still to be written."""
    return f"## {version}, {TO_COME}\n" in text


def main(file: Path = ROOT / FILE) -> int:
    """Tell whether the version that stands can be made; return 1 when it cannot."""
    text = file.read_text(encoding="utf-8")
    fault = fault_in(text, __version__)
    if fault:
        print(fault, file=sys.stderr)
    elif is_to_come(text, __version__):
        print(f"{FILE} dit encore « {TO_COME} » : écrivez le jour avant de publier.")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
