"""Long work is kept run by run, so that one file that changed makes few others be made again."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from boutdufil.publish.runs import LONG, made_of_each, runs
from boutdufil.store import Store

NAMES = [f"tutoriels/{number:04}/index.html" for number in range(20 * LONG)]


def test_every_name_is_in_one_run_in_the_order_of_letters() -> None:
    assert [*chain.from_iterable(runs(reversed(NAMES)))] == NAMES
    assert 10 < len([*runs(NAMES)]) < 40
    assert [*runs(())] == []


def test_a_page_more_changes_one_run() -> None:
    before, after = {*runs(NAMES)}, {*runs([*NAMES, "tutoriels/0500/telephone/index.html"])}
    assert len(before - after) == 1
    assert 1 <= len(after - before) <= 2


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    (run, *_others) = (each for each in runs(NAMES) if len(each) > 4)
    files = {name: name.upper() for name in run}
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return files[name][::-1]

    def all_of_it() -> dict[str, str]:
        made.clear()
        return dict(made_of_each(files, files.__getitem__, make, b"reversed", store))

    first = all_of_it()
    assert first == {name: text[::-1] for name, text in files.items()}
    assert made == [*files]
    assert all_of_it() == first
    assert made == []
    files[run[3]] = "autre chose"
    del files[run[4]]
    assert all_of_it()[run[3]] == "esohc ertua"
    assert made == [run[3]]


def test_two_files_alike_are_made_once() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return "redirection"

    found = [*made_of_each(("a", "b"), lambda _name: "the same", make, b"", None)]
    assert found == [("a", "redirection"), ("b", "redirection")]
    assert len(made) == 1
