"""The content for other programs: JSON, Atom, site map."""

from __future__ import annotations

import json
import re
from datetime import date
from xml.etree import ElementTree

import pytest

from boutdufil.kinds.diagnosis.values import Diagnosis
from boutdufil.kinds.path.values import LearningPath
from boutdufil.kinds.tutorial.data import FEED_ENTRIES
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.script import Say
from boutdufil.thread.data import words as words_of
from tests.published import published_content
from tests.site.builds import SITE_URL, Built, address_of, words

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_ROW = re.compile(r"^\| *`(?P<field>\w+)`", re.MULTILINE)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def catalogue(built: Built) -> dict[str, object]:
    found = json.loads((built.site / "api/v1/tutoriels.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def cards(built: Built) -> list[dict[str, object]]:
    found = catalogue(built)["tutoriels"]
    assert isinstance(found, list)
    return found


def test_the_json_has_the_documented_fields_and_no_other(real_site: Built) -> None:
    page = (real_site.docs / "contribuer" / "donnees.md").read_text(encoding="utf-8")
    documented = _ROW.findall(page.partition("Le fil de chaque appel")[0])
    assert documented
    for card in cards(real_site):
        assert [*card] == documented
    for key in catalogue(real_site):
        assert f"`{key}`" in page


def test_the_json_says_what_the_files_say(real_site: Built, tiny_site: Built) -> None:
    for built in (real_site, tiny_site):
        found = {str(card["adresse"]): card for card in cards(built)}
        assert len(found) == len(cards(built))
        assert {*found} == {f"tutoriels/{reference}/" for reference in built.tutorials}
        for reference, front in built.tutorials.items():
            card = found[f"tutoriels/{reference}/"]
            for key in ("numero", "titre", "resume", "relu_le"):
                assert card[key] == front[key]
            for key in ("publics", "themes", "appels", "avant", "apres"):
                assert card[key] == words(front.get(key)), (reference, key)
            assert card["niveau"] == int(str(front["niveau"]))
            assert card["cree_le"] == front.get("cree_le", front["relu_le"])
            assert " ".join(str(card["recap"]).split()) == " ".join(str(front["recap"]).split())
            assert card["sources"] == front["sources"]
            assert card["services"] == list(
                dict.fromkeys(
                    built.taxonomy["themes"][theme]["service"] for theme in words(front["themes"])
                )
            )


def test_the_json_names_real_devices_and_real_pages(tiny_site: Built) -> None:
    photo, disc = cards(tiny_site)
    assert photo["appareils"] == ["portable", "fixe", "mobile"]
    assert disc["appareils"] == ["portable", "fixe", "mobile", "liseuse"]
    assert disc["minutes"] == 7
    for card in (photo, disc):
        assert tiny_site.has(str(card["adresse"]))
        assert tiny_site.has(str(card["telephone"]))


def test_the_feed_is_valid_atom(addressed_site: Built) -> None:
    feed = ElementTree.fromstring((addressed_site.site / "flux.xml").read_bytes())
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id") == SITE_URL
    assert feed.findtext(f"{ATOM}title")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE_URL}flux.xml", "alternate": SITE_URL}
    entries = feed.findall(f"{ATOM}entry")
    identities = {str(entry.findtext(f"{ATOM}id")) for entry in entries}
    reviewed = {
        f"{SITE_URL}tutoriels/{reference}/": str(front["relu_le"])
        for reference, front in addressed_site.tutorials.items()
    }
    assert len(entries) == len(identities) == min(FEED_ENTRIES, len(reviewed))
    latest = sorted(reviewed.values(), reverse=True)[: len(entries)]
    assert sorted((reviewed[each] for each in identities), reverse=True) == latest
    for dated in (feed, *entries):
        updated = dated.findtext(f"{ATOM}updated")
        assert updated
        assert _DATE_TIME.fullmatch(updated)
        assert date.fromisoformat(updated[:10]) <= date.today()
    for entry in entries:
        assert entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}summary")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href") == entry.findtext(f"{ATOM}id")
    updates = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert updates == sorted(updates, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == updates[0]


def test_the_site_map_holds_every_page_that_is_read(addressed_site: Built) -> None:
    root = ElementTree.fromstring((addressed_site.site / "sitemap.xml").read_bytes())
    assert root.tag == f"{SITEMAP}urlset"
    addresses = [str(url.findtext(f"{SITEMAP}loc")) for url in root]
    assert len(addresses) == len({*addresses})
    readable = {SITE_URL + address_of(path) for path in addressed_site.readable}
    assert {*addresses} == readable - {f"{SITE_URL}404.html"}


def test_the_site_map_dates_a_page_by_its_review_never_by_the_build(
    addressed_site: Built,
) -> None:
    root = ElementTree.fromstring((addressed_site.site / "sitemap.xml").read_bytes())
    dates = {
        str(url.findtext(f"{SITEMAP}loc")): url.findtext(f"{SITEMAP}lastmod")
        for url in root
        if url.find(f"{SITEMAP}lastmod") is not None
    }
    assert dates == {
        f"{SITE_URL}tutoriels/{reference}/": front["relu_le"]
        for reference, front in addressed_site.tutorials.items()
    } | {
        f"{SITE_URL}{path.address}": path.entry.reviewed.isoformat()
        for path in published_content().of(LearningPath)
    } | {
        f"{SITE_URL}{diagnosis.address}": diagnosis.entry.reviewed.isoformat()
        for diagnosis in published_content().of(Diagnosis)
    }


def test_pages_announce_the_feed(addressed_site: Built) -> None:
    for path, page in addressed_site.readable.items():
        if path != "404.html":
            announced = page.one("link", rel="alternate", type="application/atom+xml")
            assert not announced["href"].startswith(("/", "http"))


def test_without_an_address_what_needs_one_is_left_out(real_site: Built) -> None:
    assert not list(real_site.site.rglob("*.xml*"))


@pytest.mark.parametrize("name", ["fiche", "terme", "page"])
def test_an_editor_finds_the_schemas_with_the_words_of_the_site(
    tiny_site: Built, name: str
) -> None:
    file = tiny_site.site / "api/v1" / f"{name}.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    assert schema["additionalProperties"] is False
    if name == "fiche":
        audiences = schema["properties"]["publics"]["anyOf"][0]["items"]["enum"]
        assert audiences == list(tiny_site.taxonomy["publics"])


def test_the_graph_of_a_call_has_its_words_as_they_are_written(real_site: Built) -> None:
    """It is made with the page where they are read aloud, where some lead to the glossary."""
    for tutorial in published_content().of(Tutorial):
        said = {words_of(part.html) for part in tutorial.script.parts() if isinstance(part, Say)}
        file = real_site.site / f"api/v1/appels/{tutorial.number}.json"
        graph = json.loads(file.read_text(encoding="utf-8"))
        assert said <= {node["texte"] for node in graph["noeuds"]}, tutorial.path
