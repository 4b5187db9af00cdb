"""What is compared: our engine, stock French lunr, and Pagefind when it is at hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from boutdufil.search.documents import SearchDocument
from tests.browser.story import served
from tests.search.engine import LUNR, MKDOCS_SEARCH, Corpus, opened
from tests.site.builds import build, copy_project

Search = Callable[[str], Sequence[str]]
LANGUAGE = MKDOCS_SEARCH / "lunr-language"
PAGEFIND = Path(os.environ.get("PAGEFIND", "node_modules/.bin/pagefind"))
"""Pagefind's command, for those who develop: ``npm install pagefind``, in a folder of their own."""

# As stock Material: title and text, the French pipeline of lunr-languages, every word a prefix.
STOCK = """documents => {
  window.stock = lunr(function () {
    this.use(lunr.fr);
    this.ref('name');
    this.field('title', { boost: 1000 });
    this.field('text');
    for (const each of documents) this.add(each);
  });
  const pipeline = ['trimmer-fr', 'stopWordFilter-fr', 'stemmer-fr'];
  window.ask = text => {
    try {
      return stock.search(text.replace(/[:^~+*-]/g, ' ').trim().replace(/\\s+|$/g, '* '))
        .slice(0, 10).map(each => each.ref);
    } catch (refused) { return []; }
  };
}"""
FIND = """async text => {
  const found = await (await pagefind.search(text)).results;
  const data = await Promise.all(found.slice(0, 20).map(each => each.data()));
  return data.map(each => each.url);
}"""


def name_of(document: SearchDocument) -> str:
    """Return the name by which ``questions.txt`` knows a document."""
    return document.number or document.reference


@contextmanager
def ours(corpus: Corpus) -> Iterator[Search]:
    """Yield our engine."""
    with opened(corpus) as engine:
        yield engine.found


@contextmanager
def stock(browser: Browser, corpus: Corpus) -> Iterator[Search]:
    """Yield lunr.js with lunr-languages, as mkdocs ships them."""
    documents = [
        {"name": name_of(each), "title": each.title, "text": " ".join(each.fields.values())}
        for each in corpus.documents
    ]
    context = browser.new_context()
    page = context.new_page()
    for script in (LUNR, LANGUAGE / "lunr.stemmer.support.js", LANGUAGE / "lunr.fr.js"):
        page.add_script_tag(path=script)
    page.evaluate(STOCK, documents)
    yield lambda text: list(page.evaluate("text => ask(text)", text))
    context.close()


@contextmanager
def pagefind(browser: Browser, corpus: Corpus) -> Iterator[Search | None]:
    """Yield Pagefind over the built site; None when it is not installed."""
    if not PAGEFIND.exists() or not shutil.which("node"):
        yield None
        return
    names = {
        f"{'tutoriels' if each.number else 'glossaire'}/{each.reference}": name_of(each)
        for each in corpus.documents
    }
    with tempfile.TemporaryDirectory(prefix="pagefind-") as folder:
        site = Path(folder) / "site"
        build(copy_project(Path(folder) / "projet"), site)
        command = [str(PAGEFIND), "--site", str(site), "--quiet"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        with served(site) as home:
            context = browser.new_context(bypass_csp=True)
            page = context.new_page()
            page.goto(home)
            page.evaluate(
                "async home => { window.pagefind = await import(home + 'pagefind/pagefind.js');"
                " await pagefind.init(); }",
                home,
            )

            def ask(text: str) -> list[str]:
                found: list[Any] = page.evaluate(FIND, text)
                keys = ("/".join(url.split("#")[0].rstrip("/").split("/")) for url in found)
                known = [
                    name
                    for url in keys
                    for path, name in names.items()
                    if url.endswith((path, f"{path}/telephone"))
                ]
                return list(dict.fromkeys(known))

            yield ask
            context.close()
