"""``python -m tests.look``: a picture of every kind of page, in every light, to look at.

Writes build/pages/*.png and an index.html that shows them side by side: the longest page of each
template, on a phone and on a desk, in light, dark and strong contrast, with and without JavaScript.
"""

from __future__ import annotations

import argparse
import html
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.story import WIDTHS, served
from tests.kinds import longest_of_each_kind
from tests.site.builds import REPOSITORY, build, copy_project

TARGET = REPOSITORY / "build" / "pages"
LIGHTS: Mapping[str, Mapping[str, str]] = {
    "clair": {"color_scheme": "light"},
    "sombre": {"color_scheme": "dark"},
    "contraste": {"color_scheme": "light", "contrast": "more"},
}
"""What the reader's device asks for."""
SETTINGS: Mapping[str, Mapping[str, str | int]] = {"contraste": {"version": 1, "contraste": "fort"}}
"""What a reader chose on the site, by light: what head/ keeps. Without a script, the
device alone asks."""
KEEP = "kept => localStorage.setItem('fil-confort', JSON.stringify(kept))"
SCRIPTS = {"avec": True, "sans": False}
SHEET = """<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Toutes les pages, sous toutes les lumières</title>
<style>
body {{ margin: 1rem; font: 1rem/1.4 system-ui, sans-serif; }}
ul {{ display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }}
li {{ margin: 0 1rem 1rem 0; }}
img {{ display: block; width: 260px; height: 420px; object-fit: cover; object-position: top;
  border: 1px solid #777; }}
</style></head>
<body><h1>Toutes les pages, sous toutes les lumières</h1>
{sections}
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at a page."""

    width: int
    light: str
    script: str

    def __str__(self) -> str:
        return f"{self.width}-{self.light}-{self.script}-js"


def looks() -> list[Look]:
    """Return every way of looking."""
    return [Look(*each) for each in product(WIDTHS, LIGHTS, SCRIPTS)]


def shoot(browser: Browser, home: str, kinds: Mapping[str, str], folder: Path) -> list[Path]:
    """Write a picture of each kind of page under each light; return the pictures."""
    written = []
    for look in looks():
        context = browser.new_context(
            viewport={"width": look.width, "height": 900},
            java_script_enabled=SCRIPTS[look.script],
            locale="fr-FR",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.emulate_media(**LIGHTS[look.light])  # type: ignore[arg-type]
        if look.light in SETTINGS and SCRIPTS[look.script]:
            page.goto(home, wait_until="load")
            page.evaluate(KEEP, SETTINGS[look.light])
        for kind, address in kinds.items():
            page.goto(home + address, wait_until="load")
            file = folder / f"{kind}-{look}.png"
            page.screenshot(path=file, full_page=True)
            written.append(file)
        context.close()
    return written


def sheet(kinds: Mapping[str, str]) -> str:
    """Return the page that shows every picture."""
    sections = []
    for kind, address in kinds.items():
        pictures = "\n".join(
            f'<li><a href="{kind}-{look}.png"><img src="{kind}-{look}.png" loading="lazy" '
            f'alt="{kind}, {look}"></a> {look}</li>'
            for look in looks()
        )
        title = html.escape(f"{kind} : /{address}")
        sections.append(f"<h2>{title}</h2>\n<ul>\n{pictures}\n</ul>")
    return SHEET.format(sections="\n".join(sections))


def main(arguments: Sequence[str] | None = None) -> None:
    """Publish the site aside, look at it, say where the pictures are."""
    parser = argparse.ArgumentParser(prog="python -m tests.look", description=__doc__)
    parser.add_argument("genres", nargs="*", help="ne regarder que ces genres de page")
    wanted = parser.parse_args(arguments).genres
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        built = build(copy_project(folder / "projet"), folder / "site")
        kinds = longest_of_each_kind(built)
        if unknown := {*wanted} - {*kinds}:
            parser.error(f"genre inconnu : {', '.join(unknown)} ; il y a {', '.join(kinds)}")
        chosen = {kind: kinds[kind] for kind in wanted or kinds}
        for kind in chosen:
            for old in TARGET.glob(f"{kind}-*.png"):
                old.unlink()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        with served(built.site) as home:
            written = shoot(browser, home, chosen, TARGET)
        browser.close()
        (TARGET / "index.html").write_text(sheet(kinds), encoding="utf-8")
    print(f"{len(written)} images, à regarder dans {TARGET.relative_to(REPOSITORY)}/index.html")


if __name__ == "__main__":
    main()
