"""Build the site with MkDocs, as ``mkdocs build`` does, but aside."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from boutdufil.publish.swap import publish


def build_site(site: Path) -> int:
    """Build the site of this folder into ``site``; return the exit code."""
    logging.basicConfig(format="%(message)s", stream=sys.stderr)
    logging.getLogger("mkdocs").setLevel(logging.INFO)

    def run(folder: Path) -> None:
        config = load_config(site_dir=str(folder), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()

    try:
        publish(run, site)
    except MkDocsException as error:
        if not isinstance(error, SystemExit):
            print(error, file=sys.stderr)
        return 1
    return 0
