"""The content for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from xml.etree import ElementTree

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.loan.declaration import LOANS_FILE
from boutdufil.kinds.loan.values import Loan, Loans
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.data import FEED_ENTRIES, atom_feed, tutorials_json
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.publish.data import site_map

Make = Callable[..., Tutorial]
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
URL = "https://exemple.fr/aide/"


def published(
    taxonomy: Taxonomy, tutorials: Iterable[Tutorial], name: str = "Au bout du fil"
) -> Published:
    """Return a site that has only tutorials."""
    return Published(
        content=Content(taxonomy, ()),
        catalog=Catalog.of(taxonomy, tutorials),
        name=name,
        site_url=URL,
        licence="CC-BY-SA-4.0",
    )


def test_a_program_gets_every_documented_field(taxonomy: Taxonomy, make_tutorial: Make) -> None:
    tutorial = make_tutorial(
        number="007",
        themes=("cyber-hygiene", "messagerie"),
        devices=("ordinateur",),
        after=("ecole/suite",),
        duration=10,
        created=date(2023, 2, 1),
    )
    loan = Loan(reference=tutorial.reference, base="https://exemple.be/", name="Ici", licence="A")
    content = Content(
        taxonomy,
        (),
        texts={tutorial.path: "---\n"},
        data=(Document(LOANS_FILE, (), Loans(loans=(loan,))),),
    )
    read = json.loads(tutorials_json(replace(published(taxonomy, [tutorial]), content=content)))
    assert read["nom"] == "Au bout du fil"
    assert read["licence"] == "CC-BY-SA-4.0"
    assert read["tutoriels"] == [
        {
            "numero": "007",
            "titre": "Je vérifie un message",
            "resume": "Je regarde s’il est dangereux.",
            "adresse": "tutoriels/cyber-hygiene/exemple/",
            "telephone": "tutoriels/cyber-hygiene/exemple/telephone/",
            "publics": ["seniors"],
            "themes": ["cyber-hygiene", "messagerie"],
            "services": [
                "Utilisation sécurisée du numérique",
                "Maîtrise des outils numériques du quotidien",
            ],
            "appareils": ["windows", "mac"],
            "niveau": 1,
            "minutes": 10,
            "appels": ["J’ai reçu un message bizarre", "Ma banque veut mon code"],
            "recap": "J’attends, je vérifie, je signale.",
            "avant": [],
            "apres": ["ecole/suite"],
            "relu_le": "2024-01-15",
            "cree_le": "2023-02-01",
            "sources": [{"nom": "CNIL", "url": "https://www.cnil.fr/"}],
            "texte": "tutoriels/cyber-hygiene/exemple/fiche.js",
            "empreinte": sha256(b"---\n").hexdigest(),
            "emprunt": {"base": "https://exemple.be/", "nom": "Ici", "licence": "A"},
        }
    ]


def test_a_service_shared_by_two_themes_is_named_once(
    taxonomy: Taxonomy, make_tutorial: Make
) -> None:
    tutorial = make_tutorial("messagerie/exemple", themes=("messagerie", "smartphone"))
    read = json.loads(tutorials_json(published(taxonomy, [tutorial])))
    assert read["tutoriels"][0]["services"] == ["Maîtrise des outils numériques du quotidien"]


def test_the_feed_tells_the_latest_reviews_first(taxonomy: Taxonomy, make_tutorial: Make) -> None:
    old = make_tutorial("ecole/ancienne", number="101", reviewed=date(2024, 1, 1))
    new = make_tutorial(
        "ecole/neuve",
        number="102",
        title="A < B & « C »",
        reviewed=date(2025, 6, 1),
        created=date(2025, 5, 1),
    )
    feed = ElementTree.fromstring(atom_feed(published(taxonomy, [old, new], "Au & bout")))
    assert feed.findtext(f"{ATOM}id") == URL
    assert feed.findtext(f"{ATOM}title") == "Au & bout"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Au & bout"
    assert feed.findtext(f"{ATOM}updated") == "2025-06-01T00:00:00Z"
    first, second = feed.findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title") == "A < B & « C »"
    assert first.findtext(f"{ATOM}id") == f"{URL}tutoriels/ecole/neuve/"
    assert first.findtext(f"{ATOM}published") == "2025-05-01T00:00:00Z"
    assert second.findtext(f"{ATOM}updated") == "2024-01-01T00:00:00Z"
    category = first.find(f"{ATOM}category")
    assert category is not None
    assert category.attrib == {"term": "ecole", "label": "L’école"}
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{URL}flux.xml", "alternate": URL}


def test_the_feed_does_not_grow_with_the_site(taxonomy: Taxonomy, make_tutorial: Make) -> None:
    tutorials = [
        make_tutorial(f"ecole/fiche-{rank}", number=str(rank)) for rank in range(100, 100 + 2 * 50)
    ]
    feed = ElementTree.fromstring(atom_feed(published(taxonomy, tutorials)))
    assert len(feed.findall(f"{ATOM}entry")) == FEED_ENTRIES == 50


def test_an_empty_feed_still_says_when_it_changed(taxonomy: Taxonomy) -> None:
    # RFC 4287, § 4.1.1: a feed contains exactly one atom:updated element.
    feed = ElementTree.fromstring(atom_feed(published(taxonomy, [])))
    assert feed.findall(f"{ATOM}entry") == []
    assert len(feed.findall(f"{ATOM}updated")) == 1


def test_the_site_map_dates_reviews_only(taxonomy: Taxonomy, make_tutorial: Make) -> None:
    site = published(taxonomy, [make_tutorial("ecole/exemple")])
    addresses = ["themes/", "", "tutoriels/ecole/exemple/"]
    written = site_map(addresses, site)
    assert written == site_map(reversed(addresses), site)
    dated = {
        url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod")
        for url in ElementTree.fromstring(written)
    }
    assert dated == {
        URL: None,
        f"{URL}themes/": None,
        f"{URL}tutoriels/ecole/exemple/": "2024-01-15",
    }


def test_feeds_are_the_same_whatever_the_order_of_the_files(
    taxonomy: Taxonomy, make_tutorial: Make
) -> None:
    both = [make_tutorial("ecole/a", number="101"), make_tutorial("ecole/b", number="102")]
    one, other = published(taxonomy, both), published(taxonomy, reversed(both))
    assert atom_feed(one) == atom_feed(other)
    assert tutorials_json(one) == tutorials_json(other)
