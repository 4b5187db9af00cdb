from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.published import published_content
from tests.search.engine import Corpus, Engine, corpus_of, opened


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The real content."""
    return corpus_of(published_content())


@pytest.fixture(scope="session")
def engine(corpus: Corpus) -> Iterator[Engine]:
    """The engine over the real content."""
    with opened(corpus) as found:
        yield found
