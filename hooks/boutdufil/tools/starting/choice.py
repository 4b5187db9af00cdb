"""What an organisation chooses when it begins its base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from boutdufil.kinds.tutorial.values import FrontMatter
from boutdufil.language.text import closest, fold, slugify
from boutdufil.model.taxonomy import names_of
from boutdufil.tools.starting.numbers import dear_abroad
from boutdufil.tools.starting.ours import Ours

ALL, NONE, EVERY = "toutes", "aucune", "tous"
LONGEST_NAME = 40
"""As a name of the taxonomy."""
# « aux », « com1 »: names that Windows keeps for itself; not « auxiliaires ».
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")


@dataclass(frozen=True, slots=True)
class Words:
    """The audiences of a base, or its themes: those of ours that it keeps, and its own, by key."""

    kept: tuple[str, ...]
    new: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An organisation's answers; ``tutorials`` are the references (``theme/slug``) of the kept."""

    name: str
    country: str
    audiences: Words
    themes: Words
    tutorials: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What an organisation answered, as it was typed: a later content is chosen from by it too."""

    name: str
    country: str
    audiences: str
    themes: str
    tutorials: str


def chosen(answers: Answers, ours: Ours) -> Choice:
    """Return what these answers choose; raises ValueError when one is not understood."""
    audiences = chosen_words(answers.audiences, names_of(ours.taxonomy.audiences))
    themes = chosen_words(answers.themes, names_of(ours.taxonomy.themes))
    return Choice(
        name=answers.name,
        country=answers.country,
        audiences=audiences,
        themes=themes,
        tutorials=chosen_tutorials(answers.tutorials, ours, audiences, themes, answers.country),
    )


def split(answer: str) -> list[str]:
    """Return the words of an answer."""
    return [word.strip() for word in answer.split(",") if word.strip()]


def chosen_words(answer: str, names: Mapping[str, str]) -> Words:
    """Read « seniors, Familles »: keys or names of ours, and new names.

    Raises ValueError when nothing is named, or when a name can have no address of its own.
    """
    asked = split(answer)
    if not asked:
        raise ValueError("il faut au moins un mot.")
    if [fold(word) for word in asked] in ([ALL], [EVERY]):
        return Words(tuple(names), {})
    ours = {fold(word): key for key, name in names.items() for word in (key, name)}
    kept = [ours[fold(word)] for word in asked if fold(word) in ours]
    new: dict[str, str] = {}
    for word in asked:
        if fold(word) not in ours:
            new[_key(word, {*names, *new})] = word
    return Words(tuple(key for key in names if key in kept), new)


def _key(word: str, taken: Iterable[str]) -> str:
    key = slugify(word)
    if not key or len(word) > LONGEST_NAME:
        raise ValueError(f"« {word} » : il faut un nom de {LONGEST_NAME} caractères au plus.")
    if _RESERVED.fullmatch(key):
        raise ValueError(f"« {word} » : Windows ne sait pas garder un dossier « {key} ».")
    if key in taken:
        raise ValueError(f"« {word} » aurait la même adresse qu’un autre : changez-le.")
    return key


def chosen_tutorials(
    answer: str, ours: Ours, audiences: Words, themes: Words, country: str
) -> frozenset[str]:
    """Read ``toutes``, ``aucune``, or numbers and themes: « 101, 103, messagerie ».

    Only those of a kept theme, for a kept audience, are there to choose; and none that would give
    a number that is dear in that country. Raises ValueError with the likely intention.
    """
    theirs = _of(ours, audiences, themes)
    dear = {name: front for name, front in theirs.items() if dear_abroad(ours, name, country)}
    offered = {name: front for name, front in theirs.items() if name not in dear}
    asked = split(answer)
    if not asked:
        raise ValueError(f"écrivez « {ALL} », « {NONE} », des numéros ou des thèmes.")
    if [fold(word) for word in asked] == [NONE]:
        return frozenset()
    if [fold(word) for word in asked] == [ALL]:
        return frozenset(offered)
    names = {key: ours.taxonomy.themes[key].name for key in themes.kept}
    for front in dear.values():
        if front.number in asked:
            raise ValueError(f"la fiche {front.number} dit un numéro surtaxé dans ce pays.")
    return frozenset(name for word in asked for name in _named(word, offered, names))


def left_out(choice: Choice, ours: Ours) -> tuple[str, ...]:
    """Return the numbers of the tutorials that are not offered in the country of a choice."""
    theirs = _of(ours, choice.audiences, choice.themes)
    return tuple(
        front.number for name, front in theirs.items() if dear_abroad(ours, name, choice.country)
    )


def _of(ours: Ours, audiences: Words, themes: Words) -> Mapping[str, FrontMatter]:
    """Return the tutorials of a kept theme, for a kept audience."""
    return {
        name: front
        for name, front in ours.tutorials.items()
        if front.themes[0] in themes.kept and {*front.audiences} & {*audiences.kept}
    }


def _named(word: str, offered: Mapping[str, FrontMatter], themes: Mapping[str, str]) -> list[str]:
    """Return the references that a number, or a theme, stands for."""
    numbered = [name for name, front in offered.items() if front.number == word]
    if numbered:
        return numbered
    if word.isdigit():
        raise ValueError(f"aucune fiche de vos thèmes et de vos publics ne porte le numéro {word}.")
    keys = {fold(each): key for key, name in themes.items() for each in (key, name)}
    if fold(word) in keys:
        return [name for name, front in offered.items() if front.themes[0] == keys[fold(word)]]
    near = closest(word, [*keys, ALL, NONE])
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    raise ValueError(f"« {word} » n’est ni un numéro, ni un de vos thèmes.{meant}")
