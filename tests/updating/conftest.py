"""A base that began with a former version: some of what it received was otherwise then."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copy, copytree

import pytest

from boutdufil import resources
from boutdufil.tools.updating.decision import digest_of
from boutdufil.tools.updating.received import STATE, TEXTS
from tests.edge.running import Answer, fil_here
from tests.site.builds import REPOSITORY

FORMER = "0.9.0"
GIVEN = re.compile(r"[^/]+$|gestes/|glossaire/|tutoriels/messagerie/")


@dataclass(frozen=True)
class Base:
    """A base, in its folder."""

    folder: Path

    def file(self, path: str) -> Path:
        return self.folder / path

    def text(self, path: str) -> str:
        return self.file(path).read_text("utf-8")

    def state(self) -> dict[str, dict[str, dict[str, str]]]:
        found = json.loads(self.text(STATE))
        assert isinstance(found, dict)
        return found

    def received_then(self, path: str, text: str, here: str | None = None) -> None:
        """Let a file have been received as ``text``; it is now as ``here``, or as it was."""
        self.file(path).parent.mkdir(parents=True, exist_ok=True)
        self.file(path).write_text(text if here is None else here, "utf-8")
        kept = self.file(f"{TEXTS}/{path}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, "utf-8")
        self.noted_then(path, digest_of(text.encode()))

    def noted_then(self, path: str, digest: str | None) -> None:
        """Let this hash have been noted of a file; None: it did not exist."""
        state = self.state()
        state["fichiers"].pop(path, None)
        if digest is not None:
            state["fichiers"][path] = {"version": FORMER, "empreinte": digest}
        self.file(STATE).write_text(json.dumps(state), "utf-8")

    def update(self, *asked: str) -> Answer:
        return fil_here("actualiser", *asked, folder=self.folder)

    def updated(self, *asked: str, code: int = 0) -> str:
        """Run the command, and return what it told."""
        done = self.update(*asked)
        assert done.returncode == code, done.stdout.decode() + done.stderr.decode()
        return done.stdout.decode()

    def everything(self) -> dict[str, bytes]:
        """Return all that the base holds, but what may be made again."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in self.folder.rglob("*")
            if file.is_file() and ".cache" not in file.parts
        }


@pytest.fixture(scope="module", autouse=True)
def small_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the package gives, without most of it: each run reads it whole."""
    docs = tmp_path_factory.mktemp("paquet") / "docs"
    for file in (REPOSITORY / "docs").rglob("*"):
        path = file.relative_to(REPOSITORY / "docs").as_posix()
        if file.is_file() and GIVEN.match(path):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            copy(file, docs / path)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(resources, "DOCS", docs)
        yield


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of three tutorials, as it is begun today."""
    folder = tmp_path_factory.mktemp("commencee")
    asked = ("--nom", "Les clics du val", "--themes", "messagerie", "--fiches", "401, 402, 403")
    done = fil_here("commencer", "base", *asked, folder=folder)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return folder / "base"


@pytest.fixture
def base(begun: Path, tmp_path: Path) -> Base:
    copytree(begun, tmp_path / "base")
    return Base(tmp_path / "base")
