"""``fil regarder``: every kind of page, in every light, in build/pages/."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path

from boutdufil.edge.commands.folders import content_folder, project_folder
from boutdufil.edge.mkdocs_build import build_site
from boutdufil.tools.browser import check_there_is_one
from boutdufil.tools.look import look_at

TARGET = Path("build/pages")


def run(options: Namespace) -> int:
    """Build the site aside and picture it; return 1 when it cannot be built."""
    check_there_is_one()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        code = build_site(project_folder(), content_folder(options), site)
        if code:
            return code
        written = look_at(site, options.genres, TARGET)
    print(f"{written} images, à regarder dans {TARGET / 'index.html'}")
    return 0
