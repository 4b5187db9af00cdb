"""The road of the keyboard through a page: what has the focus, in which order, and seen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypedDict

from playwright.sync_api import Page

from tests.browser.access import CHECKS

SKIP = "a.fil-skip Aller au contenu"
FEWEST = 8
"""Every page has as many things to press at least: its header and its footer."""


class Focused(TypedDict):
    """What has the focus, as ``access.js`` tells it; ``place`` is left, top, right, bottom."""

    name: str
    visible: bool
    onScreen: bool
    place: list[float]
    part: str


def focus(page: Page) -> Focused | None:
    """Return what has the focus, nothing when it is outside the page."""
    focused: Focused | None = page.evaluate(f"{CHECKS}.focused()")
    return focused


def press(page: Page, key: str = "Tab") -> Focused | None:
    """Press a key; return what has the focus then."""
    page.keyboard.press(key)
    return focus(page)


def backwards(reached: Sequence[Focused]) -> Iterator[str]:
    """Yield what is reached above and before what precedes it, in the same part of the page."""
    for before, after in pairwise(reached):
        left, top, _, _ = before["place"]
        _, _, right, bottom = after["place"]
        if before["part"] == after["part"] and bottom <= top and right <= left:
            yield f"{before['name']} → {after['name']}"


def hold(page: Page, times: int) -> None:
    """Keep Tab down while it repeats: as many steps as presses, in half the messages.

    A key that repeats does not wait for the page either: each message goes before the answer to the
    one before has come, in their order. Playwright's own way of waiting for several at once is not
    public; waiting for each costs more than all that the page does.
    """
    keyboard = page.keyboard._impl_obj

    async def held() -> None:
        await asyncio.gather(*(keyboard.down("Tab") for _ in range(times)))

    page._sync(held())
    page.keyboard.up("Tab")


def there_and_back(page: Page) -> list[str]:
    """Return what is wrong on the road from the top of the page to its end, and back."""
    expected = page.evaluate(f"{CHECKS}.focusable()")
    if expected < FEWEST:
        return [f"only {expected} things to press"]
    # Whatever asked for the focus, one starts at the top; after the end, one leaves the page or is
    # back at the top. What is reached is told by the page at the next key, once it has scrolled.
    page.evaluate(
        f"""() => {{
          const checks = {CHECKS};
          window.reached = [];
          window.recorded = window.recorded || document.addEventListener(
            'keydown', () => window.reached && window.reached.push(checks.focused()), true) || true;
          document.querySelector('.fil-skip').focus();
        }}"""
    )
    hold(page, expected)
    reached: list[Focused] = [each for each in page.evaluate("reached") if each]
    after = focus(page)
    if after and after["name"] != SKIP:
        return [f"a trap after {[each['name'] for each in reached[-3:]]}"]
    names = [each["name"] for each in reached]
    if SKIP in names[1:]:
        reached = reached[: names.index(SKIP, 1)]
    return [
        *([] if len(reached) == expected else [f"{len(reached)} reached of {expected}"]),
        *(f"unseen: {each['name']}" for each in reached if not each["visible"]),
        *(f"off the screen: {each['name']}" for each in reached if not each["onScreen"]),
        *(f"backwards: {each}" for each in backwards(reached)),
        *([] if _comes_back(page, expected) else ["never back at the top"]),
    ]


def _comes_back(page: Page, expected: int) -> bool:
    page.evaluate(
        """() => {
          window.reached = null;
          document.body.removeAttribute('id');
          document.querySelector('.fil-skip').addEventListener('focus',
            () => { document.body.id = 'back'; }, {once: true});
        }"""
    )
    page.keyboard.down("Shift")
    hold(page, expected + 2)
    page.keyboard.up("Shift")
    return page.locator("#back").count() == 1
