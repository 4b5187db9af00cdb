"""How far help is for someone afraid, by touch alone, on a small phone.

A message frightens them: from the home page to the first thing that helps, one counts what is
pressed, how often the screen is pushed up, and every word that stands before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize

SMALL: ViewportSize = {"width": 360, "height": 640}
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1"  # noqa: E501
ANDROID = "Mozilla/5.0 (Linux; Android 9; SM-G960F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"  # noqa: E501
SWIPE = 500
"""Pixels that a finger pushes up at once, on such a screen."""
CRY = "J’ai reçu un texto pour un colis"
"""What the home page says in this person's words."""

# The words that are shown above a line of the page; a list to choose from shows one choice.
WORDS = """limit => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (holder.closest('script, .fil-hidden, option:not(:checked)')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    if (getComputedStyle(holder).clip !== 'auto') continue;
    const isChoice = holder.tagName === 'OPTION';
    const {width, height, top} = (isChoice ? holder.parentElement : range).getBoundingClientRect();
    if (!isChoice && !holder.checkVisibility()) continue;
    if (width > 1 && height > 1 && top + scrollY < limit) {
      found.push(...(walker.currentNode.data.match(/[\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*/gu) || []));
    }
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Road:
    """What it took to be helped."""

    taps: int
    swipes: int
    words: int
    first_help: str


@contextmanager
def small_phone(
    browser: Browser,
    agent: str = ANDROID,
    *,
    width: int = SMALL["width"],
    height: int = SMALL["height"],
    is_touched: bool = True,
) -> Iterator[Page]:
    """A phone that knows nothing of the site, held upright; else a window as small."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        user_agent=agent,
        has_touch=is_touched,
        is_mobile=is_touched,
        locale="fr-FR",
        reduced_motion="reduce",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def road_to_help(page: Page, home: str) -> Road:
    """Go from the home page to the first sentence that helps with a frightening message."""
    page.goto(home)
    cry = page.get_by_role("link", name=CRY).first
    swipes = _swipes(page, cry)
    words = _words_above(page, _bottom(cry))
    cry.tap()
    help_ = page.locator(".fil-first")
    help_.wait_for()
    swipes += _swipes(page, help_)
    words += _words_above(page, _top(help_))
    return Road(1, swipes, words, help_.inner_text().strip())


def screens_before_steps(page: Page, home: str, site: Path) -> dict[str, float]:
    """Return, for each tutorial, how many screens stand before the first step of its whole page."""
    found = {}
    for file in sorted(site.glob("tutoriels/*/*/index.html")):
        address = file.parent.relative_to(site).as_posix()
        page.goto(f"{home}{address}/#lecture")
        first = page.locator(".fil-step").first
        found[address] = round(_top(first) / SMALL["height"], 2)
    return found


def _top(place: Locator) -> float:
    top: float = place.evaluate("each => each.getBoundingClientRect().top + scrollY")
    return top


def _bottom(place: Locator) -> float:
    bottom: float = place.evaluate("each => each.getBoundingClientRect().bottom + scrollY")
    return bottom


def _swipes(page: Page, place: Locator) -> int:
    size = page.viewport_size
    assert size is not None
    return max(0, ceil((_bottom(place) - size["height"]) / SWIPE))


def _words_above(page: Page, limit: float) -> int:
    words: list[str] = page.evaluate(WORDS, limit)
    return len(words)
