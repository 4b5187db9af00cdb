"""The taxonomy of a new base: the blocks of ours that it keeps, as they are written, and its own.

Its text is cut, and not written anew: its remarks and its order are for those who read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping

from boutdufil.model.taxonomy import COLOURS, SHAPES
from boutdufil.tools.starting.choice import Words

# A part of the file: « publics: » and all that stands more to the right.
_PART = re.compile(r"^(?P<key>[a-z]+):\n(?P<blocks>(?:(?: .*)?\n)*)", re.MULTILINE)
# A block of a part: « seniors: » and its values.
_BLOCK = re.compile(r"^  (?P<key>[\w-]+):\n(?:(?: {4}.*)?\n)*", re.MULTILINE)
_PATHS = re.compile(r"^    parcours:\n(?:      - .*\n)+", re.MULTILINE)


def taxonomy_text(text: str, audiences: Words, themes: Words, paths: Collection[str]) -> str:
    """Return the taxonomy of a base; ``paths`` are the names of those that it keeps."""

    def part(match: re.Match[str]) -> str:
        if match["key"] == "publics":
            blocks = [*_kept(match["blocks"], audiences), *_new_audiences(audiences)]
        elif match["key"] == "themes":
            blocks = [*_kept(match["blocks"], themes), *_new_themes(themes.new)]
        else:
            return match[0]
        return f"{match['key']}:\n{''.join(blocks)}\n"

    return _PATHS.sub(lambda match: _paths(match[0], paths), _PART.sub(part, text))


def _kept(blocks: str, words: Words) -> Iterator[str]:
    for match in _BLOCK.finditer(blocks):
        if match["key"] in words.kept:
            yield match[0].rstrip("\n") + "\n"


def _paths(written: str, kept: Collection[str]) -> str:
    first, *lines = written.splitlines(keepends=True)
    found = [line for line in lines if line.strip().removeprefix("- ") in kept]
    return "".join([first, *found]) if found else ""


def _new_audiences(words: Words) -> Iterator[str]:
    for rank, (key, name) in enumerate(words.new.items(), len(words.kept)):
        colour = [*COLOURS][rank % len(COLOURS)]
        shape = [*SHAPES][rank % len(SHAPES)]
        yield (
            f"  {key}:\n    nom: {quoted(name)}\n    phrase: J’apprends à mon rythme.\n"
            f"    icone: fil/groupe\n    couleur: {colour}\n    forme: {shape}\n"
        )


def _new_themes(names: Mapping[str, str]) -> Iterator[str]:
    for key, name in names.items():
        yield (
            f"  {key}:\n    nom: {quoted(name)}\n    phrase: J’avance pas à pas.\n"
            "    icone: fil/dossier\n"
            "    service: Maîtrise des outils numériques du quotidien\n"
            "    posture:\n"
            "      fait:\n        - Je montre, et la personne fait.\n"
            "      ne_fait_pas:\n        - Je ne demande jamais un code ou un mot de passe.\n"
            "      oriente:\n        - Vers un lieu d’aide, près de la personne\n"
        )


def quoted(text: str) -> str:
    """Return ``text`` as YAML reads it back, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)
