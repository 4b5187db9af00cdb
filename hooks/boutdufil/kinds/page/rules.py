"""What must hold between a page written by hand and those that the site makes."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.content import Content
from boutdufil.kinds.registry import reserved
from boutdufil.kinds.tutorial.numbers import number_holders, number_of
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.model.finding import Code, Finding


def taken_addresses(content: Content) -> Iterator[Finding]:
    """Each address has one page: a file takes none that the site makes."""
    holders = number_holders(content)
    ours = reserved() | {TUTORIALS}
    for page in content.pages:
        if page.address.split("/")[0] in ours or number_of(page.address) in holders:
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
