"""What is passed on of a tutorial, with or without a public address, and where an opinion goes."""

from __future__ import annotations

import pytest

from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.pages.share import opinion_address, shared_text


@pytest.fixture
def tutorial(make_tutorial: type[Tutorial]) -> Tutorial:
    return make_tutorial(title="Je vérifie & j’attends", number="101")  # type: ignore[call-arg]


def test_a_known_address_is_passed_on(tutorial: Tutorial) -> None:
    text = shared_text(tutorial, "https://exemple.fr/a/", "Au bout du fil")
    assert text == "Je vérifie & j’attends – Au bout du fil, fiche 101 : https://exemple.fr/a/"


def test_without_an_address_the_number_leads_there(tutorial: Tutorial) -> None:
    text = shared_text(tutorial, "", "Au bout du fil")
    assert text == "Je vérifie & j’attends – Au bout du fil, fiche 101."


@pytest.mark.parametrize("place", ["aide@exemple.fr", "mailto:aide@exemple.fr"])
def test_an_opinion_goes_by_mail(tutorial: Tutorial, place: str) -> None:
    assert (
        opinion_address(place, tutorial, "oui")
        == "mailto:aide@exemple.fr?subject=Fiche%20101%20%3A%20oui"
    )


def test_an_opinion_goes_to_a_page(tutorial: Tutorial) -> None:
    place = "https://exemple.fr/nouveau?title=Fiche+{numero}+{reponse}&body={titre}"
    assert opinion_address(place, tutorial, "non, pas encore") == (
        "https://exemple.fr/nouveau?title=Fiche+101+non%2C%20pas%20encore"
        "&body=Je%20v%C3%A9rifie%20%26%20j%E2%80%99attends"
    )


@pytest.mark.parametrize("place", ["", "bientôt", "javascript:alert(1)", "/avis/"])
def test_nothing_is_asked_when_there_is_nowhere_to_answer(tutorial: Tutorial, place: str) -> None:
    assert opinion_address(place, tutorial, "oui") == ""
