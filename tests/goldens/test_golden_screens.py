"""Each word of the screen language: the example of the guide, what it says and what it draws."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boutdufil.kinds.example.reading import read_example
from boutdufil.kinds.example.values import FOLDER, WORDS, Example
from boutdufil.markup.reader import Reader
from tests.conftest import TODAY
from tests.drawing import ROOT, draw

ANSWERS = Path(__file__).parent / "ecrans"
ALL_WORDS = [word for words in WORDS.values() for word in words]
UPDATE = "BOUTDUFIL_UPDATE" in os.environ


def example_of(word: str, reader: Reader) -> Example:
    """Return the example of a word; nothing is wrong in it."""
    path = f"{FOLDER}/{word}.yml"
    document = read_example((ROOT / "docs" / path).read_bytes(), path, reader, TODAY)
    assert document.findings == ()
    assert isinstance(document.value, Example)
    return document.value


@pytest.mark.parametrize("word", ALL_WORDS)
def test_what_a_word_says_and_draws(word: str, reader: Reader) -> None:
    example = example_of(word, reader)
    forms = [variant.screen for variant in example.screen.variants] or [example.screen]
    said = "\n".join(form.description for form in forms)
    answer = f"--- description\n{said}\n--- html\n{draw(example.screen)}\n"
    file = ANSWERS / f"{word}.txt"
    if UPDATE:
        file.write_text(answer, encoding="utf-8")
    else:
        assert answer == file.read_text(encoding="utf-8")


def test_every_word_has_its_example_and_its_answer() -> None:
    examples = {file.stem for file in (ROOT / "docs" / FOLDER).glob("*.yml")}
    assert examples == set(ALL_WORDS) == {file.stem for file in ANSWERS.glob("*.txt")}


@pytest.mark.parametrize("word", ALL_WORDS)
def test_an_example_uses_its_word_and_explains_it(word: str, reader: Reader) -> None:
    example = example_of(word, reader)
    assert f"{word}:" in example.source or f"cadre: {word}" in example.source
    assert example.sentence.endswith(".")


@pytest.mark.parametrize("raw", ["# Un écran carré.\ncorps: []\n".encode("cp1252"), b"", b"\xff"])
def test_an_example_that_is_no_utf8_is_a_finding(raw: bytes, reader: Reader) -> None:
    path = f"{FOLDER}/bouton.yml"
    document = read_example(raw, path, reader, TODAY)
    assert document.value is None
    assert [(found.path, found.line) for found in document.findings] == [(path, 1)]
