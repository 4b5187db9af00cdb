"""Whatever the screen: its HTML is well formed, and its words name each marker once."""

from __future__ import annotations

import gzip
import re

from hypothesis import given

from boutdufil.model.screen import HEIGHTS, Screen, describe, lay_out
from boutdufil.publish.assets import gather
from boutdufil.tools.contact_sheet import screens as real_screens
from boutdufil.tools.html_tree import parse
from tests.conftest import many
from tests.drawing import ROOT, draw
from tests.published import published_content
from tests.screens.generated import screens

TAGS = {
    *("figcaption", "div", "p", "ul", "li", "span", "strong", "b", "i", "u", "small"),
    *("svg", "path"),
}


@given(screen=screens())
@many(3)
def test_a_screen_is_drawn_as_well_formed_html(screen: Screen) -> None:
    html = draw(screen)
    (figure,) = parse(html).all("figure")
    (frame,) = figure.all("div", role="img")
    assert frame["aria-label"] == screen.description
    markers = [int(marker.text) for marker in figure.all("b", class_="fil-marker")]
    assert sorted(markers) == sorted(each.marker for each in screen.body if each.marker)
    assert {element.tag for element in figure.elements} <= TAGS
    assert not re.search(r"\s(?:style|on\w+)=", html)
    assert len(re.findall(r'data-but="[^"]', html)) == (1 if screen.goal else 0)


@given(screen=screens())
@many(3)
def test_a_description_names_each_marker_once_and_every_word(screen: Screen) -> None:
    said = describe(screen)
    frameless = re.sub(r"« .*? »", "", said)
    for element in screen.body:
        if element.marker is not None:
            assert frameless.count(f"repère {element.marker} ") == 1
    assert said.endswith(".")
    seen = [element for element in screen.body if element.kind != "icone"]
    assert all(f"« {word} »" in said for element in seen for word in element.words)


@given(screen=screens())
@many(3)
def test_every_element_is_laid_out_once_where_it_was_written(screen: Screen) -> None:
    zones = lay_out(screen.body)
    laid = [element for zone in zones for row in zone.rows for element in row]
    assert len(laid) == len(screen.body)
    assert [zone.height for zone in zones] == [
        height for height in HEIGHTS if height in {zone.height for zone in zones}
    ]
    for zone in zones:
        for row in zone.rows:
            assert all(element.height in {"", zone.height} for element in row)
            sides = [element.side for element in row]
            assert len(set(sides)) == len(sides)
            assert len(row) == 1 or all(sides)


def test_no_sign_is_named_twice() -> None:
    drawn = [parse(draw(screen)) for screen in real_screens(published_content())]
    signs = [sign for page in drawn for sign in page.all("svg")]
    assert len(signs) > 10
    assert {sign["aria-hidden"] for sign in signs} == {"true"}, "its words stand beside it"


def test_a_screen_is_light() -> None:
    found = list(real_screens(published_content()))
    drawn = [draw(screen) for screen in found]
    assert max(len(gzip.compress(html.encode())) for html in drawn) <= 1500


def test_the_style_sheet_and_the_script_are_light() -> None:
    assets = gather(ROOT / "overrides" / "assets")
    assert len(gzip.compress(assets["screen.css"].content)) <= 3_000
    assert len(gzip.compress(assets["practise.js"].content)) <= 1_300
    assert b"fil-frame" not in assets["site.css"].content
