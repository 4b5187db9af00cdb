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
    words = passage.words
    if phrases.keys().isdisjoint(words):
        return
    for rank in [rank for rank, word in enumerate(words) if word in phrases]:
        for phrase, value in phrases[words[rank]]:
            if words[rank : rank + len(phrase)] == phrase:
                yield value, passage.tokens[rank][1]


def find_phrase(passage: Passage, phrase: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where a phrase is said first, to the end of its last sentence; None where it is not.

    >>> passage = Passage("dire", "Je lis. Et vous ? Bien.", 1, 1)
    >>> find_phrase(passage, ("et", "vous"))
    (8, 17)
    """
    start = next((each for _value, each in find_words(passage, {phrase[0]: [(phrase, "")]})), None)
    if start is None:
        return None
    places = [place for _word, place in passage.tokens]
    last = places[places.index(start) + len(phrase) - 1]
    sentence, first = next(
        (each for each in reversed(passage.sentences) if each[1] <= last), (passage.text, 0)
    )
    return start, first + len(sentence)


def phrase_words(text: str) -> tuple[str, ...]:
    """Cut a phrase as ``find_words`` expects it."""
    return tuple(TOKEN.findall(fold(text)))
