"""Callers' phrases, chosen among by typing: those that say it, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from boutdufil.search.documents import TUTORIAL
from tests.search.engine import Corpus, Engine

MOST = 30


def phrases(engine: Engine, query: str) -> list[dict[str, Any]]:
    asked = "query => filSearch.phrases(query, { prefix: true })"
    found: list[dict[str, Any]] = engine.evaluate(asked, query)
    return found


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("colis", "colis"),
        ("imprimante", "imprim"),
        ("mot de passe oublié", "passe"),
        ("mot de passe", "mot de passe"),
        ("klavié", "clavier"),
        ("le site de l\u2019écol", "école"),
    ],
)
def test_each_phrase_says_what_is_typed(engine: Engine, typed: str, held: str) -> None:
    found = phrases(engine, typed)
    assert 0 < len(found) <= MOST
    assert held in found[0]["phrase"].lower()
    assert found[0]["mots"]


def test_each_phrase_is_of_the_tutorial_that_it_leads_to(engine: Engine, corpus: Corpus) -> None:
    tutorials = {each.reference: each for each in corpus.documents if each.kind == TUTORIAL}
    for each in phrases(engine, "facebook"):
        tutorial = tutorials[each["ref"]]
        assert each["phrase"] in [line.text for line in tutorial.lines if not line.step]
        assert (each["numero"], each["titre"]) == (tutorial.number, tutorial.title)
        assert each["adresse"] == f"tutoriels/{tutorial.reference}/"


def test_a_phrase_typed_whole_is_the_first(engine: Engine, corpus: Corpus) -> None:
    typed = [each.lines[3].text for each in corpus.documents if each.kind == TUTORIAL][::6]
    assert len(typed) > 9
    firsts = {text: phrases(engine, text)[0]["phrase"] for text in typed}
    assert {text: first for text, first in firsts.items() if text != first} == {}


@pytest.mark.parametrize("query", ["", "   ", "xyzzyx qwrtzp", "(((", "\ud83d", "a" * 9000])
def test_nothing_is_found_for_nothing(engine: Engine, query: str) -> None:
    assert phrases(engine, query) == []
