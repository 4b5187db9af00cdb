"""Less is fine: whatever a base does without, no link is dead and no block is empty."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from boutdufil.tools.html_tree import Element
from boutdufil.tools.starting.links import cut_links
from tests.edge.running import fil_here
from tests.site.builds import TINY, Built
from tests.site.test_links import LOST, dead_end, internal_links

FULL = {"li", "dt", "tr", "a", "button", "input", "p", "svg", "figure", "option"}
"""What a block holds when it is not empty."""
FILLED_LATER = {"data-etat", "aria-live", "data-racine", "data-suivis", "id", "role", "hidden"}
"""What a script fills, or shows: it says so by one of these."""
OTHER = "tutoriels/musique"
_NEIGHBOURS = re.compile(r"^(?:avant|apres): .*\n", re.MULTILINE)
GUIDES = ("mediateurs", "contribuer")


def empty(page: Element, hidden: bool = False) -> Iterator[str]:
    """Yield the blocks of a page that are shown and hold nothing."""
    for child in page.children:
        if not isinstance(child, Element) or child.tag == "template":
            continue
        apart = hidden or bool(FILLED_LATER & {*child.attributes} - {"id"})
        if child.tag in {"ul", "ol", "dl", "section", "nav"} and not apart:
            inner = {each.tag for each in child.elements}
            headings = "".join(each.text for each in child.all("h1", "h2", "h3", "h4"))
            is_said = "".join(child.text.split()) != "".join(headings.split())
            if not inner & FULL and not is_said and "id" not in child:
                yield f"<{child.tag} {child.attributes}> {child.text}"
        if not apart:
            yield from empty(child)


def without(docs: Path, parts: Sequence[str]) -> None:
    """Take files and folders out of a content, and the links that led there."""

    def is_gone(path: str) -> bool:
        return any(path == part or path.startswith(f"{part}/") for part in parts)

    for part in parts:
        if (docs / part).is_dir():
            shutil.rmtree(docs / part)
        else:
            (docs / part).unlink(missing_ok=True)
    for file in docs.rglob("*.md"):
        path = file.relative_to(docs).as_posix()
        text = cut_links(file.read_text("utf-8"), path, is_gone)
        file.write_text(_NEIGHBOURS.sub("", text) if OTHER in parts else text, "utf-8")


def built(base: Path) -> Built:
    """Build a base, as its owner does."""
    done = fil_here("site", folder=base, environment={"SITE_URL": "https://exemple.fr/base/"})
    assert done.returncode == 0, done.stderr.decode()
    return Built(base / "site", base / "docs")


def check_whole(site: Built) -> None:
    links = [link for path in site.pages if path != LOST for link in internal_links(site, path)]
    assert [reason for link in links if (reason := dead_end(site, link))] == []
    lost = [link.target.removeprefix("/base/") for link in internal_links(site, LOST)]
    assert [way for way in lost if way and not way.startswith("#") and not site.has(way)] == []
    found = {path: [*empty(site.readable[path])] for path in site.readable}
    assert {path: blocks for path, blocks in found.items() if blocks} == {}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A base of two tutorials, with a guide, a term, and pages to contribute."""
    shutil.copytree(TINY, tmp_path / "base/docs")
    (tmp_path / "base/mkdocs.yml").write_text("site_name: La petite base\n", "utf-8")
    return tmp_path / "base"


@pytest.mark.parametrize(
    "parts",
    [
        (),
        ("mediateurs",),
        ("glossaire",),
        ("contribuer",),
        ("mediateurs", "glossaire", "contribuer"),
        (OTHER,),
        (OTHER, "mediateurs", "glossaire", "contribuer"),
    ],
    ids=lambda parts: " ".join(parts) or "entière",
)
def test_a_base_does_without(base: Path, parts: Sequence[str]) -> None:
    without(base / "docs", parts)
    site = built(base)
    check_whole(site)
    for part in parts:
        assert not (site.site / part).exists()


def test_a_base_may_have_no_tutorial_yet(base: Path) -> None:
    home = base / "docs/index.md"
    home.write_text("---\ntitre: Bientôt\n---\n\nNous écrivons.\n", "utf-8")
    without(base / "docs", ["tutoriels"])
    site = built(base)
    check_whole(site)
    assert not site.has("numeros/")
    assert not site.has("appels/")


def test_a_base_begun_with_nothing_has_its_guides(tmp_path: Path) -> None:
    begun = fil_here("commencer", "b", "--nom", "Rien", "--fiches", "aucune", folder=tmp_path)
    assert begun.returncode == 0, begun.stdout.decode()
    site = built(tmp_path / "b")
    check_whole(site)
    assert site.has("mediateurs/ouvrir/")
    assert site.has("contribuer/ecrire-une-fiche/")
    without(tmp_path / "b/docs", ["gestes", "accessibilite.md", "vie-privee.md", *GUIDES])
    check_whole(built(tmp_path / "b"))
