"""The map of a call as SVG: shapes, classes and words; the style sheet has its colours."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from boutdufil.thread.lanes import number
from boutdufil.thread.lettering import BOLD, width_of
from boutdufil.thread.outline import STEM, Way
from boutdufil.thread.picture import AIR, Card, Line, Mark, Picture, Words
from boutdufil.thread.places import DIGIT, HEAD, LINE, NOTE, PAD, ROW_LINE, Band

_BAND_SIDE = 8
_TITLE = 16
_CUT = 11
"""How much of a corner is cut off."""


def svg(picture: Picture, page: str) -> Markup:
    """Return the drawing; each thing leads to its place on ``page``, where it is read."""
    width, height = number(picture.width), number(picture.height)
    drawn = "\n".join(_parts(picture, page))
    return Markup(  # noqa: S704  # every word in it has been escaped
        f'<svg class="fil-map" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' aria-hidden="true">\n{drawn}\n</svg>'
    )


def _parts(picture: Picture, page: str) -> Iterator[str]:
    for band in picture.bands:
        yield _band(band, picture.width)
    for line in sorted(picture.lines, key=lambda line: line.way == Way.ONWARD):
        yield f'<path class="fil-way fil-way-{line.way}" d="{line.path}"/>'
    yield from sorted({_arrow(line) for line in picture.lines if line.arrow})
    for band in picture.bands:
        yield _title(band, picture.thread)
    for words in picture.words:
        yield _words(words)
    for mark in picture.marks:
        yield _mark(mark)
    for card in picture.cards:
        yield _card(card, page)
    yield _end(picture)


def _band(band: Band, width: float) -> str:
    return (
        f'<rect class="fil-band" x="{_BAND_SIDE}" y="{number(band.y)}"'
        f' width="{number(width - 2 * _BAND_SIDE)}" height="{number(band.bottom - band.y)}"'
        ' rx="16"/>'
    )


def _title(band: Band, x: float) -> str:
    """Draw the title of a step, its number on the thread as a bead."""
    y = band.y + 26
    room = width_of(band.title, _TITLE * BOLD) + 54
    return (
        f'<rect class="fil-band-title" x="{number(x - 18)}" y="{number(y - 17)}"'
        f' width="{number(room)}" height="34" rx="17"/>'
        f'<circle class="fil-band-rank" cx="{number(x)}" cy="{number(y)}" r="14"/>'
        f'<text class="fil-band-digit" x="{number(x)}" y="{number(y + 5)}">{band.step}</text>'
        f'<text class="fil-band-name" x="{number(x + 23)}" y="{number(y + 5.5)}">'
        f"{escape(band.title)}</text>"
    )


def _arrow(line: Line) -> str:
    assert line.arrow
    x, y = line.arrow
    return (
        f'<path class="fil-arrow fil-arrow-{line.way}"'
        f' d="M{number(x - 4.5)} {number(y - 7)}h9l-4.5 7z"/>'
    )


def _words(words: Words) -> str:
    top = words.y + 4 - ROW_LINE * (len(words.lines) - 1) / 2
    below = f' dy="{number(ROW_LINE)}"'
    lines = "".join(
        f'<tspan x="{number(words.x)}"{below if rank else ""}>{escape(line)}</tspan>'
        for rank, line in enumerate(words.lines)
    )
    digit = ""
    if words.rank:
        digit = f'<tspan class="fil-digit" x="{number(words.x - DIGIT)}">{words.rank}</tspan>'
    name = f"fil-answer fil-answer-{words.kind}"
    return f'<text class="{name}" y="{number(top)}">{digit}{lines}</text>'


def _mark(mark: Mark) -> str:
    x, y = mark.x, mark.y
    width = mark.width
    if mark.kind == STEM:
        return (
            f'<rect class="fil-mark-{mark.kind}" x="{number(x)}" y="{number(y - 13)}"'
            f' width="{number(width)}" height="26" rx="13"/>{_mark_name(mark)}'
        )
    shape = (
        f"M{number(x)} {number(y - 10)}h{number(width)}l9 10l-9 10h{number(-width)}z"
        if mark.kind == Way.EXIT
        else f"M{number(x)} {number(y - 10)}h{number(width)}v20h{number(-width)}z"
    )
    return f'<path class="fil-mark-{mark.kind}" d="{shape}"/>{_mark_name(mark)}'


def _mark_name(mark: Mark) -> str:
    return (
        f'<text class="fil-mark-name fil-mark-name-{mark.kind}" x="{number(mark.x + AIR)}"'
        f' y="{number(mark.y + 4)}">{escape(mark.text)}</text>'
    )


def _card(card: Card, page: str) -> str:
    lines = "".join(
        f'<text class="fil-thing-text" x="{number(card.x + PAD)}"'
        f' y="{number(card.y + PAD + HEAD + LINE * rank + 10)}">{escape(text)}</text>'
        for rank, text in enumerate(card.lines)
    )
    foot = card.y + PAD + HEAD + LINE * len(card.lines) + NOTE - 6
    note = (
        f'<text class="fil-thing-note" x="{number(card.x + PAD)}" y="{number(foot)}">'
        f"{escape(card.note)}</text>"
        if card.note
        else ""
    )
    code = (
        f'<text class="fil-thing-code" x="{number(card.x + card.width - PAD)}"'
        f' y="{number(card.y + PAD + 9)}">{card.id}</text>'
        if card.id
        else ""
    )
    rails = "".join(
        f"M{number(x)} {number(top)}V{number(bottom)}" for (x, top), (_x, bottom) in card.rails
    )
    drawn = (
        (f'<path class="fil-thing-rail" d="{rails}"/>' if rails else "")
        + f'<path class="fil-thing-shape" d="{outline_of(card)}"/>'
        f'<text class="fil-thing-head" x="{number(card.x + PAD)}" y="{number(card.y + PAD + 9)}">'
        f"{_SIGNS.get(card.kind, '')}{card.head}</text>{code}{lines}{note}"
    )
    opening = f'<a class="fil-thing fil-thing-{card.kind}"'
    place = f"{page}#n-{card.id}" if card.id else page
    return f'{opening} href="{escape(place)}" tabindex="-1">{drawn}</a>'


_SIGNS = {"preuve": "✓ ", "demander": "? ", "stop": "! ", "depart": "● "}
"""What tells a kind beside its shape."""


def outline_of(card: Card) -> str:
    """Return the shape of a thing: a bubble is said, what is done has its corners cut."""
    x, y, right, bottom = card.x, card.y, card.x + card.width, card.y + card.height
    if card.kind == "stop":
        return _cut_corners(x, y, right, bottom, _CUT)
    if card.kind == "geste":
        return _cut_corners(x, y, right, bottom, 0, right_cut=_CUT + 5)
    round_ = 4 if card.kind == "preuve" else 12
    sides = (
        f"M{number(x + round_)} {number(y)}H{number(right - round_)}"
        f"a{round_} {round_} 0 0 1 {round_} {round_}V{number(bottom - round_)}"
        f"a{round_} {round_} 0 0 1 {-round_} {round_}"
    )
    # What is said has the tail of a bubble.
    tail = f"H{number(x + 78)}l-10 8v-8" if card.kind in {"dire", STEM} else ""
    return (
        f"{sides}{tail}H{number(x + round_)}a{round_} {round_} 0 0 1 {-round_} {-round_}"
        f"V{number(y + round_)}a{round_} {round_} 0 0 1 {round_} {-round_}z"
    )


def _cut_corners(
    x: float, y: float, right: float, bottom: float, cut: float, right_cut: float = _CUT
) -> str:
    """Return a rectangle without its corners: ``cut`` on the left, ``right_cut`` on the right."""
    points = (
        (x + cut, y),
        (right - right_cut, y),
        (right, y + right_cut),
        (right, bottom - right_cut),
        (right - right_cut, bottom),
        (x + cut, bottom),
        (x, bottom - cut),
        (x, y + cut),
    )
    return "M" + "L".join(f"{number(px)} {number(py)}" for px, py in points) + "z"


def _end(picture: Picture) -> str:
    x, y = picture.thread, picture.height - 60
    return (
        f'<circle class="fil-knot" cx="{number(x)}" cy="{number(y + 14)}" r="14"/>'
        f'<rect class="fil-knot-stop" x="{number(x - 5)}" y="{number(y + 9)}" width="10"'
        f' height="10"/><text class="fil-end-name" x="{number(x + 26)}" y="{number(y + 19)}">'
        "La fin de l’appel</text>"
    )
