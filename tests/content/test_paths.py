"""Where each audience may begin: a few fiches of its own, in an order that can be followed."""

from __future__ import annotations

import pytest

from boutdufil.kinds.path.values import LearningPath
from boutdufil.model.taxonomy import Audience
from tests.published import published_content

CONTENT = published_content()
PATHS = {path.slug: path for path in CONTENT.of(LearningPath)}
audiences = pytest.mark.parametrize(
    "audience", CONTENT.taxonomy.audiences.values(), ids=lambda each: each.key
)


@audiences
def test_three_ways_to_begin_of_three_to_five_fiches(audience: Audience) -> None:
    firsts = [PATHS[slug] for slug in audience.paths]
    assert len(firsts) == 3
    assert {len(path.references) for path in firsts} <= {3, 4, 5}
    followed = [reference for path in firsts for reference in path.references]
    assert len({*followed}) == len(followed)


def test_every_path_is_a_way_to_begin() -> None:
    named = [slug for each in CONTENT.taxonomy.audiences.values() for slug in each.paths]
    assert sorted(named) == sorted(PATHS)


@pytest.mark.parametrize("path", PATHS.values(), ids=lambda each: each.slug)
def test_each_step_has_a_task_of_its_own(path: LearningPath) -> None:
    tasks = [step.again for step in path.entry.steps]
    assert len({*tasks}) == len(tasks)
    assert not {step.able for step in path.entry.steps} & {*tasks}
