"""What a proposal changes for the people who read, from two built sites.

A summary in Markdown and a page to open: the words that change, and each changed page before and
after, on a phone and on a desk.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from boutdufil.tools.browser import WIDTHS, chromium, served
from boutdufil.tools.html_tree import Element, parse, pretty
from boutdufil.tools.templates import rendered

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_LINES = 200
"""Lines of differences shown for one page."""
TALLEST = 6000
"""Pixels of a page that are pictured."""
SIDES = ("avant", "apres")
ADDED, REMOVED, CHANGED = "ajoutée", "retirée", "changée"
LOOKED_AT = "à regarder"
"""The state of the home page when only the style of the site changes."""

_HASH = re.compile(r"(assets/(?:[\w-]+/)*[\w-]+)\.[0-9a-f]{7,10}\.")
_SEARCH = "assets/search/"
_BACKTICKS = re.compile(r"`+")

_Pictures = dict[str, dict[int, dict[str, str]]]
"""Names of pictures by address, width and side."""


@dataclass(frozen=True, slots=True)
class Change:
    """A page that is not the same on both sides; ``pictures`` are paths by side and width."""

    address: str
    state: str
    title: str
    words: tuple[str, ...]
    """Lines of a unified difference; empty when only what is not read changes."""
    pictures: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two sites. ``others`` are files that are not pages."""

    changes: tuple[Change, ...]
    others: tuple[str, ...]


def compare(before: Path, after: Path) -> Comparison:
    """Compare two built sites; the names that files take from their content do not count."""
    former, latter = _files(before), _files(after)
    changes = []
    others = []
    for name in sorted({*former, *latter}):
        old, new = former.get(name), latter.get(name)
        if old == new:
            continue
        if name.endswith(".html"):
            changes.append(_change(name, old, new))
        else:
            # The index is cut into many small files, of which one word changes several.
            others.append(_SEARCH if name.startswith(_SEARCH) else name)
    if any(name.endswith(".css") for name in others) and not any(
        change.address == "" for change in changes
    ):
        changes.insert(0, Change("", LOOKED_AT, "Le style du site change", ()))
    return Comparison(tuple(changes), tuple(dict.fromkeys(others)))


def _files(site: Path) -> dict[str, bytes]:
    """Return the files by a name, and with a text, that only change with what is read."""
    files = {}
    for file in sorted(site.rglob("*")):
        if file.is_file():
            raw = file.read_bytes()
            if file.suffix == ".html":
                raw = _HASH.sub(r"\1.", raw.decode()).encode()
            files[_HASH.sub(r"\1.", file.relative_to(site).as_posix())] = raw
    return files


def _change(name: str, old: bytes | None, new: bytes | None) -> Change:
    state = ADDED if old is None else REMOVED if new is None else CHANGED
    former, latter = (parse(raw.decode()) if raw is not None else None for raw in (old, new))
    shown = latter or former
    assert shown is not None
    titles = shown.all("title")
    words: tuple[str, ...] = ()
    if former and latter:
        difference = difflib.unified_diff(_lines(former), _lines(latter), n=1, lineterm="")
        words = tuple(line for line in difference if not line.startswith(("---", "+++")))
    return Change(
        address=name.removesuffix("index.html"),
        state=state,
        title=titles[0].text if titles else name,
        words=words[:MOST_LINES],
    )


def _lines(page: Element) -> list[str]:
    """Return what is read on a page, one block a line."""
    places = page.all("main") or [page]
    bare = (re.sub(r"<[^>]+>", "", line) for line in pretty(places[0]).splitlines())
    return [line.strip() for line in bare if line.strip()]


def picture(
    comparison: Comparison, before: Path, after: Path, folder: Path, most: int
) -> Comparison:
    """Write the pictures of the first ``most`` changed pages into ``folder``."""
    chosen = [change for change in comparison.changes if not _is_redirect(change, before, after)]
    pictures: _Pictures = {change.address: {} for change in chosen[:most]}
    with chromium() as browser:
        for side, site in zip(SIDES, (before, after), strict=True):
            _picture_side(browser, side, site, folder, pictures)
    _drop_those_alike(pictures, folder)
    changes = (
        replace(change, pictures=pictures.get(change.address, {})) for change in comparison.changes
    )
    return replace(comparison, changes=tuple(changes))


def _picture_side(
    browser: Browser, side: str, site: Path, folder: Path, pictures: _Pictures
) -> None:
    with served(site) as home:
        for rank, address in enumerate(pictures):
            if not _page(site, address).is_file():
                continue
            for width in WIDTHS:
                name = f"{rank + 1:02}-{width}-{side}.png"
                (folder / name).write_bytes(_shoot(browser, home + address, width))
                pictures[address].setdefault(width, {})[side] = name


def _drop_those_alike(pictures: _Pictures, folder: Path) -> None:
    for by_width in pictures.values():
        for width, sides in list(by_width.items()):
            raws = [(folder / name).read_bytes() for name in sides.values()]
            if len(raws) == 2 and raws[0] == raws[1]:
                for name in sides.values():
                    (folder / name).unlink()
                del by_width[width]


def _shoot(browser: Browser, address: str, width: int) -> bytes:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, locale="fr-FR", reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        page.goto(address)
        height = int(page.evaluate("document.documentElement.scrollHeight"))
        shown = {"x": 0.0, "y": 0.0, "width": float(width), "height": float(min(height, TALLEST))}
        return page.screenshot(full_page=True, clip=shown)  # type: ignore[arg-type]
    finally:
        context.close()


def _page(site: Path, address: str) -> Path:
    return site / address / "index.html" if not address.endswith(".html") else site / address


def _is_redirect(change: Change, before: Path, after: Path) -> bool:
    """A redirect leaves at once: its picture would be that of another page."""
    files = (_page(site, change.address) for site in (after, before))
    text = next(file.read_text(encoding="utf-8") for file in files if file.is_file())
    return bool(parse(text).all("meta", http_equiv="refresh"))


def summary(comparison: Comparison) -> str:
    """Return the summary in Markdown; what strangers wrote stays within its code block."""
    lines = ["## Ce que cette proposition change", "", counted_pages(comparison), ""]
    if comparison.others:
        lines += ["Autres fichiers : " + ", ".join(map(_code, comparison.others)) + ".", ""]
    for change in comparison.changes:
        lines += [f"### {_code('/' + change.address)} ({change.state})", ""]
        if change.words:
            fence = _fence("\n".join(change.words))
            lines += [f"{fence}diff", *change.words, fence, ""]
    return "\n".join(lines).rstrip() + "\n"


def counted_pages(comparison: Comparison) -> str:
    """Say how many pages are added, changed and removed."""
    states = [change.state for change in comparison.changes]
    told = [
        f"{states.count(state)} {state}{'s' if states.count(state) > 1 else ''}"
        for state in (ADDED, CHANGED, REMOVED)
        if state in states
    ]
    return f"Pages : {', '.join(told)}." if told else "Aucune page ne change."


def _fence(text: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    return "`" * max(3, longest + 1)


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(text)), default=0) + 1)
    return f"{fence}{text}{fence}"


def page(comparison: Comparison) -> str:
    """Return the page that a reviewer opens."""
    return rendered(
        "changed_pages.html",
        changes=comparison.changes,
        others=comparison.others,
        counted=counted_pages(comparison),
        sides=dict(zip(SIDES, ("Avant", "Après"), strict=True)),
    )
