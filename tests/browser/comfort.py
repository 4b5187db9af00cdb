"""« Texte plus grand »: its settings, as a reader left them or leaves them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.browser.story import Reader

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
DESK = f"{TUTORIAL}telephone/"
KEY = "fil-confort"
EVERYTHING = {
    "texte": "200",
    "lignes": "tres-large",
    "lettres": "distinctes",
    "espaces": "larges",
    "regle": "oui",
    "animations": "moins",
}

CUT = """() => [...document.querySelectorAll('body *')].filter(element => {
  const style = getComputedStyle(element);
  return element.checkVisibility() && !['visible', 'auto'].includes(style.overflowX)
    && style.position !== 'absolute' && style.textOverflow !== 'ellipsis'
    && element.scrollWidth > element.clientWidth + 1;
}).map(element => element.tagName + '.' + element.className)"""


def settled(reader: Reader, settings: Mapping[str, object]) -> None:
    """Have the reader come back with these settings."""
    kept = json.dumps(json.dumps({"version": 1, **settings}))
    reader.page.add_init_script(f"localStorage.setItem('{KEY}', {kept})")


def style(page: Page, name: str, of: str = "body") -> str:
    value: str = page.locator(of).first.evaluate("(e, name) => getComputedStyle(e)[name]", name)
    return value


def stored(page: Page) -> object:
    return page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))")


def opens_the_panel(reader: Reader) -> None:
    reader.page.get_by_role("button", name="Texte plus grand").click()
    expect(reader.page.get_by_role("dialog")).to_be_visible()
