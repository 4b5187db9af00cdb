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
from tests.site.author import DISC, PHOTO, Author
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


@contextmanager
def run(author: Author, journal: Path, *command: str) -> Iterator[None]:
    """Run what serves the author's project, until the end of the block."""
    with (
        journal.open("w") as told,
        subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=author.project,
            env={**os.environ, **SILENT},
            stdout=told,
            stderr=told,
        ) as process,
    ):
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=10)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Author, str]]:
    """``fil servir`` over a copied tree, its port being taken; the address that it tells."""
    author, told = Author(tmp_path), tmp_path / "journal.txt"
    command = ("boutdufil.edge.cli", "servir", "--port")
    with taken_port() as port, run(author, told, *command, str(port)):
        yield author, told_address(told, port)


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


def ask(address: str) -> tuple[int, str, str]:
    """Return the code, the kind and the text of an answer, whatever it is."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read().decode()


def test_an_open_page_hears_of_what_files_say_of_each_other(server: tuple[Author, str]) -> None:
    """It is told once the page is saved, then once the rules between files have been asked."""
    author, address = server
    page = f"{address}tutoriels/{PHOTO}/"
    html = eventually(page, "data-page")
    edit(author.file(PHOTO), "dans mon album", "dans mon bel album")
    html = reloaded(address, html, page, "mon bel album")
    author.file(DISC).rename(author.file(DISC).with_name("ecouter-la-radio.md"))
    reloaded(address, html, page, "n’existe pas")


def reloaded(address: str, html: str, page: str, wanted: str) -> str:
    """Return the page that says ``wanted``, once the browser that shows ``html`` was led to it.

    It asks for the page when it is told to, and never by itself.
    """
    for _time in range(4):
        if wanted in html:
            return html
        epoch, browser = re.findall(r"livereload\((\d+), (\d+)\)", html)[0]
        _code, _kind, later = ask(f"{address}livereload/{epoch}/{browser}")
        assert int(later) > int(epoch)
        html = ask(page)[2]
    raise AssertionError(f"« {wanted} » never came: {html[:500]}")


def test_what_is_asked_for_is_answered_as_a_host_would(server: tuple[Author, str]) -> None:
    _author, address = server
    eventually(address, "data-page")
    with urllib.request.urlopen(f"{address}tutoriels/{DISC}", timeout=60) as answer:
        assert answer.url == f"{address}tutoriels/{DISC}/"
    assert ask(f"{address}nulle/part/")[:2] == (404, "text/html")
    assert "Cette page n’existe pas" in ask(f"{address}nulle/part")[2]
    code, kind, search = ask(f"{address}recherche/sommaire.js")
    assert (code, kind) == (200, "application/javascript")
    first = re.findall(r'"d":\[\d+,"(\w{6})', search)[0]
    assert ask(f"{address}assets/search/d0.{first}.js")[0] == 200
    assert ask(f"{address}api/v1/tutoriels.json")[:2] == (200, "application/json")
    assert ask(f"{address}../../projet/mkdocs.yml")[0] == 404


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_who_serves_by_another_tool_is_shown_the_same(tool: str, tmp_path: Path) -> None:
    """Neither of them builds anything: at each save, they would build it all."""
    author, journal = Author(tmp_path), tmp_path / "journal.txt"
    with taken_port() as port:
        pass
    address = f"http://127.0.0.1:{port}/"
    command = (tool, "serve", "-f", "mkdocs.yml", "--dev-addr", f"127.0.0.1:{port}")
    with run(author, journal, *command):
        eventually(f"{address}tutoriels/{DISC}/", "J’écoute un disque")
        edit(author.file(DISC), "duree: 7", "duree: sept")
        eventually(f"{address}tutoriels/{DISC}/", "fil-findings")
    assert "Site à jour en " in journal.read_text(encoding="utf-8")


def test_a_mistake_in_the_settings_leaves_what_was_shown(server: tuple[Author, str]) -> None:
    author, address = server
    eventually(address, "data-page")
    settings = author.project / "mkdocs.yml"
    right = settings.read_text(encoding="utf-8")
    settings.write_text(f"{right}\nnav: non\n", encoding="utf-8")
    edit(author.file(DISC), "titre: J’écoute un disque", "titre: J’écoute la radio")
    assert 'data-page="accueil"' in eventually(address, "data-page")
    settings.write_text(right, encoding="utf-8")
    eventually(f"{address}tutoriels/{DISC}/", "J’écoute la radio")


def test_where_every_port_is_taken_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servir, "MOST_TRIED", 1)
    with taken_port() as port, pytest.raises(UnusableError, match=f"les ports {port} à {port}"):
        servir.free_port(port)
    assert servir.free_port(port) == port
