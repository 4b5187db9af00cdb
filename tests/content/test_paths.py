"""Where each audience may begin: a few fiches of its own, in an order that can be followed."""

from __future__ import annotations

import pytest

from boutdufil.model.taxonomy import Audience
from tests.published import published_content

CONTENT = published_content()
TUTORIALS = {each.reference: each for each in CONTENT.tutorials}
audiences = pytest.mark.parametrize(
    "audience", CONTENT.taxonomy.audiences.values(), ids=lambda each: each.key
)


@audiences
def test_three_ways_to_begin_of_three_to_five_fiches(audience: Audience) -> None:
    assert len(audience.paths) == 3
    assert {len(path.tutorials) for path in audience.paths} <= {3, 4, 5}
    firsts = [reference for path in audience.paths for reference in path.tutorials]
    assert len({*firsts}) == len(firsts)


@audiences
def test_each_fiche_is_written_for_this_audience(audience: Audience) -> None:
    for path in audience.paths:
        for reference in path.tutorials:
            assert audience.key in TUTORIALS[reference].audiences, reference


@audiences
def test_what_is_to_be_read_before_comes_before(audience: Audience) -> None:
    for path in audience.paths:
        for rank, reference in enumerate(path.tutorials):
            later = {*path.tutorials[rank + 1 :]}
            assert not later & {*TUTORIALS[reference].before}, reference
