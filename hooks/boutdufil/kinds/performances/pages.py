"""The page of the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.performances.values import Performances
from boutdufil.kinds.published import Published
from boutdufil.pages.page import Head, TextPage

MEASURES_FILE = "contribuer/performances.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformancesPage(TextPage):
    """What was recorded, after the text."""

    template: ClassVar[str] = "performances.html"

    performances: Performances


def performances_page(head: Head, published: Published) -> PerformancesPage:
    """Return the page of the figures."""
    return PerformancesPage(**head, performances=published.content.performances)
