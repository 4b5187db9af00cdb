"""The page of each code of ``fil verifier``, and their list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from boutdufil.kinds.code.values import Explanation
from boutdufil.kinds.published import Published
from boutdufil.pages.page import HOME, Link, Page

CONTRIBUTE = Link(name="Contribuer", address="contribuer/")
CODES = Link(name="Les constats", address="contribuer/codes/")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesPage(Page):
    """Every code that is explained, under the name of its family."""

    template: ClassVar[str] = "codes.html"

    kind: str = "contribuer"
    families: tuple[tuple[str, tuple[Explanation, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage(Page):
    """One code; ``before`` and ``after`` lead to its neighbours."""

    template: ClassVar[str] = "code.html"

    kind: str = "contribuer"
    explanation: Explanation
    before: Link | None
    after: Link | None


def code_pages(published: Published) -> Iterator[Page]:
    """Yield the list of the codes that are explained, and a page for each."""
    explained = published.content.explanations
    if not explained:
        return
    yield CodesPage(
        address=CODES.address,
        title="Les constats, un par un",
        description="Ce que chaque code veut dire, pourquoi il compte, et quoi écrire à la place.",
        crumbs=(HOME, CONTRIBUTE),
        families=tuple(
            (name, tuple(group))
            for name, group in groupby(explained, key=lambda explanation: explanation.family)
        ),
    )
    for place, explanation in enumerate(explained):
        yield CodePage(
            address=explanation.address,
            title=f"{explanation.code} : {explanation.title}",
            description=explanation.reason,
            crumbs=(HOME, CONTRIBUTE, CODES),
            explanation=explanation,
            before=_link(explained[place - 1]) if place else None,
            after=_link(explained[place + 1]) if place + 1 < len(explained) else None,
        )


def _link(explanation: Explanation) -> Link:
    return Link(name=f"{explanation.code} : {explanation.title}", address=explanation.address)
