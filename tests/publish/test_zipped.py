"""A zip made part after part is one that any program opens, however many files it holds."""

from __future__ import annotations

import io
import zipfile

import pytest

from boutdufil.publish.zipped import MOST_ENTRIES, packed, zipped


@pytest.mark.parametrize("count", [0, 1, 3, MOST_ENTRIES, MOST_ENTRIES + 1])
def test_every_file_is_in_it(count: int) -> None:
    file = packed("écrit une fois".encode(), 9)
    names = [f"dossier/é-{number}.txt" for number in range(count)]
    whole = b"".join(zipped((name, file) for name in names))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.namelist() == names
        for name in names[:1] + names[-1:]:
            assert archive.read(name).decode() == "écrit une fois"
