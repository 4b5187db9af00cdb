"""What a first search asks of the host, key after key, in a tab that knows nothing."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser

from tests.bench_search import PAGES, WATCH, opened, sample
from tests.site.builds import Built

MOST = 40 * 1024
"""Bytes, compressed: the scripts of the search, its manifest, and the shards."""
KEY = 50
KINDS = 8


def test_a_first_search_typed_key_by_key_is_light(
    browser: Browser, host: str, published: Built
) -> None:
    weights = {}
    for question in sample()[:KINDS]:
        with opened(browser, host, published.site) as tab:
            tab.opens(PAGES["home"])
            tab.page.evaluate(WATCH)
            weights[question] = tab.asks(question, KEY).gzip
    assert len(weights) == KINDS
    assert min(weights.values()) > 10_000, weights
    assert median(weights.values()) <= MOST, weights
