"""The maintainers' board: what there is for whom, how old, how plain, and where the holes are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Card, Tutorial
from boutdufil.model.reading import Readability
from boutdufil.pages.page import Bar, Head, Link, TextPage, audience_link, bars, theme_link
from boutdufil.pages.readability import readings

BOARD_FILE = "contribuer/tableau.md"
MOST_MONTHS = 24
"""Months of review shown, the oldest first; those after are counted together."""
OLDEST = 15
"""Tutorials to review first, shown by name."""
STEPS = (1, 3, 6, 12)
"""The least number of tutorials of each shade of the matrix; none has the shade 0."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many tutorials a theme has for an audience; the address is empty for a hole."""

    audience: str
    count: int
    shade: int
    address: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme in the matrix, with one cell for each audience."""

    theme: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Ease:
    """How plain a theme is: the mean score of its tutorials, and the hardest one."""

    theme: Link
    mean: float | None
    worst: Card | None
    worst_score: float | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many tutorials of a theme have each of ``FEATURES``, in their order."""

    theme: Link
    total: int
    bars: tuple[Bar, ...]


FEATURES: Mapping[str, Callable[[Tutorial], bool]] = {
    "Script complet": lambda tutorial: tutorial.body.is_said,
    "Écran dessiné": lambda tutorial: tutorial.body.has_screen,
    "Question « J’ai compris ? »": lambda tutorial: tutorial.body.has_quiz,
    "Souci prévu": lambda tutorial: tutorial.body.has_trouble,
    "Essai sur un appareil": lambda tutorial: bool(tutorial.trials),
}
"""What makes a tutorial complete, and how one tells that it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage(TextPage):
    """The board. ``months`` are those of the reviews; None stands for all those after."""

    template: ClassVar[str] = "board.html"

    total: int
    audiences: tuple[Link, ...]
    matrix: tuple[ThemeRow, ...]
    holes: int
    cells: int
    months: tuple[tuple[date | None, Bar], ...]
    oldest: tuple[Card, ...]
    ease: tuple[Ease, ...]
    features: tuple[str, ...]
    coverage: tuple[Coverage, ...]


def board_page(head: Head, published: Published) -> BoardPage:
    """Return the board. No day of today is in it: the same files give the same page."""
    catalog = published.catalog
    matrix = _matrix(catalog)
    scored = {
        tutorial.reference: readability
        for tutorial, readability in readings(catalog, published.content)
    }
    themes = {key: theme_link(catalog, key) for key in catalog.taxonomy.themes}
    return BoardPage(
        **head,
        total=len(catalog.tutorials),
        audiences=tuple(audience_link(catalog, key) for key in catalog.taxonomy.audiences),
        matrix=matrix,
        holes=sum(cell.count == 0 for row in matrix for cell in row.cells),
        cells=sum(len(row.cells) for row in matrix),
        months=_months(catalog.tutorials),
        oldest=_oldest(catalog.cards.values()),
        ease=tuple(_ease(link, catalog.in_theme(key), scored) for key, link in themes.items()),
        features=tuple(FEATURES),
        coverage=tuple(
            _coverage(link, catalog.whole(catalog.in_theme(key))) for key, link in themes.items()
        ),
    )


def _matrix(catalog: Catalog) -> tuple[ThemeRow, ...]:
    return tuple(
        ThemeRow(
            theme_link(catalog, theme),
            tuple(_cell(catalog, audience, theme) for audience in catalog.taxonomy.audiences),
        )
        for theme in catalog.taxonomy.themes
    )


def _cell(catalog: Catalog, audience: str, theme: str) -> Cell:
    address = f"publics/{audience}/{theme}/"
    count = catalog.count(address)
    name = catalog.taxonomy.audiences[audience].name
    return Cell(name, count, sum(count >= step for step in STEPS), address if count else "")


def _months(tutorials: Iterable[Card]) -> tuple[tuple[date | None, Bar], ...]:
    """Return how many tutorials were reviewed each month, oldest first; None: all those after."""
    counts = Counter(tutorial.reviewed.replace(day=1) for tutorial in tutorials)
    months = sorted(counts)
    shown: list[date | None] = list(months[:MOST_MONTHS])
    found = [counts[month] for month in months[:MOST_MONTHS]]
    if len(months) > MOST_MONTHS:
        shown.append(None)
        found.append(sum(counts[month] for month in months[MOST_MONTHS:]))
    return tuple(zip(shown, bars(("", count) for count in found), strict=True))


def _oldest(tutorials: Iterable[Card]) -> tuple[Card, ...]:
    ordered = sorted(tutorials, key=lambda each: (each.reviewed, int(each.number)))
    return tuple(ordered[:OLDEST])


def _ease(theme: Link, tutorials: Sequence[Card], scored: Mapping[str, Readability]) -> Ease:
    found = [
        (score, tutorial)
        for tutorial in tutorials
        if tutorial.reference in scored
        and (score := scored[tutorial.reference].public.score) is not None
    ]
    if not found:
        return Ease(theme, None, None, None)
    worst_score, worst = min(found, key=lambda each: (each[0], int(each[1].number)))
    return Ease(theme, sum(score for score, _tutorial in found) / len(found), worst, worst_score)


def _coverage(theme: Link, tutorials: Sequence[Tutorial]) -> Coverage:
    held = Counter(name for name, has in FEATURES.items() for each in tutorials if has(each))
    counts = ((name, held[name]) for name in FEATURES)
    return Coverage(theme, len(tutorials), bars(counts, whole=len(tutorials)))
