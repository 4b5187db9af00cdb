"""Under which licence each package is, as it says so, or as its text was read."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import metadata

from license_expression import get_spdx_licensing

_SPDX = get_spdx_licensing()
CLASSIFIED = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Classifiers that name one licence; « BSD License » or « Apache Software License » are several."""
READ = {
    "colorama": "BSD-3-Clause",
    "ghp-import": "Apache-2.0",
    "jinja2": "BSD-3-Clause",
    "ply": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
}
"""What the text in the package says, when nothing else in it does."""


@dataclass(frozen=True, slots=True)
class Licence:
    """An SPDX expression; ``declared``: the package says it so that a program understands."""

    expression: str
    declared: bool


def licence_of(package: str) -> Licence:
    """Return the licence of an installed package; raises ValueError when it has to be read."""
    told = metadata(package)
    for field in ("License-Expression", "License"):
        if field in told and not _SPDX.validate(told[field]).errors:
            return Licence(told[field], declared=True)
    for classifier in told.get_all("Classifier") or ():
        if classifier in CLASSIFIED:
            return Licence(CLASSIFIED[classifier], declared=True)
    if package in READ:
        return Licence(READ[package], declared=False)
    raise ValueError(f"lisez la licence de {package}, et écrivez-la dans tests/supply/licences.py")
