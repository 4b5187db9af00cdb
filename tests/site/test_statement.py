"""The accessibility statement says where the site stands on each criterion of the RGAA 4.1."""

from __future__ import annotations

from pathlib import Path

from boutdufil.kinds.statement.values import STATES, Statement
from tests.published import published_content
from tests.site.builds import TINY, Built, build, copy_project

CRITERIA_A_TOPIC = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
"""RGAA 4.1, « Critères et tests » : 106 criteria in thirteen topics."""


def declared() -> Statement:
    return published_content().statement


def test_every_criterion_of_the_rgaa_is_answered_once_in_order() -> None:
    statement = declared()
    assert len(statement.criteria) == 106
    assert [criterion.number for criterion in statement.criteria] == [
        f"{topic}.{rank}"
        for topic, count in enumerate(CRITERIA_A_TOPIC, 1)
        for rank in range(1, count + 1)
    ]
    assert sum(statement.count(state) for state in STATES) == 106


def test_the_page_tells_first_what_does_not_conform(real_site: Built) -> None:
    page = real_site.page("accessibilite/")
    statement = declared()
    first = page.all("ul", class_="fil-criteria")[0]
    told = [item.text for item in first.all("p", class_="fil-criterion")]
    assert len(told) == statement.count("non conforme")
    for criterion, text in zip(statement.failing, told, strict=True):
        assert text.startswith(criterion.number)
    every = page.all("p", class_="fil-criterion")
    assert len(every) == 106 + statement.count("non conforme")
    for state in STATES:
        assert f"{statement.count(state)}" in page.text
    assert page.text.count("Une personne doit encore en juger.") == statement.to_judge


def test_a_site_that_declares_nothing_claims_nothing(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "projet", TINY)
    source = Path(__file__).parents[2] / "docs" / "accessibilite.md"
    (project / "docs" / "accessibilite.md").write_text(source.read_text())
    page = build(project, tmp_path / "site").page("accessibilite/")
    assert "RGAA" in page.text
    assert page.all("p", class_="fil-criterion") == []
    assert "L’accessibilité de ce site est non évaluée" in page.text
    assert "sont conformes" not in page.text
