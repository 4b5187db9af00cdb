"""A host that only has files: no header of ours, and the page of lost visitors where it is lucky.

GitHub Pages and GitLab Pages are such hosts: a site stands there under the name of its project, and
nothing that it says of headers, redirects or compression is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from boutdufil.tools.browser import answering


@dataclass
class PlainHost:
    """Where a folder is served, and what was asked for in vain."""

    home: str
    lost: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(
        self,
        *arguments: object,
        under: str,
        headers: Mapping[str, str],
        lost: list[str],
        directory: str,
    ) -> None:
        self._under, self._sent, self._lost = under, headers, lost
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._under):
            return str(Path(self.directory) / "absent")
        return super().translate_path("/" + path.removeprefix(self._under))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self._lost.append(self.path)
        page = Path(self.directory, "404.html")
        told = page.read_bytes() if page.is_file() else b"404"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def end_headers(self) -> None:
        for name, value in self._sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as its parent
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page hangs up in the middle of a file."""


@contextmanager
def hosted(
    folder: Path, under: str = "/", headers: Mapping[str, str] | None = None
) -> Iterator[PlainHost]:
    """Serve ``folder`` under a path, with these headers on every answer and no other."""
    lost: list[str] = []
    handler = partial(
        _Handler, under=under, headers=headers or {}, lost=lost, directory=str(folder)
    )
    server = _Server(("127.0.0.1", 0), handler)
    with answering(server) as port:
        yield PlainHost(f"http://127.0.0.1:{port}{under}", lost)
