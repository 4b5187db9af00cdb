"""The scripts of the site in an empty page: what they compute is tried without building a site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from boutdufil.language import browser as french
from boutdufil.publish.assets import gather

ASSETS = Path(__file__).parents[2] / "overrides" / "assets"


@contextmanager
def empty_page(browser: Browser, *scripts: str, tables: str = "") -> Iterator[Page]:
    """Open an empty page with French, then ``tables``, then some scripts by logical name."""
    assets = gather(ASSETS)
    code = [french.script(), assets[french.SCRIPT].content.decode(), tables]
    code += [assets[name].content.decode() for name in scripts]
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    try:
        for each in filter(None, code):
            page.add_script_tag(content=each)
        yield page
        assert complaints == []
    finally:
        page.close()
