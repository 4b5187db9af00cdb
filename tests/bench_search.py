"""What searching costs, in Chromium: what is asked of the host, and how long the answer takes.

A question is typed as by someone fast, then put in the box at once, as by dictation. Each opens a
tab that knows nothing; the next question is asked in the same tab. Sizes are gzip's, at level 9.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import zip_longest
from math import ceil
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as NoAnswer

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.published import Published
from boutdufil.project import search_documents
from boutdufil.search.documents import synonyms_of
from boutdufil.search.shards import search_files
from boutdufil.tools.browser import chromium
from tests.browser.story import served
from tests.relevance.questions import read_questions

SAMPLE = 40
WAYS: Mapping[str, float | None] = {"typed": 50, "at once": None}
"""Milliseconds between keys."""
SLOWED = 6
LONGEST_WAIT = 10_000
"""Milliseconds after which a question stays without an answer: the time that is then counted."""
POLLING = 50
SETTLED = 150
"""Milliseconds after an answer in which what it still asks for is counted."""
PAGES = {
    "home": "",
    "tutorial": "tutoriels/cyber-hygiene/message-suspect/",
    "phone": "tutoriels/cyber-hygiene/message-suspect/telephone/",
    "listing": "themes/cyber-hygiene/",
    "search": "recherche/",
}
KINDS = {".html": "html", ".css": "css", ".js": "js"}

# From the last key, or the last change, to the frame that shows what answers the words in the box.
WATCH = """() => {
  const box = document.querySelector('#chercher');
  const search = filBox.search;
  let key = 0, answered = null;
  window.banc = { shown: 0, forget: () => { key = 0; answered = null; banc.shown = 0; } };
  filBox.search = (query, options) => search(query, options).then(answer => {
    answered = query;
    return answer;
  });
  addEventListener('keydown', event => { key = event.timeStamp; }, true);
  addEventListener('input', event => { key = key || event.timeStamp; }, true);
  new MutationObserver(() => {
    if (banc.shown || answered !== box.value) return;
    if (!document.querySelector('#propositions [role=option]')) return;
    requestAnimationFrame(() => setTimeout(() => {
      if (answered === box.value) banc.shown = performance.now() - key;
    }));
  }).observe(box.form, { childList: true, subtree: true });
}"""


@cache
def weight(file: Path) -> int:
    """Return what a file weighs once it is compressed."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


@dataclass(frozen=True)
class Asked:
    """A question, the bytes that it asked of the host, and the time from key to answer."""

    question: str
    gzip: int
    milliseconds: float


@dataclass
class Tab:
    """A tab of a new browser window, and the files that it asked for."""

    page: Page
    home: str
    site: Path
    files: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if url.startswith("data:"):
            return
        assert url.startswith(self.home), url
        path = url.removeprefix(self.home).partition("?")[0]
        self.files.append(self.site / (f"{path}index.html" if path[-1:] in ("", "/") else path))

    def opens(self, address: str) -> None:
        self.page.goto(self.home + address)

    def asks(self, question: str, delay: float | None) -> Asked:
        """Ask a question, key after key or at once, and wait for the answer."""
        before = len(self.files)
        box = self.page.locator("#chercher")
        if box.input_value():
            box.fill("")
        self.page.evaluate("banc.forget()")
        if delay is None:
            box.focus()
            self.page.keyboard.insert_text(question)
        else:
            box.press_sequentially(question, delay=delay)
        with suppress(NoAnswer):
            self.page.wait_for_function("banc.shown", timeout=LONGEST_WAIT, polling=POLLING)
        self.page.wait_for_timeout(SETTLED)
        loaded = sum(map(weight, self.files[before:]))
        return Asked(question, loaded, self.page.evaluate("banc.shown") or LONGEST_WAIT)


