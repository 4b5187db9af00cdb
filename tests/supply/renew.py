"""Write what the site is made of: ``make composition``, which ``make lock`` does in its turn."""

from __future__ import annotations

from boutdufil.publish.composition import BOM, FOLDER, LICENCES
from tests.supply.bom import bom_text
from tests.supply.texts import licences_text

FILES = {BOM: bom_text, LICENCES: licences_text}

if __name__ == "__main__":
    for name, text in FILES.items():
        (FOLDER / name).write_text(text(), encoding="utf-8")
