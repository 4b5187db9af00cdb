"""What a site publishes: the values from which kinds make pages, search and data."""

from __future__ import annotations

from dataclasses import dataclass

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was read, what of it is shown, and under which name.

    ``site_url`` ends in ``/``; it is empty when it is not known yet. ``licence`` is an SPDX
    identifier, empty when none is declared.
    """

    content: Content
    catalog: Catalog
    name: str = ""
    site_url: str = ""
    licence: str = ""
