"""Which drawing a name stands for: ours first, then those of the theme, as the templates do."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

_OURS = Path(__file__).parents[3] / "overrides" / ".icons"
_material = find_spec("material")
_FOLDERS = (
    _OURS,
    *(
        (Path(_material.origin).parent / "templates/.icons",)
        if _material and _material.origin
        else ()
    ),
)
# « fil/bouclier », « material/shield-lock-outline »; not « ../secret ».
_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")


def is_drawn(name: str) -> bool:
    """Tell whether ``name`` (``fil/bouclier``) is that of a drawing."""
    return bool(_NAME.fullmatch(name)) and any(
        (folder / f"{name}.svg").is_file() for folder in _FOLDERS
    )
