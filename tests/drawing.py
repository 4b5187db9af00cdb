"""Screens drawn alone, with the templates, style sheets and words of the project."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import jinja2

from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.markup.screens import read_screen
from boutdufil.model.finding import Report
from boutdufil.model.screen import Screen
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.tools import drawing

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "overrides"


@cache
def taxonomy() -> Taxonomy:
    file = ROOT / "docs" / "taxonomie.yml"
    read, findings = read_taxonomy(file.read_bytes(), file.name, date.today())
    assert not findings
    return read


@cache
def environment() -> jinja2.Environment:
    return drawing.environment(OVERRIDES, taxonomy())


def read(source: str) -> Screen:
    """Return the screen that ``source`` describes; it must be right."""
    report = Report("ecran.yml")
    screen = read_screen(source, "", report, 0, taxonomy())
    assert report.findings == [], report.findings
    assert screen is not None
    return screen


def draw(screen: Screen) -> str:
    """Return the figure of a screen, as the public page shows it."""
    return drawing.draw(screen, environment())


def page(figures: Sequence[str], extra: str = "") -> str:
    """Return a page that shows figures as the site does."""
    return drawing.page(figures, OVERRIDES, extra)
