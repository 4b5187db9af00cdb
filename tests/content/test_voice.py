"""The tutorials of this site, as they are said over the phone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from boutdufil.model.script import Ask, Jump, Picture, Rephrase, Say, Trouble, plain, walk
from boutdufil.model.tutorial import Tutorial
from boutdufil.sources.content import ContentReader

CONTENT = ContentReader(Path(__file__).parents[2] / "docs").read(date.today())
SENTENCES = 3
WORDS = 15

tutorials = pytest.mark.parametrize("tutorial", CONTENT.tutorials, ids=lambda each: each.number)


def sentences(html: str) -> list[str]:
    # A verb by device is one word to say, whichever it is.
    text = plain(re.sub(r'<span[^>]*data-appuyer="([^"]*)"[^>]*>[^<]*</span>', r"\1", html))
    return [part for part in re.split(r"(?<=[.!?…]) ", text) if re.search(r"\w", part)]


def too_long(html: str) -> list[str]:
    said = sentences(html)
    return [part for part in said if len(re.findall(r"[\w’'-]+", part)) > WORDS] + said[SENTENCES:]


@tutorials
def test_what_is_said_is_short(tutorial: Tutorial) -> None:
    for part in tutorial.script.parts():
        if isinstance(part, Say | Rephrase):
            assert too_long(part.html) == [], part.line
        elif isinstance(part, Ask):
            assert [
                too_long(answer.words) for answer in part.answers if too_long(answer.words)
            ] == []
        elif isinstance(part, Trouble):
            assert too_long(part.words) == [], part.line


@tutorials
def test_every_step_speaks_and_what_is_shown_is_asked_about(tutorial: Tutorial) -> None:
    for step in tutorial.script.steps:
        kinds = [type(part) for part in walk(step.parts)]
        assert Say in kinds, step.rank
        assert Picture not in kinds or Ask in kinds, step.rank


@tutorials
def test_a_beginner_who_is_lost_is_helped_and_checks_that_it_is_understood(
    tutorial: Tutorial,
) -> None:
    assert any(isinstance(part, Trouble) for part in tutorial.script.parts())
    closing = [part for part in tutorial.script.understanding if isinstance(part, Say)]
    assert any("vos mots" in part.html for part in closing)
    assert tutorial.script.choosing, "advantages, limits, alternatives"


@tutorials
def test_a_verb_follows_the_device(tutorial: Tutorial) -> None:
    """One does not click on a phone, nor press a mouse's screen."""
    touch, mouse = {"android", "iphone", "tablette"}, {"windows", "mac"}
    everywhere = set(CONTENT.taxonomy.expand(tutorial.devices))
    for part in tutorial.script.parts():
        if not isinstance(part, Say):
            continue
        raw = plain(re.sub(r'<span[^>]*data-appuyer="[^"]*"[^>]*>[^<]*</span>', "", part.html))
        held = set(part.devices) or everywhere
        if re.search(r"\b[Cc]liqu", raw):
            assert held <= mouse, (part.line, raw)
        if re.search(r"\b[Aa]ppuy", raw):
            assert held <= touch or "touche" in raw, (part.line, raw)


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
        if file.is_file():
            digits = re.sub(r"[\s.\u00a0\u202f]", "", file.read_text(encoding="utf-8"))
            assert "0170772372" not in digits, file
