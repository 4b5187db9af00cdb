"""Each word of the screen language: the example of the guide, what it says and what it draws."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boutdufil.markup.screens import EXAMPLES
from boutdufil.pages.drawing import WORDS, read_example
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


@pytest.mark.parametrize("raw", ["# Un écran carré.\ncorps: []\n".encode("cp1252"), b"", b"\xff"])
def test_an_example_that_is_no_utf8_is_a_finding(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / EXAMPLES / "bouton.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes(raw)
    example = read_example(tmp_path, "bouton", taxonomy())
    assert example.screen is None
    assert [(each.path, each.line) for each in example.findings] == [(f"{EXAMPLES}/bouton.yml", 1)]
