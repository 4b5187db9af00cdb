"""``python -m tests.contact_sheet``: every screen of the site, as pictures to look at.

Writes build/ecrans/*.png: the examples of the guide and the screens of the tutorials, on a desk and
on a narrow phone, in light, in dark, in black and white, and with letters twice as large.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from playwright.sync_api import Browser, sync_playwright

from boutdufil.kinds.folder import ContentReader
from boutdufil.model.screen import Screen
from boutdufil.model.script import Picture
from tests.browser.conftest import ARGUMENTS
from tests.drawing import ROOT, draw, page

TARGET = ROOT / "build" / "ecrans"
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


def screens() -> Iterator[Screen]:
    """Yield every screen of the guide and of the tutorials, each form of it."""
    content = ContentReader(ROOT / "docs").read(date.today())
    for example in content.examples:
        forms = [variant.screen for variant in example.screen.variants]
        yield from (replace(form, caption=example.word) for form in forms or [example.screen])
    for tutorial in content.tutorials:
        for part in tutorial.script.parts():
            if isinstance(part, Picture):
                forms = [variant.screen for variant in part.screen.variants]
                yield from forms or [part.screen]


def write(browser: Browser) -> list[str]:
    """Write the sheets; return their names."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.png"):
        old.unlink()
    figures = [draw(screen) for screen in screens()]
    written = []
    for look, (width, scheme, medium, style) in LOOKS.items():
        context = browser.new_context(viewport={"width": width, "height": 800})
        sheet = context.new_page()
        sheet.emulate_media(color_scheme=scheme, media=medium)  # type: ignore[arg-type]
        count = SCREENS_A_SHEET.get(look, SCREENS_A_USUAL_SHEET)
        for start in range(0, len(figures), count):
            sheet.set_content(page(figures[start : start + count], style))
            name = f"{look}-{start // count + 1:02}.png"
            sheet.screenshot(path=TARGET / name, full_page=True)
            written.append(name)
        context.close()
    return written


def main() -> None:
    """Open Chromium, write the sheets, say where they are."""
    with sync_playwright() as playwright:
        executable = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        written = write(browser)
        browser.close()
    print(f"{len(written)} planches dans {TARGET.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
