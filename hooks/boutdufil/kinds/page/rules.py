"""What must hold between a page written by hand and those that the site makes."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.code.values import FOLDER as CODES
from boutdufil.kinds.content import Content
from boutdufil.kinds.registry import is_made
from boutdufil.kinds.rivals import rivals
from boutdufil.kinds.tutorial.numbers import number_holders, number_of
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.model.finding import Code, Finding
from boutdufil.pages.maps import MAPS_FILE

WRITTEN = (MAPS_FILE, f"{CODES}/index.md")
"""The pages whose list the site makes, and whose first words are written by hand."""


def taken_addresses(content: Content) -> Iterator[Finding]:
    """Each address has one page: a file takes none that the site makes."""
    holders = number_holders(content)
    same = {page.path: others for page, others in rivals(content.pages, lambda page: page.address)}
    for page in content.pages:
        # What the site adds to is written there: « contribuer/cartes.md », its own beginning.
        made = is_made(page.address) and page.path not in WRITTEN
        taken = page.address.startswith(f"{TUTORIALS}/") or number_of(page.address) in holders
        if made or taken:
            yield Finding(
                page.path,
                1,
                1,
                Code.ADDRESS_TAKEN,
                "l’adresse de cette page est celle d’une page faite par le site",
                page.address,
                "un autre nom de fichier ou de dossier",
                "renommez ce fichier",
            )
        elif page.path in same:
            yield Finding(
                page.path,
                1,
                1,
                Code.ADDRESS_TAKEN,
                "deux fichiers font la même page",
                same[page.path],
                "un seul fichier pour une adresse",
                "gardez l’un des deux",
            )
