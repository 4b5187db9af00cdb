"""French texts compared, whatever the keyboard."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.language.text import closest, enumerate_french, fold, slugify


@pytest.mark.parametrize(
    "written",
    ["J’ai compris ?", "J'AI COMPRIS ?", "j’ai  compris\u202f?", "J\u2019ai compris\u00a0?"],
)
def test_one_sentence_typed_on_any_keyboard_is_one_sentence(written: str) -> None:
    assert fold(written) == "j'ai compris ?"


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("J’ai cliqué !", "j-ai-clique"),
        ("Œuvre & cœur", "oeuvre-coeur"),
        ("Ex æquo", "ex-aequo"),
        ("  --  ", ""),
        ("déjà-vu", "deja-vu"),
    ],
)
def test_an_address_has_plain_letters(written: str, slug: str) -> None:
    assert slugify(written) == slug


@given(st.text())
def test_slugs_and_folds_are_stable(text: str) -> None:
    slug = slugify(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text(alphabet="ÀÉÈÊËÎÏÔÖÙÛÜÇŒÆaeiou ’'\u00a0"))
def test_capitals_do_not_matter_in_french(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


def test_the_likely_word_is_found_whatever_its_accents() -> None:
    assert closest("Séniors", ["jeunes", "seniors", "tpe"]) == "seniors"
    assert closest("androïde", ["windows", "android"]) == "android"


def test_a_word_far_from_all_is_not_guessed() -> None:
    assert closest("zzz", ["jeunes", "seniors"]) is None
    assert closest("seniors", []) is None


def test_a_list_reads_as_french() -> None:
    assert enumerate_french([]) == ""
    assert enumerate_french(["a"]) == "a"
    assert enumerate_french(["a", "b"]) == "a ou b"
    assert enumerate_french(["a", "b", "c"], "et") == "a, b et c"
