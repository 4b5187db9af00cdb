"""The kinds of page, by their address: one kind a template, one page of each to look at.

A page says its ``data-page``, which several templates share; whoever looks at the site wants to see
each template. ``tests/site/test_kinds.py`` checks that a template has its kind, and no other.
"""

from __future__ import annotations

import re
from pathlib import Path

LEAVES = 'http-equiv="refresh"'
"""What a redirect holds: nobody stays on it to look."""

PLAIN = "page"
"""The kind of what no pattern names: a page written by hand in Markdown."""

KINDS = {
    "accueil": r"",
    "tutoriel": r"tutoriels/[^/]+/[^/]+/",
    "telephone": r"tutoriels/[^/]+/[^/]+/telephone/",
    "ensemble": r"(publics|themes)/",
    "livret": r"themes/[^/]+/livret/(page-\d+/)?",
    "mon-livret": r"livret/",
    "liste": r"(publics/[^/]+/([^/]+/)?|(themes|appareils)/[^/]+/)(page-\d+/)?",
    "appels": r"appels/(page-\d+/)?",
    "numeros": r"numeros/(page-\d+/)?",
    "glossaire": r"glossaire/(page-\d+/)?",
    "terme": r"glossaire/(?!page-\d+/)[^/]+/",
    "gestes": r"gestes/(page-\d+/)?",
    "geste": r"gestes/(?!page-\d+/)[^/]+/",
    "diagnostics": r"diagnostics/",
    "diagnostic": r"diagnostics/[^/]+/",
    "diagnostic-telephone": r"diagnostics/[^/]+/telephone/",
    "lieux": r"lieux/",
    "departement": r"lieux/[^/]+/([^/]+/)?",
    "les-parcours": r"parcours/",
    "parcours": r"parcours/[^/]+/",
    "recherche": r"recherche/",
    "mediateurs": r"mediateurs/",
    "reseau": r"mediateurs/reseau/",
    "guide": r"mediateurs/(ouvrir|secours|fermer|reponses)/",
    "dessin": r"contribuer/dessiner-un-ecran/",
    "proposer": r"contribuer/proposer/",
    "tableau": r"contribuer/tableau/",
    "lisibilite": r"contribuer/lisibilite/",
    "performances": r"contribuer/performances/",
    "constats": r"contribuer/codes/",
    "constat": r"contribuer/codes/[^/]+/",
    "cartes": r"contribuer/cartes/",
    "carte": r"contribuer/cartes/[^/]+/",
    "declaration": r"accessibilite/",
    "vie-privee": r"vie-privee/",
    "hors-ligne": r"hors-ligne/",
    "absente": r"404\.html",
}


def kinds_of(address: str) -> list[str]:
    """Return the kinds whose pattern names ``address``: one, when the patterns are right."""
    found = [kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, address)]
    return found or [PLAIN]


def longest_of_each_kind(site: Path) -> dict[str, str]:
    """Return an address for each kind of page, the longest of its kind."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        if LEAVES in file.read_text(encoding="utf-8"):
            continue
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        (kind,) = kinds_of(address)
        measured = (file.stat().st_size, address)
        found[kind] = max(found.get(kind, measured), measured)
    return {kind: found[kind][1] for kind in (*KINDS, PLAIN) if kind in found}
