"""A département is drawn, and its dots are where its communes are."""

from __future__ import annotations

import re

import pytest

from boutdufil.kinds.place.departments import DEPARTMENTS, overseas
from boutdufil.kinds.place.directory import Commune
from boutdufil.kinds.place.drawing import MOST_NUMBERED, drawn
from boutdufil.kinds.place.outlines import outline_of, place_of
from boutdufil.kinds.place.values import Place, Position

MOST_OF_A_DRAWING = 15_000
"""Bytes, before any compression."""
TOWNS = {
    "Valence": ("26", 44.9334, 4.8924),
    "Brest": ("29", 48.3900, -4.4860),
    "Sartène": ("2A", 41.6214, 8.9750),
    "Corte": ("2B", 42.3058, 9.1505),
    "Lille": ("59", 50.6292, 3.0573),
    "Perpignan": ("66", 42.6887, 2.8948),
    "Strasbourg": ("67", 48.5734, 7.7521),
    "Paris": ("75", 48.8566, 2.3522),
}


def commune(rank: int, *points: Position | None) -> Commune:
    places = tuple(
        Place(
            line=2,
            id=f"{rank}-{number}",
            name="Lieu",
            commune=f"Commune {rank}",
            postal="26000",
            department="26",
            position=point,
        )
        for number, point in enumerate(points)
    )
    return Commune(f"Commune {rank}", f"commune-{rank}", ("26000",), places)


def rings_of(path: str) -> list[list[tuple[int, int]]]:
    rings = []
    for ring in path.removesuffix("z").split("z"):
        numbers = [int(each) for each in re.findall(r"-?\d+", ring)]
        x, y = numbers[:2]
        points = [(x, y)]
        for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + across, y + down
            points.append((x, y))
        rings.append(points)
    return rings


def is_inside(point: tuple[int, int], rings: list[list[tuple[int, int]]]) -> bool:
    x, y = point
    crossed = 0
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize("name", TOWNS)
def test_a_town_is_within_the_outline_of_its_departement(name: str) -> None:
    code, latitude, longitude = TOWNS[name]
    outline = outline_of(code)
    assert outline
    assert is_inside(place_of(Position(latitude, longitude)), rings_of(outline.path))


def test_every_departement_in_europe_is_drawn_and_light() -> None:
    outlines = {code: outline_of(code) for code in DEPARTMENTS}
    assert {code for code, outline in outlines.items() if outline is None} == {
        code for code in DEPARTMENTS if overseas(code)
    }
    assert max(len(each.path) for each in outlines.values() if each) < MOST_OF_A_DRAWING // 10


def test_a_commune_has_the_number_of_its_place_in_the_list() -> None:
    valence = Position(44.9334, 4.8924)
    drawing = drawn("26", [commune(1), commune(2, valence), commune(3, None, valence)])
    assert drawing
    assert [dot.number for dot in drawing.dots] == [2, 3]
    assert drawing.is_numbered
    assert "Victor Cazanave" in drawing.credit


def test_a_point_elsewhere_is_not_drawn() -> None:
    reims_says_aix = Position(43.52609, 5.41423)
    assert drawn("51", [commune(1, reims_says_aix)]) is None


def test_too_many_numbers_would_cover_each_other() -> None:
    valence = Position(44.9334, 4.8924)
    drawing = drawn("26", [commune(rank, valence) for rank in range(MOST_NUMBERED + 1)])
    assert drawing
    assert not drawing.is_numbered


def test_where_there_is_no_outline_nothing_is_drawn() -> None:
    assert drawn("974", [commune(1, Position(-21.1, 55.5))]) is None
