"""What an author sees is what is published: after any afternoon of saves, address by address.

A preview makes a page when it is asked for, and of a save looks again at what changed alone; a
build makes everything at once, with MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from boutdufil.pages.offline import offline_page
from boutdufil.publish.state import STATE
from tests.conftest import heavy
from tests.site.author import DISC, HERE, PHOTO, Author
from tests.site.builds import REPOSITORY, TINY, build, contents
from tests.site.test_warm_equals_cold import PHOTO as PHOTO_FILE
from tests.site.test_warm_equals_cold import TERM, removed, renamed, said, written

_POLICY = re.compile(
    rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n|(?<= defer) data-garde(?=>)'
)
"""What live reload would be refused by, and what tells a page that it is published."""
_TOLD = re.compile(
    rb'<section class="fil-findings" aria-labelledby="a-corriger">.*?</section>', re.DOTALL
)
"""What an author is told to mend, or to look at."""
OF_A_BUILD = {"sw.js", "fil.webmanifest", "hors-ligne.json"}
"""With the archive: what nobody keeps of a site under way. What tells of all of it, or of what it
weighs, is another then."""
OTHER = {STATE, offline_page().file}


def shown(author: Author) -> Mapping[str, bytes]:
    author.saves()
    return contents(author.site)


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other if one.get(path) != other.get(path))


def begun_again(author: Author, folder: Path) -> Mapping[str, bytes]:
    """Return what another author sees of the same content, who opens it now."""
    return shown(Author(folder / "afresh", author.project / "docs"))


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def test_an_afternoon_of_saves_leaves_what_one_would_begin_with(
    author: Author, tmp_path: Path
) -> None:
    docs = author.project / "docs"
    shown(author)
    edits = (
        said("a text", "zèbre"),
        said("what is said", "pièce jointe"),
        written("glossaire/album.md"),
        said("a title", "« bien »"),
        said("a word of the taxonomy", "Voisins"),
        written("synonymes.yml"),
        written("mediateurs/repondre.md"),
        said("a screen", "2 h 30 : non !"),
        said("the home page", "disque"),
        renamed(PHOTO_FILE),
        removed(TERM),
    )
    seen = []
    for edit in edits:
        edit(docs)
        seen.append(shown(author))
    assert differences(seen[-1], begun_again(author, tmp_path)) == []
    # Each of them is seen, and is not what was seen already.
    assert all(differences(*pair) for pair in pairwise(seen))


def test_what_broke_and_is_mended_leaves_nothing(author: Author, tmp_path: Path) -> None:
    good = shown(author)
    for wrong in (b"\xff\xfe", b"---\ntitre: rien\n---\n", b""):
        right = author.file(DISC).read_bytes()
        author.file(DISC).write_bytes(wrong)
        assert differences(good, shown(author))
        author.file(DISC).write_bytes(right)
        assert differences(good, shown(author)) == []
    assert differences(good, begun_again(author, tmp_path)) == []


@pytest.mark.parametrize("docs", [TINY, pytest.param(REPOSITORY / "docs", marks=heavy)])
def test_what_is_shown_is_what_is_published(docs: Path, tmp_path: Path) -> None:
    author = Author(tmp_path, docs)
    seen = shown(author)
    site = tmp_path / "publié"
    build(author.project, site, HERE)
    published = contents(site)
    left_out = published.keys() - seen
    assert {path for path in left_out if not path.endswith(".zip")} == OF_A_BUILD
    assert seen.keys() <= published.keys()
    bare = {path: _TOLD.sub(b"", content) for path, content in seen.items()}
    as_seen = {path: _POLICY.sub(b"", published[path]) for path in seen}
    assert {*differences(bare, as_seen)} == OTHER


def test_a_page_is_made_when_it_is_looked_at(author: Author) -> None:
    """A save makes none of them; and of the search, or of what other programs read, no more."""
    edition = author.previews().edition
    made = {address for address in edition._made if address.endswith((".html", ".json"))}
    assert made == set()
    address = f"tutoriels/{PHOTO}/index.html"
    assert b"data-etape" in edition[address]
    assert {each for each in edition._made if each.endswith((".html", ".json"))} == {address}
    # The page knows where the search begins, before anything is searched.
    assert b'data-manifeste="../../../recherche/sommaire.js"' in edition[address]
    assert "recherche/sommaire.js" not in edition._made
    assert edition["recherche/sommaire.js"].startswith(b"filShard(")
    assert "api/v1/tutoriels.json" in edition
    assert "nulle/part/index.html" not in edition
