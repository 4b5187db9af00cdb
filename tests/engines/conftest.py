"""The browsers, opened once each: the two oldest Chromes, Firefox, and the engine of Safari."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

import pytest

from tests.engines.chrome import Chrome
from tests.engines.engine import Engine, MissingEngineError
from tests.engines.firefox import Firefox
from tests.engines.host import Host, listening
from tests.engines.webkit import WebKit
from tests.site.builds import Built
from tests.site.conftest import project, real_site, share

__all__ = ["project", "real_site", "share"]

ENGINES: Mapping[str, Callable[[], Engine]] = {
    "chrome-64": lambda: Chrome(64),
    "chrome-80": lambda: Chrome(80),
    "firefox": Firefox,
    "webkit": WebKit,
}
ALL_WANTED = "BOUTDUFIL_NAVIGATEURS"
"""Set by « make essai-navigateurs »: a browser that is missing is then a failure."""


def opened(name: str) -> Engine:
    """Open a browser; where it is not installed, the test says so and is left out."""
    try:
        return ENGINES[name]()
    except MissingEngineError as error:
        if ALL_WANTED in os.environ:
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="module", params=ENGINES)
def visitor(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Someone in front of each browser in turn."""
    engine = opened(request.param)
    try:
        yield engine
    finally:
        engine.close()


@pytest.fixture(scope="module")
def oldest() -> Iterator[Engine]:
    """Someone in front of the oldest browser that we can have."""
    engine = opened("chrome-64")
    try:
        yield engine
    finally:
        engine.close()


@pytest.fixture(scope="session")
def host(real_site: Built) -> Iterator[Host]:
    with listening(real_site.site) as host:
        yield host
