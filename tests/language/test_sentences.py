"""Where a sentence ends: a table to read, one line a case, « | » where the text is cut."""

from __future__ import annotations

import ast
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import boutdufil.language
from boutdufil.language.sentences import ends, sentences, spans

PACKAGE = Path(boutdufil.language.__file__).parents[1]

TABLE = """
Je lis. | J’attends !
Quoi ?! | Non. | Si...
Attendez… | Voilà.
Attendez… puis validez.
Quoi ? ! | Non.
Ah ! mon Dieu.
Je lis. | je clique.

M. Martin appelle. | Il attend.
MM. Martin et Petit appellent.
Mme. X et Mme Petit appellent. | Elles attendent.
Le Dr. Petit répond.
Je vais chez M. J. Martin. | Il attend.
Je vais chez J. Martin. | Il attend.
J.-P. Martin appelle. | J. P. Petit attend.
Je prends de la vitamine C. | Je dors.
Appuyez sur Ctrl + C. | Puis sur Ctrl + M. | Oui.
Appuyez sur la touche M. | Puis validez.
Tapez la lettre A. | Puis validez.

Une messagerie, p. ex. Signal, suffit. | Voilà.
Une messagerie (cf. p. 12, par ex. Signal). | Voilà.
Un mot, un nom, etc. | Puis validez.
Un mot, un nom, etc. et validez.
Un mot, un nom, etc. ; puis validez.
Un mot (un nom, etc.) suffit. | Voilà.
Un mot (un nom, etc.). | Voilà.
Je note un mot, etc.
Attendez 5 min. | Puis validez.
Attendez 5 min. puis validez.
L’art. 5 et l’éd. de sept. 2026. | Voilà.
J’en ai sept. | Puis huit.
Appelez le tél. 3018.

Cela coûte 3.50 euros. | Je paie 12,50 €. | Merci.
Il est 08 h 30. | Je pars.
1. Ouvrez. | 2. Fermez.
1. Ouvrez la version 2.0. | 10. Fermez.
Je note le n° 3. | Puis je valide.
Je note le n° 3.
J’ouvre impots.gouv.fr. | Je lis.
J’ouvre « impots.gouv.fr ». | Je lis.
Je touche iPhone. | iPhone s’ouvre. | e-mail aussi.
Vous voyez ? | iPhone s’affiche.

Vous voyez « Transférer » ? | Parfait.
Il dit : « Oui. » | Je note.
« Vous voyez ? » demande-t-il. | Oui.
« Oui ! », dit-elle. | Non.
« Oui. », dit-elle. | Non.
Dites « Quoi ? » et attendez. | Bien.
« Attendez. » puis « Validez. » | Voilà.
Lisez “Voulez-vous continuer ?” puis validez.
« Oui. Non. » | Voilà. = « Oui. | Non. » | Voilà.
Cliquez sur "Oui." | Puis attendez.
(Je lis.) | J’attends.
Non ! | — Si.

… | = rien
« ! » = rien
… Voilà. = Voilà.
"""


def cases() -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for line in filter(None, TABLE.splitlines()):
        text, _, cut = line.partition(" = ")
        cut = cut or text
        parts = () if cut == "rien" else tuple(cut.split(" | "))
        found.append((text.replace(" |", ""), parts))
    return found


@pytest.mark.parametrize(("text", "cut"), cases())
def test_a_text_is_cut_where_one_breathes(text: str, cut: tuple[str, ...]) -> None:
    assert sentences(text) == cut


@pytest.mark.parametrize(("text", "cut"), cases())
def test_no_break_spaces_change_nothing(text: str, cut: tuple[str, ...]) -> None:
    for space in ("\u202f", "\u00a0"):
        assert sentences(text.replace(" ", space)) == tuple(
            part.replace(" ", space) for part in cut
        )


PIECES = st.sampled_from(
    [
        *'.!?…»«”“)(,;:1"',
        "M",
        "Mme",
        "etc",
        "p.",
        "3.50",
        "J.",
        "-P",
        *" \t\n\x1c\x85\u00a0\u2028\u202f",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join)


@given(TEXTS)
@example("M\n. Oui")
def test_nothing_is_lost_and_the_order_is_kept(text: str) -> None:
    places = ends(text)
    assert [*places] == sorted({*places})
    assert not text or places[-1] == len(text)
    before = 0
    for start, end in spans(text):
        assert before <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        before = end


@pytest.mark.parametrize("piece", [".", ". ", ".\u202f»", " ", "1. ", "M. ", "« ! »", "\n"])
def test_a_stranger_cannot_make_it_slow(piece: str) -> None:
    started = time.perf_counter()
    sentences(piece * 20_000 + "a")
    assert time.perf_counter() - started < 2


def test_the_language_is_the_lowest_layer() -> None:
    """It imports nothing else of the package: any other module may use it."""
    for file in sorted((PACKAGE / "language").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0
                name = node.module or ""
                assert not name.startswith("boutdufil") or name.startswith("boutdufil.language")
            if isinstance(node, ast.Import):
                assert not any(each.name.startswith("boutdufil") for each in node.names)
