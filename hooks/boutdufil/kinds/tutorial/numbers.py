"""Numbers said over the phone: « 101 » and « 0101 » are one, taken even by a file that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from boutdufil.kinds.content import Content
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS

NUMBERED = (f"{TUTORIALS}/", "diagnostics/")
"""The folders whose files have a number: a caller is told it, whatever it is the number of."""
# « numero: 101 », « numero : "0101" », alone at the start of a line; not « un numero: 3 ».
_WRITTEN = re.compile(rb"^\W{0,3}numero\W{1,6}0*(\d{1,4})\b", re.MULTILINE)


def written_number(raw: bytes) -> int | None:
    """Return the number that a file asks for, whatever its encoding and its other faults."""
    match = _WRITTEN.search(raw.replace(b"\0", b"").replace(b"\r", b"\n"))
    return int(match[1]) if match else None


def written_numbers(raws: Mapping[str, bytes]) -> dict[str, int]:
    """Return the numbers that files ask for, by their paths."""
    written = {
        path: written_number(raw)
        for path, raw in raws.items()
        if path.startswith(NUMBERED) and path.endswith(".md")
    }
    return {path: number for path, number in written.items() if number is not None}


def number_holders(content: Content) -> dict[int, list[str]]:
    """Return the paths of the files that hold each number, those that are wrong included."""
    holders: dict[int, list[str]] = {}
    for path, number in _held(content):
        holders.setdefault(number, []).append(path)
    return holders


def next_number(content: Content, theme: str, also_taken: Iterable[int] = ()) -> str:
    """Return the number to propose in ``theme``: after its last one, else a new hundred.

    ``also_taken`` are numbers that were just given. Empty: they are all taken.
    """
    held = tuple(_held(content))
    taken = {number for _path, number in held}.union(also_taken)
    in_theme = [number for path, number in held if path.startswith(f"{TUTORIALS}/{theme}/")]
    start = max(in_theme) + 1 if in_theme else 100 * (max(taken, default=0) // 100 + 1) + 1
    return free_number(start, taken)


def free_number(start: int, taken: Iterable[int]) -> str:
    """Return the first number from ``start`` that nobody holds; empty: they are all taken."""
    held = frozenset(taken)
    candidates: tuple[int, ...] = (*range(max(start, 100), 10_000), *range(100, start))
    return next((str(number) for number in candidates if number not in held), "")


def number_of(address: str) -> int:
    """Return the number that an address is the short one of (``0101/``: 101), or -1."""
    number = re.fullmatch(r"([0-9]{1,4})/", address)
    return int(number[1]) if number else -1


def _held(content: Content) -> Iterator[tuple[str, int]]:
    read = {tutorial.path: int(tutorial.number) for tutorial in content.tutorials}
    yield from {**content.numbers, **read}.items()
