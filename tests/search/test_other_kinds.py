"""What another kind of content gives to search is found beside the tutorials, where it says."""

from __future__ import annotations

import pytest

from boutdufil.search.documents import SearchDocument
from tests.search.engine import Corpus, opened

SOUP = SearchDocument(
    kind="recette",
    folder="recettes/",
    label="Une recette",
    reference="soupe",
    title="Soupe au potiron",
    summary="40 minutes",
    fields={"titre": "Soupe au potiron"},
)


@pytest.mark.navigateur
def test_a_result_leads_where_its_kind_says(corpus: Corpus) -> None:
    with opened(Corpus((*corpus.documents, SOUP), corpus.synonyms)) as engine:
        (result,) = engine.search("potiron")["resultats"]
        assert (result["type"], result["genre"]) == ("autre", "Une recette")
        assert (result["adresse"], result["telephone"]) == ("recettes/soupe/", "")
        assert engine.found("101")[0] == "101"
