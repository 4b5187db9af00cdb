"""Which drawing a name stands for: ours first, then those of the theme, as the templates do."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from boutdufil.resources import OVERRIDES

_OURS = OVERRIDES / ".icons"
_OWN = Path("overrides") / ".icons"
"""Those of a base, which every command stands in."""
_material = find_spec("material")
_FOLDERS = (
    _OURS,
    *(
        (Path(_material.origin).parent / "templates/.icons",)
        if _material and _material.origin
        else ()
    ),
)
_OF_THE_THEME = "material/"
"""Those whose licence is told on the site (``publish/composition/``): the theme has others."""
# « fil/bouclier », « material/shield-lock-outline »; not « ../secret ».
_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")


def is_drawn(name: str) -> bool:
    """Tell whether ``name`` (``fil/bouclier``) is that of a drawing."""
    folders = _FOLDERS if name.startswith(_OF_THE_THEME) else (_OWN, _OURS)
    return bool(_NAME.fullmatch(name)) and any(
        (folder / f"{name}.svg").is_file() for folder in folders
    )
