"""What VS Code takes from the declarations, in .vscode/.

The snippets come from the blocks, the schemas from the shapes of the files; a test tells when they
are no longer those.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from boutdufil.model.taxonomy import Taxonomy
from boutdufil.publish.schemas import LOCAL, schema_json
from boutdufil.source.blocks import BLOCKS, NAME, BlockType

FOLDER = Path(".vscode")
"""In the folder of the project."""
_SPECIAL = re.compile(r"[\\$}]")


_FOLLOW_UP = (
    "- **${1:Non}** :",
    "    - *${2:Que voyez-vous, à la place ?}*",
    "    - *${3:Qu’y a-t-il, devant vous ?}*",
    "    - **${4:Une page blanche}** : « ${5:On attend un peu.} »",
    "    - **${6:Autre chose}** : « ${7:On regarde ensemble.} » [${8:fin de l’appel}](${9:fin:})",
)
_WITHIN: Mapping[str, dict[str, object]] = {
    "Question qui suit": {
        "prefix": ["suite", "- suite"],
        "body": [*_FOLLOW_UP, "$0"],
        "description": "une réponse, puis la question qui la suit",
        "scope": "markdown",
    },
    "Nom d’un endroit": {
        "prefix": ["nom"],
        "body": [f"    {NAME}: ${{1:plus-rien}}", "$0"],
        "description": "le nom d’un endroit de l’appel, juste sous la première ligne d’un bloc",
        "scope": "markdown",
    },
}
"""What is written inside a block, and is none."""


def files(words: Taxonomy) -> Mapping[str, str]:
    """Return the text of each generated file, by its path in .vscode/."""
    schemas = {f"schemas/{name}.schema.json": schema_json(name, words) for name in LOCAL}
    blocks = {f"Bloc {block.name}": snippet(block) for block in BLOCKS.values()}
    snippets = {**blocks, **_WITHIN}
    text = json.dumps(snippets, ensure_ascii=False, indent=2) + "\n"
    return {"markdown.code-snippets": text, **schemas}


def snippet(block: BlockType) -> dict[str, object]:
    """Return a snippet; its placeholders hold an example, which may stay as it is."""
    opening, bar, argument = block.example.partition(" | ")
    bars = "////" if block.container else "///"
    opening = opening.replace("///", bars)
    first = f"{opening}{bar}{_placeholder(1, argument)}" if bar else opening
    body = [first, *_placeholder(2, block.content).split("\n"), bars, "$0"]
    return {
        "prefix": [block.name, f"/{block.name}"],
        "body": body,
        "description": block.meaning,
        "scope": "markdown",
    }


def _placeholder(rank: int, text: str) -> str:
    return f"${{{rank}:{_SPECIAL.sub(lambda match: chr(92) + match[0], text)}}}"


def write(folder: Path, words: Taxonomy) -> None:
    """Write the files in ``folder``."""
    for name, text in files(words).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
