"""Each template reads the fields of its class of page, what surrounds every page, and no more."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta, nodes
from mkdocs.utils import get_theme_dir

import boutdufil
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.page import Page
from boutdufil.pages.render import Around, names_of, prepare

OVERRIDES = Path(__file__).parents[2] / "overrides"
SURROUNDING = {*names_of(Around), "config"}
"""What every template may read; MkDocs and our own writer both give ``config``."""


def page_classes() -> Iterator[type[Page]]:
    """Yield every class of page that has a template, wherever in the package it is declared."""
    house = Path(boutdufil.__file__).parent
    for file in sorted((*house.glob("kinds/*/pages.py"), *house.glob("pages/*.py"))):
        name = ".".join(("boutdufil", *file.relative_to(house).with_suffix("").parts))
        for found in vars(importlib.import_module(name)).values():
            if isinstance(found, type) and issubclass(found, Page) and found.__module__ == name:
                yield from [found] if hasattr(found, "template") else []


PAGES = tuple(page_classes())


class Templates:
    """The syntax trees of the templates, as the site prepares and finds them."""

    def __init__(self, loader: jinja2.BaseLoader, taxonomy: Taxonomy) -> None:
        self.environment = jinja2.Environment(loader=loader, autoescape=True)
        prepare(self.environment, taxonomy)
        self.imported: set[str] = set()
        self._read: dict[str, set[str]] = {}

    def reads(self, name: str) -> set[str]:
        """Return the variables that a template reads, and no part of it gives itself.

        The templates that it extends and includes are its own text, where they stand; those that
        it imports are not: they read what they are given, and the globals.
        """
        if name not in self._read:
            # « super » is the block that another one replaces.
            self._read[name] = meta.find_undeclared_variables(self._whole(name)) - {"super"}
        return self._read[name]

    def attributes(self, name: str, of: str) -> set[str]:
        """Return what a template reads of one variable."""
        return {
            read.attr
            for read in self._whole(name).find_all(nodes.Getattr)
            if isinstance(read.node, nodes.Name) and read.node.name == of
        }

    def _parse(self, name: str) -> nodes.Template:
        assert self.environment.loader
        source, _file, _fresh = self.environment.loader.get_source(self.environment, name)
        return self.environment.parse(source)

    def _whole(self, name: str) -> nodes.Template:
        """Return a template with its blocks put in those that it extends, and no include left."""
        tree = self._parse(name)
        blocks = {block.name: block for block in tree.find_all(nodes.Block)}
        above: list[nodes.Node] = []
        while extended := tree.find(nodes.Extends):
            assert isinstance(extended.template, nodes.Const)
            # What a template sets or imports beside its blocks is known in all of them.
            own = (nodes.Import, nodes.FromImport, nodes.Assign, nodes.Macro)
            above = [*(node for node in tree.body if isinstance(node, own)), *above]
            tree = self._parse(extended.template.value)
            blocks = {block.name: block for block in tree.find_all(nodes.Block)} | blocks
        body = [flat for node in (*above, *tree.body) for flat in self._flat(node, blocks)]
        whole = nodes.Template(body, lineno=1)
        whole.set_environment(self.environment)
        return whole

    def _flat(self, node: nodes.Node, blocks: dict[str, nodes.Block]) -> list[nodes.Node]:
        if isinstance(node, nodes.Block):
            body = blocks[node.name].body
            return [flat for inner in body for flat in self._flat(inner, blocks)]
        if isinstance(node, nodes.Include):
            return [self._included(node)] if isinstance(node.template, nodes.Const) else []
        if isinstance(node, nodes.Import | nodes.FromImport):
            assert isinstance(node.template, nodes.Const)
            self.imported.add(node.template.value)
        for name in ("body", "else_", "elif_"):
            held: Sequence[nodes.Node] | None = getattr(node, name, None)
            if held is not None:
                flattened = [flat for inner in held for flat in self._flat(inner, blocks)]
                setattr(node, name, flattened)
        if isinstance(node, nodes.If):
            # What is set in one branch only is not known after it.
            node.body = [nodes.Scope(node.body, lineno=node.lineno)]
        return [node]

    def _included(self, node: nodes.Include) -> nodes.Node:
        assert isinstance(node.template, nodes.Const)
        return nodes.Scope(self._whole(node.template.value).body, lineno=node.lineno)


@pytest.fixture(scope="module")
def templates(taxonomy: Taxonomy) -> Templates:
    folders = [OVERRIDES, Path(get_theme_dir("material"))]
    return Templates(jinja2.FileSystemLoader(folders), taxonomy)


def wrong_reads(templates: Templates, page: type[Page]) -> tuple[set[str], set[str]]:
    """Return what the template of ``page`` reads and no one gives; what is given and not read."""
    fields_of_page = {*names_of(page)}
    read = templates.reads(page.template)
    return read - fields_of_page - SURROUNDING, fields_of_page - read


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_template_reads_the_fields_of_its_page(templates: Templates, page: type[Page]) -> None:
    unknown, unread = wrong_reads(templates, page)
    assert not unknown, f"{page.template} reads what no field of {page.__name__} holds"
    assert not unread, f"no one reads these fields of {page.__name__} in {page.template}"
    common = {each.name for each in fields(Page)} | {*dir(Page)}
    assert templates.attributes(page.template, "view") <= common


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_no_field_hides_what_surrounds_the_page(page: type[Page]) -> None:
    assert SURROUNDING.isdisjoint(names_of(page))


def test_each_template_has_its_class_and_each_class_its_template() -> None:
    written = {
        file.name
        for file in OVERRIDES.glob("*.html")
        if '{% extends "' in file.read_text(encoding="utf-8")
    }
    assert sorted(page.template for page in PAGES) == sorted({*written, "redirect.html"})


def test_what_is_imported_reads_what_it_is_given(templates: Templates) -> None:
    for page in PAGES:
        templates.reads(page.template)
    waiting, seen = {*templates.imported, "paper.html"}, set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        assert templates.reads(name) == set(), f"{name} reads what its importer does not give"
        waiting |= templates.imported - seen
    assert {"parts.html", "partials/icon.html", "partials/screen.html"} <= seen


def test_all_that_surrounds_a_page_is_read_by_one(templates: Templates) -> None:
    read = {name for page in PAGES for name in templates.reads(page.template)}
    assert read >= SURROUNDING


# The check itself --------------------------------------------------------------------------------

SMALL = {
    "base.html": '{% import "tools.html" as tools %}{% block main %}{{ root }}{% endblock %}',
    "tools.html": "{% macro bold(word) %}<b>{{ word }}</b>{% endmacro %}",
    "shelf.html": "{% for book in books %}{{ book }}{% endfor %}{{ shelf }}",
    "page.html": (
        '{% extends "base.html" %}{% set twice = 2 %}'
        "{% block main %}{{ tools.bold(title) }}{{ twice }}"
        '{% for shelf in shelves if wanted %}{% include "shelf.html" %}{% endfor %}'
        "{% endblock %}"
    ),
}


def small(taxonomy: Taxonomy, **changed: str) -> Templates:
    texts = {**SMALL, **{f"{name}.html": text for name, text in changed.items()}}
    return Templates(jinja2.DictLoader(texts), taxonomy)


def test_what_is_read_is_found_through_blocks_and_includes(taxonomy: Taxonomy) -> None:
    assert small(taxonomy).reads("page.html") == {"title", "shelves", "wanted", "books"}
    # The block of the base is read where nothing replaces it.
    replaced = small(taxonomy, page='{% extends "base.html" %}')
    assert replaced.reads("page.html") == {"root"}
    # So is what one branch sets, where it is set.
    branch = "{% if a %}{% set b = 1 %}{{ b }}{% endif %}"
    assert small(taxonomy, page=branch).reads("page.html") == {"a"}
    assert small(taxonomy, page=branch + "{{ b }}").reads("page.html") == {"a", "b"}
    # The name of a loop is known within it only.
    outside = small(taxonomy, page='{% for shelf in a %}{% endfor %}{% include "shelf.html" %}')
    assert outside.reads("page.html") == {"a", "books", "shelf"}


def test_an_imported_template_sees_nothing_of_the_page(taxonomy: Taxonomy) -> None:
    wrong = small(taxonomy, tools="{% macro bold(word) %}{{ title }}{% endmacro %}")
    assert wrong.reads("tools.html") == {"title"}


def test_a_field_too_many_and_a_field_too_few_are_told(taxonomy: Taxonomy) -> None:
    overview = next(page for page in PAGES if page.template == "overview.html")
    text = "{{ links }}{{ neighbours }}{{ totall }}{{ view.titel }}"
    templates = Templates(jinja2.DictLoader({"overview.html": text}), taxonomy)
    assert wrong_reads(templates, overview) == ({"totall"}, {"total"})
    assert templates.attributes("overview.html", "view") == {"titel"}
