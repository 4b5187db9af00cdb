"""The archive: unzipped anywhere, it is the site, and no link of it leads nowhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from boutdufil.publish.archive import ABSENT, DOOR, INSIDE, archived, offline
from boutdufil.publish.zipped import Packed, packed
from boutdufil.store import Store
from boutdufil.tools.html_tree import Element, parse
from tests.edge.running import fil_here
from tests.site.author import Author
from tests.site.builds import TINY, Built, contents, copy_project

NAME = "au-bout-du-fil.zip"
MOST_BYTES = 4_270_000
FOR = 69
"""Tutorials, for which that is the most: more of them weigh more."""
BESIDE = tuple(f"{INSIDE}{folder}/" for folder in ("diagnostics", "parcours", "lieux"))
"""What is no tutorial, and is weighed apart."""
MOST_BESIDE = 400_000
PAGE = b'<head><title>Un</title></head><body><a href="../">Haut</a></body>'


def opened(built: Built) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO((built.site / NAME).read_bytes()))


def links(page: Element) -> list[str]:
    found = [each["href"] for each in page.all("a", "link") if "href" in each]
    found += [each["src"] for each in page.all("script")]
    found += [each["action"] for each in page.all("form")]
    return found + [
        each["content"].split("url=", 1)[1] for each in page.all("meta", http_equiv="refresh")
    ]


def broken(archive: zipfile.ZipFile) -> list[str]:
    """Return the links of an archive that lead to no file of it, once on a disk."""
    names = {*archive.namelist()}
    wrong = []
    for name in sorted(names):
        if not name.endswith(".html"):
            continue
        for link in links(parse(archive.read(name).decode())):
            whole = urlsplit(urljoin(f"file:///{name}", link))
            if whole.scheme == "file" and unquote(whole.path).lstrip("/") not in names:
                wrong.append(f"{name}: {link}")
    return wrong


def test_it_is_light(real_site: Built) -> None:
    entries = opened(real_site).infolist()
    beside = sum(each.compress_size for each in entries if each.filename.startswith(BESIDE))
    size = (real_site.site / NAME).stat().st_size - beside
    assert size <= MOST_BYTES * max(1, len(real_site.tutorials) / FOR), size
    assert beside <= MOST_BESIDE, beside


@pytest.mark.parametrize("which", ["real_site", "addressed_site"])
def test_every_link_leads_to_a_file_of_it(which: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(which)
    with opened(built) as archive:
        assert archive.testzip() is None
        assert broken(archive) == []
        named = {*archive.namelist()}
    assert DOOR in named
    assert [name for name in named if not name.startswith(INSIDE)] == [DOOR]
    assert "zip" not in {name.rpartition(".")[2] for name in named}


def test_a_link_that_leads_nowhere_would_be_seen() -> None:
    site = {"a/index.html": PAGE, "index.html": PAGE.replace(b"../", b"b/")}
    parts = archived(site, "absente", '<a href="nulle-part.html">Nulle part</a>', None)
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as archive:
        assert broken(archive) == [f"{DOOR}: nulle-part.html"]
        # What is on the site alone is told, not lost.
        assert f'href="{ABSENT}"' in archive.read(f"{INSIDE}index.html").decode()
        assert 'href="../index.html"' in archive.read(f"{INSIDE}a/index.html").decode()


def test_everything_that_is_read_is_in_it(real_site: Built) -> None:
    with opened(real_site) as archive:
        named = {name.removeprefix(INSIDE) for name in archive.namelist()}
    left = {path for path in real_site.pages if path not in named}
    assert {path.split("/")[0] for path in left} == {
        *("404.html", "contribuer", "hors-ligne", "livret", "themes"),
    }
    assert all("/livret/" in path for path in left if path.startswith("themes/"))
    for reference in real_site.tutorials:
        assert f"tutoriels/{reference}/telephone/index.html" in named


def test_the_panel_of_comfort_is_there_once(tiny_site: Built) -> None:
    files = offline(contents(tiny_site.site))
    assert b"fil-comfort-choices" in files["assets/comfort.js"]
    pages = [raw for name, raw in files.items() if name.endswith(".html")]
    assert len(pages) > 20
    assert not any(b"fil-comfort-choices" in page for page in pages)
    assert sum(b"assets/comfort.css" in page for page in pages) > 20


def test_the_same_site_gives_the_same_archive_and_nothing_is_compressed_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compressed: list[bytes] = []

    def counted(content: bytes, level: int) -> Packed:
        compressed.append(content)
        return packed(content, level)

    monkeypatch.setattr("boutdufil.publish.archive.packed", counted)
    store = Store(tmp_path / "store")
    site = {f"{name}/index.html": PAGE + name.encode() for name in "abc"}

    def made(site: Mapping[str, bytes]) -> tuple[bytes, int]:
        compressed.clear()
        return b"".join(archived(site, "absente", "porte", store)), len(compressed)

    first, count = made(site)
    assert count == len([*site, ABSENT, DOOR])
    assert made(dict(reversed(site.items()))) == (first, 1), "the door alone"
    changed, count = made({**site, "a/index.html": PAGE})
    assert (count, len(changed) < len(first)) == (2, True)
    assert made(site) == (first, 2)


def test_a_preview_makes_none(tmp_path: Path) -> None:
    shown = Author(tmp_path).saves().site
    assert [*shown.glob("*.zip")] == []
    assert ".zip" not in (shown / "hors-ligne/index.html").read_text(encoding="utf-8")


def test_the_page_says_its_size_before(tiny_site: Built) -> None:
    page = tiny_site.page("hors-ligne/")
    (link,) = [each for each in page.all("a") if each["href"].endswith(".zip")]
    size = (tiny_site.site / NAME).stat().st_size
    said = re.sub(r"\s", " ", link.text)
    assert f"{size / 1_000_000:.1f} Mo".replace(".", ",") in said
    assert (tiny_site.site / "hors-ligne" / link["href"]).resolve().is_file()


def test_a_build_from_the_command_line_has_it(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "projet", TINY)
    answer = fil_here("site", "--dossier", tmp_path / "site", folder=project)
    assert answer.returncode == 0, answer.stderr
    assert [file.suffix for file in (tmp_path / "site").glob("*.zip")] == [".zip"]
