"""Two changes of one text, joined line by line; nothing, where both changed the same lines.

``difflib`` finds the changes of each side: what is here puts them side by side. The library that
does all of it, merge3, is under the GPL: a package under the MIT licence does not ask that of those
who install it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines ``start`` to ``end`` (left out) of the former text, which became ``lines``."""

    start: int
    end: int
    lines: tuple[str, ...]
    is_ours: bool


def merged(base: str, ours: str, theirs: str) -> str | None:
    r"""Return ``base`` with what both sides changed in it; None when they do not agree.

    Changes that touch, without a line of ``base`` between them, are looked at together: two people
    who wrote side by side may have written of the same thing.

    >>> merged("a\nb\nc", "A\nb\nc", "a\nb\nC")
    'A\nb\nC'
    >>> merged("a", "b", "c") is None
    True
    """
    before = base.split("\n")
    changes = [
        *_changes(before, ours.split("\n"), is_ours=True),
        *_changes(before, theirs.split("\n"), is_ours=False),
    ]
    lines: list[str] = []
    place = 0
    for group in _groups(sorted(changes, key=lambda change: (change.start, change.end))):
        start, end = group[0].start, max(change.end for change in group)
        sides = {
            is_ours: _side(before, start, end, [each for each in group if each.is_ours is is_ours])
            for is_ours in {change.is_ours for change in group}
        }
        if len(sides) == 2 and sides[True] != sides[False]:
            return None
        lines += [*before[place:start], *next(iter(sides.values()))]
        place = end
    return "\n".join([*lines, *before[place:]])


def _changes(before: Sequence[str], after: Sequence[str], *, is_ours: bool) -> Iterator[_Change]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield _Change(start, end, tuple(after[first:last]), is_ours)


def _groups(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Yield the changes that touch or overlap, together."""
    group: list[_Change] = []
    end = -1
    for change in changes:
        if group and change.start > end:
            yield group
            group = []
        end = max(end, change.end)
        group.append(change)
    if group:
        yield group


def _side(before: Sequence[str], start: int, end: int, changes: Sequence[_Change]) -> list[str]:
    """Return what one side made of the lines ``start`` to ``end``."""
    lines: list[str] = []
    for change in changes:
        lines += [*before[start : change.start], *change.lines]
        start = change.end
    return [*lines, *before[start:end]]
