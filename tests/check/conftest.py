"""What the tests of the rules share: what is found in a content that a stranger wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Code
from boutdufil.project import check
from tests.check.strangers import LISTS, Told
from tests.conftest import WriteTree


@pytest.fixture
def told(write_tree: WriteTree, tmp_path: Path, today: date) -> Told:
    """Return what answers the codes of what is found in a tree."""

    def answer(tree: str) -> set[Code]:
        write_tree(tmp_path, tree if LISTS in tree else tree + LISTS)
        return {found.code for found in check(ContentReader(tmp_path).read(today))}

    return answer
