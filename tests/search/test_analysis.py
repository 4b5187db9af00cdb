"""The build and the browser read words alike, to the last letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.search import analysis
from boutdufil.search.analysis import LONGEST_KNOWN, LONGEST_WORD, fold, sound, stem, words
from tests.search.engine import Corpus, Engine

DICTIONARY = Path("/usr/share/dict/french")

IN_BROWSER = """async texts => {
  const { analysis } = await filSearch.open({});
  return texts.map(text => analysis.words(text)
    .map(word => [word, analysis.stem(word), analysis.sound(word)].join(' ')).join('/'));
}"""
ODD = (
    "J\u2019ai l'e-mail ; qu\u2019est-ce qu'il y a ? l\u2018\u0153uvre, \u00c6gir 2\u00a0\u20ac",
    "1 0 1 n\u00b0101 17Cyber.gouv.fr @ I\u0307stanbul \ufb01n \uff26\uff22",
    "\u2126 \u00df \u1e9e \u00b2",
    "\u202eenvers\u202c \u0000\u0007 __proto__ constructor hasOwnProperty $& $1 \\1 (.*)+ [a-z]",
    "\u0414\u043e\u043c \u65e5\u672c\u8a9e \u0627\u0644 \U0001f600",
    "e\u0301te\u0301 \u0130I\u0131i \u03a3\u03c2",
    "e\u2011mail e\u2010mail e\u2012mail Wi\u2011Fi mot\u00adde\u200bpasse\u2060\ufeff\u200c\u200d",
    "fiche101 iPhone13 i\u2011phone13 WINDOWS11 cv2024 17Cyber 101fiche mp3 F11 4G 2FA",
    "a1b22ccc333dddd4",
    "aujourd\u2019hui quelqu\u2019un l\u2019l\u2019l\u2019ami ''d''  Wi-Fi i-phone i-pad e-mails",
)


def in_python(text: str) -> str:
    return "/".join(f"{word} {stem(word)} {sound(word)}" for word in words(text))


def different(engine: Engine, written: list[str]) -> list[tuple[str, str, str]]:
    answers = engine.evaluate(IN_BROWSER, written)
    pairs = zip(written, map(in_python, written), answers, strict=True)
    return [each for each in pairs if each[1] != each[2]]


@pytest.mark.parametrize("quarter", range(4))
def test_every_word_of_a_french_dictionary(engine: Engine, quarter: int) -> None:
    if not DICTIONARY.exists():
        pytest.skip("le dictionnaire manque : « sudo apt install wfrench »")
    written = DICTIONARY.read_text("utf-8").split("\n")
    assert len(written) > 346_000
    # A line holds many words: each is read by itself, whatever stands beside it.
    mine = written[quarter::4]
    lines = ["\n".join(mine[first : first + 50]) for first in range(0, len(mine), 50)]
    assert different(engine, lines) == []


def test_every_word_of_the_site(engine: Engine, corpus: Corpus) -> None:
    written = [text for each in corpus.documents for text in each.fields.values()]
    assert sum(len(words(text)) for text in written) > 10_000
    assert different(engine, written) == []


@pytest.mark.parametrize("text", ODD)
def test_odd_signs(engine: Engine, text: str) -> None:
    assert different(engine, [text]) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("fiche101", "fiche 101"),
        ("iPhone13", "iphone 13"),
        ("windows11", "windows 11"),
        ("Windows7", "windows 7"),
        ("cv2024", "cv 2024"),
        ("17Cyber", "17 cyber"),
        ("101fiche", "101 fiche"),
        ("e\u2011mail", "email"),
        ("Wi\u2010Fi", "wifi"),
        ("rendez\u2011vous", "rendez vous"),
        ("ordi\u00adna\u00adteur", "ordinateur"),
        ("docu\u200bment", "document"),
        ("mp3 F11 4G 2FA A4", "mp3 f11 4g 2fa a4"),
    ],
)
def test_what_is_glued_or_cut_by_a_sign_is_read(engine: Engine, written: str, read: str) -> None:
    assert words(written) == read.split()
    assert different(engine, [written]) == []


def test_numbers_and_letters_glued_in_any_way(engine: Engine) -> None:
    examples: list[str] = []

    @given(st.text("ab0 1z9-\u2011\u00ad\u200b\u2019e\u0301E", max_size=20))
    def gather(text: str) -> None:
        examples.append(text)

    gather()
    assert different(engine, examples) == []


ANY_TEXT = st.text(max_size=40) | st.text("lqu'’-@°n0 7eé\u0301¨½\t\u00a0\u2007wifmaj", max_size=40)


@given(st.lists(ANY_TEXT, min_size=50, max_size=50))
def test_no_word_depends_on_what_stands_beyond_a_space(written: list[str]) -> None:
    for text in written:
        whole = re.findall("[a-z0-9]+", fold(text))
        assert words(text) == [word[:LONGEST_WORD] for word in whole]


@given(st.lists(st.text(max_size=30), min_size=200, max_size=200))
def test_any_text_is_made_of_plain_words(written: list[str]) -> None:
    for text in written:
        for word in words(text):
            assert word.isascii()
            assert word.isalnum()
            assert stem(word)
            assert sound(word)


def test_any_text_is_read_alike(engine: Engine) -> None:
    examples: list[str] = []

    @given(st.text(max_size=40))
    def gather(text: str) -> None:
        examples.append(text)

    gather()
    assert different(engine, examples) == []


@pytest.mark.parametrize(
    "forms",
    [
        "cliquer cliqué cliquée cliques clic cliquez cliquant",
        "payer payé payée payez paie",
        "envoyer envoie envoyé envois envoyez",
        "bloquer bloqué bloquée blocage",
        "réglage réglages régler règle",
        "rembourser remboursement remboursé",
        "télécharger téléchargement téléchargé",
        "officiel officielle officiels officielles",
        "arnaque arnaques arnaqué arnaqueur",
        "agrandir agrandi agrandit agrandissement",
        "vérifier vérification vérifie vérifié",
        "créer création créé créée",
        "petit petite petits petites",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(word) for word in words(forms)}) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("klavié", "clavier"),
        ("ôtantification", "authentification"),
        ("narète", "n\u2019arrête"),
        ("otorisassion", "autorisation"),
        ("télaifone", "téléphone"),
        ("banke", "banque"),
        ("arnak", "arnaque"),
        ("fotos", "photos"),
        ("parametre", "paramaitre"),
        ("ainprimer", "imprimer"),
    ],
)
def test_words_that_sound_alike_share_a_key(typed: str, meant: str) -> None:
    keys = [sound(words(text)[-1]) for text in (typed, meant)]
    assert keys[0].removeprefix("n") == keys[1]


def test_accents_and_elisions_go() -> None:
    assert fold("J\u2019ai reçu l\u2019E-MAIL").split() == ["ai", "recu", "email"]
    assert words("Qu\u2019est-ce qu\u2019il y a ?") == ["est", "ce", "il", "y", "a"]


def test_of_a_whole_page_nothing_is_remembered() -> None:
    """Ten thousand pages, each with all its words, would fill the memory of every core."""
    page = "un mot " * LONGEST_KNOWN
    known = analysis._known_words.cache_info().currsize
    assert words(page) == ["un", "mot"] * LONGEST_KNOWN
    assert analysis._known_words.cache_info().currsize == known
