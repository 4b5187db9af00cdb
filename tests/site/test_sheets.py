"""A page asks for the sheets that its words need, and for no other."""

from __future__ import annotations

import re
from collections import defaultdict

import tinycss2

from boutdufil.tools.page_kinds import kinds_of
from tests.site.builds import REPOSITORY, Built, address_of

CSS = REPOSITORY / "overrides" / "assets" / "css"
SHARED = ("steps", "lists")
"""Sheets that several kinds of page ask for, beside what every page has."""
_CLASS = re.compile(r"\.(fil-[\w-]+)")


def styled(group: str) -> set[str]:
    """Return the classes that a sheet styles: 9x.css only bends, in some lights, what others do."""
    files = sorted((CSS / group).glob("[0-8]*.css"))
    text = "\n".join(file.read_text("utf-8") for file in files)
    found: set[str] = set()
    waiting = tinycss2.parse_stylesheet(text, skip_comments=True)
    while waiting:
        rule = waiting.pop()
        if rule.type == "qualified-rule":
            found |= {*_CLASS.findall(tinycss2.serialize(rule.prelude))}
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            waiting += tinycss2.parse_rule_list(rule.content)
    return found


def used(page: str) -> set[str]:
    """Return the classes of the elements of a page."""
    return {each for value in re.findall(r'class="([^"]*)"', page) for each in value.split()}


def linked(page: str) -> set[str]:
    """Return the names of the sheets that a page asks for."""
    return {*re.findall(r'assets/([\w-]+)\.[0-9a-f]+\.css"', page)}


def lacking(page: str, own: dict[str, set[str]]) -> set[str]:
    """Return the sheets that alone style something of a page which does not ask for them."""
    return {name for name, classes in own.items() if classes & used(page)} - linked(page)


def test_a_sheet_that_lacks_would_be_seen() -> None:
    own = {"steps": {"fil-step"}}
    assert lacking('<p class="fil-step">', own) == {"steps"}
    assert lacking('<link href="assets/steps.0123.css"><p class="fil-step">', own) == set()
    assert lacking('<p class="fil-steps">', own) == set()


def test_every_page_asks_for_the_sheets_of_its_words_and_some_page_needs_each(
    real_site: Built,
) -> None:
    whole = {name: styled(name) for name in SHARED}
    own = {name: classes - styled("site") for name, classes in whole.items()}
    assert all(len(classes) > 10 for classes in own.values())
    lacks: dict[str, set[str]] = {}
    asking, needing = defaultdict(set), defaultdict(set)
    for path in real_site.readable:
        page = real_site.source(path)
        (kind,) = kinds_of(address_of(path))
        if missing := lacking(page, own):
            lacks[address_of(path)] = missing
        for name in linked(page) & {*own}:
            asking[name].add(kind)
        for name, classes in whole.items():
            if classes & used(page):
                needing[name].add(kind)
    assert lacks == {}
    assert {name: asking[name] - needing[name] for name in own} == {"steps": set(), "lists": set()}


def test_what_only_paper_shows_goes_with_what_it_shows(real_site: Built) -> None:
    for path in real_site.readable:
        sheets = linked(real_site.source(path))
        assert ("steps" in sheets) == ("print-steps" in sheets), path
        assert "print" in sheets, path
