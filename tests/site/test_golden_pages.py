"""Whole pages of the small site, as a person reads them.

After a wanted change: ``ECRIRE=1 .venv/bin/pytest tests/site/test_golden_pages.py``, then read the
difference before keeping it.
"""

from __future__ import annotations

import os
import re

import pytest

from boutdufil.tools.html_tree import pretty
from tests.site.builds import TINY, Built

GOLDENS = TINY.parent
# The hash in the name of an asset, ``.6ecfa4bb73`` before ``.js``: a page says which script it
# loads, whatever is in it. Not ``.2024`` in an address, nor what no suffix follows.
HASH = re.compile(r"\.[0-9a-f]{10}(?=\.(?:js|css)\b)")
PAGES = {
    "fiche.html": "tutoriels/photos/envoyer-une-photo/",
    "fiche-courte.html": "tutoriels/musique/ecouter-un-disque/",
    "liste.html": "publics/voisins/musique/",
    "public.html": "publics/voisins/",
    "appels.html": "appels/",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_main_part_of_a_page_is_the_one_agreed_on(tiny_site: Built, name: str) -> None:
    golden = GOLDENS / name
    found = HASH.sub("", pretty(tiny_site.page(PAGES[name]).one("main")))
    if os.environ.get("ECRIRE"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_each_golden_is_checked() -> None:
    assert {file.name for file in GOLDENS.glob("*.html")} == {*PAGES}
