"""Booklets hold the tutorials of their theme, each whole; nothing on them grows with the site."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from boutdufil.tools.html_tree import Element
from tests.site.builds import SUB_PATH, Built, entries

A_BOOKLET = 12
ON_SCREEN_ONLY = {"fil-verdict", "fil-verdict fil-right", "fil-tabs-title"}
"""What only a screen says: an answer that was tried, the device to choose. Paper shows them all."""
TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"


def blocks(element: Element) -> Counter[str]:
    told = told_elsewhere(element)
    return Counter(
        block["data-bloc"] for block in element.having("data-bloc") if id(block) not in told
    )


def told_elsewhere(element: Element) -> set[int]:
    """Return what paper leaves to the screen.

    A gesture has a page of its own; a question that follows a repair is asked of few; what is told
    once the steps are done was said in them, or is in the message that was sent.
    """
    proofs = element.all("div", class_="fil-box fil-proof")
    folded = element.all("details", class_="fil-gesture")
    folded += element.all("section", class_="fil-bravo")
    folded += [details for proof in proofs for details in proof.all("details")]
    return {id(inner) for gesture in folded for inner in gesture.elements if inner is not gesture}


def booklets(built: Built, theme: str) -> list[Element]:
    """Return the booklets of a theme, in order."""
    first = f"themes/{theme}/livret/"
    found = [built.page(first)]
    while built.has(f"{first}page-{len(found) + 1}/"):
        found.append(built.page(f"{first}page-{len(found) + 1}/"))
    return found


@pytest.mark.parametrize("site", ["real_site", "tiny_site", "large_site"])
def test_a_theme_is_cut_in_booklets_that_hold_each_tutorial_once(
    request: pytest.FixtureRequest, site: str
) -> None:
    built: Built = request.getfixturevalue(site)
    for theme in built.taxonomy["themes"]:
        if not built.has(f"themes/{theme}/"):
            assert not built.has(f"themes/{theme}/livret/"), "an empty booklet is not built"
            continue
        listed = entries(built.page(f"themes/{theme}/"))
        if built.has(f"themes/{theme}/page-2/"):
            listed += entries(built.page(f"themes/{theme}/page-2/"))
        found = booklets(built, theme)
        assert all(len(entries(page)) <= A_BOOKLET for page in found)
        assert [each for page in found for each in entries(page)] == listed
        for page in found:
            papers = [article["data-papier"] for article in page.all("article")]
            assert papers == entries(page)


def test_a_booklet_says_all_that_the_tutorial_says_and_bears_its_marks(real_site: Built) -> None:
    for theme in real_site.taxonomy["themes"]:
        if not real_site.has(f"themes/{theme}/"):
            continue
        for article in booklets(real_site, theme)[0].all("article"):
            public = real_site.page(f"tutoriels/{article['data-papier']}/")
            assert blocks(article) == blocks(public)
            (body,) = public.all("div", class_="fil-body")
            said = {re.sub(r"\W", "", p.text) for p in article.all("p", "li")}
            lost = [
                p.text
                for p in body.all("p", "li")
                if id(p) not in told_elsewhere(body)
                and re.sub(r"\W", "", p.text) not in said
                and "C’est fait" not in p.text
                and p.attributes.get("class") not in ON_SCREEN_ONLY
            ]
            kept = " ".join(said)
            assert [text for text in lost if re.sub(r"\W", "", text)[:30] not in kept] == []


def test_a_booklet_has_nothing_that_names_a_place_twice(real_site: Built) -> None:
    for article in real_site.page("themes/cyber-hygiene/livret/").all("article"):
        assert not [each for each in article.elements if {"id", "name", "for"} & {*each.attributes}]
        assert article.all("input", "button", "script") == []


def test_one_s_own_booklet_does_not_grow(real_site: Built, large_site: Built) -> None:
    assert real_site.html("livret/") == large_site.html("livret/")


def test_paper_tells_the_short_address_when_there_is_one(
    real_site: Built, addressed_site: Built
) -> None:
    (alone,) = real_site.page(TUTORIAL).all("div", class_="fil-on-paper fil-way-back")
    assert alone.text == "Fiche 101,sur le site Au bout du fil"
    assert alone.all("svg") == []
    (known,) = addressed_site.page(TUTORIAL).all("div", class_="fil-on-paper fil-way-back")
    assert known.text == f"exemple.fr{SUB_PATH}101/"
    assert len(known.all("svg")) == 1


def test_paper_has_sheets_of_its_own_after_all_the_others(real_site: Built) -> None:
    for path, page in real_site.readable.items():
        media = [sheet.attributes.get("media") for sheet in page.all("link", rel="stylesheet")]
        first = media.index("print")
        assert set(media[first:]) == {"print"}, path
        assert "print" not in media[:first], path
    for sheet in (real_site.site / "assets").glob("*.css"):
        assert ("@page" in sheet.read_text()) == sheet.name.startswith("print."), sheet
