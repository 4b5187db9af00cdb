"""Who is listed where: the tutorials of the site and every listing that their tags call for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Card, Tutorial
from boutdufil.language.text import fold
from boutdufil.model.same import by_itself
from boutdufil.model.taxonomy import Taxonomy

RELATED = 4
NEIGHBOURS = 40
"""How many tutorials of a theme are compared: the cost of a page stays constant."""
RARE = 8
"""A word in more tutorials than that, or than a quarter of them, tells none from the others."""
ALIKE = 3
"""How many rare words in common are worth comparing a tutorial of another theme."""
MOST_WORDS = 4
"""Beyond that, more words in common bring two tutorials no nearer."""

_WORD = re.compile(r"[a-z0-9]{5,}")
_STEM = 5
"""Letters kept of a word: ``photos`` and ``photo`` are one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Tutorials that share tags. ``address`` is ``publics/seniors/``, ``themes/ecole/``."""

    address: str
    tutorials: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What two tutorials may have in common, and the number of one."""

    themes: frozenset[str]
    audiences: frozenset[str]
    number: int


@dataclass(frozen=True)
class Catalog:
    """Every published tutorial and term; an empty listing does not exist."""

    taxonomy: Taxonomy
    tutorials: tuple[Tutorial, ...]
    terms: tuple[Term, ...] = ()

    @classmethod
    def of(
        cls, taxonomy: Taxonomy, tutorials: Iterable[Tutorial], terms: Iterable[Term] = ()
    ) -> Catalog:
        """Build a catalog in the order of the numbers said over the phone."""
        return cls(
            taxonomy,
            tuple(sorted(tutorials, key=lambda tutorial: (int(tutorial.number), tutorial.number))),
            tuple(sorted(terms, key=lambda term: term.slug)),
        )

    @cached_property
    def by_reference(self) -> Mapping[str, Tutorial]:
        """Tutorials by ``theme/slug``."""
        return {tutorial.reference: tutorial for tutorial in self.tutorials}

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Cards by ``theme/slug``, in the order of the numbers."""
        return {tutorial.reference: tutorial.card for tutorial in self.tutorials}

    @cached_property
    def listings(self) -> Mapping[str, Listing]:
        """Every listing by its address, in the order of the taxonomy."""
        gathered: dict[str, list[Card]] = {}
        for address in self._possible_addresses():
            gathered[address] = []
        for card in self.cards.values():
            for address in self.addresses_of(card):
                gathered[address].append(card)
        return {
            address: Listing(address, tuple(tutorials))
            for address, tutorials in gathered.items()
            if tutorials
        }

    def _possible_addresses(self) -> Iterator[str]:
        for audience in self.taxonomy.audiences:
            yield f"publics/{audience}/"
            for theme in self.taxonomy.themes:
                yield f"publics/{audience}/{theme}/"
        for theme in self.taxonomy.themes:
            yield f"themes/{theme}/"
        for device in self.taxonomy.devices:
            yield f"appareils/{device}/"

    def addresses_of(self, tutorial: Card) -> Iterator[str]:
        """Yield the address of each listing that holds ``tutorial``."""
        for audience in tutorial.audiences:
            yield f"publics/{audience}/"
            for theme in tutorial.themes:
                yield f"publics/{audience}/{theme}/"
        for theme in tutorial.themes:
            yield f"themes/{theme}/"
        for device in self.taxonomy.listed_under(tutorial.devices):
            yield f"appareils/{device}/"

    def count(self, address: str) -> int:
        """Return how many tutorials a listing holds."""
        listing = self.listings.get(address)
        return len(listing.tutorials) if listing else 0

    def resolve(self, references: Iterable[str]) -> tuple[Card, ...]:
        """Return the tutorials of these references, leaving out those that are not published."""
        return tuple(self.cards[reference] for reference in references if reference in self.cards)

    def whole(self, cards: Iterable[Card]) -> tuple[Tutorial, ...]:
        """Return the tutorials of these cards, for a page that is made of what they say."""
        return tuple(self.by_reference[card.reference] for card in cards)

    def related(self, tutorial: Card) -> tuple[Card, ...]:
        """Return the tutorials to propose after this one, nearest first, ``RELATED`` at most.

        The author's ``apres`` come first. The others are those of the same theme with the nearest
        numbers (``NEIGHBOURS``), and those of any theme that share ``ALIKE`` rare words; they are
        ranked by the themes, audiences and rare words that they share.
        """
        following = dict.fromkeys(tutorial.after)
        following.pop(tutorial.reference, None)
        chosen = list(self.resolve(following))
        siblings = self._siblings[tutorial.themes[0]]
        place = self._places[tutorial.reference]
        shared = self._shared_words(tutorial)
        compared = {
            *siblings[max(0, place - NEIGHBOURS // 2) : place + NEIGHBOURS // 2],
            *(reference for reference, count in shared.items() if count >= ALIKE),
        } - {tutorial.reference, *following}
        own = self._traits[tutorial.reference]

        def distance(reference: str) -> tuple[int, int, str]:
            other = self._traits[reference]
            return (
                -2 * len(own.themes & other.themes)
                - len(own.audiences & other.audiences)
                - min(shared[reference], MOST_WORDS),
                abs(own.number - other.number),
                reference,
            )

        nearest = nsmallest(RELATED, compared, key=distance)
        return tuple((chosen + [self.cards[each] for each in nearest])[:RELATED])

    @cached_property
    def _traits(self) -> Mapping[str, _Traits]:
        """What tutorials are compared by: each is compared with dozens of others."""
        return {
            reference: _Traits(frozenset(card.themes), frozenset(card.audiences), int(card.number))
            for reference, card in self.cards.items()
        }

    @cached_property
    def _siblings(self) -> Mapping[str, tuple[str, ...]]:
        """References of the tutorials of each theme, by number."""
        return {
            theme: tuple(card.reference for card in self.in_theme(theme))
            for theme in self.taxonomy.themes
        }

    def _shared_words(self, tutorial: Card) -> Counter[str]:
        """Count the rare words that each other tutorial has in common with this one."""
        most = min(RARE, len(self.tutorials) // 4)
        return Counter(
            reference
            for word in _words(tutorial)
            if len(found := self._by_word[word]) <= most
            for reference in found
            if reference != tutorial.reference
        )

    @cached_property
    def _by_word(self) -> Mapping[str, list[str]]:
        """References of the tutorials that say each word."""
        said: dict[str, list[str]] = {}
        for tutorial in self.tutorials:
            for word in _words(tutorial):
                said.setdefault(word, []).append(tutorial.reference)
        return said

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Rank of each tutorial among those of its first theme."""
        return {
            reference: place
            for theme, siblings in self._siblings.items()
            for place, reference in enumerate(siblings)
            if self.cards[reference].themes[0] == theme
        }

    def in_theme(self, theme: str) -> tuple[Card, ...]:
        """Return the tutorials of a theme, by number."""
        listing = self.listings.get(f"themes/{theme}/")
        return listing.tutorials if listing else ()

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield each short or former address with the address that it leads to."""
        for tutorial in self.tutorials:
            yield f"{tutorial.number}/", tutorial.address
            for former in tutorial.former_addresses:
                yield former, tutorial.address


@by_itself
def _words(tutorial: Card) -> frozenset[str]:
    """Return the beginnings of the longer words of a title, a summary and callers' phrases."""
    text = fold(" ".join((tutorial.title, tutorial.summary, *tutorial.calls)))
    return frozenset(word[:_STEM] for word in _WORD.findall(text))
