"""What the page that proposes a tutorial knows: the limits, the words and the numbers of the build.

All of it is read from the declarations that the verifier reads: no limit is written twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NotRequired, TypedDict

from boutdufil.kinds.content import Content
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.kinds.tutorial.numbers import next_number
from boutdufil.kinds.tutorial.values import LEVELS
from boutdufil.language import message
from boutdufil.markup import inline
from boutdufil.markup.answers import DEEPEST
from boutdufil.markup.sections import SECTIONS
from boutdufil.model import screen
from boutdufil.model.icons import ICONS
from boutdufil.model.taxonomy import names_of
from boutdufil.pages.page import Head, TextPage
from boutdufil.source import scanner, text_file
from boutdufil.source.blocks import BLOCKS
from boutdufil.source.bounds import LONGEST_LINE, LONGEST_WORD, MOST_BYTES, MOST_LINES
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import Matching
from boutdufil.source.shape import Shape, Text

MARKS = {
    "enTete": text_file.FENCE,
    "cle": text_file.KEY,
    "code": scanner.FENCE,
    "titre": scanner.HEADING,
    "debut": scanner.OPENING,
    "fin": scanner.CLOSING,
    "option": scanner.OPTION,
    "presque": scanner.NEARLY,
    "loin": scanner.FAR,
    "codeEnLigne": inline.CODE_SPAN,
    "balise": inline.TAG,
}
"""The patterns of the lines that a correction is read by, in the page as in the build."""

PROPOSAL_FILE = "contribuer/proposer.md"
PROPOSAL_ADDRESS = "contribuer/proposer/"
DATA_ASSET = "propose-data.js"
LATE_ASSET = "propose-late.js"
"""What the form asks for with its first screen: its drawing, and the reading of what is written."""
IMAGE = "image-outline"
"""What draws an image, which is no icon of a screen."""
SOURCE_SCRIPT = "fiche.js"
"""Beside each tutorial: its source file, as a script that works from a disk too."""
SOURCE_CALL = ("window.filFiche(", ");\n")
"""What stands around its reference and its text: another base reads it, and runs nothing."""


class DeclaredKey(TypedDict):
    """A key of the front matter: what it means, and its limits, where it has some."""

    sens: str
    requis: bool
    maximum: NotRequired[int]
    forme: NotRequired[str]
    nombre: NotRequired[tuple[int, int]]
    cles: NotRequired[Mapping[str, DeclaredKey]]


class DeclaredBlock(TypedDict):
    """A block of the body: what stands after its bar, what it means, what it holds."""

    argument: bool | None
    sens: str
    brut: bool
    contient: bool
    options: tuple[str, ...]


class DeclaredScreens(TypedDict):
    """The words of the screens, as ``model/screen.py`` has them."""

    cadres: Mapping[str, str]
    elements: Mapping[str, str]
    feminins: tuple[str, ...]
    listes: tuple[str, ...]
    hauteurs: Mapping[str, str]
    cotes: Mapping[str, str]
    etats: tuple[str, ...]
    signes: tuple[str, ...]


class Declared(TypedDict):
    """What a tutorial may say, in the words of the page's script; ``sms`` and so on are limits.

    ``gestes`` are the titles of the library, by name; ``etages``, how many questions may follow one
    another under an answer.
    """

    cles: Mapping[str, DeclaredKey]
    parties: Mapping[str, str]
    blocs: Mapping[str, DeclaredBlock]
    marques: Mapping[str, str]
    publics: Mapping[str, str]
    themes: Mapping[str, str]
    appareils: Mapping[str, str]
    couvre: Mapping[str, tuple[str, ...]]
    montre: Mapping[str, tuple[str, ...]]
    niveaux: Mapping[str, str]
    gestes: Mapping[str, str]
    ecrans: DeclaredScreens
    etages: int
    mot: int
    ligne: int
    lignes: int
    fichier: int
    sms: int
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage(TextPage):
    """The form by which one proposes a tutorial or a correction, without Git."""

    template: ClassVar[str] = "propose.html"

    declared: Declared


def proposal_page(head: Head, published: Published) -> ProposalPage:
    """Return the page where one proposes."""
    return ProposalPage(**head, declared=declared(published.content))


def declared(content: Content) -> Declared:
    """Return what a tutorial may say, as plain values: keys, parts, blocks, words, gestures."""
    taxonomy = content.taxonomy
    return {
        "cles": _keys(TUTORIAL.keys),
        "parties": dict(SECTIONS),
        "blocs": {
            name: {
                "argument": block.argument,
                "sens": block.meaning,
                "brut": block.raw,
                "contient": block.container,
                "options": block.options,
            }
            for name, block in BLOCKS.items()
        },
        "marques": MARKS,
        "publics": names_of(taxonomy.audiences),
        "themes": names_of(taxonomy.themes),
        "appareils": names_of(taxonomy.devices),
        "couvre": {key: each.covers for key, each in taxonomy.devices.items() if each.covers},
        "montre": {key: each.shows for key, each in taxonomy.devices.items() if each.shows},
        "niveaux": {str(level): name for level, name in LEVELS.items()},
        "gestes": {slug: gesture.entry.title for slug, gesture in content.gestures.items()},
        "ecrans": _screens(),
        "etages": DEEPEST,
        "mot": LONGEST_WORD,
        "ligne": LONGEST_LINE,
        "lignes": MOST_LINES,
        "fichier": MOST_BYTES,
        "sms": message.LONGEST,
        "signature": message.recap_message("", "{numero}"),
    }


def _screens() -> DeclaredScreens:
    return {
        "cadres": screen.FRAMES,
        "elements": screen.ELEMENTS,
        "feminins": tuple(sorted(screen.FEMININE)),
        "listes": tuple(name for name in screen.ELEMENTS if name in screen.LISTS),
        "hauteurs": screen.HEIGHTS,
        "cotes": screen.SIDES,
        "etats": screen.STATES,
        "signes": tuple(ICONS),
    }


def _keys(keys: tuple[Key, ...]) -> dict[str, DeclaredKey]:
    return {key.name: _limited(key, key.shape) for key in keys}


def _limited(key: Key, shape: Shape[object]) -> DeclaredKey:
    """Return a key with the limits of ``shape``; those of a list's items are its own."""
    item = shape.item if isinstance(shape, ListOf) else shape
    limited: DeclaredKey = {"sens": key.meaning, "requis": key.required}
    if isinstance(shape, ListOf):
        limited["nombre"] = (shape.minimum, shape.maximum)
    if isinstance(item, Text):
        limited["maximum"] = item.maximum
    elif isinstance(item, Record):
        limited["cles"] = _keys(item.keys)
    elif isinstance(item, Matching):
        limited["forme"] = item.pattern
    return limited


def proposal_script(content: Content) -> str:
    """Return the same for the page's script, with the next free number of each theme.

    A draft, which is not shown, holds its number too.
    """
    numbers = {theme: next_number(content, theme) for theme in content.taxonomy.themes}
    known = {**declared(content), "numeros": numbers}
    return f"window.filDeclaration={_json(known)};\n"


def late_script(shapes: Mapping[str, str]) -> str:
    """Return what the drawing of screens needs first: an outline a sign; ``shapes`` are by icon."""
    outlines = {name: shapes[icon] for name, icon in ICONS.items() if icon}
    given = f"s.formes={_json(outlines)};s.image={_json(shapes[IMAGE])}"
    return f"(function(s){{{given}}})(window.filDeclaration.ecrans);\n"


def source_script(reference: str, text: str) -> str:
    """Return the source of a tutorial, handed to the page by a call: a disk refuses ``fetch``."""
    return f"{_json(reference)},{_json(text)}".join(SOURCE_CALL)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
