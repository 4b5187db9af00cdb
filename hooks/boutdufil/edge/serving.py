"""What answers the browser of an author: pages from memory, and word of each save."""

from __future__ import annotations

import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from boutdufil.edge.previewing import Preview
from boutdufil.pages.elsewhere import NOT_FOUND

EVERY, QUIET = 0.15, 0.05
"""In seconds. MkDocs looks every half-second, then waits a tenth for the files to settle: a quarter
of a second more, on average, between a save and its page."""
CALM = 0.25
"""In seconds: what a browser takes to ask for the page again, before rules take its turn."""

log = logging.getLogger("mkdocs.boutdufil")


class PreviewServer(LiveReloadServer):
    """The server of MkDocs, which shows a preview instead of a folder, and looks more often.

    By the days of the files, as it does: a shared folder, or one in a container, tells nothing.
    """

    def __init__(self, preview: Preview, host: str, port: int, mount_path: str) -> None:
        super().__init__(preview.follow, host, port, root="", mount_path=mount_path)
        self._preview = preview
        self.observer = PollingObserver(timeout=EVERY)
        self.build_delay = QUIET
        self.error_handler = self._lost

    def _lost(self, code: int) -> bytes | None:
        return self._preview.edition.get(NOT_FOUND.file) if code == 404 else None

    def _build_loop(self) -> None:
        """Follow each save, tell browsers at once, then look closer, until the next one."""
        self._look_closer()
        while self._is_saved_again():
            with _nobody_thrown_out():
                self._preview.follow()
            self._tell()
            self._look_closer()

    def _is_saved_again(self) -> bool:
        """Wait for a save, and for the files to settle; tell whether there was one before the end.

        From then on, and until browsers are told, they wait.
        """
        with self._rebuild_cond:
            # Not one wait without end: on Windows, it would hear no Ctrl + C.
            while not self._rebuild_cond.wait_for(self._is_called, timeout=self.shutdown_delay):
                pass
            if self._shutdown:
                return False
            log.info("Un fichier a changé.")
            while self._rebuild_cond.wait(timeout=self.build_delay):
                pass
            self._want_rebuild = False
            self._wanted_epoch = self._next_epoch()
        return True

    def _look_closer(self) -> None:
        with self._rebuild_cond:
            if self._rebuild_cond.wait_for(self._is_called, timeout=CALM):
                return
        with _nobody_thrown_out():
            for changed in self._preview.look_closer():
                if changed:
                    self._wanted_epoch = self._next_epoch()
                    self._tell()
                if self._is_called():
                    return

    def _is_called(self) -> bool:
        return self._want_rebuild or self._shutdown

    def _next_epoch(self) -> int:
        # In milliseconds, as a page of before counts them.
        return max(round(time.monotonic() * 1000), self._visible_epoch + 1)

    def _tell(self) -> None:
        """Let browsers have what is shown now."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def _serve_request(
        self, environ: dict[str, Any], start_response: Callable[..., object]
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        within = f"{path}/".startswith(self.mount_path)
        if path.startswith("/livereload/") or not within:
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch, edition = self._visible_epoch, self._preview.edition
        address = path[len(self.mount_path) :]
        file = f"{address}index.html" if path.endswith("/") else address
        if file not in edition:
            if path.endswith("/") or f"{path}/index.html"[len(self.mount_path) :] not in edition:
                return None
            start_response("302 Found", [("Location", f"{quote(path)}/")])
            return []
        content = edition[file]
        if file.endswith(".html"):
            content = self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        kind = self._guess_type(file)  # type: ignore[no-untyped-call]
        size = str(len(content))
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", size)])
        return [content]


@contextmanager
def _nobody_thrown_out() -> Iterator[None]:
    """Tell what went wrong, and go on with what was shown before."""
    try:
        yield
    except Exception as error:  # noqa: BLE001  # whatever it is, the author mends it and saves
        if isinstance(error, SystemExit):
            print(error, file=sys.stderr)
        else:
            traceback.print_exc()
        log.error("L’aperçu reste comme il était, jusqu’à un prochain enregistrement.")
