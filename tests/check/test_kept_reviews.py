"""What was found in a file alone is not looked for again; and never differs from a fresh look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.check import apart
from boutdufil.check.apart import looking
from boutdufil.check.lists import accepted_lists, judged_by
from boutdufil.check.review import Reviewed
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.references.declaration import NUMBERS_FILE
from boutdufil.model.finding import Code, Finding
from boutdufil.project import check
from boutdufil.store import Store
from tests.conftest import WriteTree, many, write_tree

TODAY = date(2026, 11, 25)
DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = "tutoriels/cyber-hygiene/exemple.md"
OTHER = "tutoriels/cyber-hygiene/autre.md"
TERM = "glossaire/lien.md"
TREE = f"""\
--- fiche: {TUTORIAL}
--- fiche: {OTHER}
< numero: 101
> numero: 198

< titre: Je vérifie un message
> titre: Je range mes papiers
--- fichier: {TERM}
{(DOCS / TERM).read_text("utf-8")}"""


PASSED_OVER = """\
/// demander | Que dit le message ?
- **Un nom** : « Très bien. » [la fin](#garder)
- **Rien** : « Ce n’est pas grave. » [la fin](#garder)
///

### Je relis

Je relis le message.

/// dire
Relisez le message.
///

### Je garde

Je garde le message.

/// dire
    nom: garder
Gardez le message.
///

## J’ai compris ?"""
"""A second step, to which the first one does not lead."""

DECLARED = """\
numeros:
  - numero: 01 99 00 12 34
    nom: Une voisine
    source: exemple
    surtaxe: non
    etat: ouvert
"""


def found(docs: Path, store: Store | None, today: date = TODAY) -> tuple[Finding, ...]:
    """Return what is found as a build finds it: in a tutorial, as soon as it is read."""
    return check(ContentReader(docs, store).read(today, looking()), store=store)


def fresh(docs: Path, today: date = TODAY) -> tuple[Finding, ...]:
    """Return what is found in files that were all read before, nothing being kept."""
    return check(ContentReader(docs).read(today))


@pytest.fixture
def docs(tmp_path: Path, write_tree: WriteTree) -> Path:
    """A content folder of two tutorials and one term."""
    write_tree(tmp_path / "docs", TREE)
    return tmp_path / "docs"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The Markdown files that the rules of one file really look at."""
    paths: list[str] = []

    def watched(reviewed: Reviewed) -> Iterator[Finding]:
        if reviewed.text:
            paths.append(reviewed.path)
        yield from ()

    monkeypatch.setattr(apart, "OF_A_FILE", (watched, *apart.OF_A_FILE))
    return paths


def add(docs: Path, path: str, text: str) -> None:
    file = docs / path
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def test_a_file_that_stayed_is_not_looked_at_again(
    docs: Path, store: Store, looked_at: list[str]
) -> None:
    first = found(docs, store)
    assert {TUTORIAL, OTHER, TERM} <= {*looked_at}
    looked_at.clear()
    assert found(docs, store) == first
    assert looked_at == []


def test_a_file_that_changed_is_looked_at_alone(
    docs: Path, store: Store, looked_at: list[str]
) -> None:
    found(docs, store)
    looked_at.clear()
    add(docs, OTHER, "\nUn mot bizzare.\n")
    assert any("bizzare" in each.found for each in found(docs, store))
    assert looked_at == [OTHER]


def test_what_all_are_judged_by_has_all_of_them_looked_at(
    docs: Path, store: Store, looked_at: list[str]
) -> None:
    found(docs, store)
    looked_at.clear()
    file = docs / TERM
    file.write_text(
        file.read_text("utf-8").replace("definition: ", "definition: Ici, ", 1), "utf-8"
    )
    found(docs, store)
    assert {TUTORIAL, OTHER, TERM} <= {*looked_at}


def test_a_tutorial_that_is_looked_at_as_it_is_read_is_not_looked_at_again(
    docs: Path, looked_at: list[str]
) -> None:
    content = ContentReader(docs).read(TODAY, looking())
    assert sorted(looked_at) == [OTHER, TUTORIAL]
    check(content)
    assert (looked_at.count(TUTORIAL), looked_at.count(TERM)) == (1, 1)


def test_one_that_nobody_wants_is_not_looked_at(docs: Path, looked_at: list[str]) -> None:
    content = ContentReader(docs).read(TODAY, looking(OTHER.__eq__))
    check(content, OTHER.__eq__)
    assert looked_at == [OTHER]


def test_what_other_lists_judge_is_looked_at_again(docs: Path) -> None:
    """A number that the list of a proposal declares is not verified yet."""
    add(docs, TUTORIAL, "\nAppelez le 01 99 00 12 34.\n")
    file = docs / NUMBERS_FILE
    before = accepted_lists(docs, TODAY)
    file.write_text(DECLARED, "utf-8")
    read = ContentReader(docs).read(TODAY, looking())
    told = check(judged_by(read, before))
    assert told == check(judged_by(ContentReader(docs).read(TODAY), before))
    assert Code.UNDECLARED_NUMBER in {each.code for each in told}
    assert Code.UNDECLARED_NUMBER not in {each.code for each in check(read)}


def test_a_link_to_a_step_of_a_file_whose_every_word_is_met_changes_nothing_of_it(
    docs: Path, store: Store, looked_at: list[str]
) -> None:
    found(docs, store)
    looked_at.clear()
    add(docs, OTHER, "\nVoir [la première étape](exemple.md#etape-1).\n")
    assert found(docs, store) == fresh(docs)
    assert looked_at.count(TUTORIAL) == 1, "the fresh look is the only one"


def test_a_link_to_a_step_that_nothing_else_reaches_has_its_file_looked_at(
    docs: Path, store: Store, looked_at: list[str]
) -> None:
    file = docs / TUTORIAL
    whole = file.read_text("utf-8").replace("## J’ai compris ?", PASSED_OVER)
    file.write_text(whole, "utf-8")
    assert Code.UNREACHED in {each.code for each in found(docs, store)}
    looked_at.clear()
    add(docs, OTHER, "\nVoir [la deuxième étape](exemple.md#etape-2).\n")
    told = found(docs, store)
    assert {*looked_at} == {TUTORIAL, OTHER}
    assert Code.UNREACHED not in {each.code for each in told}
    assert told == fresh(docs)


def test_what_may_be_right_tomorrow_is_not_kept(docs: Path, store: Store) -> None:
    file = docs / TUTORIAL
    lines = file.read_text("utf-8").splitlines(keepends=True)
    dated = ["relu_le: 2026-11-26\n" if line.startswith("relu_le:") else line for line in lines]
    file.write_text("".join(dated), "utf-8")
    assert found(docs, store) == fresh(docs)
    tomorrow = date(2026, 11, 26)
    assert found(docs, store, tomorrow) == fresh(docs, tomorrow)


WORDS = ("bizzare", "https://evil.example.org", "08 99 70 07 00", "Tu cliques ici.", "navigateur")
EDITS = st.one_of(
    st.tuples(st.sampled_from((TUTORIAL, OTHER, TERM)), st.sampled_from(WORDS)),
    st.tuples(st.just("relecture.yml"), st.sampled_from(("bizzare", "evil"))),
    st.tuples(st.sampled_from((OTHER, TERM)), st.none()),
)
"""A file, and what is added to it; None removes it, or puts it back as it was."""


def edited(docs: Path, path: str, added: str | None, before: dict[str, str]) -> None:
    file = docs / path
    if added is None and file.exists():
        file.unlink()
    elif added is None or not file.exists():
        file.write_text(before[path], "utf-8")
    elif path == "relecture.yml":
        file.write_text(f"mots: [{added}]\n", "utf-8")
    else:
        add(docs, path, f"\n{added}\n")


@many(0.2)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_after_any_edits_what_is_kept_says_the_same(edits: list[tuple[str, str | None]]) -> None:
    with TemporaryDirectory() as folder:
        docs, store = Path(folder) / "docs", Store(Path(folder) / "cache")
        write_tree(docs, TREE + "\n--- fichier: relecture.yml\nmots: []\n")
        before = {path: (docs / path).read_text("utf-8") for path in (TUTORIAL, OTHER, TERM)}
        found(docs, store)
        for path, added in edits:
            edited(docs, path, added, before)
            assert found(docs, store) == fresh(docs)
