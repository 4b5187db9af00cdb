"""What ``mkdocs.yml`` leaves out: a base says who it is, and has the rest from this project's.

A base may say more: what it declares stands. Templates and assets that it puts in ``overrides/``
come before those of the package, one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from boutdufil import resources
from boutdufil.publish.address import site_address
from boutdufil.tools.unusable import UnusableError

SHARED = (
    *("theme", "nav", "not_in_nav", "markdown_extensions", "hooks", "plugins"),
    *("exclude_docs", "validation", "site_url"),
)
"""The keys of ``mkdocs.yml`` that are the same for every base."""
OVERRIDES = "overrides"
"""The folder where a base puts its own templates, drawings and assets, if it has any."""


def settings_of(project: Path) -> dict[str, Any]:
    """Return what to build ``project`` with, besides what its ``mkdocs.yml`` says.

    Raises UnusableError when the site's address cannot be one.
    """
    declared = _read(project / "mkdocs.yml")
    settings = {key: value for key, value in _shared(project).items() if key not in declared}
    try:
        address = site_address(str({**settings, **declared}.get("site_url") or ""))
    except ValueError as error:
        raise UnusableError(str(error)) from None
    return settings | {"site_url": address}


def overrides_of(custom: str | None) -> tuple[Path, ...]:
    """Return the folders of templates and assets, the first coming first."""
    ours = resources.OVERRIDES
    own = Path(custom) if custom else ours
    return (own,) if own.resolve() == ours.resolve() or _is_whole(own) else (own, ours)


def _is_whole(folder: Path) -> bool:
    """Tell whether a folder holds every template by itself: a copy of this project."""
    return (folder / "base.html").is_file() and (folder / "assets" / "worker").is_dir()


def _shared(project: Path) -> dict[str, Any]:
    ours = _read(resources.SETTINGS)
    own = project / OVERRIDES
    shared = {key: ours[key] for key in SHARED if key in ours}
    templates = own if own.is_dir() else resources.OVERRIDES
    shared["theme"] = {**shared["theme"], "custom_dir": str(templates.resolve())}
    shared["markdown_extensions"] = _named(shared["markdown_extensions"])
    shared["hooks"] = [str(resources.HOOK)]
    shared["watch"] = [str(own.resolve())] if own.is_dir() else []
    return shared


def _named(extensions: Iterable[str | Mapping[str, Any]]) -> dict[str, Any]:
    """Return extensions by name: MkDocs empties what a list of them holds, and loads it again."""
    return {
        name: options
        for each in extensions
        for name, options in (each.items() if isinstance(each, Mapping) else ((each, {}),))
    }


def _read(file: Path) -> Mapping[str, Any]:
    """Return what a file of settings says; nothing when MkDocs is to tell what is wrong."""
    try:
        with file.open(encoding="utf-8-sig") as opened:
            read = yaml_load(opened)
    except yaml.YAMLError:
        return {}
    return read if isinstance(read, dict) else {}
