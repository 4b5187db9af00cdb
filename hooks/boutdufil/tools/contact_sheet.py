"""Every screen of the site, as pictures to look at.

The examples of the guide and the screens of the tutorials, on a desk and on a narrow phone, in
light, in dark, in black and white, and with letters twice as large.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from boutdufil.kinds.content import Content
from boutdufil.model.screen import Screen
from boutdufil.model.script import Picture
from boutdufil.tools.browser import chromium
from boutdufil.tools.drawing import draw, environment, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCREENS_A_SHEET = {"grand": 3}
SCREENS_A_USUAL_SHEET = 12
GRID = (
    "main{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));grid-gap:0 1rem;"
    "align-items:start}h1{display:none}.fil-wide{max-width:none}"
)
LARGE = "html{font-size:250%}"
LOOKS: dict[str, tuple[int, str, str, str]] = {
    "clair": (1500, "light", "screen", GRID),
    "sombre": (1500, "dark", "screen", GRID),
    "papier": (1000, "light", "print", GRID),
    "etroit": (320, "light", "screen", ""),
    "grand": (390, "light", "screen", LARGE),
}


def screens(content: Content) -> Iterator[Screen]:
    """Yield every screen of the guide and of the tutorials, each form of it."""
    for example in content.examples:
        forms = [variant.screen for variant in example.screen.variants]
        yield from (replace(form, caption=example.word) for form in forms or [example.screen])
    for tutorial in content.tutorials:
        for part in tutorial.script.parts():
            if isinstance(part, Picture):
                forms = [variant.screen for variant in part.screen.variants]
                yield from forms or [part.screen]


def write_sheets(content: Content, overrides: Path, folder: Path) -> list[str]:
    """Draw every screen of ``content`` and write the sheets; return their names."""
    templates = environment(overrides, content.taxonomy)
    figures = [draw(screen, templates) for screen in screens(content)]
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for old in folder.glob("*.png"):
            old.unlink()
        return [
            name
            for look in LOOKS
            for name in _write_look(browser, look, figures, overrides, folder)
        ]


def _write_look(
    browser: Browser, look: str, figures: list[str], overrides: Path, folder: Path
) -> Iterator[str]:
    width, scheme, medium, style = LOOKS[look]
    context = browser.new_context(viewport={"width": width, "height": 800})
    sheet = context.new_page()
    sheet.emulate_media(color_scheme=scheme, media=medium)  # type: ignore[arg-type]
    count = SCREENS_A_SHEET.get(look, SCREENS_A_USUAL_SHEET)
    for start in range(0, len(figures), count):
        sheet.set_content(page(figures[start : start + count], overrides, style))
        name = f"{look}-{start // count + 1:02}.png"
        sheet.screenshot(path=folder / name, full_page=True)
        yield name
    context.close()
