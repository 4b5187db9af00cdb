"""What a browser loads to find a place: by postal code, by name of commune, by position.

Small scripts, each a call, since a page read from a disk may load nothing else: of the whole
country, a search asks for the list of the files and one or two of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from boutdufil.kinds.place.directory import Commune, Directory, Part, directory_of
from boutdufil.kinds.place.values import FOLDER, Place
from boutdufil.kinds.place.words import SERVICES
from boutdufil.kinds.published import Published

T = TypeVar("T")

CALL = "filLieux"
MOST_PLACES = 220
"""Of one file: about 10 KB once compressed (tests/places)."""
MOST_COMMUNES = 400
"""Of one file of names: about 6 KB once compressed."""
SHORTEST = 2
"""Figures of a postal code that name a file, at the least."""
_BITS = {short: 1 << rank for rank, short in enumerate(SERVICES.said)}


def lookup_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the files, by their address: the list of them, then each."""
    directory = directory_of(published.content)
    if not directory.departments:
        return
    places = _by_postal(directory)
    near = _cut(places, SHORTEST, MOST_PLACES, lambda found: sum(len(each[4]) for each in found))
    names = _cut(_by_name(directory), 1, MOST_COMMUNES, len)
    listed = {
        "exemple": directory.are_examples,
        "cp": [[prefix, *_box(found)] for prefix, found in near.items()],
        "noms": [*names],
    }
    yield _file("liste", listed)
    for prefix, found in near.items():
        yield _file(f"cp-{prefix}", found)
    for prefix, communes in names.items():
        yield _file(f"noms-{prefix}", communes)


def _file(name: str, value: object) -> tuple[str, str]:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/fichiers/{name}.js", f'{CALL}("{name}",{text});\n'


PLAIN = 3
"""What is said of a place that has no point."""
Near = tuple[str, str, str, str, list[list[object]]]
"""A postal code, a commune, its page within the folder, its anchor, and its places."""


def _by_postal(directory: Directory) -> Mapping[str, list[Near]]:
    found: dict[str, list[Near]] = defaultdict(list)
    for part, commune in _communes(directory):
        page = part.address.removeprefix(f"{FOLDER}/")
        for postal in commune.postals:
            places = [_place(each) for each in commune.places if each.postal == postal]
            found[postal].append((postal, commune.name, page, commune.anchor, places))
    return dict(sorted(found.items()))


def _place(place: Place) -> list[object]:
    """Return a name, a number, the services as bits, and a point in ten-thousandths of a degree."""
    services = sum(_BITS[short] for short in place.services)
    value: list[object] = [place.name, place.phone, services]
    if place.position:
        value += [round(place.position.latitude * 1e4), round(place.position.longitude * 1e4)]
    return value


def _by_name(directory: Directory) -> Mapping[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for part, commune in _communes(directory):
        address = f"{part.address.removeprefix(f'{FOLDER}/')}#{commune.anchor}"
        found[commune.slug].append((commune.name, commune.postals[0], address))
    return dict(sorted(found.items()))


def _communes(directory: Directory) -> Iterator[tuple[Part, Commune]]:
    for department in directory.departments:
        for part in department.parts:
            for commune in part.communes:
                yield part, commune


def _cut(
    entries: Mapping[str, list[T]], length: int, most: int, weigh: Callable[[Sequence[T]], int]
) -> Mapping[str, list[T]]:
    """Gather entries by the beginning of their keys, longer where a file would be too heavy."""
    groups: dict[str, dict[str, list[T]]] = defaultdict(dict)
    for key, values in entries.items():
        groups[key[:length]][key] = values
    found: dict[str, list[T]] = {}
    for prefix, group in groups.items():
        together = [value for values in group.values() for value in values]
        if weigh(together) <= most or len(group) == 1:
            found[prefix] = together
        else:
            found |= _cut(group, length + 1, most, weigh)
    return found


def _box(communes: Sequence[Near]) -> list[int]:
    """Return the least and most latitude and longitude of places; nothing when none has a point."""
    points = [place[3:] for each in communes for place in each[4] if len(place) > PLAIN]
    if not points:
        return []
    latitudes, longitudes = zip(*points, strict=True)
    return [min(latitudes), max(latitudes), min(longitudes), max(longitudes)]
