"""A path as it is shown: its steps with their tutorials, and the paths of a tutorial."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.path.progress import after, letters
from boutdufil.kinds.path.values import LearningPath, PathStep
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Card, Tutorial
from boutdufil.language.text import counted
from boutdufil.model.same import by_itself
from boutdufil.model.script import Quiz, walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step of a path with its tutorial; ``rank`` counts from 1.

    ``letters`` resume the path for who has done the steps so far, in order. ``questions``: what one
    asks oneself at the end of the tutorial, which has ``length`` steps.
    """

    rank: int
    step: PathStep
    tutorial: Card
    length: int
    questions: tuple[Quiz, ...]
    letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A path with those of its steps whose tutorials are published."""

    path: LearningPath
    stages: tuple[Stage, ...]

    @property
    def letters(self) -> str:
        """What resumes it from its beginning."""
        return letters(self.path.entry.code)

    @property
    def length(self) -> str:
        """How long each of its tutorials takes: ``de 15 à 30 minutes``."""
        found = sorted(stage.tutorial.minutes for stage in self.stages)
        whole = counted(found[-1], "minute")
        return whole if found[0] == found[-1] else f"de {found[0]} à {whole}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a tutorial is in a path; ``following`` is None at its end."""

    path: LearningPath
    rank: int
    count: int
    following: Card | None


def followed(path: LearningPath, catalog: Catalog) -> Followed:
    """Return a path with its tutorials."""
    stages = (
        _stage(path, rank, step, catalog.by_reference[step.tutorial])
        for rank, step in enumerate(path.entry.steps, 1)
        if step.tutorial in catalog.by_reference
    )
    return Followed(path=path, stages=tuple(stages))


def _stage(path: LearningPath, rank: int, step: PathStep, tutorial: Tutorial) -> Stage:
    script = tutorial.script
    return Stage(
        rank=rank,
        step=step,
        tutorial=tutorial.card,
        length=len(script.steps),
        questions=tuple(part for part in walk(script.understanding) if isinstance(part, Quiz)),
        letters=after(path.entry.code, rank),
    )


# The pages of each audience ask for them all.
@by_itself
def all_followed(published: Published) -> tuple[Followed, ...]:
    """Return the paths, by title, without those that lead to nothing published."""
    found = sorted(published.content.of(LearningPath), key=lambda path: path.entry.title)
    shown = (followed(path, published.catalog) for path in found)
    return tuple(each for each in shown if each.stages)


def for_audience(published: Published, audience: str) -> tuple[Followed, ...]:
    """Return the paths of an audience: those that it begins with, then the others."""
    first = published.content.taxonomy.audiences[audience].paths
    mine = [each for each in all_followed(published) if audience in each.path.entry.audiences]
    ranks = {slug: rank for rank, slug in enumerate(first)}
    return tuple(sorted(mine, key=lambda each: ranks.get(each.path.slug, len(ranks))))


def places(published: Published) -> Mapping[str, tuple[Place, ...]]:
    """Return where each tutorial is in the paths, by ``theme/slug``."""
    found: dict[str, tuple[Place, ...]] = {}
    for reference, place in _places(published):
        found[reference] = (*found.get(reference, ()), place)
    return found


def _places(published: Published) -> Iterator[tuple[str, Place]]:
    for each in all_followed(published):
        for rank, stage in enumerate(each.stages, 1):
            following = each.stages[rank].tutorial if rank < len(each.stages) else None
            yield (
                stage.tutorial.reference,
                Place(path=each.path, rank=rank, count=len(each.stages), following=following),
            )
