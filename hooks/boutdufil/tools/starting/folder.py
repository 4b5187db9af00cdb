"""Every file of a new base: its content, who it is, its guide, and what checks and publishes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from boutdufil import __version__
from boutdufil.tools.starting.choice import Choice
from boutdufil.tools.starting.content import content_files
from boutdufil.tools.starting.ours import Ours
from boutdufil.tools.starting.words import quoted

BASE = Path(__file__).parent / "base"
CONTENT = "docs"
FILLED = ("mkdocs.yml", "README.md", "requirements.txt")
"""The files in which a name is put."""
HIDDEN: Mapping[str, str] = {
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "github": ".github",
}
"""What begins with a point, which a package does not carry."""


def base_files(ours: Ours, choice: Choice) -> Iterator[tuple[str, bytes]]:
    """Yield each file to write, by its path in the folder of the base."""
    for path, raw in content_files(ours, choice):
        yield f"{CONTENT}/{path}", raw
    for file in sorted(BASE.rglob("*")):
        if file.is_file():
            first, *others = file.relative_to(BASE).parts
            path = "/".join((HIDDEN.get(first, first), *others))
            text = file.read_text(encoding="utf-8")
            yield path, (_filled(path, text, choice) if path in FILLED else text).encode()


def _filled(path: str, text: str, choice: Choice) -> str:
    is_yaml = path.endswith(".yml")
    return Template(text).substitute(
        name=quoted(choice.name) if is_yaml else choice.name,
        country=quoted(choice.country) if is_yaml else choice.country,
        version=__version__,
    )
