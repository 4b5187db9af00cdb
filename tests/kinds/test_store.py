"""A file read once is not read again, by another process either; and what must not be trusted."""

from __future__ import annotations

import os
import pickle
from datetime import date, timedelta
from pathlib import Path

import pytest

from boutdufil.kinds import folder
from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.pickled import opened, squeezed
from boutdufil.store import ELSEWHERE, MOST_OF_EACH, Store, store_of
from tests.conftest import WriteTree
from tests.published import published_content

TODAY = date(2026, 11, 25)
TUTORIAL = "tutoriels/cyber-hygiene/exemple.md"
TERM = (Path(__file__).parents[2] / "docs/glossaire/lien.md").read_text("utf-8")


@pytest.fixture
def read_paths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose bytes are really read into documents."""
    paths: list[str] = []
    real = folder._read

    def watched(reader: object, path: str, raw: bytes, today: date) -> object:
        paths.append(path)
        return real(reader, path, raw, today)  # type: ignore[arg-type]

    monkeypatch.setattr(folder, "_read", watched)
    return paths


@pytest.fixture
def docs(tmp_path: Path, write_tree: WriteTree) -> Path:
    """A content folder of one tutorial and one term."""
    write_tree(
        tmp_path / "docs",
        f"--- fiche: {TUTORIAL}\n--- fichier: glossaire/lien.md\n{TERM}",
    )
    return tmp_path / "docs"


def read(docs: Path, today: date = TODAY) -> Content:
    """Read as another process would: a new reader, the same store."""
    return ContentReader(docs, Store(docs.parent / "cache")).read(today)


def test_what_was_read_is_not_read_again(docs: Path, read_paths: list[str]) -> None:
    first = read(docs)
    assert TUTORIAL in read_paths
    read_paths.clear()
    assert read(docs) == first
    assert read_paths == []


def test_only_the_file_that_changed_is_read_again(docs: Path, read_paths: list[str]) -> None:
    read(docs)
    read_paths.clear()
    file = docs / TUTORIAL
    file.write_text(file.read_text("utf-8") + "\nUne phrase de plus.\n", "utf-8")
    read(docs)
    assert read_paths == [TUTORIAL]


def test_another_taxonomy_reads_everything_again(docs: Path, read_paths: list[str]) -> None:
    read(docs)
    whole = len(read_paths)
    read_paths.clear()
    taxonomy = docs / "taxonomie.yml"
    taxonomy.write_text(taxonomy.read_text("utf-8").replace("Senior", "Aîné", 1), "utf-8")
    read(docs)
    assert len(read_paths) == whole


def test_the_next_day_reads_nothing_again_and_a_clock_set_back_does(
    docs: Path, read_paths: list[str]
) -> None:
    read(docs)
    read_paths.clear()
    read(docs, TODAY + timedelta(days=1))
    assert read_paths == []
    read(docs, TODAY - timedelta(days=1))
    assert TUTORIAL in read_paths


def test_what_is_wrong_is_read_again(docs: Path, read_paths: list[str]) -> None:
    """A date still to come is a finding today, and none tomorrow."""
    file = docs / TUTORIAL
    lines = file.read_text("utf-8").splitlines(keepends=True)
    dated = ["relu_le: 2026-11-26\n" if line.startswith("relu_le:") else line for line in lines]
    file.write_text("".join(dated), "utf-8")
    assert read(docs).findings
    read_paths.clear()
    assert not read(docs, date(2026, 11, 26)).findings
    assert read_paths == [TUTORIAL]


@pytest.mark.parametrize("spoilt", [b"", b"abc", squeezed(b"abc"), b"\xff" * 99])
def test_a_spoilt_file_is_made_again(docs: Path, read_paths: list[str], spoilt: bytes) -> None:
    first = read(docs)
    for file in (docs.parent / "cache").iterdir():
        file.write_bytes(spoilt)
    read_paths.clear()
    assert read(docs) == first
    assert TUTORIAL in read_paths


class Trap:
    """Runs a command when a careless reader builds it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch caught",)


@pytest.mark.parametrize("name", ["store.os.system", "store.store_of", "store.Path", "no_module.A"])
def test_what_a_module_of_ours_holds_is_not_all_of_our_make(name: str) -> None:
    """By a dotted name, or an import, one would reach any function."""
    module, _, inner = name.partition(".")
    spelled = f"\x80\x04cboutdufil.{module}\n{inner}\n.".encode("latin-1")
    with pytest.raises((pickle.UnpicklingError, ImportError)):
        opened(squeezed(spelled))


def test_a_value_of_another_make_is_never_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store(tmp_path / "cache")
    store.keep([b"key"], date(2026, 1, 1))
    assert store.recall([b"key"]) == date(2026, 1, 1)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(squeezed(pickle.dumps(Trap())))
    assert store.recall([b"key"]) is None
    assert not (tmp_path / "caught").exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="a user's folders are their own")
def test_a_folder_that_others_can_write_to_is_left_alone(tmp_path: Path) -> None:
    shared = tmp_path / "cache"
    shared.mkdir()
    shared.chmod(0o777)
    store = Store(shared)
    store.keep([b"key"], date(2026, 1, 1))
    assert store.recall([b"key"]) is None
    assert [*shared.iterdir()] == []


def test_a_folder_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "cache").symlink_to(tmp_path / "real")
    Store(tmp_path / "cache").keep([b"key"], date(2026, 1, 1))
    assert [*(tmp_path / "real").iterdir()] == []


def test_keys_are_told_apart_by_their_parts(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.keep([b"ab", b"c"], date(2026, 1, 1))
    assert store.recall([b"a", b"bc"]) is None
    assert store.recall([b"ab", b"c"]) == date(2026, 1, 1)


@pytest.mark.parametrize("count", [1, 5])
def test_the_folder_does_not_grow_for_ever(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large base keeps more: what its last build made of it is not removed by the next."""
    monkeypatch.setattr("boutdufil.store.MOST_FILES", 60)
    most = max(60, count * MOST_OF_EACH)
    store = Store(tmp_path / "cache")
    for rank in range(most + 1):
        file = tmp_path / "cache" / f"{rank:05}"
        file.touch()
        os.utime(file, (rank, rank))
    store.tidy(count)
    left = sorted(file.name for file in (tmp_path / "cache").iterdir())
    assert len(left) == most * 2 // 3
    assert left[-1] == f"{most:05}"


def test_every_file_of_this_site_comes_back_as_it_was_read(tmp_path: Path) -> None:
    content = published_content()
    store = Store(tmp_path / "cache")
    for document in (*content.documents, *content.data):
        store.keep([document.path.encode()], document)
        assert store.recall([document.path.encode()]) == document


def test_a_folder_without_a_project_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ELSEWHERE, raising=False)
    assert store_of(tmp_path) is None
    (tmp_path / "mkdocs.yml").touch()
    assert store_of(tmp_path) is not None
    assert (tmp_path / ".cache").is_dir()
