"""Long lists, as values and as they are read: what each of their pages says."""

from __future__ import annotations

import pytest

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.published import Published
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.listings import ListingPage, listing_pages
from boutdufil.pages.page import ENTRIES_A_PAGE
from tests.conftest import make_tutorial
from tests.pages.rendering import environment, rendered

PAGES = 8


@pytest.fixture(scope="module")
def long_lists(taxonomy: Taxonomy) -> dict[str, ListingPage]:
    """The listings of hundreds of tutorials of one theme, for seniors, by their address."""
    theme = next(iter(taxonomy.themes))
    tutorials = [
        make_tutorial(f"{theme}/n{n}", number=str(1000 + n), audiences=("seniors",))
        for n in range((PAGES - 1) * ENTRIES_A_PAGE + 1)
    ]
    catalog = Catalog.of(taxonomy, tutorials)
    knowledge = Published(catalog=catalog, content=Content(taxonomy, ()), written={})
    return {
        page.address: page for page in listing_pages(knowledge) if isinstance(page, ListingPage)
    }


def test_only_an_audience_says_who_its_reader_is(
    taxonomy: Taxonomy, long_lists: dict[str, ListingPage]
) -> None:
    saying = {address for address, page in long_lists.items() if page.who}
    assert saying == {
        "publics/seniors/",
        *(f"publics/seniors/page-{rank}/" for rank in range(2, PAGES + 1)),
    }
    templates = environment(taxonomy)
    theme = next(iter(taxonomy.themes))
    for address in ("publics/seniors/page-2/", f"themes/{theme}/page-2/"):
        html = rendered(long_lists[address], templates)
        assert ("Je suis…" in html) == (address in saying)


def test_a_page_says_its_rank_among_all_not_among_the_links(
    taxonomy: Taxonomy, long_lists: dict[str, ListingPage]
) -> None:
    templates = environment(taxonomy)
    for rank in (1, 4, PAGES):
        page = long_lists["publics/seniors/" + (f"page-{rank}/" if rank > 1 else "")]
        assert len(page.pagination.pages) < PAGES
        assert f", page {rank} sur {PAGES}<" in rendered(page, templates)


def test_one_begins_on_the_first_page_only(long_lists: dict[str, ListingPage]) -> None:
    assert all(not page.paths for page in long_lists.values() if page.pagination.number > 1)
    assert {page.total for page in long_lists.values()} == {(PAGES - 1) * ENTRIES_A_PAGE + 1}
