"""A new file of any form: its required keys, each explained, and a body to fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from boutdufil.kinds.kind import Form
from boutdufil.source.collection import ListOf, Record
from boutdufil.source.shape import Shape
from boutdufil.source.yaml_text import repair

HELP = "# Une ligne qui commence par # est une aide. Elle n’est pas publiée."
"""The first line of a file to fill."""
NOTHING: Mapping[str, str] = {}


def blank_file(
    form: Form,
    known: Mapping[str, str] = NOTHING,
    opening: Sequence[str] = (),
    closing: Sequence[str] = (),
) -> str:
    """Return the text of a new Markdown file of this form.

    ``known`` are values that need not be asked, as they are written; ``opening`` and ``closing``
    are lines around the keys.
    """
    lines = ["---", *opening, *_keys(form, known), *closing, "---"]
    return "\n".join(lines) + "\n" + form.blank


def titled(title: str, form: Form) -> str:
    """Return a title as its line writes it: a colon in it would be taken by YAML for its own."""
    return repair(f"titre: {title}", form.declaration).removeprefix("titre: ")


def _keys(form: Form, known: Mapping[str, str]) -> Iterator[str]:
    for key in form.keys:
        if key.required:
            if key.meaning:
                yield f"# {key.meaning[:1].upper()}{key.meaning[1:]}."
            value = known.get(key.name)
            yield f"{key.name}: {value}" if value else f"{key.name}:{_blank(key.shape)}"


def _blank(shape: Shape[object]) -> str:
    """Return the lines to fill under a key: as many items as it needs."""
    if not isinstance(shape, ListOf):
        return ""
    if isinstance(shape.item, Record):
        required = [f"{key.name}:" for key in shape.item.keys if key.required]
        return ("\n  - " + "\n    ".join(required)) * max(1, shape.minimum)
    return "\n  -" * max(1, shape.minimum)
