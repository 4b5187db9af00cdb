"""Each tutorial is measured as it is read, and each hard sentence has the line of its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.tutorial.measured import KEPT
from boutdufil.model.reading import Readability
from tests.conftest import WriteTree

LONG = "Je lis le message en entier, puis je regarde qui me l’envoie, sans appuyer sur le lien"


def readability(write_tree: WriteTree, folder: Path, today: date, changes: str = "") -> Readability:
    write_tree(folder, "--- fiche: tutoriels/cyber-hygiene/exemple.md\n" + changes)
    documents = ContentReader(folder).read(today).documents
    document = next(each for each in documents if each.path.startswith("tutoriels/"))
    assert document.tutorial is not None, document.findings
    return document.readability


def test_the_model_is_measured_by_hand(write_tree: WriteTree, tmp_path: Path, today: date) -> None:
    """Read: 4, 5, 4 and 6 words, the 5 of the « sinon », the quiz's 4, 2, 3, 4 and 7."""
    told = readability(write_tree, tmp_path, today)
    assert (told.public.words, told.public.sentences, told.public.longest) == (44, 10, 7)
    assert (told.said.words, told.said.sentences) == (8, 2)
    assert told.lengths == (8, 2, 0, 0, 0)
    assert told.sentences == ()


def test_a_hard_sentence_has_its_line(write_tree: WriteTree, tmp_path: Path, today: date) -> None:
    told = readability(
        write_tree,
        tmp_path,
        today,
        f"""< Je lis le message en entier.
> {LONG} bleu.
>{" "}
> {LONG} [bleu](https://www.cnil.fr/),
> écrit **dedans** et dessous.
>{" "}
> - Je prépare un papier et un crayon, je m’assois au calme, {{j’appuie|je clique}} sur la page.
< Lisez le message.
> Lisez le message, du premier mot jusqu’au dernier, très lentement, sans rien toucher du tout.
""",
    )
    # The two first begin with the same seventeen words; fifteen words are easy.
    assert {(each.line, each.words, each.step) for each in told.sentences} == {
        (24, 18, 1),
        (26, 22, 1),
        (29, 18, 1),
    }
    assert told.sentences[0].line == 26
    assert (told.said.longest, told.public.longest) == (15, 22)


def test_the_summary_is_read_too(write_tree: WriteTree, tmp_path: Path, today: date) -> None:
    told = readability(
        write_tree,
        tmp_path,
        today,
        f"""< resume: J’ai reçu un message. Je regarde s’il est dangereux.
> resume: {LONG} bleu.
""",
    )
    (sentence,) = told.sentences
    assert (sentence.line, sentence.step) == (4, 0)


def test_a_mark_within_a_word_hides_no_line(
    write_tree: WriteTree, tmp_path: Path, today: date
) -> None:
    told = readability(
        write_tree,
        tmp_path,
        today,
        f"""< Je lis le message en entier.
> Je l**i**s et {LONG.lower()} bleu.
""",
    )
    (sentence,) = told.sentences
    assert sentence.text.startswith("Je lis et je lis")
    assert sentence.line == 24


def test_what_is_kept_is_bounded(write_tree: WriteTree, tmp_path: Path, today: date) -> None:
    many = "\n".join(f"> - {LONG} {number}" for number in range(30))
    told = readability(write_tree, tmp_path, today, f"< Je lis le message en entier.\n{many}\n")
    assert len(told.sentences) == KEPT
    assert told.public.longest == 18
    assert told.lengths[3] == 30
