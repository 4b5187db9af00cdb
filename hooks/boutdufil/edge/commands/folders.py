"""The folders that a command works in, when they are there."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from boutdufil.edge.clock import latest_day
from boutdufil.edge.declared import organisation_of
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Finding
from boutdufil.model.organisation import Organisation
from boutdufil.store import Store, store_of
from boutdufil.tools.unusable import UnusableError


def content_folder(options: Namespace) -> Path:
    """Return the folder of the content; raises UnusableError when there is none."""
    folder: Path = options.contenu
    check_they_exist([folder])
    if not folder.is_dir():
        raise UnusableError(f"« {folder} » n’est pas un dossier.")
    return folder


def content_reader(options: Namespace) -> ContentReader:
    """Return what reads the content, and keeps it; raises UnusableError when there is none."""
    organisation, _findings = declared_beside(options)
    return ContentReader(content_folder(options), content_store(options), organisation.plan)


def declared_beside(options: Namespace) -> tuple[Organisation, tuple[Finding, ...]]:
    """Return what the base whose content it is says of itself, and what is wrong in that.

    Raises UnusableError when there is no content.
    """
    folder = content_folder(options)
    return organisation_of(folder.resolve().parent / "mkdocs.yml", folder, latest_day())


def content_store(options: Namespace) -> Store | None:
    """Return what remembers the content; raises UnusableError when there is none."""
    return store_of(content_folder(options).resolve().parent)


def project_folder() -> Path:
    """Return the folder of the project, where one stands; raises UnusableError elsewhere."""
    check_they_exist([Path("mkdocs.yml")])
    return Path()


def check_they_exist(paths: Iterable[Path]) -> None:
    """Raise UnusableError for the first path that is not there."""
    for path in paths:
        if not path.exists():
            raise UnusableError(
                f"« {path} » n’existe pas ici. Placez-vous dans le dossier du projet."
            )