@contextmanager
def opened(browser: Browser, home: str, site: Path) -> Iterator[Tab]:
    """Open a tab that knows nothing of the site."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        locale="fr-FR",
        bypass_csp=True,  # waiting for something evaluates it
    )
    yield Tab(context.new_page(), home, site)
    context.close()


def sample() -> list[str]:
    """Return questions of every kind, each after one of another kind."""
    kinds: dict[str, list[str]] = {}
    for question in read_questions():
        kinds.setdefault(question.kind, []).append(question.text)
    each = ceil(SAMPLE / len(kinds))
    spread = [texts[:: len(texts) // each][:each] for texts in kinds.values()]
    turns = zip_longest(*spread)
    return [text for turn in turns for text in turn if text is not None][:SAMPLE]


def build_index(docs: Path) -> dict[str, object]:
    """Return the seconds that index and shards take, once the content is read, and their sizes."""
    content = ContentReader(docs).read(date.today())
    catalog = Catalog.of(content.taxonomy, content.tutorials, content.terms)
    start = time.perf_counter()
    files = search_files(
        search_documents(Published(content=content, catalog=catalog)),
        synonyms_of(catalog, content.synonyms),
    )
    seconds = time.perf_counter() - start
    sizes = {name: len(gzip.compress(each, 9, mtime=0)) for name, (_, each) in files.items()}
    return {
        "seconds": round(seconds, 2),
        "files": len(sizes),
        "manifest_gzip": sizes["search/manifest.js"],
        "largest_gzip": max(sizes.values()),
        "all_gzip": sum(sizes.values()),
    }


def first_load(tab: Tab, address: str) -> dict[str, int]:
    """Return what opening a page asks for, by kind."""
    tab.opens(address)
    tab.page.wait_for_load_state("networkidle")
    sizes = dict.fromkeys((*KINDS.values(), "other"), 0)
    for file in tab.files:
        sizes[KINDS.get(file.suffix, "other")] += weight(file)
    return {"requests": len(tab.files), **sizes, "all_gzip": sum(sizes.values())}


def measure_pages(site: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what opening a page of each kind asks for."""
    with chromium() as browser, served(site) as home:
        for name, address in PAGES.items():
            with opened(browser, home, site) as tab:
                yield "first load", {"page": name, **first_load(tab, address)}


def measure_search(site: Path, *, timed: bool = True) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what searching asks for, and how long answers take when ``timed``."""
    with chromium() as browser, served(site) as home:
        with opened(browser, home, site) as tab:
            tab.opens(PAGES["home"])
            scripts = sum(weight(file) for file in tab.files if file.name.startswith("search"))
            yield "search before focus", {"gzip": scripts}
        for way, delay in WAYS.items():
            tabs = _ask_all(browser, home, site, delay)
            firsts, nexts = [tab[0] for tab in tabs], [tab[1] for tab in tabs]
            yield (
                "search bytes",
                {
                    "question": way,
                    "questions": len(tabs),
                    **_spread("first_gzip", [asked.gzip for asked in firsts]),
                    **_spread("next_gzip", [asked.gzip for asked in nexts]),
                },
            )
            if not timed:
                continue
            slowed = [tab[0] for tab in _ask_all(browser, home, site, delay, slowed=SLOWED)]
            yield (
                "search milliseconds",
                {
                    "question": way,
                    **_spread("first", [asked.milliseconds for asked in firsts]),
                    **_spread("next", [asked.milliseconds for asked in nexts]),
                    **_spread(f"first_slowed_{SLOWED}", [asked.milliseconds for asked in slowed]),
                    "slowest": _slowest(firsts),
                    "slowest_slowed": _slowest(slowed),
                },
            )


def _ask_all(
    browser: Browser, home: str, site: Path, delay: float | None, slowed: int = 1
) -> list[list[Asked]]:
    """Ask each question of the sample in a new tab, then another there, unless it is slowed."""
    questions = sample()
    # Neighbours are about the same thing: what comes after is taken far away.
    half = len(questions) // 2
    tabs = []
    for first, after in zip(questions, questions[half:] + questions[:half], strict=True):
        with opened(browser, home, site) as tab:
            tab.opens(PAGES["home"])
            tab.page.evaluate(WATCH)
            session = tab.page.context.new_cdp_session(tab.page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
            asked = [first] if slowed > 1 else [first, after]
            tabs.append([tab.asks(question, delay) for question in asked])
    return tabs


def _slowest(asked: Sequence[Asked]) -> str:
    return max(asked, key=lambda each: each.milliseconds).question


def _spread(name: str, values: Sequence[float]) -> dict[str, int]:
    ordered = sorted(values)
    return {
        f"{name}_median": round(median(ordered)),
        f"{name}_p95": round(ordered[ceil(len(ordered) * 0.95) - 1]),
        f"{name}_worst": round(ordered[-1]),
    }
