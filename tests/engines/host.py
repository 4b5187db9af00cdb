"""A host that hears what goes wrong in any browser, from the first script of a page on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from boutdufil.tools.browser import answering

LISTENER = "/essai/ecoute.js"
COMPLAINT = "/essai/plainte?"
HEARD = f"""(function () {{
  function tell(words) {{ new Image().src = "{COMPLAINT}" + encodeURIComponent(words); }}
  addEventListener("error", function (event) {{
    tell(event.message + " " + event.filename + ":" + event.lineno + ":" + event.colno);
  }});
  addEventListener("unhandledrejection", function (event) {{
    tell("promesse : " + (event.reason && event.reason.stack || event.reason));
  }});
  document.addEventListener("securitypolicyviolation", function (event) {{
    tell("refusé : " + event.violatedDirective + " " + event.blockedURI);
  }});
}})();
"""
"""Errors of scripts and what the policy refuses, told as a drawing is asked for: all browsers can.

A file that does not come is no error here: leaving a page drops what it was still loading.
"""
HEAD = b"<head>\n"


@dataclass
class Host:
    """A published site, where it is served, and what browsers complained of."""

    home: str
    complaints: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, complaints: list[str], directory: str) -> None:
        self._complaints = complaints
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == LISTENER:
            self._answer(200, "text/javascript", HEARD.encode())
        elif self.path.startswith(COMPLAINT):
            self._complaints.append(unquote(self.path.removeprefix(COMPLAINT)))
            self._answer(204, "text/plain", b"")
        else:
            self._send_file()

    def _send_file(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self._complaints.append(f"404 : {self.path}")
            self._answer(404, "text/plain", b"absent")
            return
        content = file.read_bytes()
        if file.suffix == ".html":
            before, head, after = content.partition(HEAD)
            listener = f'<script src="{LISTENER}"></script>\n'.encode()
            content = before + head + listener + after
        self._answer(200, self.guess_type(str(file)), content)

    def _answer(self, code: int, kind: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as its parent
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed hangs up in the middle of a file."""


@contextmanager
def listening(site: Path) -> Iterator[Host]:
    """Serve ``site`` and hear what browsers complain of."""
    complaints: list[str] = []
    handler = partial(_Handler, complaints=complaints, directory=str(site))
    server = _Server(("127.0.0.1", 0), handler)
    with answering(server) as port:
        yield Host(f"http://127.0.0.1:{port}/", complaints)
