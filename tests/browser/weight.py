"""What a page costs while it arrives: its requests, its bytes, and what moves meanwhile."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.site.builds import SUB_PATH, Built

MOST_BYTES = 63_500
MOST_REQUESTS = 14
LARGEST_SHIFT = 0.01
LATE = {"telephone", "recherche", "mediateurs"}
"""Kinds of page that ask for more once they are there: guides, or the search box in use."""

# Two frames after the last script has run, every shift has been told.
SHIFTED = """() => new Promise(tell => {
  let moved = 0;
  const watch = new PerformanceObserver(list => list.getEntries().forEach(each => {
    moved += each.value;
  }));
  watch.observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(moved))));
})"""


def weight(built: Built, address: str) -> int:
    """Return the bytes that travel for a file, compressed as a good host does it."""
    name = urlsplit(address).path.removeprefix(SUB_PATH)
    file = built.site / name
    content = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(gzip.compress(content, 9))


def slow(page: Page) -> None:
    """Slow the network enough for a first paint before the scripts."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 60,
            "downloadThroughput": 400_000,
            "uploadThroughput": 400_000,
        },
    )


def moved(page: Page) -> list[str]:
    """Return by how much the page moved since it was asked for, when it did."""
    shift: float = page.evaluate(SHIFTED)
    return [f"{shift}"] if shift > LARGEST_SHIFT else []


def cost(built: Built, asked: list[str]) -> list[str]:
    """Return what is too much in what a first visit asked for; a page asks for three files."""
    size = sum(weight(built, each) for each in asked)
    assert len(asked) >= 3, asked
    right = len(asked) <= MOST_REQUESTS and size <= MOST_BYTES
    return [] if right else [f"{len(asked)} requests, {size} bytes"]
