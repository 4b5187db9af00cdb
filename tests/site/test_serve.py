"""``make serve``, for real: a server that answers, and follows its author."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.author import DISC, Author
from tests.site.builds import SILENT
from tests.site.test_publication import edit


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Author, str]]:
    """``mkdocs serve`` over a copied tree; its address."""
    author = Author(tmp_path)
    port = free_port()
    with (
        (tmp_path / "journal.txt").open("w") as journal,
        subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=author.project,
            env={**os.environ, **SILENT},
            stdout=journal,
            stderr=journal,
        ) as process,
    ):
        try:
            yield author, f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(timeout=10)


def eventually(address: str, wanted: str, seconds: float = 60) -> str:
    """Return the page once it says ``wanted``; fail when it never does."""
    end = time.monotonic() + seconds
    html = "nothing answered"
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                html = answer.read().decode()
        except OSError:  # no answer yet, or a machine too busy to give it in time
            pass
        if wanted in html:
            return html
        time.sleep(0.1)
    raise AssertionError(f"« {wanted} » never came at {address}: {html[:500]}")


def test_serve_answers_and_follows_the_author(server: tuple[Author, str]) -> None:
    author, address = server
    home = eventually(address, "data-page")
    assert 'data-page="accueil"' in home
    assert "livereload" in home

    page = f"{address}tutoriels/{DISC}/"
    eventually(page, "J’écoute un disque")
    edit(author.file(DISC), "titre: J’écoute un disque", "titre: J’écoute la radio")
    eventually(page, "J’écoute la radio")

    edit(author.file(DISC), "duree: 7", "duree: sept")
    assert "J’écoute la radio" in eventually(page, "fil-findings")
