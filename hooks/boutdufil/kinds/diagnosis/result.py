"""What a diagnosis says to someone: a function of the answers, and of nothing else.

The browser does the same (``js/diagnosis/10-result.js``), held to it by the same cases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from boutdufil.kinds.diagnosis.values import STAGES, Diagnosis, points_on
from boutdufil.language.message import Message, loses_accent, to_gsm

FIRST = 3
"""The first steps: nobody does more at once. The others are folded."""
Answers = Sequence[int | None]
"""The rank from 0 of the answer to each question; None where none was given."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tutorial to read, and every reason to: that of the answer of fewest points first."""

    tutorial: str
    reasons: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Where one stands, by the key of each axis (None: nothing was answered), and what to read."""

    stages: Mapping[str, int | None]
    advice: tuple[Suggestion, ...]

    @property
    def first(self) -> tuple[Suggestion, ...]:
        """The first steps, in order."""
        return self.advice[:FIRST]


def result_of(diagnosis: Diagnosis, answers: Answers) -> Result:
    """Return what is said once these ``answers`` are given."""
    return Result(
        {axis.key: _stage(diagnosis, axis.key, answers) for axis in diagnosis.entry.axes},
        _advice(diagnosis, answers),
    )


def stage_of(points: int, most: int) -> int:
    """Return the rank in ``STAGES`` of some points among ``most``: each third is one."""
    return sum(len(STAGES) * points >= rank * most for rank in range(1, len(STAGES)))


def bounds(most: int) -> Mapping[int, tuple[int, int]]:
    """Return the fewest and the most points of each stage that can be: what one counts on paper."""
    by_stage = [stage_of(points, most) for points in range(most + 1)]
    return {
        stage: (by_stage.index(stage), most - by_stage[::-1].index(stage))
        for stage in sorted({*by_stage})
    }


def _stage(diagnosis: Diagnosis, axis: str, answers: Answers) -> int | None:
    points = most = 0
    for question, rank in zip(diagnosis.questions, answers, strict=True):
        # What adds nothing to anything is neither well nor badly: « je n’ai pas cela ».
        if rank is not None and question.answers[rank].points:
            points += points_on(question.answers[rank], axis)
            most += question.most(axis)
    return stage_of(points, most) if most else None


def _advice(diagnosis: Diagnosis, answers: Answers) -> tuple[Suggestion, ...]:
    """Return what to read: what the answers of fewest points advise comes first.

    Then the order of the questions, then what is advised in any case; a tutorial is told once, with
    the reasons of all that advise it, each once.
    """
    chosen = [
        question.answers[rank]
        for question, rank in zip(diagnosis.questions, answers, strict=True)
        if rank is not None
    ]
    chosen.sort(key=lambda answer: sum(each.count for each in answer.points))
    every = (*(advice for answer in chosen for advice in answer.advice), *diagnosis.always)
    reasons: dict[str, dict[Markup, None]] = {}
    for each in every:
        told = reasons.setdefault(each.tutorial, {})
        if each.reason:
            told[each.reason] = None
    return tuple(Suggestion(tutorial, (*told,)) for tutorial, told in reasons.items())


Named = tuple[str, str]
"""A tutorial by its number and its title."""
MOST_CHARACTERS = 290
"""What two text messages surely hold, whatever their alphabet makes of it."""
_FIRSTS = ("D’abord", "Ensuite", "Enfin")


def plan_message(recap: str, first: Sequence[Named], number: str) -> Message:
    """Return the message that tells the ``first`` steps.

    A number alone says nothing to do: titles are told as far as there is room, in order, but for
    one that a text message would misspell: « impots » looks like a fraud.
    """
    first = [
        (each, "" if any(map(loses_accent, title.split())) else title) for each, title in first
    ]
    for titled in range(len(first), -1, -1):
        text = _plan(recap.strip(), first, number, titled)
        if len(text) <= MOST_CHARACTERS:
            break
    return Message(to_gsm(text))


def _plan(recap: str, first: Sequence[Named], number: str, titled: int) -> str:
    """Return the text of the message, with the titles of the first ones only."""
    steps = (
        f"{word} fiche {each} : {title}" if title and rank < titled else f"{word} fiche {each}"
        for rank, (word, (each, title)) in enumerate(zip(_FIRSTS, first, strict=False))
    )
    ended = (step if step[-1] in "?!" else f"{step}." for step in steps)
    return " ".join((recap, *ended, f"Diagnostic {number}."))
