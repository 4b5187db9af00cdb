"""What one sees of a walk through a tutorial, step by step."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

URGENT = "tutoriels/cyber-hygiene/message-suspect/"
CALM = "tutoriels/smartphone/wifi/"


def done(page: Page) -> Locator:
    return page.get_by_role("button", name="C’est fait", exact=True)


def held(page: Page) -> Locator:
    """Where the device is said, and changed."""
    return page.locator("select").and_(page.get_by_label("Sur quel appareil ?"))


def steps(page: Page) -> list[str]:
    """The titles of the steps that are shown."""
    titles = page.locator(".fil-step h3").filter(visible=True).all_inner_texts()
    return [re.sub(r"\s+", " ", title).removeprefix("Étape").strip() for title in titles]


def is_at(page: Page, anchor: str, title: str) -> None:
    """One step is shown, the address says which, the keyboard and the voice are at its title."""
    expect(page).to_have_url(re.compile(f"{re.escape(anchor)}$"))
    shown = page.locator(".fil-step h3").filter(visible=True)
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text(title)
    expect(shown).to_be_focused()
    assert page.evaluate("scrollY") == 0
