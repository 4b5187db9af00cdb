"""A site that is copied to its host: what travels again after one edit, and how it is labelled."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from boutdufil.pages.policy import ALWAYS_ASK_AGAIN, KEEP_FOR_EVER
from boutdufil.publish.compressed import compressed
from boutdufil.publish.whole import Folder
from tests.engines.program import free_port
from tests.site.builds import TINY, build, contents, copy_project
from tests.site.real_hosts import GUIDE, ask, started
from tests.site.test_publication import edit

PHOTO = "tutoriels/photos/envoyer-une-photo"
BUCKET = "seau:aide"
KINDS = {
    "index.html": "text/html",
    "sw.js": "text/javascript",
    "hors-ligne.json": "application/json",
    "badge.svg": "image/svg+xml",
}
"""What a browser insists on; it reads a manifest whatever its label."""


@dataclass(frozen=True)
class Editions:
    """A site, and the same once a tutorial is edited."""

    former: Path
    latter: Path

    @property
    def changed(self) -> set[str]:
        before, after = contents(self.former), contents(self.latter)
        return {name for name, content in after.items() if before.get(name) != content}

    @property
    def gone(self) -> set[str]:
        return contents(self.former).keys() - contents(self.latter).keys()


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("copie")
    project = copy_project(folder / "projet", TINY)
    found = Editions(folder / "avant", folder / "apres")
    for site in (found.former, found.latter):
        build(project, site)
        for name, packed in compressed(Folder(site), None):
            (site / name).write_bytes(packed)
        if site == found.former:
            edit(project / "docs" / f"{PHOTO}.md", "Une photo part", "Une image part")
    assert 0 < len(found.changed) < len(contents(found.latter)) / 2
    return found


def written(word: str) -> list[list[str]]:
    """Return the commands of the guide that begin by a word, cut as a shell cuts them."""
    lines = GUIDE.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [shlex.split(line) for line in lines if line.startswith(f"{word} ")]


def asked_for(tool: str) -> None:
    if not shutil.which(tool):
        pytest.skip(f"{tool} n’est pas installé")


def test_rsync_sends_what_changed_and_no_more(editions: Editions, tmp_path: Path) -> None:
    """Each build writes every file again: only what they hold says which changed."""
    asked_for("rsync")
    (command,) = written("rsync")
    assert command[-2:] == ["site/", "exemple.fr:/srv/au-bout-du-fil/site/"]

    def sent(site: Path) -> tuple[set[str], set[str]]:
        there = [f"{site}/", f"{tmp_path}/site/"]
        told = subprocess.run(
            [*command[:-2], "--itemize-changes", *there], check=True, stdout=subprocess.PIPE
        )
        lines = [line.split(maxsplit=1) for line in told.stdout.decode().splitlines()]
        return (
            {name for mark, name in lines if mark.startswith(">f")},
            {name for mark, name in lines if mark == "*deleting" and not name.endswith("/")},
        )

    assert sent(editions.former)[0] == contents(editions.former).keys()
    assert sent(editions.latter) == (editions.changed, editions.gone)
    assert sent(editions.latter) == (set(), set())
    assert contents(tmp_path / "site") == contents(editions.latter)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[int]:
    """An object storage on this machine, and the port where it answers."""
    asked_for("rclone")
    asked_for("moto_server")  # pip install 'moto[s3,server]'
    port = free_port()
    with started(["moto_server", "-H", "127.0.0.1", "-p", str(port)], port, tmp_path):
        connection = HTTPConnection("127.0.0.1", port)
        connection.request("PUT", "/aide", headers={"Host": f"127.0.0.1:{port}"})
        assert connection.getresponse().status == 200
        connection.close()
        yield port


def account(port: int) -> Mapping[str, str]:
    told = {
        "TYPE": "s3",
        "PROVIDER": "Other",
        "ENDPOINT": f"http://127.0.0.1:{port}",
        "ACCESS_KEY_ID": "essai",
        "SECRET_ACCESS_KEY": "essai",
        "FORCE_PATH_STYLE": "true",
        "ACL": "public-read",
    }
    return {f"RCLONE_CONFIG_SEAU_{name}": value for name, value in told.items()}


def test_an_object_storage_gets_what_changed_with_its_labels(
    editions: Editions, storage: int, tmp_path: Path
) -> None:
    commands = written("rclone")
    assert len(commands) == 2
    own = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    environment = {**own, **account(storage), "RCLONE_CONFIG": str(tmp_path / "rien")}

    def sent(site: Path) -> set[str]:
        found = set()
        for command in commands:
            here = [re.sub(r"^site\b", str(site), word) for word in command]
            run = subprocess.run(
                [*here, "-v"], env=environment, stderr=subprocess.PIPE, check=True, text=True
            )
            under = "assets/" if f"{BUCKET}/assets" in command else ""
            found |= {
                under + line.split(" INFO  : ")[1].split(": Copied")[0]
                for line in run.stderr.splitlines()
                if ": Copied" in line
            }
        return found

    def plain(names: set[str]) -> set[str]:
        return {name for name in names if not name.endswith((".br", ".gz"))}

    assert sent(editions.former) == plain({*contents(editions.former)})
    assert sent(editions.latter) == plain(editions.changed)
    assert sent(editions.latter) == set()
    for name in plain({*contents(editions.latter)}):
        status, headers, body = ask(storage, f"/aide/{name}")
        assert (status, body) == (200, (editions.latter / name).read_bytes()), name
        kept = KEEP_FOR_EVER if name.startswith("assets/") else ALWAYS_ASK_AGAIN
        assert headers["Cache-Control"] == kept, name
        assert headers["Content-Encoding"] is None
        if name in KINDS:
            assert headers.get_content_type() == KINDS[name], name
    for name in plain(editions.gone):
        # A page that is still open asks for the files that it began with.
        status = 200 if name.startswith("assets/") else 404
        assert ask(storage, f"/aide/{name}")[0] == status, name
