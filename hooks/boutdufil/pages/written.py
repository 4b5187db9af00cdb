"""The pages written by hand: most show their text, a few show more of the site around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.example.values import Example
from boutdufil.kinds.page.declaration import HOME_FILE
from boutdufil.kinds.page.values import WrittenPage
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.pages.board import BOARD_FILE, board_values
from boutdufil.pages.drawing import DRAWING_FILE, drawn_words
from boutdufil.pages.page import HOME, Call, Link, Page, audience_links, by_theme, theme_links
from boutdufil.pages.proposal import PROPOSAL_FILE, proposal_values
from boutdufil.pages.readability import READABILITY_FILE, readability_values

MEDIATORS_FILE = "mediateurs/index.md"
ACCESSIBILITY_FILE = "accessibilite.md"
ABOUT_FILES = (ACCESSIBILITY_FILE, "vie-privee.md")
"""What the site owes its reader: linked from the foot of every page."""
FIRST_CALLS = 4
"""How many tutorials of a theme the mediators' desk recalls by a caller's phrase."""
FIRST_NUMBERS = 24
"""How many tutorials the mediators' desk shows by number; the others are a link away."""

Values = Mapping[str, object]
Guides = Mapping[str, WrittenPage]


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """All that a page may show: what is published, what was read, the words of screens, drawn."""

    catalog: Catalog
    content: Content
    written: Mapping[str, WrittenPage]
    """Pages written by hand, by path."""
    examples: tuple[Example, ...] = ()

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The file that each page was written in, by the page's address."""
        read: Iterable[Tutorial | Term | WrittenPage]
        read = (*self.catalog.tutorials, *self.catalog.terms, *self.written.values())
        return {item.address: item.path for item in read}


@dataclass(frozen=True, slots=True)
class Shown:
    """How a page written by hand shows more than its text."""

    template: str
    values: Callable[[Knowledge], Values]


def written_page(written: WrittenPage, content: Markup, knowledge: Knowledge) -> Page:
    """Return a page written by hand, of which ``content`` is the text."""
    folder, _, name = written.path.rpartition("/")
    parent = knowledge.written.get(f"{folder}/index.md") if name != "index.md" else None
    crumb = (Link(name=parent.entry.title, address=parent.address),) if parent else ()
    shown = _shown(written)
    is_home = written.path == HOME_FILE
    return Page(
        address=written.address,
        template=shown.template,
        kind="accueil" if is_home else KINDS.get(folder, "page"),
        title=written.entry.title or HOME.name,
        description=written.entry.summary,
        crumbs=() if is_home else (HOME, *crumb),
        values={"content": content, "script": written.script, **shown.values(knowledge)},
    )


def template_of(written: WrittenPage) -> str:
    """Return the template of a page written by hand; authors do not choose it."""
    return _shown(written).template


def _shown(written: WrittenPage) -> Shown:
    plain = Shown("guide.html" if written.script else "main.html", lambda _knowledge: {})
    return SHOWN.get(written.path, plain)


def guides_among(written: Sequence[WrittenPage]) -> Guides:
    """Return the guides by the last part of their address: ``ouvrir``, ``secours``."""
    return {page.address.rstrip("/").rpartition("/")[2]: page for page in written if page.script}


def about_links(knowledge: Knowledge) -> tuple[Link, ...]:
    """Return what the foot of every page leads to, among the pages that are written."""
    pages = (knowledge.written.get(path) for path in ABOUT_FILES)
    return tuple(Link(name=page.entry.title, address=page.address) for page in pages if page)


def _home(knowledge: Knowledge) -> Values:
    """What people chose to put forward, and every door of the site."""
    catalog, home = knowledge.catalog, knowledge.content.home
    featured = catalog.resolve(home.useful)
    return {
        "audiences": audience_links(catalog),
        "themes": theme_links(catalog),
        "featured": featured,
        "urgent": _urgent(knowledge),
        "examples": tuple(Call(phrase=each.calls[0], tutorial=each) for each in featured),
    }


def _mediators(knowledge: Knowledge) -> Values:
    """How to find the tutorial, and how to hold the call."""
    catalog = knowledge.catalog
    siblings = [
        page
        for path, page in sorted(knowledge.written.items())
        if path.startswith("mediateurs/") and path != MEDIATORS_FILE
    ]
    return {
        "urgent": _urgent(knowledge),
        "groups": by_theme(catalog, _first_calls(catalog)),
        "tutorials": catalog.tutorials[:FIRST_NUMBERS],
        "total": len(catalog.tutorials),
        "pages": tuple(
            Link(name=page.entry.title, address=page.address, sentence=page.entry.summary)
            for page in sorted(siblings, key=lambda sibling: sibling.entry.rank)
        ),
    }


def _first_calls(catalog: Catalog) -> list[Call]:
    """Return one phrase of each of the first tutorials of every theme."""
    return [
        Call(phrase=tutorial.calls[0], tutorial=tutorial)
        for theme in catalog.taxonomy.themes
        for tutorial in catalog.in_theme(theme)[:FIRST_CALLS]
        if tutorial.themes[0] == theme
    ]


def _urgent(knowledge: Knowledge) -> tuple[tuple[str, Tutorial], ...]:
    """Return what cannot wait, in the person's words, with the tutorial for it."""
    published = knowledge.catalog.by_reference
    return tuple(
        (emergency.phrase, published[emergency.tutorial])
        for emergency in knowledge.content.home.emergencies
        if emergency.tutorial in published
    )


KINDS = {"mediateurs": "mediateurs", "contribuer": "contribuer"}
"""Kinds of the pages written by hand, by their folder."""
SHOWN: Mapping[str, Shown] = {
    HOME_FILE: Shown("home.html", _home),
    MEDIATORS_FILE: Shown("mediators.html", _mediators),
    ACCESSIBILITY_FILE: Shown(
        "statement.html", lambda knowledge: {"statement": knowledge.content.statement}
    ),
    READABILITY_FILE: Shown(
        "readability.html",
        lambda knowledge: readability_values(knowledge.catalog, knowledge.content),
    ),
    BOARD_FILE: Shown(
        "board.html", lambda knowledge: board_values(knowledge.catalog, knowledge.content)
    ),
    PROPOSAL_FILE: Shown("propose.html", lambda knowledge: proposal_values(knowledge.catalog)),
    DRAWING_FILE: Shown("drawing.html", lambda knowledge: drawn_words(knowledge.examples)),
}
"""The pages written by hand that show more than their text."""
