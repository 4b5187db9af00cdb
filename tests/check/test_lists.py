"""What the others rest on is there, and no proposal is judged by lists of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boutdufil.check.lists import accepted_lists, judged_by, self_declared
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Code
from boutdufil.project import check
from tests.check.strangers import LISTS, TUTORIAL, in_text
from tests.conftest import REQUIRED, WriteTree


def test_a_proposal_is_judged_by_the_lists_before_it(
    write_tree: WriteTree, tmp_path: Path, today: date
) -> None:
    before, after = tmp_path / "avant", tmp_path / "apres"
    write_tree(before, LISTS)
    lists = LISTS.replace("sites: [", "sites: [evil.com, ") + (
        "  - numero: 3200\n    nom: Faux\n    source: moi\n    surtaxe: non\n    etat: ouvert\n"
    )
    write_tree(after, in_text("Je vais sur evil.com, ou j’appelle le 3200.") + lists)
    content = ContentReader(after).read(today)
    assert check(content) == ()
    judged = judged_by(content, accepted_lists(before, today))
    found = check(judged)
    used = [(each.path, each.code) for each in found]
    path = "tutoriels/cyber-hygiene/exemple.md"
    assert used == [(path, Code.UNKNOWN_HOST), (path, Code.UNDECLARED_NUMBER)]
    added = sorted(self_declared(content, judged, found))
    assert [(each.path, each.line, each.code, each.found) for each in added] == [
        ("numeros.yml", 12, Code.UNDECLARED_NUMBER, "3200"),
        ("relecture.yml", 1, Code.UNKNOWN_HOST, "evil.com"),
    ]


def test_a_proposal_that_only_completes_a_list_is_let_be(
    write_tree: WriteTree, tmp_path: Path, today: date
) -> None:
    before, after = tmp_path / "avant", tmp_path / "apres"
    write_tree(before, LISTS)
    write_tree(after, TUTORIAL + LISTS.replace("sites: [", "sites: [evil.com, "))
    content = ContentReader(after).read(today)
    judged = judged_by(content, accepted_lists(before, today))
    assert check(judged) == ()
    assert [*self_declared(content, judged, ())] == []


@pytest.mark.parametrize("path", REQUIRED)
def test_what_the_others_rest_on_cannot_be_removed(
    write_tree: WriteTree, tmp_path: Path, today: date, path: str
) -> None:
    write_tree(tmp_path, TUTORIAL)
    (tmp_path / path).unlink()
    found = check(ContentReader(tmp_path).read(today))
    assert [(each.path, each.code) for each in found] == [(path, Code.MISSING_FILE)]
