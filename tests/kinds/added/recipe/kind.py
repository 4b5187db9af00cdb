"""Recipes, ``recettes/<slug>.md``: all that a new kind of content has to say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.published import Published
from boutdufil.kinds.reading import check_name, open_file
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.pages.page import HOME, Link, Page
from boutdufil.search.documents import SearchDocument
from boutdufil.source.collection import Key, Record
from boutdufil.source.form import Day
from boutdufil.source.shape import Integer, Text

FOLDER = "recettes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a recipe declares."""

    title: str
    minutes: int
    reviewed: date


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe."""

    path: str
    entry: Entry

    @property
    def address(self) -> str:
        """Address from the root of the site."""
        return f"{self.path.removesuffix('.md')}/"


RECIPE = Record(
    Entry,
    (
        Key("titre", "title", Text(60), meaning="le nom du plat"),
        Key("minutes", "minutes", Integer(1, 600, "un nombre de minutes"), meaning="la durée"),
        Key("relu_le", "reviewed", Day(), meaning="le jour de la dernière relecture"),
    ),
)


def read_recipe(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a recipe, and the links of its text."""
    report = Report(path)
    check_name(path, report)
    opened = open_file(raw, RECIPE, report, reader, today)
    if opened is None:
        return Document(path, tuple(report.findings))
    body = reader.read_page(opened.body, path, report, opened.body_offset)
    findings = tuple(report.findings)
    if opened.entry is None or body is None:
        return Document(path, findings, lines=opened.lines)
    return Document(path, findings, Recipe(path, opened.entry), body.mentions, opened.lines)


def same_titles(content: Content) -> Iterator[Finding]:
    """Two recipes of one name are one recipe."""
    seen: dict[str, str] = {}
    for document, recipe in content.read(Recipe):
        other = seen.setdefault(recipe.entry.title, recipe.path)
        if other != recipe.path:
            line = document.line("titre")
            problem = "deux recettes ont le même titre"
            yield Finding(recipe.path, line, 1, Code.DUPLICATE_SLUG, problem, other)


def searched(published: Published) -> Iterator[SearchDocument]:
    """Yield the recipes, each found by its title."""
    for recipe in published.content.of(Recipe):
        title = recipe.entry.title
        yield SearchDocument(
            kind="recette",
            folder=f"{FOLDER}/",
            label="Une recette",
            reference=recipe.address.split("/")[1],
            title=title,
            summary=f"{recipe.entry.minutes} minutes",
            fields={"titre": title},
        )


def texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the list of the recipes."""
    titles = [recipe.entry.title for recipe in published.content.of(Recipe)]
    yield "api/v1/recettes.json", json.dumps(titles, ensure_ascii=False)


def dated(published: Published) -> Iterator[tuple[str, date]]:
    """Yield the day on which each was reviewed."""
    for recipe in published.content.of(Recipe):
        yield recipe.address, recipe.entry.reviewed


def doors(_published: Published) -> Iterator[Link]:
    """Yield the way to the list."""
    yield Link(name="Recettes", address=f"{FOLDER}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipePage(Page):
    """A recipe; ``recipe`` is None on their list, whose entries are ``links``."""

    template: ClassVar[str] = "recipe.html"

    recipe: Recipe | None = None
    links: tuple[Link, ...] = ()


def pages(published: Published) -> Iterator[Page]:
    """Yield the list, then each recipe."""
    recipes = published.content.of(Recipe)
    (door,) = doors(published)
    links = tuple(map(_link, recipes))
    yield RecipePage(
        address=door.address, title=door.name, kind="liste", crumbs=(HOME,), links=links
    )
    for recipe in recipes:
        yield RecipePage(
            address=recipe.address, title=recipe.entry.title, crumbs=(HOME, door), recipe=recipe
        )


def _link(recipe: Recipe) -> Link:
    return Link(name=recipe.entry.title, address=recipe.address)


KIND = Kind(
    name="recipe",
    forms=(
        Form(
            claim=f"{FOLDER}/*.md",
            read=read_recipe,
            declaration=RECIPE,
            blank="Je prépare de quoi cuisiner.\n",
            schema="recette",
            title="L’en-tête d’une recette",
            is_published=True,
        ),
    ),
    rules=(same_titles,),
    reserved=frozenset((FOLDER,)),
    pages=pages,
    doors=doors,
    search=searched,
    texts=texts,
    dated=dated,
)
