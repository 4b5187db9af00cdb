"""The page of each code of ``fil verifier``, and their list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from boutdufil.kinds.code.values import Explanation
from boutdufil.pages.page import HOME, Link, Page

CONTRIBUTE = Link(name="Contribuer", address="contribuer/")
CODES = Link(name="Les constats", address="contribuer/codes/")


def codes_pages(explained: Sequence[Explanation]) -> Iterator[Page]:
    """Yield the list of the codes that are explained, and a page for each."""
    if not explained:
        return
    families = tuple(
        (name, tuple(group))
        for name, group in groupby(explained, key=lambda explanation: explanation.family)
    )
    yield Page(
        address=CODES.address,
        template="codes.html",
        kind="contribuer",
        title="Les constats, un par un",
        description="Ce que chaque code veut dire, pourquoi il compte, et quoi écrire à la place.",
        crumbs=(HOME, CONTRIBUTE),
        values={"families": families, "total": len(explained)},
    )
    for place, explanation in enumerate(explained):
        yield Page(
            address=explanation.address,
            template="code.html",
            kind="contribuer",
            title=f"{explanation.code} : {explanation.title}",
            description=explanation.reason,
            crumbs=(HOME, CONTRIBUTE, CODES),
            values={
                "explanation": explanation,
                "before": _link(explained[place - 1]) if place else None,
                "after": _link(explained[place + 1]) if place + 1 < len(explained) else None,
            },
        )


def _link(explanation: Explanation) -> Link:
    return Link(name=f"{explanation.code} : {explanation.title}", address=explanation.address)
