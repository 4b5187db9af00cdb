"""The licences of what a published site holds, in one text, for who reads or copies it."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from boutdufil.publish.composition import BOM
from tests.supply.bom import FONT_NAME, FONTS, ICONS_COME_WITH
from tests.supply.locks import ROOT

MARK = "\ufeff"
"""Read from a disk, or from a host that says no encoding, the accents are right."""
RULE = "-" * 72
APACHE = ROOT / "hooks/boutdufil/publish/composition/Apache-2.0.txt"
FIRST = f"""\
Les licences de ce site

Le programme qui fait ce site, ses scripts, ses feuilles de style et ses
dessins : licence MIT.
Les lettres « bien distinctes » ({FONT_NAME}) : SIL OFL 1.1.
Les icônes des écrans dessinés (Material Design Icons) : Apache 2.0.
Les contours des départements (svg-maps, Victor Cazanave), simplifiés :
CC BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.fr
Les textes du site : leur licence est dite en bas de chaque page.

Aucun script, aucune feuille de style, aucune image ne vient d’ailleurs.
Les outils qui construisent le site n’y sont pas : leur liste, avec leurs
versions et leurs licences, est dans {BOM}.
"""


def licences_text() -> str:
    """Return the whole text."""
    program = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("\n---\n")[0]
    icons = _installed(ICONS_COME_WITH, "material/templates/.icons/material/LICENSE")
    parts = {
        "Le programme : licence MIT": program,
        f"{FONT_NAME} : SIL Open Font License 1.1": _read(FONTS / "LICENSE"),
        "Material Design Icons : Pictogrammers Free License": icons,
        "Material Design Icons : Apache License 2.0": _read(APACHE),
    }
    told = (f"{RULE}\n{name}\n{RULE}\n\n{text.strip()}\n" for name, text in parts.items())
    return MARK + "\n".join([FIRST, *told])


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _installed(package: str, file: str) -> str:
    return _read(Path(str(distribution(package).locate_file(file))))
