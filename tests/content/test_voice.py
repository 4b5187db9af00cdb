"""The tutorials of this site, as they are said over the phone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.finding import Code, Finding, Severity
from boutdufil.model.script import Ask, DoGesture, Jump, Picture, Say, Start, walk
from boutdufil.project import check
from tests.published import published_content

CONTENT = published_content()

tutorials = pytest.mark.parametrize("tutorial", CONTENT.tutorials, ids=lambda each: each.number)


@cache
def findings() -> tuple[Finding, ...]:
    """What the verifier says, asked by a test: each worker of a run collects this file."""
    return check(CONTENT)


def told(*codes: Code) -> list[str]:
    return [
        f"{found.path}, {found.line}: {found.found}" for found in findings() if found.code in codes
    ]


def test_a_reviewer_has_nothing_to_ask_for() -> None:
    """What is left is advice that somebody weighed, and few of it; a tutorial may grow old."""
    fresh = [found for found in findings() if found.code is not Code.OLD_REVIEW]
    assert [found for found in fresh if found.severity is not Severity.ADVICE] == []
    assert len(fresh) <= 6


def test_what_is_said_is_short() -> None:
    assert told(Code.LONG_SPEECH) == []


def test_a_verb_follows_the_device() -> None:
    """One does not click on a phone, nor press a mouse's screen."""
    assert told(Code.WRONG_HAND) == []


@tutorials
def test_every_step_speaks_and_what_is_shown_is_asked_about(tutorial: Tutorial) -> None:
    for step in tutorial.script.steps:
        parts = [*walk(step.parts)]
        asks = any(isinstance(part, Ask | Start | DoGesture) for part in parts)
        assert asks or any(isinstance(part, Say) for part in parts), step.rank
        assert asks or not any(isinstance(part, Picture) for part in parts), step.rank


@tutorials
def test_a_beginner_tells_it_again_and_chooses(
    tutorial: Tutorial,
) -> None:
    understanding = tutorial.script.understanding
    told = [part.html for part in understanding if isinstance(part, Say)]
    asked = [part.question for part in understanding if isinstance(part, Ask)]
    assert any("vos mots" in words for words in (*told, *asked))
    assert tutorial.script.choosing, "advantages, limits, alternatives"


@tutorials
def test_no_answer_leads_nowhere(tutorial: Tutorial) -> None:
    known = {each.reference for each in CONTENT.tutorials}
    jumps = [
        answer.jump
        for part in tutorial.script.parts()
        if isinstance(part, Ask)
        for answer in part.answers
        if isinstance(answer.jump, Jump)
    ]
    assert all(jump.tutorial in known or jump.tutorial == "" for jump in jumps)


def test_the_glossary_says_how_to_speak() -> None:
    assert len(CONTENT.terms) >= 40
    for term in CONTENT.terms:
        assert term.sayings, term.slug
        assert term.riddles, term.slug


def test_the_closed_line_is_never_published() -> None:
    docs = Path(__file__).parents[2] / "docs"
    for file in docs.rglob("*"):
        if file.is_file() and file.name != "numeros.yml":  # which says that it is closed
            digits = re.sub(r"[\s.\u00a0\u202f]", "", file.read_text(encoding="utf-8"))
            assert "0170772372" not in digits, file
