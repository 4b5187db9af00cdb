"""What a first search asks of the host, when each letter is answered before the next is typed."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

import pytest
from deflate import gzip_compress
from playwright.sync_api import Request

from boutdufil.publish.assets import gather
from boutdufil.publish.compressed import GZIP
from tests.bench_search import sample
from tests.conftest import heavy
from tests.search.engine import REPOSITORY, Corpus, Engine, multiplied, opened

QUESTIONS = 16
MOST = {"site": 34_700, "a thousand": 36_600}
"""Bytes, compressed as beside each file: the engine, the list, the manifest and the shards; half of
the questions ask for less. So does whoever types faster than the answers come: the box waits for a
third letter, and what is shown no more is not loaded."""
LIST = gather(REPOSITORY / "overrides" / "assets")["search-list.js"].content
TYPE = """async question => {
  for (let end = 1; end <= question.length; end++) {
    await filSearch.search(question.slice(0, end), { prefix: true, limit: 5 });
  }
}"""


@pytest.mark.parametrize("size", ["site", pytest.param("a thousand", marks=heavy)])
def test_a_first_search_typed_key_by_key_is_light(corpus: Corpus, size: str) -> None:
    weights = {}
    searched = corpus if size == "site" else multiplied(corpus, 1000)
    with opened(searched) as engine:
        asked = asked_of(engine)
        for question in sample()[:QUESTIONS]:
            asked.clear()
            engine.forget()
            engine.evaluate(TYPE, question)
            scripts = [file for file in asked if file.suffix == ".js"]
            files = [LIST, *(file.read_bytes() for file in scripts)]
            weights[question] = sum(len(gzip_compress(each, GZIP)) for each in files)
    assert len(weights) == QUESTIONS
    assert min(weights.values()) > 12_000, weights
    assert median(weights.values()) <= MOST[size], (median(weights.values()), weights)


def test_a_question_that_is_no_more_asked_loads_none_of_its_answers(corpus: Corpus) -> None:
    with opened(corpus) as engine:
        asked = asked_of(engine)
        for waited in (False, True):
            answered = engine.evaluate(
                """waited => filSearch.search("mot de passe", { current: () => waited })
                  .then(answer => answer.total > 0, () => false)""",
                waited,
            )
            assert answered is waited
            assert any(re.match(r"t\d", file.name) for file in asked)
            assert any(re.match(r"d\d", file.name) for file in asked) is waited


def asked_of(engine: Engine) -> list[Path]:
    """Return the files that the page asks for, as it does."""
    asked: list[Path] = []

    def note(request: Request) -> None:
        asked.append(Path(unquote(urlsplit(request.url).path)))

    engine.thread.submit(engine.page.on, "request", note).result()
    return asked
