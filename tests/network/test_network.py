"""The structures that mediators send people to: what is declared is what is shown and said."""

from __future__ import annotations

import json
from datetime import date

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.network.declaration import NETWORK_FILE
from boutdufil.kinds.network.pages import NetworkPage, network_of, network_pages, network_tools
from boutdufil.kinds.network.values import Structure
from boutdufil.kinds.published import Published
from boutdufil.kinds.registry import form_of
from boutdufil.markup.reader import Reader
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.guides import guides_script
from tests.pages.rendering import environment, rendered
from tests.published import DOCS, published_content

ONE = """structures:
  - nom: La maison du val
    offre:
      personnes: Une personne aide à faire les démarches.
      entreprises: Un rendez-vous pour choisir ses outils.
    themes: [demarches, ordinateur]
    territoire: Le val
    label: Espace labellisé
    orienter: J’appelle avec la personne.
    recap: La maison du val vous aide.
"""


def published_of(text: str, taxonomy: Taxonomy) -> Published:
    form = form_of(NETWORK_FILE)
    raw = text.encode()
    document = form.document(raw, NETWORK_FILE, Reader(taxonomy), date(2026, 11, 21))
    assert document.findings == ()
    content = Content(taxonomy, (), data=(document,))
    return Published(content=content, catalog=Catalog.of(taxonomy, ()))


def structure_of(published: Published) -> Structure:
    (structure,) = network_of(published)
    return structure


def test_what_is_declared_is_read(taxonomy: Taxonomy) -> None:
    structure = structure_of(published_of(ONE, taxonomy))
    assert structure.offers.firms == "Un rendez-vous pour choisir ses outils."
    assert structure.themes == ("demarches", "ordinateur")
    assert (structure.territory, structure.label) == ("Le val", "Espace labellisé")
    assert structure.slug == "la-maison-du-val"


def test_its_page_says_all_of_it(taxonomy: Taxonomy) -> None:
    published = published_of(ONE, taxonomy)
    (page,) = network_pages(published)
    assert isinstance(page, NetworkPage)
    html = rendered(page, environment(taxonomy))
    for said in (
        "La maison du val",
        "Un rendez-vous pour choisir ses outils.",
        "Espace labellisé",
        "J’appelle avec la personne.",
        "« La maison du val vous aide. »",
    ):
        assert said in html
    assert [link.address for link in network_tools(published)] == [page.address]


def test_the_desk_knows_how_and_what_to_write(taxonomy: Taxonomy) -> None:
    structures = network_of(published_of(ONE, taxonomy))
    script = guides_script({}, (), (), lambda _reference: "", structures)
    told = json.loads(script.removeprefix("window.filGuides=").removesuffix(";\n"))
    assert told["reseau"] == [
        {
            "nom": "La maison du val",
            "comment": "J’appelle avec la personne.",
            "recap": "La maison du val vous aide.",
            "themes": ["demarches", "ordinateur"],
        }
    ]


def test_without_a_network_there_is_no_page(taxonomy: Taxonomy) -> None:
    published = published_of("structures: []\n", taxonomy)
    assert [*network_pages(published), *network_tools(published)] == []


def test_ours_helps_persons_and_firms() -> None:
    assert (DOCS / NETWORK_FILE).is_file()
    content = published_content()
    structures = network_of(
        Published(content=content, catalog=Catalog.of(content.taxonomy, content.tutorials))
    )
    assert any(each.offers.persons for each in structures)
    assert any(each.offers.firms for each in structures)
