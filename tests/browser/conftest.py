from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from boutdufil.tools.browser import chromium
from boutdufil.tools.page_kinds import longest_of_each_kind
from tests.browser.propose import office, told
from tests.browser.story import served
from tests.site.builds import Built
from tests.site.conftest import addressed_site, project, share

__all__ = ["addressed_site", "office", "project", "share", "told"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one a worker."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def published(addressed_site: Built) -> Built:
    """The real site, as ``make site`` leaves it."""
    return addressed_site


@pytest.fixture(scope="session")
def host(published: Built) -> Iterator[str]:
    """The address of the site on a host."""
    with served(published.site) as address:
        yield address


@pytest.fixture(scope="session")
def disk(published: Built) -> str:
    """The address of the site on a disk or a USB stick."""
    return f"{published.site.as_uri()}/"


@pytest.fixture(scope="session")
def one_page_a_kind(published: Built) -> dict[str, str]:
    """An address for each kind of page, the longest of its kind."""
    return longest_of_each_kind(published.site)
