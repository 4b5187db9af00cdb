"""What is read and what is said are two texts, each cut where its paragraphs end."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from boutdufil.model.reading import Passage, Sentence, bracket_of, passages
from boutdufil.model.script import (
    Answer,
    Ask,
    ForDevices,
    Option,
    Prose,
    Quiz,
    Rephrase,
    Say,
    Script,
    Step,
    Stop,
    Trouble,
)


def test_each_part_is_read_or_said_or_both() -> None:
    words_only = Trouble(Markup("Rien"), Markup(), Markup("<p>Attendez.</p>"))
    prose_only = Stop(Markup("Ça presse"), Markup("<p>Je raccroche.</p>"), Markup())
    both = Trouble(Markup("Une liste"), Markup("<p>Je choisis.</p>"), Markup("<p>Choisissez.</p>"))
    step = Step(
        2,
        Markup("Je lis"),
        (
            ForDevices(("android",), ("android",), (Prose(Markup("<p>En haut.</p>")),)),
            Say(Markup("<p>Lisez.</p>")),
            Rephrase(Markup("<p>Dites-moi.</p>")),
            Ask(Markup("Et puis ?"), (Answer(Markup("Oui"), Markup("Très<br>bien.")),)),
            words_only,
            prose_only,
            both,
        ),
    )
    quiz = Quiz(
        Markup("Que fais-je ?"), (Option(Markup("J’attends."), True),), Markup("<p>Oui.</p>")
    )
    script = Script(steps=(step,), understanding=(quiz,))
    assert [(each.text, each.step, each.said) for each in passages(script)] == [
        ("En haut.", 2, False),
        ("Lisez.", 2, True),
        ("Dites-moi.", 2, True),
        ("Et puis ?", 2, True),
        ("Très bien.", 2, True),
        ("Attendez.", 2, False),
        ("Attendez.", 2, True),
        ("Je raccroche.", 2, False),
        ("Je raccroche.", 2, True),
        ("Je choisis.", 2, False),
        ("Choisissez.", 2, True),
        ("Que fais-je ?", 0, False),
        ("J’attends.", 0, False),
        ("Oui.", 0, False),
    ]


def test_an_item_ends_where_it_ends_and_a_title_is_not_a_sentence() -> None:
    html = Markup(
        "<h4>Un titre</h4><ul><li>Un papier</li>"
        "<li><p>L’<em>écran</em> &amp; le reste</p></li></ul>"
        "<pre><code>rm -rf</code></pre><p>Une ligne<br>coupée.</p>"
    )
    assert list(passages(Script(introduction=(Prose(html),)))) == [
        Passage("Un papier"),
        Passage("L’écran & le reste"),
        Passage("Une ligne coupée."),
    ]


@pytest.mark.parametrize(
    ("length", "bracket"), [(1, 0), (5, 0), (6, 1), (15, 2), (16, 3), (20, 3), (21, 4), (90, 4)]
)
def test_sentences_are_counted_by_length(length: int, bracket: int) -> None:
    assert bracket_of(length) == bracket


def test_a_sentence_says_why_it_is_hard() -> None:
    easy = Sentence("Je lis le message.", 4, 5)
    assert (easy.is_hard, easy.reasons) == (False, ())
    assert Sentence("…", 16, 20).reasons == ("longue : 16 mots",)
    assert Sentence("…", 21, 30).reasons == ("trop longue : 21 mots",)
    text = "Je descends jusqu’à « Paramètres et confidentialité », puis l’accessibilité."
    assert Sentence(text, 8, 20).reasons == ("mots longs : confidentialité, accessibilité",)
    both = Sentence(text, 17, 40).reasons
    assert both == ("longue : 17 mots", "mots longs : confidentialité, accessibilité")


def test_one_long_word_is_the_one_written_on_the_screen() -> None:
    assert not Sentence("J’ouvre les paramètres de confidentialité.", 5, 12).is_hard
    # A hyphen joins words that are read one after the other.
    assert not Sentence("Tasse-Girafe-Bouton-Escalier et Tasse-Vent-Girafe-Lapin", 3, 17).is_hard


def test_the_too_long_come_before_the_heavy() -> None:
    long, longer = Sentence("…", 21, 21), Sentence("…", 25, 25)
    heavy, heavier = Sentence("…", 8, 20), Sentence("…", 8, 30)
    ranked = sorted((heavy, long, heavier, longer), key=lambda each: each.hardness, reverse=True)
    assert ranked == [longer, long, heavier, heavy]
