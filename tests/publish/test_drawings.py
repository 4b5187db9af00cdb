"""Our drawings: one line, one accent, nothing that acts, and none that nothing shows."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from boutdufil.pages.drawn import in_page

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "overrides" / ".icons" / "fil"
DRAWINGS = {file.stem: file for file in sorted(FOLDER.glob("*.svg"))}
HEAVIEST = 1_500
"""Bytes, once compressed."""
SHEET = ROOT / "overrides" / "assets" / "css" / "site" / "46-drawings.css"
SVG = "{http://www.w3.org/2000/svg}"
LINE = {
    "class": "fil-art",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "1.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
"""What the whole set has in common: its one line."""
BOXES = {
    "0 0 24 24": "a sign",
    "0 0 40 40": "someone",
    "0 0 120 90": "a scene",
    "0 0 150 60": "two",
}
PLACES = {
    "g": {"transform"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx"},
}
"""The shapes of a drawing, each with what places it."""
COLOURS = {
    "fil-red": {"stroke": "#d1495b"},
    "fil-warm": {"fill": "#ffe08a"},
    "fil-hollow": {"fill": "#f6eee1"},
}
"""The only colours: each is a class, which the sheet renews in the dark, and what it is alone."""


def strange(text: str) -> Iterator[str]:
    """Yield what does not belong in a drawing of ours."""
    root = ElementTree.fromstring(text)
    attributes = dict(root.attrib)
    if attributes.pop("viewBox", "") not in BOXES:
        yield "viewBox"
    if root.tag != f"{SVG}svg" or attributes != LINE:
        yield "the line"
    for shape in list(root.iter())[1:]:
        name = shape.tag.removeprefix(SVG)
        if name not in PLACES:
            yield name
            continue
        own = {key: value for key, value in shape.attrib.items() if key not in PLACES[name]}
        colour = own.pop("class", None)
        if own != (COLOURS.get(colour, {"class": colour}) if colour else {}):
            yield f"{name} {shape.attrib}"
        if (shape.text or "").strip() or (shape.tail or "").strip():
            yield "text"


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_ours(name: str) -> None:
    raw = DRAWINGS[name].read_bytes()
    assert list(strange(raw.decode())) == []
    assert len(gzip.compress(raw, 9)) <= HEAVIEST


def _drawn(inside: str, line: str = "1.75") -> str:
    return (
        DRAWINGS["coche"]
        .read_text("utf-8")
        .replace("1.75", line)
        .replace("</svg>", f"{inside}</svg>")
    )


@pytest.mark.parametrize(
    "text",
    [
        _drawn("<script>alert(1)</script>"),
        _drawn('<path onclick="x()" d="M1 1h2"/>'),
        _drawn('<path fill="#000" d="M1 1h2"/>'),
        _drawn('<path class="fil-red" stroke="#00f" d="M1 1h2"/>'),
        _drawn('<path class="fil-other" d="M1 1h2"/>'),
        _drawn('<image href="https://exemple.fr/a.png"/>'),
        _drawn('<path style="fill:red" d="M1 1h2"/>'),
        _drawn("", line="2"),
        _drawn("").replace("0 0 24 24", "0 0 32 32"),
    ],
)
def test_what_is_not_ours_is_seen(text: str) -> None:
    assert list(strange(text))


def shown() -> Iterator[str]:
    """Yield every drawing of ours that a template, the taxonomy or a term names."""
    templates = "\n".join(
        file.read_text("utf-8")
        for file in (*(ROOT / "overrides").rglob("*.html"), *(ROOT / "hooks").rglob("*.py"))
    )
    declared = "\n".join(
        file.read_text("utf-8")
        for file in (ROOT / "docs/taxonomie.yml", *(ROOT / "docs/glossaire").glob("*.md"))
    )
    # « "fil/loupe" », « "material/menu" »; not « fil/loupe » in a sentence.
    yield from re.findall(r"\"fil/([a-z-]+)\"", templates)
    # « drawing("perdu") ».
    yield from re.findall(r"drawing\(\"([a-z-]+)\"\)", templates)
    # « icone: fil/bouclier ».
    yield from re.findall(r"^ *icone: fil/([a-z-]+)$", declared, re.MULTILINE)
    # The marks of the accessibility statement: « ("coche", "sapin") ».
    yield from re.findall(r"\(\"([a-z-]+)\", \"(?:sapin|stop|for)\"\)", templates)


def test_every_drawing_is_shown_and_every_one_shown_is_there() -> None:
    assert set(shown()) == set(DRAWINGS)


def test_the_taxonomy_names_our_drawings_alone() -> None:
    taxonomy = (ROOT / "docs/taxonomie.yml").read_text("utf-8")
    named = re.findall(r"^ +icone: (.+)$", taxonomy, re.MULTILINE)
    assert len(named) > 20
    assert {name.removeprefix("fil/") for name in named} <= set(DRAWINGS)
    assert all(name.startswith("fil/") for name in named)


def test_a_page_holds_of_a_drawing_what_the_sheet_does_not_say() -> None:
    sheet = SHEET.read_text(encoding="utf-8")
    said = "; ".join(
        f"{name}: {value}" for name, value in LINE.items() if name.startswith("stroke-")
    )
    assert f".fil-art {{ {said}; }}" in sheet
    assert "\n.fil-red { stroke: " in sheet
    for name, file in DRAWINGS.items():
        held = in_page(file.read_text(encoding="utf-8"))
        assert held.startswith('<svg class="fil-art" viewBox="'), name
        # Alone, without the sheet, it is still a line.
        assert ' fill="none" stroke="currentColor">' in held, name
        assert not re.search("stroke-|#d1495b|xmlns", held), name


def test_a_drawing_with_a_line_of_its_own_keeps_it() -> None:
    thin = '<svg stroke="currentColor" stroke-width="1"><path fill="#ffe08a" d="M1 1"/></svg>'
    assert in_page(thin) == thin
