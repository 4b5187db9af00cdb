"""The pages written by hand: most show their text, a few show more of the site around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.diagnosis.order import in_order
from boutdufil.kinds.diagnosis.values import Diagnosis
from boutdufil.kinds.example.pages import DRAWING_FILE, drawing_page
from boutdufil.kinds.page.declaration import HOME_FILE
from boutdufil.kinds.page.values import WrittenPage
from boutdufil.kinds.performances.pages import MEASURES_FILE, performances_page
from boutdufil.kinds.published import Published
from boutdufil.kinds.registry import kinds
from boutdufil.kinds.statement.pages import ACCESSIBILITY_FILE, statement_page
from boutdufil.kinds.tutorial.values import Card
from boutdufil.model.script import Script
from boutdufil.pages.board import BOARD_FILE, board_page
from boutdufil.pages.guides import guides_among
from boutdufil.pages.maps import MAPS_FILE, maps_page
from boutdufil.pages.page import (
    HOME,
    Call,
    Head,
    Link,
    Page,
    TextPage,
    audience_links,
    by_theme,
    step_anchors,
    theme_links,
)
from boutdufil.pages.proposal import PROPOSAL_FILE, proposal_page
from boutdufil.pages.readability import READABILITY_FILE, readability_page
from boutdufil.thread.data import graph_text
from boutdufil.thread.graph import Graph
from boutdufil.thread.weave import weave

MEDIATORS_FILE = "mediateurs/index.md"
PRIVACY_FILE = "vie-privee.md"
ABOUT_FILES = (ACCESSIBILITY_FILE, PRIVACY_FILE)
"""What the site owes its reader: linked from the foot of every page."""
FIRST_CALLS = 4
"""How many tutorials of a theme the mediators' desk recalls by a caller's phrase."""
FIRST_NUMBERS = 24
"""How many tutorials the mediators' desk shows by number; the others are a link away."""
KINDS = {"mediateurs": "mediateurs", "contribuer": "contribuer"}
"""Kinds of the pages written by hand, by their folder."""

Urgent = tuple[tuple[str, Card], ...]
"""What cannot wait, in the person's words, with the tutorial for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage(TextPage):
    """A text, and nothing else."""

    template: ClassVar[str] = "main.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyPage(TextPage):
    """What is kept of a reader, after which comes who answers for it."""

    template: ClassVar[str] = "privacy.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage(Page):
    """A guide for mediators, whose body is read as that of a tutorial: steps, and what is said."""

    template: ClassVar[str] = "guide.html"

    script: Script
    graph: Graph

    @property
    def anchors(self) -> frozenset[str]:
        return step_anchors(len(self.script.steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(TextPage):
    """What people chose to put forward, and every door of the site."""

    template: ClassVar[str] = "home.html"
    has_search: ClassVar[bool] = True

    audiences: tuple[Link, ...]
    themes: tuple[Link, ...]
    others: tuple[Link, ...]
    """The doors of the kinds of content that have some."""
    featured: tuple[Card, ...]
    urgent: Urgent
    examples: tuple[Call, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MediatorsPage(TextPage):
    """The mediators' desk: how to find the tutorial, and how to hold the call."""

    template: ClassVar[str] = "mediators.html"
    has_search: ClassVar[bool] = True

    urgent: Urgent
    groups: tuple[tuple[Link, tuple[Call, ...]], ...]
    tutorials: tuple[Card, ...]
    total: int
    diagnoses: tuple[Diagnosis, ...]
    pages: tuple[Link, ...]


def written_pages(published: Published) -> Iterator[Page]:
    """Yield the pages written by hand, without their texts."""
    for written in published.written.values():
        yield written_page(written, published)


def written_page(written: WrittenPage, published: Published) -> Page:
    """Return a page written by hand, without its text."""
    head = _head(written, published)
    if written.path in SHOWN:
        return SHOWN[written.path](head, published)
    if written.script is not None:
        return GuidePage(**head, script=written.script, graph=weave(written.script))
    return PlainPage(**head)


def _head(written: WrittenPage, published: Published) -> Head:
    folder, _, name = written.path.rpartition("/")
    parent = published.written.get(f"{folder}/index.md") if name != "index.md" else None
    crumb = (Link(name=parent.entry.title, address=parent.address),) if parent else ()
    is_home = written.path == HOME_FILE
    return Head(
        address=written.address,
        kind="accueil" if is_home else KINDS.get(folder, "page"),
        title=written.entry.title or HOME.name,
        description=written.entry.summary,
        crumbs=() if is_home else (HOME, *crumb),
    )


def guide_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the graph of each guide, for other programs."""
    for name, guide in sorted(guides_among(published.written.values()).items()):
        if guide.script is not None:
            yield graph_text(weave(guide.script), name, published.number_of)


def about_links(published: Published) -> tuple[Link, ...]:
    """Return what the foot of every page leads to, among the pages that are written."""
    pages = (published.written.get(path) for path in ABOUT_FILES)
    return tuple(Link(name=page.entry.title, address=page.address) for page in pages if page)


def _home(head: Head, published: Published) -> HomePage:
    catalog = published.catalog
    featured = catalog.resolve(published.content.home.useful)
    return HomePage(
        **head,
        audiences=audience_links(catalog),
        themes=theme_links(catalog),
        others=tuple(door for kind in kinds() for door in kind.doors(published)),
        featured=featured,
        urgent=_urgent(published),
        examples=tuple(Call(phrase=each.calls[0], tutorial=each) for each in featured),
    )


def _mediators(head: Head, published: Published) -> MediatorsPage:
    catalog = published.catalog
    siblings = [
        page
        for path, page in sorted(published.written.items())
        if path.startswith("mediateurs/") and path != MEDIATORS_FILE
    ]
    return MediatorsPage(
        **head,
        urgent=_urgent(published),
        groups=by_theme(catalog, _first_calls(catalog)),
        tutorials=(*catalog.cards.values(),)[:FIRST_NUMBERS],
        total=len(catalog.tutorials),
        diagnoses=in_order(published),
        pages=(
            *(
                Link(name=page.entry.title, address=page.address, sentence=page.entry.summary)
                for page in sorted(siblings, key=lambda sibling: sibling.entry.rank)
            ),
            *(link for kind in kinds() for link in kind.tools(published)),
        ),
    )


def _first_calls(catalog: Catalog) -> list[Call]:
    """Return one phrase of each of the first tutorials of every theme."""
    return [
        Call(phrase=tutorial.calls[0], tutorial=tutorial)
        for theme in catalog.taxonomy.themes
        for tutorial in catalog.in_theme(theme)[:FIRST_CALLS]
        if tutorial.themes[0] == theme
    ]


def _urgent(published: Published) -> Urgent:
    shown = published.catalog.cards
    return tuple(
        (emergency.phrase, shown[emergency.tutorial])
        for emergency in published.content.home.emergencies
        if emergency.tutorial in shown
    )


SHOWN: Mapping[str, Callable[[Head, Published], TextPage]] = {
    HOME_FILE: _home,
    MEDIATORS_FILE: _mediators,
    ACCESSIBILITY_FILE: statement_page,
    PRIVACY_FILE: lambda head, _published: PrivacyPage(**head),
    READABILITY_FILE: readability_page,
    BOARD_FILE: board_page,
    MEASURES_FILE: performances_page,
    MAPS_FILE: maps_page,
    PROPOSAL_FILE: proposal_page,
    DRAWING_FILE: drawing_page,
}
"""The pages written by hand that show more than their text."""
