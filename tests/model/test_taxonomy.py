"""General words and the devices that they cover."""

from __future__ import annotations

import pytest

from boutdufil.model.taxonomy import SERVICES, Taxonomy


@pytest.mark.parametrize(
    ("named", "held"),
    [
        (["ordinateur"], ("windows", "mac")),
        (["iphone", "android"], ("android", "iphone")),
        (["ordinateur", "windows"], ("windows", "mac")),
        (["tablette"], ("tablette",)),
        ([], ("windows", "mac", "android", "iphone", "tablette")),
    ],
)
def test_general_words_become_what_one_can_hold(
    taxonomy: Taxonomy, named: list[str], held: tuple[str, ...]
) -> None:
    assert taxonomy.expand(named) == held


def test_an_unknown_device_is_refused(taxonomy: Taxonomy) -> None:
    with pytest.raises(KeyError):
        taxonomy.expand(["minitel"])


@pytest.mark.parametrize(
    ("declared", "lists"),
    [
        (["windows"], ("ordinateur", "windows")),
        (["ordinateur"], ("ordinateur", "windows", "mac")),
        (["android"], ("android", "tablette")),
        (["tablette"], ("tablette",)),
        ([], ("ordinateur", "windows", "mac", "android", "iphone", "tablette")),
    ],
)
def test_a_tutorial_is_listed_where_its_devices_are_looked_for(
    taxonomy: Taxonomy, declared: list[str], lists: tuple[str, ...]
) -> None:
    assert taxonomy.listed_under(declared) == lists


def test_a_general_word_is_not_a_real_device(taxonomy: Taxonomy) -> None:
    assert taxonomy.real_devices == ("windows", "mac", "android", "iphone", "tablette")


def test_the_words_of_the_contract_are_declared(taxonomy: Taxonomy) -> None:
    assert [*taxonomy.audiences] == [*("seniors", "jeunes", "tpe", "demandeurs-emploi", "parents")]
    assert [*taxonomy.themes] == [
        *("cyber-hygiene", "page-facebook", "cv-en-ligne", "messagerie", "demarches", "argent"),
        *("smartphone", "ordinateur", "rester-en-contact", "information", "ecole", "vie-pro"),
    ]
    assert all(theme.service in SERVICES for theme in taxonomy.themes.values())


def test_no_audience_is_told_by_its_colour_alone(taxonomy: Taxonomy) -> None:
    shapes = {audience.shape for audience in taxonomy.audiences.values()}
    assert len(shapes) == len(taxonomy.audiences)
