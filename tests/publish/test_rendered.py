"""A page is made once from all that its template receives; what is remembered is never another."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from boutdufil.folded import Folded
from boutdufil.publish.rendered import Digests, digest, remembered, templates_digest
from boutdufil.store import Store
from tests.published import published_content

ADDRESSES = {"site.js": "assets/site.0123456789.js", "search/manifest.js": "assets/m.aaaaaaaaaa.js"}
PARTS = (b"all the rest",)


class Template:
    """Names two assets, and counts how often it is asked to."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, assets: Mapping[str, str]) -> str:
        self.asked += 1
        return f"<script src='{assets['site.js']}'></script>{assets.get('search/manifest.js', '')}"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def test_a_page_is_made_once(store: Store) -> None:
    template = Template()
    first = remembered(template, ADDRESSES, PARTS, store)
    assert remembered(template, ADDRESSES, PARTS, store) == first == Template()(ADDRESSES)
    assert template.asked == 1
    remembered(template, ADDRESSES, (b"another",), store)
    assert template.asked == 2


def test_the_new_address_of_an_asset_is_put_in(store: Store) -> None:
    template = Template()
    remembered(template, ADDRESSES, PARTS, store)
    moved = {**ADDRESSES, "search/manifest.js": "assets/m.bbbbbbbbbb.js", "other.css": "assets/o.1"}
    assert remembered(template, moved, PARTS, store) == Template()(moved)
    assert template.asked == 1


def test_an_asset_that_comes_or_goes_has_the_page_made_again(store: Store) -> None:
    template = Template()
    fewer = {"site.js": ADDRESSES["site.js"]}
    for addresses in (fewer, ADDRESSES, fewer):
        assert remembered(template, addresses, PARTS, store) == Template()(addresses)
    assert template.asked == 3


def test_a_template_may_not_list_the_assets(store: Store) -> None:
    with pytest.raises(TypeError):
        remembered(lambda assets: "".join(assets), ADDRESSES, PARTS, store)


def test_without_a_store_every_page_is_made() -> None:
    template = Template()
    for _time in range(2):
        remembered(template, ADDRESSES, PARTS, None)
    assert template.asked == 2


def test_what_is_recalled_is_told_as_what_was_kept() -> None:
    values = (("a", {"b": (1, None)}), frozenset(("one",)))
    assert digest(*values) == digest(*pickle.loads(pickle.dumps(values)))  # our own
    assert digest(*values) != digest(values[0], frozenset(("two",)))


def test_a_template_that_changes_changes_every_page(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "a.html").write_text("a")
    (tmp_path / "a.css").write_text("a")
    before = templates_digest(tmp_path)
    (tmp_path / "a.css").write_text("b")
    assert templates_digest(tmp_path) == before
    (tmp_path / "parts" / "a.html").write_text("b")
    assert templates_digest(tmp_path) != before


def test_what_many_pages_show_is_told_by_all_that_it_holds() -> None:
    tutorial, other = published_content().tutorials[:2]
    again = pickle.loads(pickle.dumps(tutorial))  # our own
    digests = Digests()
    assert digests.of("a page", tutorial) == digest("a page", tutorial) == digest("a page", again)
    assert digests.of("a page", tutorial) != digests.of("another", tutorial)
    assert digests.of("a page", tutorial) != digests.of("a page", other)
    script = replace(tutorial.script, steps=tutorial.script.steps[:-1])
    shorter = replace(tutorial, body=replace(tutorial.body, folded=Folded(script)))
    assert digests.of("a page", tutorial) != digests.of("a page", shorter)
    assert digests.of((tutorial, other)) != digests.of((other, tutorial))


@dataclass(frozen=True, slots=True)
class _Alone:
    value: object


@dataclass(frozen=True, slots=True)
class _AlsoAlone:
    value: object


def test_a_dataclass_is_told_by_its_name_and_every_field() -> None:
    assert digest(_Alone(1)) != digest(_Alone(2))
    assert digest(_Alone(1)) != digest(_AlsoAlone(1))
    assert digest(_Alone((1, 2))) != digest(_Alone(1), 2)
