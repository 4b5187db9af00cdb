"""``fil apercu``: what a proposal changes, before and after."""

from __future__ import annotations

import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from boutdufil.edge.arguments import DOCS
from boutdufil.tools.changed_pages import compare, counted_pages, page, picture, summary
from boutdufil.tools.unusable import UnusableError


def run(options: Namespace) -> int:
    """Compare, picture and write; return 0."""
    target: Path = options.sortie
    before, after = (site_of(side, options.contenu) for side in (options.avant, options.apres))
    for side in (before, after):
        if side.resolve().is_relative_to(target.resolve()):
            raise UnusableError(f"« {target} » contient un des deux sites ; changez --sortie.")
    comparison = compare(before, after)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    if comparison.changes:
        comparison = picture(comparison, before, after, target, options.images)
    (target / "resume.md").write_text(summary(comparison), encoding="utf-8")
    (target / "index.html").write_text(page(comparison), encoding="utf-8")
    print(f"{counted_pages(comparison)} {target / 'index.html'}")
    return 0


def site_of(folder: Path, content: Path) -> Path:
    """Return the site of ``folder``: itself, or what is built of its ``content``.

    Raises UnusableError when it is neither a project nor a site, or cannot be built.
    """
    if (folder / "404.html").is_file():
        return folder
    if not (folder / "mkdocs.yml").is_file():
        raise UnusableError(f"« {folder} » n’est ni un projet, ni un site construit.")
    try:
        subprocess.run(_building(folder, content), check=True, cwd=folder)  # noqa: S603
    except subprocess.CalledProcessError:
        raise UnusableError(f"le site de « {folder} » ne se construit pas.") from None
    return folder / "site"


def _building(folder: Path, content: Path) -> list[str]:
    """Return what builds the site of the folder that a person names.

    A copy of the whole project has its own program, which ``make`` runs; a base has this one.
    """
    if (folder / "Makefile").is_file():
        named = [] if content == DOCS else [f"CONTENU={content}"]
        return ["make", "--no-print-directory", "site", *named]
    return [sys.executable, "-m", "boutdufil.edge.cli", "--contenu", str(content), "site"]
