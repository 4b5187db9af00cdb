"""What a tutorial says of itself when its author left something out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boutdufil.kinds.tutorial.values import FrontMatter, Tutorial, reference_of
from boutdufil.model.script import Script

Make = Callable[..., Tutorial]


def test_a_path_gives_the_reference_and_the_address(make_tutorial: Make) -> None:
    tutorial = make_tutorial("cyber-hygiene/message-suspect")
    assert reference_of(tutorial.path) == tutorial.reference == "cyber-hygiene/message-suspect"
    assert tutorial.address == "tutoriels/cyber-hygiene/message-suspect/"


def test_a_tutorial_is_created_the_day_of_its_review_unless_said(make_tutorial: Make) -> None:
    assert make_tutorial().first_published == date(2024, 1, 15)
    assert make_tutorial(created=date(2023, 1, 1)).first_published == date(2023, 1, 1)


def test_a_level_is_said_in_the_words_of_the_reader(make_tutorial: Make) -> None:
    names = [make_tutorial(level=level).level_name for level in (1, 2, 3)]
    assert names == ["Je débute", "Je me débrouille", "Je suis à l’aise"]


def test_what_the_author_declares_is_kept_whole(make_tutorial: Make) -> None:
    front = FrontMatter(
        number="007",
        title="Titre",
        summary="Résumé",
        audiences=("tpe",),
        themes=("ecole",),
        level=2,
        calls=("Un", "Deux"),
        recap="Fin",
        sources=(),
        reviewed=date(2024, 1, 15),
        draft=True,
    )
    tutorial = Tutorial.assemble(front, "tutoriels/ecole/a.md", Script())
    assert tutorial == make_tutorial(
        "ecole/a",
        number="007",
        title="Titre",
        summary="Résumé",
        audiences=("tpe",),
        level=2,
        calls=("Un", "Deux"),
        recap="Fin",
        sources=(),
        draft=True,
    )
