"""The state of the site is told without a date of build, and its version is that of every byte."""

from __future__ import annotations

import json
import re
from datetime import date
from xml.etree import ElementTree

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.published import Published
from boutdufil.model.finding import Code, Finding
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.publish.state import BADGE, NAME_COLOUR, STATE, TOLD_COLOUR, state_text, told
from boutdufil.publish.webapp import LIST, MANIFEST, WORKER
from boutdufil.publish.whole import Folder, seal, version_of
from tests.conftest import MakeTutorial
from tests.site.builds import Built

AFTER = (STATE, BADGE, WORKER, MANIFEST, LIST)
"""What is made of that version, and so has no part in it."""


def state(built: Built) -> dict[str, object]:
    read = json.loads((built.site / STATE).read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def test_the_counts_are_those_of_the_content(tiny_site: Built) -> None:
    found = state(tiny_site)
    assert {*found} == {
        *("nom", "version", "fiches", "gestes", "mots", "pages", "verifications", "relu_depuis"),
    }
    assert found["fiches"] == len(tiny_site.tutorials) == 2
    assert found["mots"] == len([*(tiny_site.docs / "glossaire").glob("*.md")])
    assert found["relu_depuis"] == min(
        str(front["relu_le"]) for front in tiny_site.tutorials.values()
    )
    checks = found["verifications"]
    assert isinstance(checks, dict)
    assert checks["regles"] == len(Code)
    assert checks["erreurs"] == 0


def test_the_version_is_that_of_every_byte(tiny_site: Built) -> None:
    site = Folder(tiny_site.site)
    seals = {name: site.seal(name) for name in site if name not in AFTER}
    version = version_of(seals)
    assert state(tiny_site)["version"] == version
    assert re.fullmatch(r"[0-9a-f]{16}", version)
    changed = {**seals, "index.html": seal(site["index.html"] + b" ")}
    moved = {**seals, "autre.html": seals["404.html"]}
    assert len({version, version_of(changed), version_of(moved)}) == 3
    assert version_of(dict(reversed(seals.items()))) == version


def empty(taxonomy: Taxonomy, make_tutorial: MakeTutorial | None = None) -> Published:
    tutorials = () if make_tutorial is None else (make_tutorial(reviewed=date(2024, 1, 15)),)
    content = Content(taxonomy=taxonomy, documents=())
    return Published(content=content, catalog=Catalog.of(taxonomy, tutorials), name="Ici")


def test_a_day_that_passes_changes_nothing(taxonomy: Taxonomy) -> None:
    """A review grows old without a build’s knowing: the same content says the same."""
    old = Finding("a.md", 1, 1, Code.OLD_REVIEW, "", "", "", "")
    doubtful = Finding("a.md", 1, 1, Code.MISSPELT, "", "", "", "")
    published = empty(taxonomy)
    plain = state_text(published, (), (), "0")
    assert state_text(published, (), (old,), "0") == plain
    assert state_text(published, (), (doubtful,), "0") != plain


def test_the_badge_is_drawn_and_said(tiny_site: Built) -> None:
    root = ElementTree.fromstring((tiny_site.site / BADGE).read_bytes())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert root.attrib["aria-label"] == " : ".join(map(str, words))
    assert str(words[1]).startswith("2 fiches relues depuis ")
    assert {each.attrib["fill"] for each in root.iter("{http://www.w3.org/2000/svg}rect")} == {
        NAME_COLOUR,
        TOLD_COLOUR,
    }


def test_the_badge_agrees_with_the_count(taxonomy: Taxonomy, make_tutorial: MakeTutorial) -> None:
    assert told(empty(taxonomy)) == "aucune fiche"
    assert told(empty(taxonomy, make_tutorial)) == "1 fiche relue depuis janvier 2024"
