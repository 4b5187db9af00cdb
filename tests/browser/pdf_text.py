"""The words of a PDF, in the order in which Chromium draws them, without their places.

``pypdf`` takes a page apart in a sixth of a second, for places that nobody here asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypdf import PageObject
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

Signs = dict[int, str]
"""What each glyph of a font is read as."""

# « /F4 12 Tf » chooses a font, « <0024> Tj » draws glyphs, « /X5 Do » draws a part apart.
DRAWN = re.compile(rb"/(?P<font>\S+) [\d.]+ Tf|<(?P<glyphs>[0-9A-Fa-f]+)> *Tj|/(?P<part>\S+) Do")
# « <0024> <0041> », a glyph and its sign, within « beginbfchar ».
ONE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
# « <0024> <0026> <0041> », the first and last glyphs and the first sign, within « beginbfrange ».
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
TABLE = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


def text_of(sheet: PageObject, known: dict[int, Signs]) -> str:
    """Return the words of a sheet; ``known`` keeps the fonts of its document."""
    content = sheet.get_contents()
    assert content is not None
    return "".join(_drawn(content.get_data(), _held(sheet, "/Resources"), known))


def _held(holder: DictionaryObject, name: str) -> DictionaryObject:
    held = holder[name].get_object()
    assert isinstance(held, DictionaryObject)
    return held


def _drawn(content: bytes, resources: DictionaryObject, known: dict[int, Signs]) -> Iterator[str]:
    signs: Signs = {}
    for found in DRAWN.finditer(content):
        if found["font"]:
            signs = _signs(resources, found["font"].decode(), known)
        elif found["glyphs"]:
            codes = found["glyphs"].decode()
            yield "".join(signs[int(codes[at : at + 4], 16)] for at in range(0, len(codes), 4))
        else:
            yield from _apart(resources, found["part"].decode(), known)


def _apart(resources: DictionaryObject, name: str, known: dict[int, Signs]) -> Iterator[str]:
    part = _held(resources, "/XObject")[f"/{name}"].get_object()
    assert isinstance(part, StreamObject)
    if str(part["/Subtype"]) == "/Form":
        yield from _drawn(part.get_data(), _held(part, "/Resources"), known)


def _signs(resources: DictionaryObject, name: str, known: dict[int, Signs]) -> Signs:
    fonts = _held(resources, "/Font")
    reference = fonts.raw_get(f"/{name}")
    assert isinstance(reference, IndirectObject)
    if reference.idnum not in known:
        table = _held(fonts, f"/{name}")["/ToUnicode"].get_object()
        assert isinstance(table, StreamObject)
        known[reference.idnum] = dict(_told(table.get_data()))
    return known[reference.idnum]


def _told(table: bytes) -> Iterator[tuple[int, str]]:
    for kind, lines in TABLE.findall(table):
        if kind == b"char":
            for glyph, sign in ONE.findall(lines):
                yield int(glyph, 16), bytes.fromhex(sign.decode()).decode("utf-16-be")
        else:
            for first, last, sign in RANGE.findall(lines):
                for step in range(int(last, 16) - int(first, 16) + 1):
                    yield int(first, 16) + step, chr(int(sign, 16) + step)
