"""Each word of the screen language: the example of the guide, what it says and what it draws."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boutdufil.pages.drawing import EXAMPLES, WORDS, read_example
from tests.drawing import ROOT, draw, taxonomy

ANSWERS = Path(__file__).parent / "ecrans"
ALL_WORDS = [word for words in WORDS.values() for word in words]
UPDATE = "BOUTDUFIL_UPDATE" in os.environ


@pytest.mark.parametrize("word", ALL_WORDS)
def test_what_a_word_says_and_draws(word: str) -> None:
    example = read_example(ROOT / "docs", word, taxonomy())
    assert example.findings == ()
    assert example.screen is not None
    forms = [variant.screen for variant in example.screen.variants] or [example.screen]
    said = "\n".join(form.description for form in forms)
    answer = f"--- description\n{said}\n--- html\n{draw(example.screen)}\n"
    file = ANSWERS / f"{word}.txt"
    if UPDATE:
        file.write_text(answer, encoding="utf-8")
    else:
        assert answer == file.read_text(encoding="utf-8")


def test_every_word_has_its_example_and_its_answer() -> None:
    examples = {file.stem for file in (ROOT / "docs" / EXAMPLES).glob("*.yml")}
    assert examples == set(ALL_WORDS) == {file.stem for file in ANSWERS.glob("*.txt")}


@pytest.mark.parametrize("word", ALL_WORDS)
def test_an_example_uses_its_word_and_explains_it(word: str) -> None:
    example = read_example(ROOT / "docs", word, taxonomy())
    assert f"{word}:" in example.source or f"cadre: {word}" in example.source
    assert example.sentence.endswith(".")
