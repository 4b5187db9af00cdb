"""``python -m tests.changed_pages AVANT APRÈS``: what a proposal changes for the people who read.

Each side is a project, built with ``make site``, or a site already built. Writes in build/apercu/ a
summary (resume.md) and a page to open (index.html): the words that change, and each changed page
before and after, on a phone and on a desk.
"""

from __future__ import annotations

import argparse
import difflib
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.story import WIDTHS, served
from tests.site.reading import Element, parse, pretty

TEMPLATE = Path(__file__).with_name("changed_pages.html")
MOST_PICTURED = 20
"""Pages that are pictured; a reviewer does not look at more."""
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


@dataclass(frozen=True)
class Change:
    """A page that is not the same on both sides; ``pictures`` are paths by side and width."""

    address: str
    state: str
    title: str
    words: tuple[str, ...]
    """Lines of a unified difference; empty when only what is not read changes."""
    pictures: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
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
    comparison: Comparison, before: Path, after: Path, folder: Path, most: int = MOST_PICTURED
) -> Comparison:
    """Write the pictures of the first changed pages into ``folder``."""
    chosen = [change for change in comparison.changes if not _is_redirect(change, before, after)]
    pictures: dict[str, dict[int, dict[str, str]]] = {
        change.address: {} for change in chosen[:most]
    }
    with sync_playwright() as playwright:
        executable = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for side, site in zip(SIDES, (before, after), strict=True):
            with served(site) as home:
                for rank, address in enumerate(pictures):
                    if not _page(site, address).is_file():
                        continue
                    for width in WIDTHS:
                        name = f"{rank + 1:02}-{width}-{side}.png"
                        (folder / name).write_bytes(_shoot(browser, home + address, width))
                        pictures[address].setdefault(width, {})[side] = name
        browser.close()
    for address, by_width in pictures.items():
        for width, sides in list(by_width.items()):
            raws = [(folder / name).read_bytes() for name in sides.values()]
            if len(raws) == 2 and raws[0] == raws[1]:
                for name in sides.values():
                    (folder / name).unlink()
                del pictures[address][width]
    return Comparison(
        tuple(
            Change(
                change.address,
                change.state,
                change.title,
                change.words,
                pictures.get(change.address, {}),
            )
            for change in comparison.changes
        ),
        comparison.others,
    )


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
    lines = ["## Ce que cette proposition change", "", _counted(comparison), ""]
    if comparison.others:
        lines += ["Autres fichiers : " + ", ".join(map(_code, comparison.others)) + ".", ""]
    for change in comparison.changes:
        lines += [f"### {_code('/' + change.address)} ({change.state})", ""]
        if change.words:
            fence = _fence("\n".join(change.words))
            lines += [f"{fence}diff", *change.words, fence, ""]
    return "\n".join(lines).rstrip() + "\n"


def _counted(comparison: Comparison) -> str:
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
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        changes=comparison.changes,
        others=comparison.others,
        counted=_counted(comparison),
        sides=dict(zip(SIDES, ("Avant", "Après"), strict=True)),
    )


def site_of(folder: Path) -> Path:
    """Return the site of ``folder``: itself, or what ``make site`` builds from it.

    Raises ValueError when it is neither a project nor a site.
    """
    if (folder / "404.html").is_file():
        return folder
    if not (folder / "mkdocs.yml").is_file():
        raise ValueError(f"« {folder} » n’est ni un projet, ni un site construit.")
    subprocess.run(["make", "--no-print-directory", "-C", str(folder), "site"], check=True)
    return folder / "site"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, picture and write; return 0, or 2 when a side cannot be built."""
    parser = argparse.ArgumentParser(description="Ce qu’une proposition change.", prog="apercu")
    parser.add_argument("avant", type=Path)
    parser.add_argument("apres", type=Path)
    parser.add_argument("--sortie", type=Path, default=Path("build/apercu"))
    parser.add_argument("--images", type=int, default=MOST_PICTURED, help="pages photographiées")
    options = parser.parse_args(arguments)
    try:
        before, after = (site_of(folder) for folder in (options.avant, options.apres))
    except (ValueError, subprocess.CalledProcessError) as error:
        print(f"apercu : {error}", file=sys.stderr)
        return 2
    shutil.rmtree(options.sortie, ignore_errors=True)
    options.sortie.mkdir(parents=True)
    comparison = compare(before, after)
    if comparison.changes:
        comparison = picture(comparison, before, after, options.sortie, options.images)
    _write(options.sortie, {"resume.md": summary(comparison), "index.html": page(comparison)})
    print(f"{_counted(comparison)} {options.sortie / 'index.html'}")
    return 0


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
