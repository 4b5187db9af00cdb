"""A search engine in a browser, without the site around it: a page, its script, its shards."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import mkdocs
from playwright.sync_api import Page, sync_playwright

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.published import Published
from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.project import read, search_documents
from boutdufil.publish.assets import gather
from boutdufil.search.documents import TUTORIAL, SearchDocument, synonyms_of
from boutdufil.search.index import Index
from boutdufil.search.shards import search_files
from boutdufil.tools.browser import launched

REPOSITORY = Path(__file__).parents[2]
DOCS = REPOSITORY / "docs"
ENGINE = gather(REPOSITORY / "overrides" / "assets")["search.js"].content
MKDOCS_SEARCH = Path(mkdocs.__file__).parent / "contrib" / "search"
LUNR = MKDOCS_SEARCH / "templates" / "search" / "lunr.js"
"""lunr.js 2.3.9, as mkdocs ships it: the oracle."""


@dataclass(frozen=True)
class Corpus:
    """What is searched."""

    documents: tuple[SearchDocument, ...]
    synonyms: Synonyms


def read_corpus(docs: Path = DOCS) -> Corpus:
    """Return what a content folder gives to search."""
    return corpus_of(read(docs, date.today()))


def corpus_of(content: Content) -> Corpus:
    """Return what a content gives to search."""
    tutorials = [tutorial for tutorial in content.tutorials if not tutorial.draft]
    catalog = Catalog.of(content.taxonomy, tutorials, content.terms)
    return Corpus(
        tuple(search_documents(Published(content=content, catalog=catalog))),
        synonyms_of(catalog, content.synonyms),
    )


def multiplied(corpus: Corpus, count: int) -> Corpus:
    """Return a corpus with ``count`` tutorials: the same words, under other titles and numbers."""
    tutorials = [each for each in corpus.documents if each.kind == TUTORIAL]
    others = [each for each in corpus.documents if each.kind != TUTORIAL]
    many = []
    for rank in range(count):
        turn, place = divmod(rank, len(tutorials))
        model = tutorials[place]
        title = f"{model.title}, suite {turn}"
        many.append(
            replace(
                model,
                reference=f"{model.reference}-{turn}",
                number=f"{1000 + rank}",
                title=title,
                fields={**model.fields, "titre": title},
            )
        )
    return replace(corpus, documents=(*many, *others))


@dataclass
class Engine:
    """The engine, open in a page.

    Playwright is bound to a thread, and allows one of itself in each: this one has its own, so that
    it can stand beside the browser of the scenarios in one process.
    """

    thread: ThreadPoolExecutor
    page: Page
    folder: Path

    def evaluate(self, script: str, argument: object = None) -> Any:  # noqa: ANN401  # any JSON
        """Return what ``script`` gives in the page.

        Values go as one text, and come back as one: Playwright would wrap each of thousands.
        """
        if argument is None:
            return self.thread.submit(self.page.evaluate, script).result()
        asked = f"async told => JSON.stringify(await ({script})(JSON.parse(told)))"
        given = self.thread.submit(self.page.evaluate, asked, json.dumps(argument)).result()
        return None if given is None else json.loads(given)

    def add(self, script: Path) -> None:
        """Add a script to the page."""
        self.thread.submit(self.page.add_script_tag, path=script).result()

    def forget(self) -> None:
        """Open the page anew: nothing is loaded."""
        self.thread.submit(self.page.goto, f"{self.folder.as_uri()}/index.html").result()

    def search(self, query: str, **options: object) -> dict[str, Any]:
        """Return the answer to ``query``."""
        asked = [query, {"prefix": True, "limit": 10, **options}]
        answer: dict[str, Any] = self.evaluate(
            "([query, options]) => filSearch.search(query, options)", asked
        )
        return answer

    def found(self, query: str, **options: object) -> list[str]:
        """Return the number, or the name of the term, of each result."""
        results = self.search(query, **options)["resultats"]
        return [result["numero"] or result["ref"] for result in results]


def write_page(folder: Path, corpus: Corpus) -> None:
    """Write a page that holds a search form and nothing else."""
    files = search_files(corpus.documents, corpus.synonyms)
    for address, content in files.values():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / "search.js").write_bytes(ENGINE)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Recherche</title>'
        f'<form data-manifeste="{files["search/manifest.js"][0]}"></form>'
        '<script src="search.js"></script>',
        "utf-8",
    )


@contextmanager
def opened(corpus: Corpus) -> Iterator[Engine]:
    """Open an engine over ``corpus``, in a browser of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="recherche-") as name,
        ThreadPoolExecutor(max_workers=1) as thread,
    ):
        folder = Path(name)
        write_page(folder, corpus)
        playwright = thread.submit(sync_playwright().start).result()
        chromium = thread.submit(launched, playwright).result()
        try:
            page = thread.submit(chromium.new_page).result()
            engine = Engine(thread, page, folder)
            engine.forget()
            yield engine
        finally:
            thread.submit(chromium.close).result()
            thread.submit(playwright.stop).result()


def whole_index(documents: Sequence[SearchDocument]) -> Mapping[str, object]:
    """Return the index that lunr.js loads whole."""
    whole: Mapping[str, object] = json.loads(json.dumps(Index.of(documents).build().serialize()))
    return whole
