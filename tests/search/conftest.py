from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.search.engine import Corpus, Engine, opened, read_corpus


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The real content."""
    return read_corpus()


@pytest.fixture(scope="session")
def engine(corpus: Corpus) -> Iterator[Engine]:
    """The engine over the real content."""
    with opened(corpus) as found:
        yield found
