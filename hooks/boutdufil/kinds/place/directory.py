"""Every place that is shown, by département and by commune, in pages that a phone can load."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from boutdufil.kinds.content import Content
from boutdufil.kinds.place.departments import DEPARTMENTS
from boutdufil.kinds.place.values import FOLDER, Place, PlaceFile, same_place
from boutdufil.language.text import slugify

MOST_PLACES = 120
"""Of a page: at the most that a card says, some 50 KB once compressed (tests/places)."""

# « st-etienne », « bourg-ste-marie »; not « stains ».
_SAINT = re.compile(r"(?<![^-])(st|ste|sts)(?=-)")
_CEDEX = re.compile(r"-cedex.*")
_FULL = {"st": "saint", "ste": "sainte", "sts": "saints"}
_SMALL = frozenset(
    (*("le", "la", "les", "l", "d", "de", "du", "des"), *("en", "et", "sur", "sous", "aux", "au"))
)


@dataclass(frozen=True, slots=True)
class Commune:
    """Places of one commune; ``slug`` tells it from the others of its département."""

    name: str
    slug: str
    postals: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def anchor(self) -> str:
        """The id of its part of a page."""
        return f"c-{self.slug}"


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a département: communes that follow each other, and all their places."""

    address: str
    name: str
    """``De Albon à Crest``; empty when it is the whole département."""
    communes: tuple[Commune, ...]

    @property
    def count(self) -> int:
        """How many places it shows."""
        return sum(len(commune.places) for commune in self.communes)


@dataclass(frozen=True, slots=True)
class Department:
    """A département that has places."""

    code: str
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """``Drôme``."""
        return DEPARTMENTS[self.code]

    @property
    def address(self) -> str:
        """Address of its first page, from the root of the site."""
        return f"{FOLDER}/{self.code.lower()}/"

    @property
    def count(self) -> int:
        """How many places it has."""
        return sum(part.count for part in self.parts)

    @property
    def places(self) -> Iterator[Place]:
        """Its places, by commune, then by name."""
        return (place for part in self.parts for each in part.communes for place in each.places)


@dataclass(frozen=True, slots=True)
class Directory:
    """All départements that have places, in the order of their codes."""

    departments: tuple[Department, ...]
    are_examples: bool = False
    """Whether they are there to show how it looks: none exists."""

    @property
    def count(self) -> int:
        """How many places it has."""
        return sum(department.count for department in self.departments)


def directory_of(content: Content) -> Directory:
    """Return what is shown of a content: its examples only where it has nothing else."""
    files = content.of(PlaceFile)
    real = [file for file in files if not file.is_example]
    by_department: dict[str, list[Place]] = defaultdict(list)
    for place in _once(real or files):
        by_department[place.department].append(place)
    found = (_department(code, by_department[code]) for code in sorted(by_department))
    return Directory(tuple(found), are_examples=bool(files) and not real)


def _once(files: Iterable[PlaceFile]) -> Iterator[Place]:
    seen: set[str] = set()
    for file in files:
        for place in file.places:
            key = same_place(place)
            if key not in seen:
                seen.add(key)
                yield place


def _department(code: str, places: Iterable[Place]) -> Department:
    by_slug: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_slug[commune_slug(place.commune)].append(place)
    communes = [each for slug in sorted(by_slug) for each in _communes(slug, by_slug[slug])]
    groups = list(_grouped(communes))
    address = f"{FOLDER}/{code.lower()}/"
    if len(groups) == 1:
        return Department(code, (Part(address, "", groups[0]),))
    slugs = _slugs(groups)
    return Department(
        code,
        tuple(
            Part(f"{address}{slug}/", _from_to(group), group)
            for slug, group in zip(slugs, groups, strict=True)
        ),
    )


def commune_slug(name: str) -> str:
    """Return what the spellings of one commune share.

    >>> commune_slug("ST ETIENNE CEDEX 2"), commune_slug("Saint-Étienne")
    ('saint-etienne', 'saint-etienne')
    """
    return _CEDEX.sub("", _SAINT.sub(lambda short: _FULL[short[0]], slugify(name)))


def _communes(slug: str, places: list[Place]) -> Iterator[Commune]:
    """Yield a commune, or its parts by postal code, then by rank, when a page cannot hold it."""
    places.sort(key=lambda place: (slugify(place.name), place.line))
    name = _spelling(place.commune for place in places)
    if len(places) <= MOST_PLACES:
        yield Commune(name, slug, _postals(places), tuple(places))
        return
    for postal in _postals(places):
        within = [place for place in places if place.postal == postal]
        for rank, start in enumerate(range(0, len(within), MOST_PLACES), 1):
            chunk = tuple(within[start : start + MOST_PLACES])
            following = f", suite {rank}" if rank > 1 else ""
            ending = f"-{rank}" if rank > 1 else ""
            yield Commune(f"{name}{following}", f"{slug}-{postal}{ending}", (postal,), chunk)


def _postals(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(sorted({place.postal for place in places}))


def _spelling(written: Iterable[str]) -> str:
    """Return the spelling that most use; capitals alone are no way to write a name."""
    counts = Counter(written)
    mixed = Counter({each: count for each, count in counts.items() if not each.isupper()})
    best = min(mixed or counts, key=lambda each: (-counts[each], each))
    if not best.isupper():
        return best
    words = re.split(r"([\s'’-]+)", best.lower())
    return "".join(
        word if rank and word in _SMALL else word[:1].upper() + word[1:]
        for rank, word in enumerate(words)
    )


def _grouped(communes: Sequence[Commune]) -> Iterator[tuple[Commune, ...]]:
    """Yield communes that follow each other, as many as a page holds."""
    group: list[Commune] = []
    count = 0
    for commune in communes:
        if group and count + len(commune.places) > MOST_PLACES:
            yield tuple(group)
            group, count = [], 0
        group.append(commune)
        count += len(commune.places)
    yield tuple(group)


def _slugs(groups: Sequence[tuple[Commune, ...]]) -> tuple[str, ...]:
    """Return the first letters of each group, as few as tell it from the others: ``a-c``."""
    longest = max(len(commune.slug) for group in groups for commune in group)
    for length in range(1, longest + 1):
        slugs = tuple(
            f"{group[0].slug[:length].strip('-')}-{group[-1].slug[:length].strip('-')}"
            for group in groups
        )
        if len({*slugs}) == len(slugs):
            return slugs
    return tuple(f"page-{rank}" for rank in range(1, len(groups) + 1))


def _from_to(group: tuple[Commune, ...]) -> str:
    if group[0].slug == group[-1].slug:
        return f"{group[0].name} ({group[0].postals[0]})"
    return f"De {group[0].name} à {group[-1].name}"
