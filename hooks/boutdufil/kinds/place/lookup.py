"""What a browser loads to find a place: by postal code, by name of commune, by position.

Small scripts, each a call, since a page read from a disk may load nothing else. Postal codes and
names lead to communes; places are cut by where they are, so that the nearest stand together: of the
whole country, a search asks for the list of the files and a few of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from boutdufil.kinds.place.directory import Commune, Directory, Part, directory_of
from boutdufil.kinds.place.values import FOLDER, Place, Position
from boutdufil.kinds.place.words import SERVICES
from boutdufil.kinds.published import Published

T = TypeVar("T")

CALL = "filLieux"
MOST_PLACES = 90
"""Of one file: some 3 KB once compressed (tests/places)."""
MOST_COMMUNES = 150
"""Of one file of postal codes, or of names: some 3 KB once compressed."""
SHORTEST = 2
"""Figures of a postal code that name a file, at the least."""
FINE, COARSE = 10_000, 100
"""Parts of a degree: a place is told to some ten metres, what a file holds to a kilometre."""
_BITS = {short: 1 << rank for rank, short in enumerate(SERVICES.said)}


@dataclass(frozen=True, slots=True)
class _Here:
    """A place, its commune, the page where they stand, and its point."""

    part: Part
    commune: Commune
    place: Place
    point: Position


def lookup_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the files, by their address: the list of them, then each."""
    directory = directory_of(published.content)
    if not directory.departments:
        return
    tiles = list(_tiles(list(_located(directory))))
    postals = _cut(_by_postal(directory), SHORTEST, MOST_COMMUNES, len)
    names = _cut(_by_name(directory), 1, MOST_COMMUNES, len)
    listed = {
        "exemple": directory.are_examples,
        "ici": [_box(tile) for tile in tiles],
        "cp": [*postals],
        "noms": [*names],
    }
    yield _file("liste", listed)
    for rank, tile in enumerate(tiles):
        yield _file(f"ici-{rank}", _gathered(tile))
    for prefix, communes in postals.items():
        yield _file(f"cp-{prefix}", communes)
    for prefix, named in names.items():
        yield _file(f"noms-{prefix}", named)


def _file(name: str, value: object) -> tuple[str, str]:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/fichiers/{name}.js", f'{CALL}("{name}",{text});\n'


def _located(directory: Directory) -> Iterator[_Here]:
    for part, commune in _communes(directory):
        for place in commune.places:
            if place.position:
                yield _Here(part, commune, place, place.position)


def _tiles(found: list[_Here]) -> Iterator[list[_Here]]:
    """Yield places that stand together, halved across their longer side until they are few."""
    if len(found) <= MOST_PLACES:
        if found:
            yield found
        return
    south, north, west, east = _sides(found)
    is_tall = north - south > (east - west) * 0.7  # a degree of longitude is shorter, here
    found = sorted(found, key=lambda each: _along(each.point, is_tall=is_tall))
    half = len(found) // 2
    yield from _tiles(found[:half])
    yield from _tiles(found[half:])


def _along(point: Position, *, is_tall: bool) -> tuple[float, float]:
    both = point.latitude, point.longitude
    return both if is_tall else both[::-1]


def _sides(found: Sequence[_Here]) -> tuple[float, float, float, float]:
    latitudes = [each.point.latitude for each in found]
    longitudes = [each.point.longitude for each in found]
    return min(latitudes), max(latitudes), min(longitudes), max(longitudes)


def _box(tile: Sequence[_Here]) -> list[int]:
    """Return the least and most latitude, then longitude, rounded outwards."""
    south, north, west, east = (round(side * FINE) for side in _sides(tile))
    step = FINE // COARSE
    return [south // step, -(-north // step), west // step, -(-east // step)]


def _gathered(tile: Sequence[_Here]) -> list[list[object]]:
    """Return the places of a file under their commune and postal code."""
    groups: dict[tuple[str, str], list[_Here]] = defaultdict(list)
    for each in tile:
        groups[each.place.postal, each.part.address + each.commune.slug].append(each)
    return [
        [*_commune(group[0].part, group[0].commune, postal), [_place(each.place) for each in group]]
        for (postal, _slug), group in sorted(groups.items())
    ]


def _commune(part: Part, commune: Commune, postal: str) -> list[object]:
    """Return a postal code, a commune, its page within the folder, and its anchor."""
    return [postal, commune.name, part.address.removeprefix(f"{FOLDER}/"), commune.anchor]


def _place(place: Place) -> list[object]:
    """Return a name, a number, the services as bits, and a point in parts of a degree."""
    value: list[object] = [place.name, place.phone, sum(_BITS[short] for short in place.services)]
    if place.position:
        value += _point(place.position.latitude, place.position.longitude)
    return value


def _point(latitude: float, longitude: float) -> list[int]:
    return [round(latitude * FINE), round(longitude * FINE)]


def _by_postal(directory: Directory) -> Mapping[str, list[list[object]]]:
    """Return communes by postal code: where they are, and their places that have no point."""
    found: dict[str, list[list[object]]] = defaultdict(list)
    for part, commune in _communes(directory):
        for postal in commune.postals:
            places = [each for each in commune.places if each.postal == postal]
            points = [each.position for each in places if each.position]
            unknown = [_place(each) for each in places if not each.position]
            middle = _middle(points) if points else []
            found[postal].append([*_commune(part, commune, postal), middle, unknown])
    return dict(sorted(found.items()))


def _middle(points: Sequence[Position]) -> list[int]:
    return _point(
        sum(each.latitude for each in points) / len(points),
        sum(each.longitude for each in points) / len(points),
    )


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
