"""Where the templates, the hook, the settings and the content are: the one place that knows.

In this repository they stand beside the code; in the installed package, within it, in the same
order. Whoever reads one of them asks here, and nothing is written twice.
"""

from __future__ import annotations

from pathlib import Path

PACKAGED = "_site"
"""The folder of the installed package that ``packaged.py`` fills."""
PACKAGE = Path(__file__).parent
_WITHIN = PACKAGE / PACKAGED
ROOT = _WITHIN if _WITHIN.is_dir() else PACKAGE.parents[1]
"""The folder that holds all of them, in either layout."""
OVERRIDES = ROOT / "overrides"
HOOK = ROOT / "hooks" / "build.py"
SETTINGS = ROOT / "mkdocs.yml"
DOCS = ROOT / "docs"
PARTS = ("mkdocs.yml", "hooks/build.py", "overrides", "docs")
"""What the package brings of this repository, from its root."""
