"""What a page must hold for everyone, looked for in the page itself: see ``access.js``."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

NARROW = 320
"""Pixels of the narrowest phone, and of a screen of 1280 zoomed four times."""
CHECKS = Path(__file__).with_name("access.js").read_text(encoding="utf-8").rstrip()


def look(page: Page, check: str, *values: object) -> list[str]:
    """Return what ``check`` finds wrong on the page."""
    call = ", ".join(map(str, values))
    found: list[str] = page.evaluate(f"{CHECKS}.{check}({call})")
    return found
