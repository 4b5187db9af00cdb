"""What was measured: each size of site, with each tool. No figure comes from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a tool took and gave: medians of the rounds; sizes in millions and thousands of bytes.

    ``first_page`` and ``first_search`` are what a reader downloads; None was not measured.
    """

    name: str
    version: str
    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    megabytes: float
    files: int
    pages: int
    first_page: float | None = None
    first_search: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One size, measured on one day on one machine; ours is the first of the tools."""

    size: int
    rounds: int
    day: date
    machine: str
    tools: tuple[Figures, ...]

    def times(self, figures: Figures) -> float:
        """Return how many times as long as ours a tool takes."""
        return figures.seconds / self.tools[0].seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Performances:
    """All that was recorded, the smallest size first; empty when nothing was."""

    measured: tuple[Measured, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The tools, in the order in which they first appear."""
        return tuple(dict.fromkeys(tool.name for each in self.measured for tool in each.tools))

    def seconds(self, name: str, size: int) -> float | None:
        """Return how long a tool takes for a size; None when it was not measured."""
        return next(
            (
                tool.seconds
                for each in self.measured
                for tool in each.tools
                if each.size == size and tool.name == name
            ),
            None,
        )
