"""Rules of upkeep: what is old, what is doubtful, and what is written twice."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from boutdufil.check.passages import phrase_words
from boutdufil.kinds.content import Content
from boutdufil.kinds.kind import Rule
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.finding import Code, Finding
from boutdufil.search.analysis import STOP_WORDS

REVIEW_DAYS = 365
"""Days after which a tutorial is read again: menus and services change."""
SAME_TITLE = 0.85
"""From 0 (nothing in common) to 1 (the same letters)."""
SAME_PHRASE = 0.8
"""Part of the words that two phrases share, of all those that they use."""
SAME_CALLS = 0.5
"""Part of the callers' phrases that a copy shares with its original."""
RAREST = 4
"""Words of a phrase by which its like are looked for."""
COMPARED = 40
"""Phrases compared with each, at most: the cost grows as the content does, no faster."""
MOST_PHRASES = 32_768
"""Phrases whose words are remembered from a save to the next: those of two thousand tutorials."""


def old_reviews(content: Content) -> Iterator[Finding]:
    """What was read more than a year ago is read again."""
    for document, tutorial in content.read(Tutorial):
        days = (content.today - tutorial.reviewed).days
        if days > REVIEW_DAYS:
            yield Finding(
                document.path,
                document.line("relu_le"),
                1,
                Code.OLD_REVIEW,
                f"la fiche n’a pas été relue depuis {days} jours",
                f"relu_le: {tutorial.reviewed}",
                "une relecture par an : menus, adresses, numéros",
                "relisez-la, puis écrivez ce jour-là après « relu_le: », année-mois-jour",
            )


@dataclass(frozen=True, slots=True)
class _Call:
    """A caller's phrase of a tutorial, and the words that tell it from others."""

    rank: int
    place: int
    """Its rank among the phrases of its tutorial."""
    phrase: str
    words: frozenset[str]


def repetitions(content: Content) -> Iterator[Finding]:
    """Two tutorials that answer the same calls under the same title are one; a call has one answer.

    Only the phrases that share one of their rarest words are compared.
    """
    tutorials = tuple(content.read(Tutorial))
    calls = [
        _Call(rank, place, phrase, _telling(phrase))
        for rank, (_document, tutorial) in enumerate(tutorials)
        for place, phrase in enumerate(tutorial.calls)
    ]
    near = _near(calls)
    copies = _copies(content.tutorials, calls, near)
    for rank, others in copies.items():
        document, _tutorial = tutorials[rank]
        other, original = tutorials[min(others)]
        yield Finding(
            document.path,
            document.line("titre"),
            1,
            Code.SAME_TUTORIAL,
            "une autre fiche porte presque ce titre, pour les mêmes appels",
            f"fiche {original.number}, {other.path} : {original.title}",
            "une seule fiche pour un même besoin",
            "réunissez-les ; l’adresse retirée se garde sous « anciennes_adresses »",
        )
    for index, places in near.items():
        call = calls[index]
        elsewhere = (calls[place] for place in places)
        alike = [each for each in elsewhere if each.rank not in copies.get(call.rank, ())]
        if alike:
            document, _tutorial = tutorials[call.rank]
            _other, original = tutorials[alike[0].rank]
            yield Finding(
                document.path,
                document.line("appels", call.place),
                1,
                Code.SAME_CALL,
                "une autre fiche répond presque à la même phrase",
                f"{call.phrase} ; fiche {original.number} : {alike[0].phrase}",
                "une phrase qui mène à une seule fiche",
                "gardez-la dans la fiche qui y répond le mieux",
            )


@lru_cache(maxsize=MOST_PHRASES)
def _telling(phrase: str) -> frozenset[str]:
    """Return the words of a phrase that tell it from another."""
    found = (word for word in phrase_words(phrase) if len(word) > 1 and word not in STOP_WORDS)
    return frozenset(found)


def _copies(
    tutorials: Sequence[Tutorial], calls: Sequence[_Call], near: Mapping[int, tuple[int, ...]]
) -> Mapping[int, list[int]]:
    """Return, for each tutorial that has copies, their ranks."""
    shared: Counter[tuple[int, int]] = Counter()
    for index, places in near.items():
        for rank in {calls[place].rank for place in places}:
            shared[calls[index].rank, rank] += 1
    copies: dict[int, list[int]] = defaultdict(list)
    for (one, other), count in shared.items():
        first, second = tutorials[one], tutorials[other]
        enough = SAME_CALLS * min(len(first.calls), len(second.calls))
        if count >= enough and _same(first.title, second.title):
            copies[one].append(other)
    return copies


def _near(calls: Sequence[_Call]) -> Mapping[int, tuple[int, ...]]:
    """Return, for each phrase, those of other tutorials that say almost the same."""
    frequency = Counter(word for call in calls for word in call.words)
    holders: dict[str, list[int]] = defaultdict(list)
    keys: list[list[str]] = []
    for index, call in enumerate(calls):
        rarest = sorted(call.words, key=lambda word: (frequency[word], word))[:RAREST]
        keys.append(rarest)
        for word in rarest:
            holders[word].append(index)
    found: dict[int, tuple[int, ...]] = {}
    for index, call in enumerate(calls):
        candidates: dict[int, None] = {}
        for word in keys[index]:
            candidates.update(dict.fromkeys(holders[word][:COMPARED]))
            if len(candidates) >= COMPARED:
                break
        same = tuple(
            other
            for other in candidates
            if calls[other].rank != call.rank and _is_alike(call.words, calls[other].words)
        )
        if same and len(call.words) > 1:
            found[index] = same
    return found


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= SAME_PHRASE * (len(one) + len(other) - shared)


def _same(one: str, other: str) -> bool:
    first, second = " ".join(phrase_words(one)), " ".join(phrase_words(other))
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() >= SAME_TITLE and matcher.ratio() >= SAME_TITLE


RULES: tuple[Rule, ...] = (old_reviews, repetitions)
