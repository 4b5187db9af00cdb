"""``python -m tests.editor``: write what VS Code takes from the declarations, in .vscode/.

The snippets come from the blocks, the schemas from the shapes of the files; a test tells when they
are no longer those.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.publish.schemas import LOCAL, schema_json
from boutdufil.source.blocks import BLOCKS, BlockType

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".vscode"
_SPECIAL = re.compile(r"[\\$}]")


def taxonomy() -> Taxonomy:
    raw = (ROOT / "docs/taxonomie.yml").read_bytes()
    return read_taxonomy(raw, "taxonomie.yml", date.today())[0]


def files() -> Mapping[str, str]:
    """Return the text of each generated file, by its path in .vscode/."""
    words = taxonomy()
    schemas = {f"schemas/{name}.schema.json": schema_json(name, words) for name in LOCAL}
    snippets = {f"Bloc {block.name}": snippet(block) for block in BLOCKS.values()}
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


def main() -> None:
    """Write the files."""
    for name, text in files().items():
        file = FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
