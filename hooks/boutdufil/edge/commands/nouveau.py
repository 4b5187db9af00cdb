"""``fil nouveau``: a few questions, then a tutorial, a gesture, a diagnosis or a path to fill."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boutdufil.edge.asking import answer, choices, one_of
from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import content_folder, content_reader
from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.content import Content
from boutdufil.kinds.diagnosis.blank import blank_diagnosis
from boutdufil.kinds.diagnosis.values import FOLDER as DIAGNOSES
from boutdufil.kinds.gesture.blank import blank_gesture
from boutdufil.kinds.gesture.values import FOLDER as GESTURES
from boutdufil.kinds.path.blank import blank_path, next_code
from boutdufil.kinds.path.values import FOLDER as PATHS
from boutdufil.kinds.path.values import LearningPath
from boutdufil.kinds.tutorial.blank import blank_tutorial
from boutdufil.kinds.tutorial.numbers import next_number, number_holders
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.language.text import slugify
from boutdufil.model.taxonomy import names_of
from boutdufil.source.disk import NotAFileError, write_ordinary
from boutdufil.tools.unusable import UnusableError

LONGEST_TITLE = 70


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a new tutorial is made of."""

    title: str
    theme: str
    audiences: list[str]
    number: str
    slug: str


def run(options: Namespace) -> int:
    """Write a new file; return 0."""
    folder = content_folder(options)
    content = content_reader(options).read(latest_day())
    if not content.taxonomy.themes or not content.taxonomy.audiences:
        raise UnusableError(
            f"{folder / TAXONOMY_FILE} ne se lit pas. Lancez d’abord « fil verifier »."
        )
    try:
        asked_for = (
            (options.geste, _gesture),
            (options.diagnostic, _diagnosis),
            (options.parcours, _path),
        )
        make = next((make for chosen, make in asked_for if chosen), _tutorial)
        name, file, text = make(options, content, folder)
    except EOFError:
        raise UnusableError("il manque une réponse.") from None
    except ValueError as error:
        raise UnusableError(str(error)) from None
    try:
        write_ordinary(folder, file.relative_to(folder).as_posix(), text.encode(), is_new=True)
    except NotAFileError:
        raise UnusableError(
            f"« {file} » ne peut pas être écrit : un lien, ou un fichier, est déjà là. "
            "Lancez d’abord « fil verifier »."
        ) from None
    print(f"{name} : {file}\nRemplissez les blancs, puis lancez « fil verifier {file} ».")
    return 0


def _tutorial(options: Namespace, content: Content, folder: Path) -> tuple[str, Path, str]:
    """Return what a new tutorial is called, its file and its text."""
    asked = _ask(options, content, folder)
    file = folder / TUTORIALS / asked.theme / f"{asked.slug}.md"
    text = blank_tutorial(asked.title, asked.number, asked.audiences, asked.theme, date.today())
    return f"Fiche {asked.number}", file, text


def _gesture(options: Namespace, content: Content, folder: Path) -> tuple[str, Path, str]:
    """Return what a new gesture is called, its file and its text."""
    title = answer(options.titre, "Le geste, à la première personne", _title)
    chosen = _several(options.appareils, "Les appareils", names_of(content.taxonomy.devices))
    ask = None in (options.titre, options.appareils)
    slug = _slug(options, title, _files(folder / GESTURES), "un geste", ask=ask)
    return "Geste", folder / GESTURES / f"{slug}.md", blank_gesture(title, chosen, date.today())


def _diagnosis(options: Namespace, content: Content, folder: Path) -> tuple[str, Path, str]:
    """Return what a new diagnosis is called, its file and its text."""
    asked = _ask(options, content, folder, _files(folder / DIAGNOSES))
    file = folder / DIAGNOSES / f"{asked.slug}.md"
    text = blank_diagnosis(asked.title, asked.number, asked.audiences, asked.theme, date.today())
    return f"Diagnostic {asked.number}", file, text


def _path(options: Namespace, content: Content, folder: Path) -> tuple[str, Path, str]:
    """Return what a new path is called, its file and its text."""
    title = answer(options.titre, "Ce que l’on saura faire, à la première personne", _title)
    audiences = _several(options.publics, "Les publics", names_of(content.taxonomy.audiences))
    ask = None in (options.titre, options.publics)
    slug = _slug(options, title, _files(folder / PATHS), "un parcours", ask=ask)
    code = next_code(content.of(LearningPath))
    text = blank_path(title, code, audiences, date.today())
    return f"Parcours {code}", folder / PATHS / f"{slug}.md", text


def _ask(
    options: Namespace, content: Content, folder: Path, names: Iterable[str] | None = None
) -> _Asked:
    """Take the answers from the options, and ask for the others; ``names`` are taken already."""
    themes = names_of(content.taxonomy.themes)
    files = {file.stem for file in (folder / TUTORIALS).glob("*/*.md")} if names is None else names
    called = "une fiche" if names is None else "un diagnostic"
    holders = number_holders(content)
    ask = None in (options.titre, options.theme, options.publics)
    title = answer(options.titre, "Le titre, à la première personne", _title)
    theme = answer(
        options.theme, f"Le thème\n{choices(themes)}\n", lambda word: one_of(word, themes)
    )
    audiences = _several(options.publics, "Les publics", names_of(content.taxonomy.audiences))
    number = answer(
        options.numero,
        "Le numéro",
        lambda word: _number(word, holders),
        next_number(content, theme),
        ask=ask,
    )
    slug = _slug(options, title, files, called, ask=ask)
    return _Asked(title, theme, audiences, number, slug)


def _files(folder: Path) -> set[str]:
    """Return the names that are taken in a folder."""
    return {file.stem for file in folder.glob("*.md")}


def _several(given: str | None, what: str, names: Mapping[str, str]) -> list[str]:
    """Ask for words of a list, by commas, unless the option gives them."""
    return answer(
        given,
        f"{what}, séparés par des virgules\n{choices(names)}\n",
        lambda words: [one_of(word, names) for word in words.split(",")],
    )


def _slug(options: Namespace, title: str, taken: Iterable[str], called: str, *, ask: bool) -> str:
    """Take the name of the file from the options, ask for it, or draw it from the title."""
    return answer(
        options.nom,
        "Le nom du fichier",
        lambda word: _name(word, taken, called),
        slugify(title),
        ask=ask,
    )


def _title(written: str) -> str:
    if not slugify(written) or len(written) > LONGEST_TITLE:
        raise ValueError(f"il faut un titre de {LONGEST_TITLE} caractères au plus.")
    return written


def _name(written: str, taken: Iterable[str], called: str = "une fiche") -> str:
    slug = written.removesuffix(".md")
    if slug != slugify(slug) or not slug:
        raise ValueError(
            f"« {written} » ferait une mauvaise adresse. Écrivez : {slugify(slug) or 'ma-fiche'}"
        )
    if slug in taken:
        raise ValueError(f"{called} s’appelle déjà « {slug} » : choisissez un autre nom.")
    return slug


def _number(written: str, holders: Mapping[int, Sequence[str]]) -> str:
    if not re.fullmatch(r"[0-9]{3,4}", written):
        raise ValueError(f"« {written} » ne se dit pas : il faut trois ou quatre chiffres.")
    if int(written) in holders:
        raise ValueError(f"le numéro {written} est celui de {holders[int(written)][0]}.")
    return written
