"""Where each thing of a call stands on its map, from top to bottom: the thread, and what is beside.

Heights come first: how wide the map is depends on how many ways pass one beside another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from boutdufil.thread.lettering import BOLD, fit, width_of, wrap
from boutdufil.thread.outline import Answer, Branch, Section, Way

LETTERS, SMALL = 13, 12
"""Sizes of what is said, and of what is answered."""
CARD, CHILD, INDENT = 250, 204, 16
"""Widths of a thing of the thread, and of one beside it, which moves right as it goes deeper."""
PAD, HEAD, LINE, NOTE = 10, 19, 17, 15
ROW, ROW_LINE = 22, 14
"""Height of an answer, and of each more line of it."""
LABEL, CHILD_LABEL = 190, 158
"""Room of an answer, beside the thread and beside what is on its right."""
MARK = 60
"""Room that a mark takes of it: another tutorial, an end."""
GAP = 36
"""Between two things of the thread: room for a way to come in."""
BESIDE_GAP, ELBOW = 22, 20
BAND_HEAD, BAND_FOOT, BAND_GAP = 48, 16, 14
CHIP = 34
TOP = 12
FOOT = 84
MOST_LINES, FULL = 2, 4
"""Lines of what is said: at least, and where its answers leave room."""
DIGIT = 16
# Not sets: to hash a way is to run Python, and to find it among two is not.
_COME_BACK, JUMPS = (Way.AGAIN, Way.BACK), (Way.BACK, Way.AHEAD)
_LEAVE, _SAID_BY_THE_THREAD = (Way.EXIT, Way.END), (Way.ONWARD, Way.END)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An answer, its words, and how high the middle of its line is."""

    answer: Answer
    y: float
    lines: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """How much room its words take, with the digit that answers."""
        size = letters(self.answer)
        return max((width_of(line, size) for line in self.lines), default=0) + digit(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A thing on the map. ``depth`` is 0 on the thread; what is beside it is deeper."""

    branch: Branch
    step: int
    depth: int
    y: float
    height: float
    """Of itself; its answers may go lower."""
    reach: float
    """Height with its answers."""
    lines: tuple[str, ...]
    left: tuple[Row, ...] = ()
    """What comes back: repairs, and what stands before."""
    right: tuple[Row, ...] = ()
    under: tuple[tuple[Row, str], ...] = ()
    """What is asked below, under what is beside already: its row, and its id."""

    @property
    def bottom(self) -> float:
        """Where it ends, with its answers."""
        return self.y + self.reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """What may be said at any time, after which one comes back."""

    branch: Branch
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A step: everything of it stands between ``y`` and ``bottom``."""

    step: int
    title: str
    y: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """All that is on a map, and how high it is."""

    bands: tuple[Band, ...]
    placed: tuple[Placed, ...]
    chips: tuple[Chip, ...]
    end: float
    """Where the thread ends."""


def heights(sections: Sequence[Section]) -> Heights:
    """Return how high everything stands, steps one under another."""
    bands, placed, chips = [], [], []
    y = float(TOP)
    for section in sections:
        standing = _Standing(section.step)
        bottom = standing.section(section, y + BAND_HEAD)
        bands.append(Band(step=section.step, title=section.title, y=y, bottom=bottom + BAND_FOOT))
        placed += standing.placed
        chips += standing.chips
        y = bottom + BAND_FOOT + BAND_GAP
    return Heights(bands=tuple(bands), placed=tuple(placed), chips=tuple(chips), end=y + FOOT - GAP)


class _Standing:
    """Puts the things of a step one under another."""

    def __init__(self, step: int) -> None:
        self.step = step
        self.placed: list[Placed] = []
        self.chips: list[Chip] = []

    def section(self, section: Section, y: float) -> float:
        """Place a whole section; return where it ends."""
        bottom = y
        for rank, branch in enumerate(section.thread):
            bottom = self._thing(branch, bottom + (GAP if rank else BESIDE_GAP))
        return self._rescues(section.rescues, bottom + BESIDE_GAP) if section.rescues else bottom

    def _thing(self, branch: Branch, y: float) -> float:
        """Place a thing of the thread, and what is beside it; return where both end."""
        left = [each for each in branch.answers if each.way in _COME_BACK]
        onward = (each for each in branch.answers if each.way not in _COME_BACK)
        right = [each for each in onward if _is_shown(branch, each)]
        placed = self._placed(branch, 0, y, CARD, left, right)
        self.placed.append(placed)
        bottom = placed.bottom
        free = y
        for row in placed.right:
            if row.answer.below:
                top = max(free, row.y - PAD - HEAD / 2)
                free = self._beside(row.answer.below, 1, top) + BESIDE_GAP
                bottom = max(bottom, free - BESIDE_GAP)
        for other in branch.others:
            free = self._beside(other, 1, free) + BESIDE_GAP
            bottom = max(bottom, free - BESIDE_GAP)
        return bottom

    def _beside(self, branch: Branch, depth: int, y: float) -> float:
        """Place what is beside the thread, and what is under it; return where that ends."""
        asked = [each for each in branch.answers if each.below]
        right = [each for each in branch.answers if not each.below]
        placed = self._placed(branch, depth, y, CHILD, (), right)
        rank = len(self.placed)
        self.placed.append(placed)
        bottom, under = placed.bottom, []
        for answer in asked:
            assert answer.below is not None
            above = fit(answer.label, CHILD - INDENT, SMALL)
            row = Row(answer=answer, y=bottom + BESIDE_GAP + 2, lines=(above,))
            under.append((row, answer.below.id))
            bottom = self._beside(answer.below, depth + 1, bottom + BESIDE_GAP + ELBOW)
        for other in branch.others:
            bottom = self._beside(other, depth + 1, bottom + BESIDE_GAP)
        if under:
            self.placed[rank] = replace(placed, under=tuple(under))
        return bottom

    def _placed(
        self,
        branch: Branch,
        depth: int,
        y: float,
        width: float,
        left: Iterable[Answer],
        right: Iterable[Answer],
    ) -> Placed:
        text = branch.text if not branch.situation else f"{branch.situation} : {branch.text}"
        room = CHILD_LABEL if depth else LABEL
        rows = [_rows(answers, y + PAD / 2, room) for answers in (left, right)]
        tallest = max(bottom - y + PAD / 2 for _rows_of_side, bottom in rows)
        held = branch.condition
        note = NOTE if held.devices or held.situations or held.audiences else 0
        # Beside many answers there is room for more of the words.
        count = min(max(MOST_LINES, int((tallest - 1.5 * PAD - HEAD - note) / LINE)), FULL)
        lines = wrap(text, width - 2 * PAD, LETTERS, count)
        written = PAD + HEAD + LINE * len(lines) + note + PAD / 2
        return Placed(
            branch=branch,
            step=self.step,
            depth=depth,
            y=y,
            height=written,
            reach=max(written, tallest),
            lines=lines,
            left=rows[0][0],
            right=rows[1][0],
        )

    def _rescues(self, rescues: Sequence[Branch], y: float) -> float:
        """Place what may be said at any time: what leads elsewhere stands beside the thread."""
        beside = chips = y
        for branch in rescues:
            if branch.id or branch.answers[0].way is not Way.RETURN:
                beside = self._beside(branch, 1, beside) + BESIDE_GAP
            else:
                self.chips.append(Chip(branch=branch, y=chips))
                chips += CHIP
        return max(chips - CHIP + 28 if chips > y else y, beside - BESIDE_GAP)


def _rows(answers: Iterable[Answer], y: float, room: float) -> tuple[tuple[Row, ...], float]:
    """Return answers one under another, and where they end."""
    rows = []
    for answer in answers:
        lines = _label(answer, room)
        height = ROW + ROW_LINE * max(len(lines) - 1, 0)
        rows.append(Row(answer=answer, y=y + height / 2, lines=lines))
        y += height
    return tuple(rows), y


def _label(answer: Answer, room: float) -> tuple[str, ...]:
    """Return the words of an answer, with the place where it jumps."""
    code = f"→\u00a0{answer.lead.node}" if answer.way in JUMPS else ""
    room -= digit(answer) + (MARK if answer.way in _LEAVE else 0)
    lines = wrap(answer.label, room, letters(answer), MOST_LINES)
    if not code:
        return lines
    if lines and width_of(f"{lines[-1]} {code}", SMALL) <= room:
        return (*lines[:-1], f"{lines[-1]} {code}")
    if len(lines) < MOST_LINES:
        return (*lines, code)
    last = fit(lines[-1], room - width_of(f" {code}", SMALL), SMALL)
    return (*lines[:-1], f"{last} {code}")


def letters(answer: Answer) -> float:
    """Return the size of an answer; one that goes on is bold, as wide as larger letters."""
    return SMALL * BOLD if answer.way is Way.ONWARD else SMALL


def digit(answer: Answer) -> float:
    """Return the room of the digit that answers."""
    return DIGIT if answer.rank else 0


def _is_shown(branch: Branch, answer: Answer) -> bool:
    """Tell whether a way out has a line of its own: the thread says the others."""
    return bool(answer.rank) or not (branch.goes_on and answer.way in _SAID_BY_THE_THREAD)
