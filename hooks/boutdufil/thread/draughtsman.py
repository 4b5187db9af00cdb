"""The map of a call is drawn up: its graph gets a place from left to right.

The thread goes down in the middle. On its left, what comes back; on its right, what is asked after
an answer, then the ways to another step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boutdufil.thread.graph import END
from boutdufil.thread.lanes import LANE, Point, lanes, path, spans_of, width_of_lanes
from boutdufil.thread.lettering import BOLD, fit
from boutdufil.thread.outline import STEM, Answer, Section, Way
from boutdufil.thread.picture import AIR, Card, Legend, Line, Mark, Picture, Words
from boutdufil.thread.places import (
    CARD,
    CHILD,
    CHILD_LABEL,
    INDENT,
    JUMPS,
    LABEL,
    PAD,
    SMALL,
    Heights,
    Placed,
    Row,
    digit,
    heights,
)

MARGIN = 16
RAIL = 12
"""How high in a thing its rails begin, where its side is straight."""
LOOP, STUB = 30, 18
THREAD, LEFT_DOOR = 34, 14
"""Where the thread passes in a thing, and where one comes in from the left."""
RIGHT_DOOR = 26
"""The same from the right, counted from the right side."""
DOOR = 11
"""How high above a thing a way turns to come in."""
LEAST_AIR = 24
"""Room for the curves toward what is beside the thread, at least."""


def picture(sections: Sequence[Section], legend: Legend) -> Picture:
    """Return the map of a call, whose sections are those of its outline."""
    return _Draughtsman(sections, legend).picture()


HEADS = {
    "dire": "Dites",
    "demander": "Demandez",
    "preuve": "La preuve",
    "geste": "Faites faire",
    "stop": "Stop",
    STEM: "À tout moment",
}


class _Draughtsman:
    """Gives a place from left to right to what has one from top to bottom."""

    def __init__(self, sections: Sequence[Section], legend: Legend) -> None:
        self.legend = legend
        self.heights: Heights = heights(sections)
        self.by_id = {each.branch.id: each for each in self.heights.placed if each.branch.id}
        self.left, self.inner, self.outer = (
            lanes(spans_of(self._spans(side))) for side in ("left", "inner", "outer")
        )
        self.card = MARGIN + width_of_lanes(self.left) + LABEL + LOOP
        self.answer = self.card + CARD + STUB
        self.inner_lane = self.answer + LABEL + AIR
        self.child = self.inner_lane + max(width_of_lanes(self.inner), LEAST_AIR) + 2 * AIR
        deepest = max((each.depth for each in self.heights.placed), default=0)
        child_end = self.child + INDENT * max(deepest - 1, 0) + CHILD
        self.outer_lane = child_end + STUB + CHILD_LABEL + AIR
        self.width = self.outer_lane + width_of_lanes(self.outer) + MARGIN
        self.words: list[Words] = []
        self.lines: list[Line] = []
        self.marks: list[Mark] = []

    def _spans(self, side: str) -> Iterator[tuple[str, float, float]]:
        for placed in self.heights.placed:
            for row in placed.left if side == "left" else placed.right:
                target = self.by_id.get(row.answer.lead.node)
                wanted = (Way.BACK,) if side == "left" else JUMPS
                is_here = side == "left" or (side == "outer") == bool(placed.depth)
                if target and is_here and row.answer.way in wanted:
                    yield row.answer.lead.node, row.y, target.y - DOOR

    def picture(self) -> Picture:
        """Return all of it."""
        self._thread()
        for placed in self.heights.placed:
            for row in placed.left:
                self._comes_back(placed, row)
            for row in placed.right:
                self._goes(placed, row)
            for row, below in placed.under:
                self._under(placed, row, self.by_id[below])
        self._chips()
        return Picture(
            width=max(self.width, *(mark.x + mark.width + MARGIN for mark in self.marks), 0),
            height=self.heights.end + 60,
            thread=self.card + THREAD,
            bands=self.heights.bands,
            cards=tuple(self._card(each) for each in self.heights.placed),
            words=tuple(self.words),
            lines=tuple(self.lines),
            marks=tuple(self.marks),
        )

    def _x(self, placed: Placed) -> float:
        return self.child + INDENT * (placed.depth - 1) if placed.depth else self.card

    def _right(self, placed: Placed) -> float:
        return self._x(placed) + (CHILD if placed.depth else CARD)

    def _card(self, placed: Placed) -> Card:
        branch = placed.branch
        width = self._right(placed) - self._x(placed)
        kind = "depart" if branch.is_start else branch.kind
        head = "Avant de continuer" if branch.is_start else HEADS[branch.kind]
        head = head if branch.is_written else "Script à écrire"
        head = HEADS[STEM] if branch.situation and branch.kind == "dire" else head
        return Card(
            id=branch.id,
            step=placed.step,
            kind=kind,
            head=head,
            lines=placed.lines,
            note=fit(self.legend.note(branch.condition), width - 2 * PAD, SMALL),
            x=self._x(placed),
            y=placed.y,
            width=width,
            height=placed.height,
            rails=tuple(self._rails(placed)),
        )

    def _rails(self, placed: Placed) -> Iterator[tuple[Point, Point]]:
        end = placed.y + placed.height
        for x, rows in ((self._x(placed), placed.left), (self._right(placed), placed.right)):
            if rows and rows[-1].y > end - RAIL:
                yield (x, end - RAIL), (x, rows[-1].y)

    def _thread(self) -> None:
        """Draw the thread between what follows one another on it."""
        x = self.card + THREAD
        chain = [each for each in self.heights.placed if not each.depth]
        for here, after in zip(chain, (*chain[1:], None), strict=True):
            if here.branch.goes_on:
                end = after.y if after else self.heights.end
                target = after.branch.id if after else END
                drawn = path(((x, here.y + here.height), (x, end)))
                arrow = (x, end) if after else None
                self._line(here, target, Way.ONWARD, drawn, arrow)

    def _line(
        self, placed: Placed, target: str, way: Way, drawn: str, arrow: Point | None = None
    ) -> None:
        source = placed.branch.id or placed.branch.situation
        self.lines.append(
            Line(source=source, target=target, way=way.value, path=drawn, arrow=arrow)
        )

    def _comes_back(self, placed: Placed, row: Row) -> None:
        """Draw on the left a repair, as a loop, or a way up."""
        answer, y, side = row.answer, row.y, self.card
        edge = side - LOOP
        self._answered(row, edge - row.width)
        if answer.way is Way.AGAIN:
            drawn = f"M{side:.0f} {y - 5:.1f}H{side - 15:.0f}a5 5 0 0 0 0 10H{side - 3:.0f}"
            self._line(placed, placed.branch.id, answer.way, drawn)
            return
        target = self.by_id[answer.lead.node]
        start = edge - row.width - AIR
        lane = MARGIN + width_of_lanes(self.left) - LANE * (self.left[answer.lead.node] + 0.5)
        door = self.card + LEFT_DOOR
        stub = path(((side, y), (edge + 4, y)))
        up = path(
            (
                (start, y),
                (lane, y),
                (lane, target.y - DOOR),
                (door, target.y - DOOR),
                (door, target.y),
            )
        )
        self._line(placed, target.branch.id, answer.way, stub + up, (door, target.y))

    def _goes(self, placed: Placed, row: Row) -> None:
        """Draw on the right an answer, and where it leads."""
        answer, y = row.answer, row.y
        side = self._right(placed)
        start = side + STUB
        self._answered(row, start)
        end = start + row.width + AIR if row.lines else side
        stub = path(((side, y), (start - 4, y))) if row.lines else ""
        if answer.way is Way.ONWARD:
            bend = side + AIR
            down = placed.bottom + 12
            thread = self.card + THREAD
            drawn = path(((bend, y), (bend, down), (thread, down)))
            self._line(placed, answer.lead.node, answer.way, stub + drawn)
        elif answer.way is Way.AGAIN:
            drawn = f"M{side:.0f} {y - 4:.1f}h8a4 4 0 0 1 0 8h-6"
            self._line(placed, placed.branch.id, answer.way, drawn)
        elif answer.way is Way.BELOW:
            assert answer.below is not None
            self._beside(placed, self.by_id[answer.below.id], stub, (end, y), answer)
        elif answer.way in JUMPS:
            self._lane(placed, self.by_id[answer.lead.node], stub, (end, y), answer)
        else:
            self._leaves(placed, stub, (end, y), answer)

    def _beside(
        self, placed: Placed, below: Placed, stub: str, start: Point, answer: Answer
    ) -> None:
        x, y = self._x(below), below.y + PAD + 6
        middle = (self.inner_lane + width_of_lanes(self.inner) + x) / 2
        curve = f"M{start[0]:.1f} {start[1]:.1f}"
        if start[0] < self.inner_lane - AIR:
            curve += f"H{self.inner_lane - AIR:.1f}"
        curve += f"C{middle:.1f} {start[1]:.1f} {middle:.1f} {y:.1f} {x:.1f} {y:.1f}"
        self._line(placed, below.branch.id, answer.way, stub + curve)

    def _lane(
        self, placed: Placed, target: Placed, stub: str, start: Point, answer: Answer
    ) -> None:
        found, first = (
            (self.outer, self.outer_lane) if placed.depth else (self.inner, self.inner_lane)
        )
        lane = first + LANE * (found[answer.lead.node] + 0.5)
        door = self._right(target) - RIGHT_DOOR
        arrival = target.y - DOOR
        drawn = path((start, (lane, start[1]), (lane, arrival), (door, arrival), (door, target.y)))
        self._line(placed, target.branch.id, answer.way, stub + drawn, (door, target.y))

    def _leaves(self, placed: Placed, stub: str, start: Point, answer: Answer) -> None:
        exit_ = self.legend.exit(answer)
        kind = Way.EXIT if exit_ else Way.RETURN if answer.way is Way.RETURN else Way.END
        drawn = path((start, (start[0] + 12, start[1])))
        self.marks.append(Mark(kind=kind.value, x=start[0] + 12, y=start[1], text=exit_ or "fin"))
        self._line(placed, answer.lead.tutorial or END, kind, stub + drawn)

    def _under(self, placed: Placed, row: Row, below: Placed) -> None:
        """Draw an answer above what is asked after it, where there is no room on the right."""
        x = self._x(placed) + INDENT / 2
        y = below.y + PAD + 6
        self._answered(row, x + 12)
        drawn = path(((x, placed.y + placed.height), (x, y), (self._x(below), y)))
        self._line(placed, below.branch.id, row.answer.way, drawn)

    def _answered(self, row: Row, x: float) -> None:
        """Write an answer from ``x`` on, its digit first."""
        if row.lines:
            way, rank = row.answer.way.value, row.answer.rank
            x += digit(row.answer)
            self.words.append(Words(x=x, y=row.y, lines=row.lines, rank=rank, kind=way))

    def _chips(self) -> None:
        x = self.card + THREAD + STUB
        room = CARD + LABEL - THREAD - 2 * STUB
        for chip in self.heights.chips:
            text = fit(f"↺ {chip.branch.situation}", room, SMALL * BOLD)
            self.marks.append(Mark(kind=STEM, x=x, y=chip.y + 14, text=text))
