"""The search of phrases in what is said aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from boutdufil.language.text import fold
from boutdufil.markup.passage import TOKEN, Passage


def find_words(
    passage: Passage, phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> Iterator[tuple[str, int]]:
    """Yield each phrase that is said, as its value in ``phrases``, with its place.

    ``phrases`` are by their first word: ``{"menu": [(("menu", "principal"), "menu")]}``.
    """
    words = [word for word, _place in passage.tokens]
    for rank, (word, place) in enumerate(passage.tokens):
        for phrase, value in phrases.get(word, ()):
            if tuple(words[rank : rank + len(phrase)]) == phrase:
                yield value, place


def phrase_words(text: str) -> tuple[str, ...]:
    """Cut a phrase as ``find_words`` expects it."""
    return tuple(TOKEN.findall(fold(text)))
