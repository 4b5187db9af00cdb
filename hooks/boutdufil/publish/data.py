"""The content for other programs: a JSON list, an Atom feed, a site map."""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.etree import ElementTree

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.tutorial.values import Tutorial

FEED_ENTRIES = 50
_NEVER = "1970-01-01"
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def tutorials_json(catalog: Catalog, name: str, licence: str = "CC-BY-SA-4.0") -> str:
    """Return every tutorial's card as JSON; addresses count from the root of the site.

    ``licence`` is an SPDX identifier, empty when none is declared.
    """
    return (
        json.dumps(
            {
                "nom": name,
                "licence": licence,
                "tutoriels": [_card(tutorial, catalog) for tutorial in catalog.tutorials],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def _card(tutorial: Tutorial, catalog: Catalog) -> dict[str, object]:
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


def atom_feed(catalog: Catalog, name: str, site_url: str) -> str:
    """Return the latest reviewed tutorials as an Atom feed (RFC 4287).

    ``site_url`` ends in ``/``: an Atom feed has only absolute addresses.
    """
    ElementTree.register_namespace("", _ATOM)
    latest = sorted(
        catalog.tutorials, key=lambda tutorial: (tutorial.reviewed, tutorial.number), reverse=True
    )[:FEED_ENTRIES]
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"xml:lang": "fr"})
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
    return _document(feed)


def _child(
    parent: ElementTree.Element, name: str, text: str, attributes: dict[str, str] | None = None
) -> None:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes or {})
    element.text = text or None


def site_map(addresses: Iterable[str], catalog: Catalog, site_url: str) -> str:
    """Return the site map; only a tutorial has a date, that of its review, never the build's."""
    ElementTree.register_namespace("", _SITEMAP)
    reviewed = {tutorial.address: tutorial.reviewed for tutorial in catalog.tutorials}
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for address in sorted(addresses):
        url = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = site_url + address
        if address in reviewed:
            ElementTree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = str(reviewed[address])
    return _document(root)


def _document(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'
