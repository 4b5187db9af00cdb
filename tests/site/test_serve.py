"""``make serve``, for real: a server that answers, and follows its author."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boutdufil.edge.commands import servir
from boutdufil.tools.unusable import UnusableError
from tests.site.author import DISC, Author
from tests.site.builds import SILENT
from tests.site.test_publication import edit


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


def told_address(journal: Path, port: int, seconds: float = 60) -> str:
    """Return where the site is, once it is told."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = journal.read_text(encoding="utf-8")
        if found := re.match(rf"Le port {port} sert déjà .* : ouvrez (http://\S+)\n", text):
            return found[1]
        time.sleep(0.1)
    raise AssertionError(journal.read_text(encoding="utf-8"))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Author, str]]:
    """``fil servir`` over a copied tree, its port being taken; the address that it tells."""
    author = Author(tmp_path)
    told = tmp_path / "journal.txt"
    with (
        taken_port() as port,
        told.open("w") as journal,
        subprocess.Popen(
            [sys.executable, "-m", "boutdufil.edge.cli", "servir", "--port", str(port)],
            cwd=author.project,
            env={**os.environ, **SILENT},
            stdout=journal,
            stderr=journal,
        ) as process,
    ):
        try:
            yield author, told_address(told, port)
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


def test_where_every_port_is_taken_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servir, "MOST_TRIED", 1)
    with taken_port() as port, pytest.raises(UnusableError, match=f"les ports {port} à {port}"):
        servir.free_port(port)
    assert servir.free_port(port) == port
