"""``fil verifier --corriger``: the form is mended, what is said never changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from boutdufil.check.fixes import correct, corrections
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.registry import form_of
from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.markup.reader import Reader
from boutdufil.project import check
from tests.conftest import TAXONOMY_FILE, TODAY, many

Write = Callable[[Path, str], list[str]]

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
CASES = sorted((ROOT / "tests/goldens/constats").glob("*.txt"))
PATHS = sorted(file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md"))
DATA = sorted(file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.yml"))
READER = Reader(read_taxonomy(TAXONOMY_FILE.read_bytes(), "taxonomie.yml", TODAY)[0])
NOW = date.today()
"""What is published may have been reviewed this very day."""
FILE = "tutoriels/cyber-hygiene/exemple.md"


def corrected(text: str, path: str = FILE, number: str = "") -> str:
    """Return ``text`` as it is left, itself when there is nothing to do."""
    correction = correct(text.encode(), path, READER, NOW, number)
    return correction.text if correction else text


def said(text: str, path: str) -> object:
    """Return all that a page is made from, an apostrophe counting for one whatever its shape."""
    document = form_of(path).document(text.encode(), path, READER, NOW)
    written = repr(document.value)
    placed = re.sub(r"\bline=\d+", "", re.sub(r"(?: |\\t)+(?=\\n|</)", "", written))
    plain = re.sub(r"\\?['\"’]|&#39;", "'", placed)
    if document.page and not document.page.script:
        body = re.sub(r"(?m)[ \t]$", "", text.split("---\n", 2)[-1])
        return plain, markdown(body, extensions=["tables", "fenced_code"]).replace("’", "'")
    return plain


@pytest.mark.parametrize("path", [*PATHS, *DATA])
def test_the_published_content_is_already_in_order(path: str) -> None:
    assert correct((DOCS / path).read_bytes(), path, READER, NOW, "999") is None


# Ways to spoil a file without touching what it says ------------------------------------------

Spoil = Callable[[str, int], str]


def _windows(text: str, _choice: int) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def _decomposed(text: str, _choice: int) -> str:
    return unicodedata.normalize("NFD", text)


def _blanks(text: str, choice: int) -> str:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.strip() and (number + choice) % 3 == 0:
            lines[number] = line + " \t"[: 1 + choice % 2][-1]
    return "\n".join(lines)


def _empty_lines(text: str, choice: int) -> str:
    return "\n" * (choice % 2) + text.rstrip("\n") + "\n" * (choice % 4)


def _straight(text: str, _choice: int) -> str:
    return re.sub(r"(?<=\w)’(?=\w)", "'", text)


def _shuffled(text: str, choice: int) -> str:
    _, front, body = text.split("---\n", 2)
    keys = re.split(r"(?m)^(?=\w)", front)[1:]
    turn = choice % len(keys)
    return "---\n" + "".join([*keys[turn:], *keys[:turn]]) + "---\n" + body


def _french_dates(text: str, _choice: int) -> str:
    _, front, body = text.split("---\n", 2)
    turned = re.sub(r"(?m)^(relu_le: )(\d{4})-(\d\d)-(1[3-9]|[23]\d)$", r"\1\4/\3/\2", front)
    return f"---\n{turned}---\n{body}"


SPOILS: tuple[Spoil, ...] = (
    _windows,
    _decomposed,
    _blanks,
    _empty_lines,
    _straight,
    _shuffled,
    _french_dates,
)


@many(0.4)
@given(
    path=st.sampled_from(PATHS),
    spoils=st.lists(st.sampled_from(SPOILS), min_size=1, max_size=4, unique=True),
    choice=st.integers(0, 11),
)
def test_what_is_said_never_changes(path: str, spoils: list[Spoil], choice: int) -> None:
    original = (DOCS / path).read_text(encoding="utf-8")
    spoiled = original
    for spoil in sorted(spoils, key=SPOILS.index, reverse=True):
        spoiled = spoil(spoiled, choice)
    mended = corrected(spoiled, path)
    assert said(mended, path) == said(original, path)
    assert corrected(mended, path) == mended


@pytest.mark.parametrize("path", PATHS)
def test_a_form_that_is_mended_is_that_of_before(path: str) -> None:
    original = (DOCS / path).read_text(encoding="utf-8")
    spoiled = original
    for spoil in (_french_dates, _empty_lines, _decomposed, _windows):
        spoiled = spoil(spoiled, 3)
    assert spoiled != original
    assert corrected(spoiled, path) == original


@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith("tutoriels/")])
def test_keys_find_their_order_and_the_number_its_place(path: str) -> None:
    original = (DOCS / path).read_text(encoding="utf-8")
    assert corrected(_shuffled(original, 3), path) == original
    number = re.search(r"(?m)^numero: (\d+)\n", original)
    assert number
    assert corrected(original.replace(number[0], ""), path, number[1]) == original


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_wrong_file_never_gets_worse(case: Path, write_tree: Write, tmp_path: Path) -> None:
    tree = re.split(r"(?m)^--- (?:attendu|compris)\n", case.read_text(encoding="utf-8"))[0]
    # The taxonomy of the project, beside them, is tried with the published content.
    is_written = frozenset(write_tree(tmp_path, tree)).__contains__
    content = ContentReader(tmp_path).read(TODAY)
    before = check(content)
    for correction in list(corrections(tmp_path, content, TODAY, is_written)):
        (tmp_path / correction.path).write_bytes(correction.text.encode())
    after = ContentReader(tmp_path).read(TODAY)
    left = check(after)
    promised = {(each.path, each.problem) for each in before if each.fixable}
    assert promised.isdisjoint((each.path, each.problem) for each in left)
    assert [each for each in left if each.fixable] == []
    assert {(each.path, each.code) for each in left} <= {(each.path, each.code) for each in before}
    assert list(corrections(tmp_path, after, TODAY, is_written)) == []


# One story a step ----------------------------------------------------------------------------


def changed(model_text: str, old: str, new: str) -> str:
    assert model_text.count(old) == 1, old
    return model_text.replace(old, new)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("titre: Je vérifie : oui ou non", 'titre: "Je vérifie : oui ou non"'),
        ("titre:Je vérifie", "titre: Je vérifie"),
        ("titre: Je vérifie l'e-mail", "titre: Je vérifie l’e-mail"),
        ("titre: 'Je vérifie l''e-mail'", "titre: 'Je vérifie l’e-mail'"),
        ("titre: 'Je vérifie'", "titre: 'Je vérifie'"),
        ("titre: Je vérifie   ", "titre: Je vérifie"),
        ("titre\u00a0: Je vérifie", "titre : Je vérifie"),
        ("titre\uff1aJe vérifie", "titre: Je vérifie"),
        ("ti\u200btre: Je vérifie", "titre: Je vérifie"),
        ("titre: “Je vérifie : oui”", 'titre: "Je vérifie : oui"'),
        ("titre: Je\u2028vérifie", "titre: Je vérifie"),
        ("titre: Je vérifie\u00a0", "titre: Je vérifie"),
        ("titre: Je vérifie\u00a0?", "titre: Je vérifie\u00a0?"),
    ],
)
def test_a_line_of_the_front_matter(model_text: str, written: str, mended: str) -> None:
    line = "titre: Je vérifie un message"
    wrong = changed(model_text, line, written)
    assert corrected(wrong) == changed(model_text, line, mended)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("21/11/2025", "2025-11-21"),
        ("'21.11.2025'", "2025-11-21"),
        ("4/4/2025", "2025-04-04"),
        ("2025/04/05", "2025-04-05"),
        ("2025‑04‑05", "2025-04-05"),
        ("2025.4.5", "2025-04-05"),
        ("05/04/2025", "05/04/2025"),
        ("31/02/2025", "31/02/2025"),
        ("21/11/2031", "21/11/2031"),
        ("hier", "hier"),
    ],
)
def test_a_day_is_turned_only_when_it_cannot_be_another(
    model_text: str, written: str, mended: str
) -> None:
    line = "relu_le: 2026-01-15"
    wrong = changed(model_text, line, f"relu_le: {written}")
    assert corrected(wrong) == changed(model_text, line, f"relu_le: {mended}")


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("J'ouvre l'e-mail.", "J’ouvre l’e-mail."),
        ("Le mot `l'un` et l'autre.", "Le mot `l'un` et l’autre."),
        ("Je garde l'**écran** allumé.", "Je garde l’**écran** allumé."),
        ("    l'exemple", "    l'exemple"),
        ("```\nl'exemple\n```", "```\nl'exemple\n```"),
        ("Il dit 'non' deux fois.", "Il dit 'non' deux fois."),
        ("Une ligne.  \nUne autre.", "Une ligne.  \nUne autre."),
        ("Une ligne. \nUne autre.\t", "Une ligne.\nUne autre."),
        ("Une ligne.  \n\nUne autre.  ", "Une ligne.\n\nUne autre."),
    ],
)
def test_a_line_of_the_text(model_text: str, written: str, mended: str) -> None:
    line = "\nJe prends mon temps.\n"
    wrong = changed(model_text, line, f"\n{written}\n")
    assert corrected(wrong) == changed(model_text, line, f"\n{mended}\n")


def test_what_a_screen_shows_is_not_prose(model_text: str) -> None:
    screen = "/// ecran | L'écran\ncadre: telephone\ncorps:\n  - texte: 'L''aide d''ici'\n///\n\n"
    wrong = changed(model_text, "/// dire\n", screen + "/// dire\nJ'attends. ")
    mended = changed(
        model_text, "/// dire\n", screen.replace("| L'", "| L’") + "/// dire\nJ’attends. "
    )
    assert corrected(wrong) == mended


def test_a_comment_follows_its_key(model_text: str) -> None:
    wrong = changed(model_text, "numero: 101\n", "")
    wrong = changed(wrong, "niveau: 1\n", "niveau: 1\n# Le numéro.\nnumero: 101\n")
    assert corrected(wrong) == changed(model_text, "numero: 101", "# Le numéro.\nnumero: 101")


def test_keys_that_are_not_understood_stay_where_they_are(model_text: str) -> None:
    wrong = changed(model_text, "niveau: 1\n", "")
    for odd in ("nivo: 1\nniveau: 1\n", "niveau: 1\nniveau: 1\n"):
        text = changed(wrong, "numero: 101\n", f"{odd}numero: 101\n")
        assert corrected(text) == text


def test_a_file_without_front_matter_keeps_its_words() -> None:
    assert corrected("Bonjour. \r\n\r\n\r\n") == "Bonjour.\n"
    assert corrected("") == ""


@pytest.mark.parametrize("spoil", ["\n{}", "  \n\n{}", "--{}"])
def test_what_stands_above_the_front_matter_is_told(model_text: str, spoil: str) -> None:
    correction = correct(spoil.format(model_text).encode(), FILE, READER, TODAY)
    assert correction is not None
    assert correction.text == model_text
    assert correction.done == ("haut du fichier remis en ordre",)


TAB = "⇥- numero: 17\n⇥  nom: Police secours\n⇥  source: Guide\n⇥  surtaxe: non\n⇥  etat: ouvert"
MISTAKES = (
    ("numeros.yml", f"numeros:\n{TAB}"),
    ("relecture.yml", "mots:\n⇥- courriel"),
    ("relecture.yml", "mots⍽:\n  -⍽courriel"),
    ("synonymes.yml", "memes:\n  - [ordinateur,⍽ordi]"),
    ("accessibilite.yml", "themes⍽: []"),
    ("contribuer/ecrans/bouton.yml", "# Un bouton.\ncorps:\n  -⍽bouton: Envoyer"),
    ("contribuer/codes/FIL101.yml", "titre⍽: Un titre\npourquoi:⇥Parce que\nfaux: non\njuste: oui"),
)


@pytest.mark.parametrize(("path", "written"), MISTAKES)
def test_a_file_of_data_is_mended_as_a_tutorial_is(
    path: str, written: str, write_tree: Write, tmp_path: Path
) -> None:
    write_tree(tmp_path, f"--- fichier: {path}\n{written}\n")
    (done,) = corrections(tmp_path, ContentReader(tmp_path).read(TODAY), TODAY)
    assert done.path == path
    assert done.done == ("tabulations et signes trompeurs remplacés",)
    assert not re.search("[\t\u00a0]", done.text)


@pytest.mark.parametrize(
    "changes",
    [
        (
            "< relu_le: 2026-01-15\n> relu_le: 15/01/2024\n"
            "< recap: J’attends, je vérifie, je signale.\n> recap: Je lis www.exemple.fr.\n"
        ),
        "< numero: 101\n\n< recap: J’attends, je vérifie, je signale.\n> recap: Je lis 中.\n",
        "< numero: 101\n\n< themes: [cyber-hygiene]\n> themes: [messagerie]\n",
        (
            "< Lisez le message.\n> Lisez.\n> ///\n>\u0020\n> /// ecran | Ici\n> corps:\n"
            "> ⍽⍽- bouton⍽: Envoyer\n"
        ),
    ],
)
def test_what_is_announced_is_done_whatever_else_is_wrong(
    changes: str, write_tree: Write, tmp_path: Path
) -> None:
    for path in ("tutoriels/cyber-hygiene/exemple.md", "tutoriels/ailleurs.md"):
        write_tree(tmp_path, f"--- fiche: {path}\n{changes}")
        content = ContentReader(tmp_path).read(TODAY)
        assert any(each.fixable for each in check(content))
        for correction in list(corrections(tmp_path, content, TODAY)):
            (tmp_path / correction.path).write_bytes(correction.text.encode())
        assert not any(each.fixable for each in check(ContentReader(tmp_path).read(TODAY)))
        (tmp_path / path).unlink()


@pytest.mark.parametrize("broken", ["publics: [seniors", "titre: 'Je", "  - x:\n y: z"])
def test_a_repair_that_is_no_yaml_is_never_written(model_text: str, broken: str) -> None:
    wrong = changed(model_text, "niveau: 1\n", f"niveau: 1\n{broken}\n")
    wrong = changed(wrong, "titre: Je vérifie un message", "titre: Je vérifie : un message")
    assert corrected(wrong) == wrong


def test_two_newcomers_get_two_numbers(write_tree: Write, tmp_path: Path) -> None:
    newcomer = "--- fiche: tutoriels/cyber-hygiene/{}.md\n< numero: 101\n"
    write_tree(
        tmp_path,
        "--- fiche: tutoriels/cyber-hygiene/ancienne.md\n"
        + newcomer.format("une")
        + newcomer.format("deux")
        + "--- fiche: tutoriels/cyber-hygiene/fausse.md\n< numero: 101\n> numero: 103\n"
        "< niveau: 1\n> niveau: 9\n",
    )
    content = ContentReader(tmp_path).read(TODAY)
    given = {
        Path(each.path).stem: re.findall(r"numero: (\d+)", each.text)
        for each in corrections(tmp_path, content, TODAY)
    }
    assert given == {"deux": ["104"], "une": ["105"]}
