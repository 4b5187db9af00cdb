"""The tutorials for other programs: a JSON list, an Atom feed, days of review."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.loan.values import text_digest
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Card
from boutdufil.kinds.xml import xml_text
from boutdufil.pages.proposal import SOURCE_SCRIPT

FEED_ENTRIES = 50
_NEVER = "1970-01-01"
_ATOM = "http://www.w3.org/2005/Atom"


def tutorial_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield what other programs read of them all; without the site's own address, no feed.

    The graph of each call is made with the page where it is read aloud.
    """
    yield "api/v1/tutoriels.json", tutorials_json(published)
    if published.site_url:
        yield "flux.xml", atom_feed(published)


def reviewed(published: Published) -> Iterator[tuple[str, date]]:
    """Yield the address of each tutorial, and the day of its review."""
    for tutorial in published.catalog.tutorials:
        yield tutorial.address, tutorial.reviewed


def tutorials_json(published: Published) -> str:
    """Return every tutorial's card as JSON; addresses count from the root of the site."""
    catalog, terms = published.catalog, published.lent_under
    return (
        json.dumps(
            {
                "nom": published.name,
                "licence": published.licence,
                "licence_nom": terms.name if terms else "",
                "licence_url": terms.url if terms else "",
                "tutoriels": [
                    _card(tutorial, catalog) | _lent(tutorial, published.content)
                    for tutorial in catalog.tutorials
                ],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def _card(tutorial: Card, catalog: Catalog) -> dict[str, object]:
    return {
        "numero": tutorial.number,
        "titre": tutorial.title,
        "resume": tutorial.summary,
        "adresse": tutorial.address,
        "telephone": f"{tutorial.address}telephone/",
        "publics": list(tutorial.audiences),
        "themes": list(tutorial.themes),
        "services": list(
            dict.fromkeys(catalog.taxonomy.themes[theme].service for theme in tutorial.themes)
        ),
        "appareils": list(catalog.taxonomy.expand(tutorial.devices)),
        "niveau": tutorial.level,
        "minutes": tutorial.minutes,
        "appels": list(tutorial.calls),
        "recap": tutorial.recap,
        "avant": list(tutorial.before),
        "apres": list(tutorial.after),
        "relu_le": tutorial.reviewed.isoformat(),
        "cree_le": tutorial.first_published.isoformat(),
        "sources": [{"nom": source.name, "url": source.url} for source in tutorial.sources],
    }


def _lent(tutorial: Card, content: Content) -> dict[str, object]:
    """Return what another base needs to borrow a tutorial: its text, and whose it is."""
    text, loan = content.texts.get(tutorial.path), content.loans.get(tutorial.reference)
    return {
        "texte": f"{tutorial.address}{SOURCE_SCRIPT}",
        "empreinte": text_digest(text) if text is not None else "",
        "emprunt": {"base": loan.base, "nom": loan.name, "licence": loan.licence} if loan else None,
    }


def atom_feed(published: Published) -> str:
    """Return the latest reviewed tutorials as an Atom feed (RFC 4287).

    It has only absolute addresses: the site's own must be known.
    """
    catalog, name, site_url = published.catalog, published.name, published.site_url
    ElementTree.register_namespace("", _ATOM)
    latest = sorted(
        catalog.tutorials, key=lambda tutorial: (tutorial.reviewed, tutorial.number), reverse=True
    )[:FEED_ENTRIES]
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"xml:lang": published.language})
    _child(feed, "id", site_url)
    _child(feed, "title", name)
    updated = latest[0].reviewed if latest else _NEVER
    _child(feed, "updated", f"{updated}T00:00:00Z")
    _child(feed, "link", "", {"rel": "self", "href": f"{site_url}flux.xml"})
    _child(feed, "link", "", {"rel": "alternate", "href": site_url})
    author = ElementTree.SubElement(feed, f"{{{_ATOM}}}author")
    _child(author, "name", name)
    for tutorial in latest:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        address = site_url + tutorial.address
        _child(entry, "id", address)
        _child(entry, "title", tutorial.title)
        _child(entry, "updated", f"{tutorial.reviewed}T00:00:00Z")
        _child(entry, "published", f"{tutorial.first_published}T00:00:00Z")
        _child(entry, "link", "", {"rel": "alternate", "href": address})
        _child(entry, "summary", tutorial.summary)
        for theme in tutorial.themes:
            label = catalog.taxonomy.themes[theme].name
            _child(entry, "category", "", {"term": theme, "label": label})
    return xml_text(feed)


def _child(
    parent: ElementTree.Element, name: str, text: str, attributes: dict[str, str] | None = None
) -> None:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes or {})
    element.text = text or None
