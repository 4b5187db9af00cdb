"""How often the preview looks at what its author saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

EVERY, QUIET = 0.15, 0.05
"""In seconds. MkDocs looks every half-second, then waits a tenth for the files to settle: a quarter
of a second more, on average, between a save and its page."""


def quickened(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Return the server of a preview, once it looks more often.

    As MkDocs does, by the days of the files: a shared folder, or one in a container, tells nothing.
    """
    # Of no use to a build that serves nothing.
    from watchdog.observers.polling import PollingObserver

    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=EVERY)
    for path in watched:
        server.watch(path)
    server.build_delay = QUIET
    return server
