"""A picture of every kind of page, in every light, to look at.

The longest page of each template, on a phone and on a desk, in light, dark and strong contrast,
with and without JavaScript; and an index.html that shows them side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from boutdufil.tools.browser import WIDTHS, chromium, served
from boutdufil.tools.page_kinds import longest_of_each_kind
from boutdufil.tools.templates import rendered
from boutdufil.tools.unusable import UnusableError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at a page."""

    width: int
    light: str
    script: str

    def __str__(self) -> str:
        """Return what a file is named after: ``390-sombre-avec-js``."""
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


def chosen_kinds(site: Path, wanted: Sequence[str]) -> Mapping[str, str]:
    """Return the address to look at for each kind that is wanted, or for all.

    Raises UnusableError for a kind that the site does not have.
    """
    kinds = longest_of_each_kind(site)
    if unknown := sorted({*wanted} - {*kinds}):
        raise UnusableError(f"genre inconnu : {', '.join(unknown)} ; il y a {', '.join(kinds)}.")
    return {kind: kinds[kind] for kind in wanted or kinds}


def look_at(site: Path, wanted: Sequence[str], folder: Path) -> int:
    """Look at a built site; write the pictures, and the page that shows them; return how many."""
    chosen = chosen_kinds(site, wanted)
    folder.mkdir(parents=True, exist_ok=True)
    for kind in chosen:
        for old in folder.glob(f"{kind}-[0-9]*.png"):
            old.unlink()
    with chromium() as browser, served(site) as home:
        written = shoot(browser, home, chosen, folder)
    shown = rendered("look.html", kinds=longest_of_each_kind(site), looks=looks())
    (folder / "index.html").write_text(shown, encoding="utf-8")
    return len(written)
