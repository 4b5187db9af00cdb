"""Screens drawn alone: the templates and style sheets of the site, without building it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import jinja2
from mkdocs.utils import get_theme_dir

from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.markup.screens import read_screen
from boutdufil.model.finding import Report
from boutdufil.model.screen import Screen
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.render import prepare
from boutdufil.publish.assets import gather

ROOT = Path(__file__).parents[1]
SHEETS = ("site.css", "screen.css")


@cache
def taxonomy() -> Taxonomy:
    file = ROOT / "docs" / "taxonomie.yml"
    read, findings = read_taxonomy(file.read_bytes(), file.name, date.today())
    assert not findings
    return read


@cache
def environment() -> jinja2.Environment:
    theme = get_theme_dir("material")
    made = jinja2.Environment(loader=jinja2.FileSystemLoader([ROOT / "overrides", theme]))
    prepare(made, taxonomy())
    return made


def read(source: str) -> Screen:
    """Return the screen that ``source`` describes; it must be right."""
    report = Report("ecran.yml")
    screen = read_screen(source, "", report, 0, taxonomy())
    assert report.findings == [], report.findings
    assert screen is not None
    return screen


def draw(screen: Screen) -> str:
    """Return the figure of a screen, as the public page shows it."""
    drawn: object = environment().get_template("parts.html").module
    return str(drawn.picture(screen, "1")).strip()  # type: ignore[attr-defined]


def page(figures: list[str], extra: str = "") -> str:
    """Return a page that shows figures as the site does."""
    assets = gather(ROOT / "overrides" / "assets")
    css = "".join(assets[name].content.decode() for name in SHEETS)
    paper = assets["print.css"].content.decode()
    body = "\n".join(figures)
    return (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Écrans</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<style>{css}{extra}</style><style media="print">{paper}</style></head>'
        f'<body class="fil-page"><main class="fil-wide"><h1>Écrans</h1>{body}</main></body></html>'
    )
