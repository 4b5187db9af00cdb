"""Plain language: what the public reads is short, and simple enough for its level."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.check.review import Reviewed
from boutdufil.kinds.document import Document
from boutdufil.kinds.tutorial.values import LEVELS, Tutorial
from boutdufil.language.readability import LEAST_SCORES, LONGEST_SENTENCE
from boutdufil.language.text import decimal
from boutdufil.model.finding import Code, Finding

SHOWN = 120
"""Characters of a sentence that a terminal shows."""


def hard_reading(reviewed: Reviewed) -> Iterator[Finding]:
    """A sentence is said in one breath; a text fits the level that it declares."""
    if reviewed.tutorial is not None:
        yield from _long_sentences(reviewed.document)
        yield from _hard_text(reviewed.document, reviewed.tutorial)


def _long_sentences(document: Document) -> Iterator[Finding]:
    for sentence in document.readability.sentences:
        if sentence.is_too_long and not sentence.said:
            text = sentence.text
            yield Finding(
                document.path,
                sentence.line,
                1,
                Code.LONG_SENTENCE,
                f"cette phrase est longue : {sentence.words} mots",
                text if len(text) <= SHOWN else text[: SHOWN - 1] + "…",
                f"{LONGEST_SENTENCE} mots au plus, une seule idée",
                "coupez-la en deux : un point, puis une nouvelle phrase",
            )


def _hard_text(document: Document, tutorial: Tutorial) -> Iterator[Finding]:
    public = document.readability.public
    least = LEAST_SCORES[tutorial.level]
    if public.score is None or public.score >= least:
        return
    yield Finding(
        document.path,
        document.line("niveau"),
        1,
        Code.HARD_TEXT,
        f"le texte est difficile pour le niveau {tutorial.level}, « {LEVELS[tutorial.level]} »",
        f"lisibilité {public.score:.0f} ({public.level}), {decimal(public.mean)} mots par phrase",
        f"{least} ou plus",
        "des phrases plus courtes, des mots de tous les jours",
    )
