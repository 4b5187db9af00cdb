"""What a reader downloads of a site: for the first page, then for a first search there.

Counted where it is served, so that what a worker asks for counts as well. Each file counts once,
compressed by gzip at level 9 as any host can; what is compressed already stays about what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree.ElementTree import Element

from playwright.sync_api import Browser, Error
from tinyhtml5 import parse

from boutdufil.tools.browser import answering
from tests.bench_search import weight
from tests.peers.projects import Peer

QUESTION = "message suspect"
PATIENCE = 30_000
"""Milliseconds that an answer is waited for: the largest indexes take seconds to be read."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, asked: list[Path], directory: str) -> None:
        self._files = asked
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        found = Path(super().translate_path(path))
        self._files.append(found / "index.html" if found.is_dir() else found)
        return str(found)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as its parent
        pass


@contextmanager
def counted(site: Path) -> Iterator[tuple[str, list[Path]]]:
    """Serve ``site`` at a root; yield its address, and the files that are asked for."""
    asked: list[Path] = []
    handler = partial(_Handler, asked=asked, directory=str(site))
    with answering(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as port:
        yield f"http://127.0.0.1:{port}/", asked


def total(files: Sequence[Path]) -> int:
    """Return the bytes of files, each once; those that are not there weigh nothing."""
    return sum(weight(file) for file in {*files} if file.is_file())


def downloaded(browser: Browser, peer: Peer, site: Path) -> dict[str, int]:
    """Return the bytes of the first page, and those that a first search asks for besides.

    The page is the same tutorial for all. A search without any answer is left out.
    """
    with counted(site) as (home, asked):
        context = browser.new_context(locale="fr-FR")
        try:
            page = context.new_page()
            page.goto(home + peer.tutorial)
            page.wait_for_load_state("networkidle")
            told = {"first_page_gzip": total(asked)}
            try:
                if peer.search.opens:
                    page.locator(peer.search.opens).first.click()
                box = page.locator(peer.search.box).first
                box.focus()
                box.press_sequentially(QUESTION, delay=50)
                page.locator(peer.search.answer).first.wait_for(state="attached", timeout=PATIENCE)
            except Error:
                return told
            page.wait_for_load_state("networkidle")
            return {**told, "first_search_gzip": total(asked) - told["first_page_gzip"]}
        finally:
            context.close()


def words(peer: Peer, site: Path) -> int:
    """Return how many words the same tutorial has: whether a tool has lost some of them."""
    file = site / peer.tutorial
    page = file if file.suffix == ".html" else file / "index.html"
    return words_of(page.read_text("utf-8"))


def words_of(html: str) -> int:
    """Return how many words a page says, its menus left out: they grow with the site.

    >>> words_of("<main><nav>Accueil, Thèmes</nav><p>Je lis <b>tout</b>.</p></main>")
    4
    """
    main = parse(html, namespace_html_elements=False).find(".//main")
    return 0 if main is None else len(" ".join(_said(main)).split())


def _said(element: Element) -> Iterator[str]:
    if element.tag != "nav":
        yield element.text or ""
        for child in element:
            yield from _said(child)
            yield child.tail or ""
