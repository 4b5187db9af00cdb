"""Chromium, and a host for it: what looks at a built site as a reader does."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from boutdufil.pages.policy import HEADERS
from boutdufil.tools.unusable import UnusableError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

PROGRAMS = ("chromium-headless-shell", "chromium")
"""Debian's Chromium; with no window to draw, the first opens a page twice as fast."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Each tab would have a process of its own, to be started and warmed: a fifth of what it costs.
    "--renderer-process-limit=1",
]
SUB_PATH = "/sous/un/chemin/"
"""The site never stands at the root of the host: its links must not need it."""
WIDTHS = (390, 1280)
"""Pixels: a phone, a desk."""


def check_there_is_one() -> None:
    """Raise UnusableError when Playwright is not installed: it comes with what the tests need."""
    try:
        import playwright.sync_api  # noqa: F401  # long to load: most commands open no browser
    except ImportError:
        raise UnusableError(
            "cette commande ouvre un navigateur, avec Playwright. Lancez d’abord : "
            "make .venv/.browser"
        ) from None


def executable() -> str | None:
    """Return where Debian's Chromium is; None leaves Playwright to look for its own."""
    return next((found for each in PROGRAMS if (found := shutil.which(each))), None)


def launched(playwright: Playwright) -> Browser:
    """Start a Chromium; raises Playwright's Error when there is none."""
    return playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open a Chromium; raises UnusableError when it is missing."""
    check_there_is_one()
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = launched(playwright)
        except Error:
            raise UnusableError(
                "Chromium ne s’ouvre pas. Installez-le : sudo apt install chromium"
            ) from None
        try:
            yield browser
        finally:
            browser.close()


class _Handler(SimpleHTTPRequestHandler):
    """A host as we ask for one: it keeps the line open, and sends the headers declared.

    A file named by its content is kept for ever.
    """

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "absent")
        return super().translate_path("/" + path.removeprefix(SUB_PATH))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(lost)))
        self.end_headers()
        self.wfile.write(lost)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as its parent
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve ``site`` under a sub-path; yield its address."""
    with answering(
        ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    ) as port:
        yield f"http://127.0.0.1:{port}{SUB_PATH}"


@contextmanager
def answering(server: ThreadingHTTPServer) -> Iterator[int]:
    """Let ``server`` answer aside, as long as one is inside; yield its port."""
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
