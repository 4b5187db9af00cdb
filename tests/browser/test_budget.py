"""What a first visit costs: everything that a page loads, and nothing that moves meanwhile."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.browser.story import WIDTHS, reading
from tests.site.builds import SUB_PATH, Built

MOST_BYTES = 60 * 1024
MOST_REQUESTS = 12
LARGEST_SHIFT = 0.01
LATE = {"telephone", "recherche", "mediateurs"}
"""Kinds of page that ask for more once they are there: guides, or the search box in use."""
SCRIPT = "tutoriels/cyber-hygiene/message-suspect/telephone/"

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


def test_a_first_visit_is_light(
    browser: Browser, host: str, published: Built, one_page_a_kind: dict[str, str]
) -> None:
    costs = {}
    for kind, address in one_page_a_kind.items():
        with reading(browser, host, width=390) as reader:
            asked: list[str] = []

            def note(request: Request, asked: list[str] = asked) -> None:
                if not request.url.startswith("data:"):
                    asked.append(request.url)

            reader.page.on("request", note)
            reader.opens(address)
            if reader.kind in LATE:
                reader.page.wait_for_load_state("networkidle")
            costs[kind] = (len(asked), sum(weight(published, each) for each in asked))
    assert {
        kind: cost
        for kind, cost in costs.items()
        if cost[0] > MOST_REQUESTS or cost[1] > MOST_BYTES
    } == {}
    assert all(requests >= 3 for requests, _ in costs.values()), costs


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_while_a_page_arrives(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], width: int
) -> None:
    with reading(browser, host, width=width) as reader:
        session = reader.page.context.new_cdp_session(reader.page)
        session.send("Network.enable")
        # Slow enough for a first paint before the scripts.
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": 60,
                "downloadThroughput": 400_000,
                "uploadThroughput": 400_000,
            },
        )
        moved = {}
        for kind, address in one_page_a_kind.items():
            reader.opens(address)
            if (shift := reader.page.evaluate(SHIFTED)) > LARGEST_SHIFT:
                moved[kind] = shift
        assert moved == {}


def test_a_shift_would_be_seen(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        reader.opens("")
        reader.page.wait_for_timeout(600)  # what follows an act at once is not counted
        reader.page.evaluate("document.querySelector('main').prepend('o '.repeat(500))")
        assert reader.page.evaluate(SHIFTED) > LARGEST_SHIFT


def test_a_desk_whose_script_never_comes_is_the_whole_script(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.page.route(re.compile(r"assets/phone\.\w+\.js"), lambda route: route.abort())
        reader.opens(SCRIPT)
        expect(reader.page.locator("html")).not_to_have_class(re.compile("fil-"))
        steps = reader.page.locator("[data-etape]")
        assert steps.count() > 2
        assert all(steps.nth(rank).is_visible() for rank in range(steps.count()))
        assert reader.page.locator(".fil-footer").is_visible()
        keys = reader.page.locator(".fil-key")
        assert keys.count() > 0
        assert not any(key.is_visible() for key in keys.all()), "no key acts without the script"
        assert all("assets/phone." in each or "ERR_FAILED" in each for each in reader.complaints)
        reader.complaints.clear()
