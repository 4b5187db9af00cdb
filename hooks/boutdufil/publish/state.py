"""How the site is, for whoever watches over it: a short JSON, and a badge to show elsewhere.

Nothing in them is of the moment of a build: the same content says the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from xml.etree import ElementTree

from boutdufil.kinds.published import Published
from boutdufil.kinds.xml import xml_text
from boutdufil.language.text import counted
from boutdufil.model.finding import Code, Finding, Severity
from boutdufil.pages.page import Page
from boutdufil.pages.render import month
from boutdufil.thread.lettering import width_of

STATE = "etat.json"
BADGE = "badge.svg"
STATE_FILES = (STATE, BADGE)
OF_THE_DAY = frozenset({Code.OLD_REVIEW})
"""Found one day and not the day before, of the same content: ``relu_depuis`` tells it."""
_SVG = "http://www.w3.org/2000/svg"
HEIGHT, PADDING, SIZE, BASE_LINE = 24, 8, 12, 16
NAME_COLOUR, TOLD_COLOUR = "#1a1d33", "#123f6d"
"""White letters stand out of both by more than seven times."""


def state_files(
    published: Published, pages: Sequence[Page], findings: Sequence[Finding], version: str
) -> Iterator[tuple[str, str]]:
    """Yield what tells the state of the site, by address."""
    yield STATE, state_text(published, pages, findings, version)
    yield BADGE, badge(published.name, told(published))


def state_text(
    published: Published, pages: Sequence[Page], findings: Sequence[Finding], version: str
) -> str:
    """Return the state as JSON; ``version`` is that of every byte that is published."""
    catalog = published.catalog
    found = Counter(finding.severity for finding in findings if finding.code not in OF_THE_DAY)
    oldest = oldest_review(published)
    state = {
        "nom": published.name,
        "version": version,
        "fiches": len(catalog.tutorials),
        "gestes": len(published.content.gestures),
        "mots": len(catalog.terms),
        "pages": sum(1 for page in pages if page.is_found),
        "verifications": {
            "regles": len(Code),
            **{f"{severity.value}s": found[severity] for severity in Severity},
        },
        "relu_depuis": oldest.isoformat() if oldest else None,
    }
    return json.dumps(state, ensure_ascii=False, indent=1) + "\n"


def oldest_review(published: Published) -> date | None:
    """Return the day of the oldest review; None when there is no tutorial."""
    return min((tutorial.reviewed for tutorial in published.catalog.tutorials), default=None)


def told(published: Published) -> str:
    """Return what the badge says: ``69 fiches relues depuis mars 2026``."""
    count = len(published.catalog.tutorials)
    oldest = oldest_review(published)
    if oldest is None:
        return "aucune fiche"
    reviewed = "relue" if count == 1 else "relues"
    return f"{counted(count, 'fiche')} {reviewed} depuis {month(oldest)}"


def badge(name: str, text: str) -> str:
    """Return the badge of a site called ``name``, as a drawing."""
    left, right = (round(width_of(each, SIZE)) + 2 * PADDING for each in (name, text))
    ElementTree.register_namespace("", _SVG)
    size = {"width": str(left + right), "height": str(HEIGHT)}
    root = ElementTree.Element(
        f"{{{_SVG}}}svg", {**size, "role": "img", "aria-label": f"{name} : {text}"}
    )
    ElementTree.SubElement(root, f"{{{_SVG}}}title").text = f"{name} : {text}"
    for colour, words, start, width in (
        (NAME_COLOUR, name, 0, left),
        (TOLD_COLOUR, text, left, right),
    ):
        place = {"x": str(start), "width": str(width), "height": str(HEIGHT), "fill": colour}
        ElementTree.SubElement(root, f"{{{_SVG}}}rect", place)
        letters = {
            "x": str(start + width // 2),
            "y": str(BASE_LINE),
            "fill": "#fff",
            "font-family": "Arial, Helvetica, sans-serif",
            "font-size": str(SIZE),
            "text-anchor": "middle",
            # Whatever letters the reader's machine has, they stay within.
            "textLength": str(width - 2 * PADDING),
        }
        ElementTree.SubElement(root, f"{{{_SVG}}}text", letters).text = words
    return xml_text(root)
