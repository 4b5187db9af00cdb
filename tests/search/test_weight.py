"""What a first search asks of the host, when each letter is answered before the next is typed."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Request

from boutdufil.publish.assets import gather
from boutdufil.publish.compressed import WAYS
from tests.bench_search import sample
from tests.search.engine import REPOSITORY, Corpus, opened

QUESTIONS = 16
MOST = 41_200
"""Bytes, compressed as beside each file: the engine, the list, the manifest and the shards; half of
the questions ask for less. So does whoever types faster than the answers come: what is between is
skipped."""
LIST = gather(REPOSITORY / "overrides" / "assets")["search-list.js"].content
TYPE = """async question => {
  for (let end = 1; end <= question.length; end++) {
    await filSearch.search(question.slice(0, end), { prefix: true, limit: 5 });
  }
}"""


def test_a_first_search_typed_key_by_key_is_light(corpus: Corpus) -> None:
    weights = {}
    with opened(corpus) as engine:
        asked: list[Path] = []

        def note(request: Request) -> None:
            asked.append(Path(unquote(urlsplit(request.url).path)))

        engine.thread.submit(engine.page.on, "request", note).result()
        for question in sample()[:QUESTIONS]:
            asked.clear()
            engine.forget()
            engine.evaluate(TYPE, question)
            scripts = [file for file in asked if file.suffix == ".js"]
            files = [LIST, *(file.read_bytes() for file in scripts)]
            weights[question] = sum(len(WAYS["gz"](each)) for each in files)
    assert len(weights) == QUESTIONS
    assert min(weights.values()) > 12_000, weights
    assert median(weights.values()) <= MOST, weights
