"""``fil site``: the whole site, ready to publish."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from boutdufil.edge.commands.folders import content_folder, project_folder
from boutdufil.edge.mkdocs_build import build_site
from boutdufil.tools.unusable import UnusableError


def run(options: Namespace) -> int:
    """Build the site; return 1 when an error stops it."""
    site: Path = options.dossier
    content = content_folder(options).resolve()
    if content.is_relative_to(site.resolve()) or site.resolve().is_relative_to(content):
        raise UnusableError(f"« {site} » contient le contenu ; choisissez un autre dossier.")
    if site.is_symlink() and not site.exists():
        raise UnusableError(
            f"« {site} » mène à un dossier qui n’existe pas ; créez-le, ou retirez le lien."
        )
    # Not Path.is_mount, which Windows lacks before Python 3.12.
    if os.path.ismount(site):
        raise UnusableError(
            f"« {site} » est un disque : il ne se remplace pas d’un coup."
            f" Construisez dans un dossier de ce disque, « {site / 'site'} » par exemple."
        )
    if site.exists() and not site.is_dir():
        raise UnusableError(f"« {site} » n’est pas un dossier ; choisissez un autre nom.")
    if site.exists() and any(site.iterdir()) and not (site / "404.html").is_file():
        raise UnusableError(
            f"« {site} » n’est pas un site déjà publié ; videz-le, ou changez de dossier."
        )
    return build_site(project_folder(), content, site)
