"""One tutorial does not answer in the place of all others, whatever words it is stuffed with."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from boutdufil.search.analysis import STOP_WORDS, words
from boutdufil.search.documents import MOST_WORDS, TUTORIAL, SearchDocument
from boutdufil.search.index import Index
from tests.relevance.questions import read_questions
from tests.search.engine import Corpus, opened

TRAP = "999"
MOST_TAKEN = 0.1
"""Part of the questions that the trap may answer first: a quarter before words were bounded."""


def stuffed(corpus: Corpus) -> SearchDocument:
    """Return a tutorial with the words that callers say most, as many as its front matter takes."""
    tutorials = [each for each in corpus.documents if each.kind == TUTORIAL]
    said: Counter[str] = Counter()
    for tutorial in tutorials:
        said.update({word for word in words(tutorial.fields["appels"]) if word not in STOP_WORDS})
    telling = " ".join(word for word, _count in said.most_common(500))
    fields = {**tutorials[0].fields, "numero": TRAP, "titre": "Je demande tout"}
    fields |= {"appels": telling, "etapes": f"{telling} {telling}", "resume": telling[:200]}
    return replace(tutorials[0], reference="x/piege", number=TRAP, title="Tout", fields=fields)


def test_words_beyond_the_bound_are_not_searched(corpus: Corpus) -> None:
    trap = stuffed(corpus)
    index = Index.of([trap])
    for name in ("appels", "etapes"):
        assert len(words(trap.fields[name])) > MOST_WORDS[name]
        assert index.field_lengths[f"{name}/d0"] == MOST_WORDS[name]


def test_every_word_of_ours_is_searched(corpus: Corpus) -> None:
    for document in corpus.documents:
        for name, most in MOST_WORDS.items():
            assert len(words(document.fields.get(name, ""))) <= most, (document.reference, name)


def greedy(corpus: Corpus) -> SearchDocument:
    """Return a tutorial that says one word of its own in every field, again and again."""
    model = next(each for each in corpus.documents if each.kind == TUTORIAL)
    fields = dict.fromkeys(model.fields, "zzpiege " * 12) | {"numero": TRAP}
    return replace(model, reference="x/piege", number=TRAP, title="Piège", fields=fields)


def test_a_stuffed_tutorial_is_seldom_first(corpus: Corpus) -> None:
    asked = [question.text for question in read_questions()][::4]
    with opened(replace(corpus, documents=(*corpus.documents, stuffed(corpus)))) as engine:
        taken = [text for text in asked if engine.found(text)[:1] == [TRAP]]
    assert len(taken) <= MOST_TAKEN * len(asked)


def test_a_synonym_does_not_give_common_words_away(corpus: Corpus) -> None:
    common = ("banque", "photo", "mot de passe")
    near = (*corpus.synonyms.near, *((word, "zzpiege") for word in common))
    synonyms = replace(corpus.synonyms, near=near)
    with opened(Corpus((*corpus.documents, greedy(corpus)), synonyms)) as engine:
        taken = [word for word in common if engine.found(word)[:1] == [TRAP]]
    assert taken == []
