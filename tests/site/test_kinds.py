"""Each template has its kind of page, told by the address alone."""

from __future__ import annotations

from collections import defaultdict

import pytest

from boutdufil.pages.elsewhere import NOT_FOUND
from boutdufil.pages.offline import offline_page
from boutdufil.preview import for_readers
from boutdufil.project import pages
from boutdufil.tools.page_kinds import KINDS, PLAIN, kinds_of, longest_of_each_kind
from tests.published import published_content
from tests.site.builds import REPOSITORY, Built, address_of

ELSEWHERE = {"absent.html", "findings.html", "redirect.html"}
"""An author sees the first while writing; nobody stays on the second."""


@pytest.fixture(scope="session")
def templates() -> dict[str, str]:
    """The template of every planned address."""
    published = for_readers(published_content()).published()
    return {page.address: page.template for page in (*pages(published), offline_page(), NOT_FOUND)}


def test_every_planned_address_is_of_exactly_one_kind(templates: dict[str, str]) -> None:
    assert len(templates) > 100
    assert {address: kinds_of(address) for address in templates if len(kinds_of(address)) > 1} == {}


def test_a_kind_is_a_template_and_a_template_a_kind(templates: dict[str, str]) -> None:
    of_kind, of_template = defaultdict(set), defaultdict(set)
    for address, template in templates.items():
        (kind,) = kinds_of(address)
        of_kind[kind].add(template)
        of_template[template].add(kind)
    assert {kind: found for kind, found in of_kind.items() if len(found) > 1} == {}
    assert {template: found for template, found in of_template.items() if len(found) > 1} == {}
    assert {*of_kind} == {*KINDS, PLAIN}
    pages = {
        file.name
        for file in (REPOSITORY / "overrides").glob("*.html")
        if '{% extends "' in file.read_text(encoding="utf-8")
    }
    assert pages - ELSEWHERE == {*of_template}


def test_one_published_page_of_each_kind_is_looked_at(
    real_site: Built, templates: dict[str, str]
) -> None:
    found = longest_of_each_kind(real_site.site)
    assert {*found} == {*KINDS, PLAIN}
    assert {*found.values()} <= {*templates}
    assert {address_of(path) for path in real_site.readable} == {*templates}
    assert kinds_of("glossaire/page-2/") == ["glossaire"]
    assert kinds_of("publics/seniors/cyber-hygiene/page-3/") == ["liste"]
