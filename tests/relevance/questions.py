"""The judged questions, as people wrote them in ``questions.txt``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "questions.txt"
REQUESTS = Path(__file__).parent / "requests.txt"
"""What people really ask, by how often they do: the tutorials are written to answer these."""
UNSEEN = Path(__file__).parent / "unseen.txt"
"""Requests of the same make, by someone who had not read the tutorials. Nothing is tuned on them:
``python -m tests.relevance --questions tests/relevance/unseen.txt`` tells what they find."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its kind, and the right answers: numbers of tutorials, names of terms."""

    kind: str
    text: str
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """How well questions were answered."""

    questions: int
    success_at_1: float
    success_at_3: float
    mrr_at_10: float


def read_questions(file: Path = FILE) -> list[Question]:
    """Return the questions in their order."""
    questions = []
    kind = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif "→" in line and not line.startswith("#"):
            text, right = line.split("→")
            answers = tuple(answer.strip() for answer in right.split(","))
            questions.append(Question(kind, text.strip(), answers))
    return questions


def rank_of(question: Question, found: Sequence[str]) -> int:
    """Return the rank of the first right answer among ten, from 1; 0 when there is none."""
    ranks = (rank for rank, answer in enumerate(found[:10], 1) if answer in question.right)
    return next(ranks, 0)


def quality(ranks: Sequence[int]) -> Quality:
    """Sum up the ranks of the first right answers."""
    count = len(ranks)
    return Quality(
        count,
        round(sum(rank == 1 for rank in ranks) / count, 3),
        round(sum(1 <= rank <= 3 for rank in ranks) / count, 3),
        round(sum(1 / rank for rank in ranks if rank) / count, 3),
    )
