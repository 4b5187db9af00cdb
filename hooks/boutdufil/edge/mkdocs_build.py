"""Build the site with MkDocs, as ``mkdocs build`` does, but aside; or serve it, as it does."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from boutdufil.edge.french_log import InFrench
from boutdufil.edge.settings import settings_of
from boutdufil.publish.compressed import compressed
from boutdufil.publish.swap import publish, write_last
from boutdufil.publish.whole import files_of
from boutdufil.store import store_of

IN_FRENCH = InFrench()
HERE = "127.0.0.1"
"""This machine, and nobody from elsewhere."""


def build_site(project: Path, content: Path, site: Path) -> int:
    """Build the site of ``project``, with the content that is given, into ``site``.

    Return the exit code. Raises UnusableError when the site's address cannot be one.
    """
    _speak()
    file, settings = project / "mkdocs.yml", settings_of(project)

    def run(folder: Path) -> None:
        config = load_config(
            str(file),
            **settings,
            docs_dir=str(content.resolve()),
            site_dir=str(folder),
            strict=True,
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        for name, packed in compressed(files_of(folder), store_of(project)):
            write_last(folder / name, packed, site.resolve() / name)

    return _told(lambda: publish(run, site.resolve()))


def serve_site(project: Path, content: Path, port: int) -> int:
    """Serve the site of ``project`` on this machine, built again at each save, until one stops it.

    Return the exit code. Raises UnusableError when the site's address cannot be one.
    """
    # What answers browsers is of no use to a build.
    from mkdocs.commands.serve import serve

    _speak()
    file = project / "mkdocs.yml"
    settings: dict[str, Any] = {
        **settings_of(project),
        "docs_dir": str(content.resolve()),
        "dev_addr": f"{HERE}:{port}",
        "strict": False,
    }
    return _told(lambda: serve(str(file), **settings))


def _speak() -> None:
    # Material announces MkDocs 2, in English, at each build; the version is chosen here.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(format="%(message)s", stream=sys.stderr)
    for handler in logging.getLogger().handlers:
        handler.addFilter(IN_FRENCH)
    logging.getLogger("mkdocs").setLevel(logging.INFO)


def _told(work: Callable[[], None]) -> int:
    try:
        work()
    except MkDocsException as error:
        if not isinstance(error, SystemExit):
            print(error, file=sys.stderr)
        return 1
    return 0
