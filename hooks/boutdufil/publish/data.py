"""The content for other programs: what each kind gives them, and a site map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from boutdufil.kinds.published import Published
from boutdufil.kinds.registry import kinds
from boutdufil.kinds.xml import xml_text
from boutdufil.publish.schemas import schema_json, schemas

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def published_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield what other programs read, by its address from the root of the site."""
    for kind in kinds():
        yield from kind.texts(published)
    for name, schema in schemas().items():
        if schema.is_published:
            yield f"api/v1/{name}.schema.json", schema_json(name, published.catalog.taxonomy)


def site_map(addresses: Iterable[str], published: Published) -> str:
    """Return the site map; a page has the day on which a person reviewed it, never the build's."""
    ElementTree.register_namespace("", _SITEMAP)
    reviewed = {address: day for kind in kinds() for address, day in kind.dated(published)}
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for address in sorted(addresses):
        url = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = published.site_url + address
        if address in reviewed:
            ElementTree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = str(reviewed[address])
    return xml_text(root)
