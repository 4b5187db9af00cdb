"""What the package gives a base now, by what the base chose when it began."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from boutdufil.check.stuffing import taken_words
from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.synonyms.declaration import SYNONYMS_FILE
from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.language.plans import plan_of
from boutdufil.model.taxonomy import names_of
from boutdufil.store import Store
from boutdufil.tools.starting.choice import (
    ALL,
    EVERY,
    NONE,
    Answers,
    Choice,
    Words,
    chosen_tutorials,
    chosen_words,
    split,
)
from boutdufil.tools.starting.folder import CONTENT, base_files
from boutdufil.tools.starting.ours import Ours
from boutdufil.tools.starting.pruned import stuffed_lines, without
from boutdufil.tools.updating.standing import Standing


def given_files(ours: Ours, choice: Choice, store: Store | None) -> dict[str, bytes]:
    """Return the files that a base with this ``choice`` would begin with today, by path.

    They are read in a folder of their own: a synonym is taken out by what they say between them.
    """
    given = dict(base_files(ours, choice))
    synonyms = f"{CONTENT}/{SYNONYMS_FILE}"
    if synonyms not in given:
        return given
    with TemporaryDirectory() as aside:
        folder = Path(aside) / CONTENT
        for path, raw in given.items():
            file = Path(aside) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)
        content = ContentReader(folder, store, plan_of(choice.country)).read(ours.today)
    words = stuffed_lines(taken_words(content))
    return given | {synonyms: without(given[synonyms].decode(), words).encode()}


def chosen_again(answers: Answers, ours: Ours) -> Choice:
    """Return what these answers choose in the content of today.

    A tutorial, a theme that is there no more is passed over: the base is told which files go.
    """
    audiences = _words(answers.audiences, names_of(ours.taxonomy.audiences))
    themes = _words(answers.themes, names_of(ours.taxonomy.themes))
    kept: set[str] = set()
    for word in split(answers.tutorials):
        with suppress(ValueError):
            kept |= chosen_tutorials(word, ours, audiences, themes, answers.country)
    return Choice(
        name=answers.name,
        country=answers.country,
        audiences=audiences,
        themes=themes,
        tutorials=frozenset(kept),
    )


def _words(answer: str, names: Mapping[str, str]) -> Words:
    understood: list[str] = []
    for word in split(answer):
        with suppress(ValueError):
            chosen_words(", ".join((*understood, word)), names)
            understood.append(word)
    return chosen_words(", ".join(understood), names) if understood else Words((), {})


def answers_seen(base: Standing, ours: Ours, name: str, country: str) -> Answers:
    """Return the answers that a base must have given, by what it holds: none was noted."""
    here = read_taxonomy(base.read(f"{CONTENT}/{TAXONOMY_FILE}") or b"", TAXONOMY_FILE, ours.today)
    audiences = _seen(here[0].audiences, ours.taxonomy.audiences)
    themes = _seen(here[0].themes, ours.taxonomy.themes)
    choice = chosen_again(Answers(name, country, audiences, themes, ALL), ours)
    held = {
        each
        for each in choice.tutorials
        if base.read(f"{CONTENT}/{TUTORIALS}/{each}.md") is not None
    }
    if held == choice.tutorials:
        tutorials = ALL
    else:
        tutorials = ", ".join(sorted(ours.tutorials[each].number for each in held)) or NONE
    return Answers(name, country, audiences, themes, tutorials)


def _seen(here: Collection[str], ours: Collection[str]) -> str:
    return EVERY if {*here} == {*ours} else ", ".join(here)
