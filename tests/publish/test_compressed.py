"""Beside each text, what a host may send in its place: the same text, and less of it."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from boutdufil.publish import compressed as module
from boutdufil.publish.compressed import LEAST, TEXTS, Effort, compressed
from boutdufil.store import Store
from tests.published import DOCS

TEXT = b"Je regarde qui m\xe2\x80\x99a \xc3\xa9crit. " * 40
SITE = {f"a/index.{ending}": TEXT + ending.encode() for ending in TEXTS}
OPEN = {"br": brotli.decompress, "gz": gzip.decompress}


def test_each_text_is_there_in_both_ways() -> None:
    made = dict(compressed(SITE, None))
    assert {*made} == {f"{name}.{ending}" for name in SITE for ending in OPEN}
    for name, content in made.items():
        whole, _, ending = name.rpartition(".")
        assert OPEN[ending](content) == SITE[whole]
        assert len(content) < len(TEXT) / 5


def test_what_would_not_gain_is_let_be() -> None:
    noise = bytes((7 * rank * rank + rank // 3) % 251 for rank in range(40)) * 7
    site = {
        "a.zip": TEXT,
        "a.woff2": TEXT,
        "_headers": TEXT,
        "court.html": TEXT[: LEAST - 1],
        "long.html": noise[:LEAST],
    }
    assert {name.rpartition(".")[0] for name, _made in compressed(site, None)} <= {"long.html"}


def test_the_bytes_are_always_the_same() -> None:
    """No day, no name of a system: a fresh clone gives what was published."""
    once, again = (dict(compressed(SITE, None)) for _time in range(2))
    assert once == again
    packed = once["a/index.html.gz"]
    assert packed[4:8] == b"\0\0\0\0", "the day"
    assert packed[3] == 0, "no name"


def test_only_what_changed_is_compressed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[bytes] = []
    make = module._made

    def counted(content: bytes, effort: Effort) -> Mapping[str, bytes]:
        worked.append(content)
        return make(content, effort)

    monkeypatch.setattr(module, "_made", counted)
    store = Store(tmp_path / "memoire")
    first = dict(compressed(SITE, store))
    assert len(worked) == len(SITE)
    assert dict(compressed(SITE, store)) == first
    assert len(worked) == len(SITE)
    changed = {**SITE, "a/index.css": TEXT + b"/* */"}
    del changed["a/index.svg"]
    after = dict(compressed(changed, store))
    assert worked[len(SITE) :] == [changed["a/index.css"]]
    assert "a/index.svg.br" not in after
    assert brotli.decompress(after["a/index.css.br"]) == changed["a/index.css"]


ALL, A_PAGE, A_FEW, ALONE = (
    ("assets/a.0123456789.js", "assets/search/t0.012345.js", "recherche/sommaire.js"),
    ("index.html", "tutoriels/a/b/telephone/index.html", "themes/a/livret/index.html"),
    ("api/v1/appels/101.json", "tutoriels/a/b/fiche.js", "contribuer/cartes/101/index.html"),
    ("api/v1/tutoriels.json", "badge.svg", "sw.js"),
)


def test_what_more_people_load_is_compressed_further() -> None:
    text = b"".join(file.read_bytes() for file in sorted(DOCS.glob("contribuer/*.md")))
    made = dict(compressed(dict.fromkeys((*ALL, *A_PAGE, *A_FEW, *ALONE), text), None))
    for kind in (ALL, A_PAGE, A_FEW, ALONE):
        for ending in OPEN:
            assert len({made[f"{name}.{ending}"] for name in kind}) == 1, (kind, ending)
    brotli, gz = (
        [len(made[f"{kind[0]}.{ending}"]) for kind in (ALL, ALONE, A_PAGE, A_FEW)]
        for ending in OPEN
    )
    assert brotli == sorted(set(brotli)), "the further, the smaller"
    assert gz[0] == gz[1] < gz[2] < gz[3]
