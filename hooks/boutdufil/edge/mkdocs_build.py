"""Build the site with MkDocs, as ``mkdocs build`` does, but aside; or serve its preview."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from boutdufil.edge.french_log import InFrench
from boutdufil.edge.settings import settings_of
from boutdufil.publish.compressed import compressed
from boutdufil.publish.swap import publish, write_last
from boutdufil.publish.whole import Folder
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
        for name, packed in compressed(Folder(folder), store_of(project)):
            write_last(folder / name, packed, site.resolve() / name)

    return _told(lambda: publish(run, site.resolve()))


def serve_site(project: Path, content: Path, port: int) -> int:
    """Serve the site of ``project`` on this machine, as each save leaves it, until one stops it.

    Return the exit code. Raises UnusableError when the site's address cannot be one.
    """
    _speak()
    settings = {**settings_of(project), "docs_dir": str(content.resolve()), "strict": False}
    mount = urlsplit(settings["site_url"]).path or "/"
    return _told(lambda: _serve(project / "mkdocs.yml", settings, (HERE, port), mount))


def serve_instead(config: MkDocsConfig) -> NoReturn:
    """Serve our preview where MkDocs was about to serve a site that it would build at each save.

    Raises SystemExit, once one stops it.
    """
    host, port = config.dev_addr
    mount = urlsplit(config.site_url or "").path or "/"
    settings = {"docs_dir": config.docs_dir, "strict": False}
    _serve(Path(config.config_file_path), settings, (str(host), int(port)), mount)
    raise SystemExit(0)


def _serve(file: Path, settings: Mapping[str, Any], where: tuple[str, int], mount: str) -> None:
    # What answers browsers is of no use to a build.
    from boutdufil.edge.previewing import Preview
    from boutdufil.edge.serving import PreviewServer

    host, port = where

    def load() -> MkDocsConfig:
        config = load_config(str(file), **settings)
        config.site_url = f"http://{host}:{port}{mount}"
        return config

    preview = Preview(load)
    server = PreviewServer(preview, host, port, mount)
    for path in preview.watched:
        server.watch(path)
    # What was read stays. To go through all of it, now and then, for what does not takes a second.
    gc.collect()
    gc.freeze()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


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
