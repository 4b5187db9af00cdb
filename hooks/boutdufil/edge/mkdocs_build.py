"""Build the site with MkDocs, as ``mkdocs build`` does, but aside; or serve it, as it does."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from boutdufil.publish.address import site_address
from boutdufil.publish.compressed import compressed
from boutdufil.publish.swap import publish, write_last
from boutdufil.publish.whole import files_of
from boutdufil.store import store_of
from boutdufil.tools.unusable import UnusableError

HERE = "127.0.0.1"
"""This machine, and nobody from elsewhere."""


def build_site(project: Path, content: Path, site: Path) -> int:
    """Build the site of ``project``, with the content that is given, into ``site``.

    Return the exit code. Raises UnusableError when the site's address cannot be one.
    """
    _speak()
    file = project / "mkdocs.yml"
    declared = _declared_address(file)

    def run(folder: Path) -> None:
        config = load_config(
            str(file),
            docs_dir=str(content.resolve()),
            site_dir=str(folder),
            strict=True,
            **declared,
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
        **_declared_address(file),
        "docs_dir": str(content.resolve()),
        "dev_addr": f"{HERE}:{port}",
        "strict": False,
    }
    return _told(lambda: serve(str(file), **settings))


def _speak() -> None:
    logging.basicConfig(format="%(message)s", stream=sys.stderr)
    logging.getLogger("mkdocs").setLevel(logging.INFO)


def _told(work: Callable[[], None]) -> int:
    try:
        work()
    except MkDocsException as error:
        if not isinstance(error, SystemExit):
            print(error, file=sys.stderr)
        return 1
    return 0


def _declared_address(file: Path) -> dict[str, str]:
    """Return the address that ``mkdocs.yml`` gives, before MkDocs refuses it in English."""
    try:
        with file.open(encoding="utf-8-sig") as opened:
            read = yaml_load(opened)
        return {"site_url": site_address(str(read["site_url"] or ""))} if "site_url" in read else {}
    except yaml.YAMLError:
        return {}  # MkDocs tells what is wrong, and where.
    except ValueError as error:
        raise UnusableError(str(error)) from None
