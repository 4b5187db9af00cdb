"""The outlines of the small drawings of a screen, as the theme has them, for a page that draws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

# The one path of an icon: ``<path d="M1 2z"/>``; not a circle.
_PATH = re.compile(r'<path d="([^"]+)"/>')


@cache
def outline(name: str) -> str:
    """Return the path of a Material icon, in a square of 24."""
    file = files("material") / "templates" / ".icons" / "material" / f"{name}.svg"
    (path,) = _PATH.findall(file.read_text(encoding="utf-8"))
    return str(path)


def outlines(names: Iterable[str]) -> Mapping[str, str]:
    """Return the path of each icon that has a drawing, by its name."""
    return {name: outline(name) for name in dict.fromkeys(names) if name}
