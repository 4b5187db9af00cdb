"""Screens drawn alone: the templates and style sheets of a project, without building its site."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import jinja2

from boutdufil.model.screen import Screen
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.render import prepare
from boutdufil.publish.assets import gather

SHEETS = ("site.css", "steps.css", "screen.css")
PAPER = ("print.css", "print-steps.css")


def environment(overrides: Path, taxonomy: Taxonomy) -> jinja2.Environment:
    """Return what draws: our templates, over those of the theme."""
    theme = str(files("material") / "templates")
    made = jinja2.Environment(loader=jinja2.FileSystemLoader([overrides, theme]), autoescape=True)
    prepare(made, taxonomy)
    return made


def draw(screen: Screen, templates: jinja2.Environment) -> str:
    """Return the figure of a screen, as the public page shows it."""
    drawn: object = templates.get_template("parts.html").module
    return str(drawn.picture(screen, "1")).strip()  # type: ignore[attr-defined]


def page(figures: Sequence[str], overrides: Path, extra: str = "") -> str:
    """Return a page that shows figures as the site does, with more CSS when it is given."""
    assets = gather(overrides / "assets")
    css = "".join(assets[name].content.decode() for name in SHEETS)
    paper = "".join(assets[name].content.decode() for name in PAPER)
    body = "\n".join(figures)
    return (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Écrans</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<style>{css}{extra}</style><style media="print">{paper}</style></head>'
        f'<body class="fil-page"><main class="fil-wide"><h1>Écrans</h1>{body}</main></body></html>'
    )
