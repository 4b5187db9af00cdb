"""``make audit``: the published site and its scripts before outside judges, on strict terms.

Scripts and sheets go to a linter and to a checker of types; every page goes to the W3C's HTML
checker; one page a kind, to two more judges of accessibility; five to Lighthouse, as on a cheap
phone. One JSON object a line on stdout, a table for people on stderr; exit 1 when a target is
missed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from boutdufil.tools.page_kinds import longest_of_each_kind
from tests.audit.access import remarks as access_remarks
from tests.audit.host import hosted
from tests.audit.scripts import check_types, lint
from tests.audit.tools import MissingToolError, check_tools, html_messages, lighthouse
from tests.site.builds import Built, address_of, build, copy_project

JUDGED = ("accueil", "tutoriel", "telephone", "liste", "recherche")
METHODS = ("simulate", "devtools")
"""The simulation is held to the targets; a browser really slowed down, which depends on what else
the machine is doing, is told beside it."""
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
LONGEST_PAINT = 1500
"""Milliseconds before the largest text or drawing is there."""
LARGEST_SHIFT = 0.01


def tell(**measured: object) -> None:
    """Say one measure to a program."""
    print(json.dumps(measured, ensure_ascii=False), flush=True)


def say(line: str) -> None:
    """Say one line to a person."""
    print(line, file=sys.stderr, flush=True)


def audit_scripts() -> list[str]:
    """Return what is missed."""
    missed = []
    for name, judge in (("biome", lint), ("types", check_types)):
        remarks = judge()
        for remark in remarks:
            tell(
                audit=name,
                file=remark.file,
                line=remark.line,
                rule=remark.rule,
                message=remark.words,
            )
            say(f"{remark.file}:{remark.line} : {remark.words} ({remark.rule})")
        tell(audit=name, remarks=len(remarks))
        say(f"Scripts ({name}) : {len(remarks)} remarques.")
        missed += [f"Scripts ({name}) : {len(remarks)} remarques"] if remarks else []
    return missed


def audit_html(built: Built) -> list[str]:
    """Return what is missed."""
    pages = [built.site / path for path in built.pages]
    messages = html_messages(pages)
    for message in messages:
        page = address_of(str(message["url"]).rpartition(f"{built.site}/")[2])
        tell(audit="html", page=page, type=message["type"], message=message["message"])
        say(f"{page or '/'} : {message['message']}")
    errors = sum(message["type"] != "info" for message in messages)
    tell(audit="html", pages=len(pages), errors=errors, warnings=len(messages) - errors)
    say(f"HTML : {len(pages)} pages, {errors} erreurs, {len(messages) - errors} remarques.")
    return [f"HTML : {len(messages)} messages"] if messages else []


def audit_access(addresses: Mapping[str, str], home: str) -> list[str]:
    """Return what is missed."""
    missed = 0
    for found in access_remarks(addresses, home):
        page = addresses[found.kind]
        tell(audit="access", page=page, rule=found.rule, message=found.words, reason=found.reason)
        if not found.reason:
            missed += 1
            say(f"{page or '/'} : {found.words} ({found.rule}) {found.element[:120]}")
    say(f"Accessibilité (IBM, HTML_CodeSniffer) : {len(addresses)} pages, {missed} remarques.")
    return [f"Accessibilité : {missed} remarques"] if missed else []


def audit_speed(addresses: Mapping[str, str], home: str) -> list[str]:
    """Return what is missed."""
    missed = []
    say(f"{'':24} perf. acces. prat. SEO  affichage  décalage")
    for kind in JUDGED:
        for method in METHODS:
            found = lighthouse(home + addresses[kind], method)
            tell(
                audit="lighthouse",
                kind=kind,
                page=addresses[kind],
                throttling=method,
                **found.scores,
                paint_ms=found.paint,
                shift=found.shift,
                failed=found.failed,
            )
            scores = " ".join(f"{score:5}" for score in found.scores.values())
            name = f"{kind} ({method})"
            say(
                f"{name:24}{scores}  {found.paint:6} ms  {found.shift:8}  {', '.join(found.failed)}"
            )
            if method != METHODS[0]:
                continue
            short = {key: score for key, score in found.scores.items() if score < LEAST[key]}
            missed += [f"{name} : {key} {score}" for key, score in short.items()]
            if found.paint > LONGEST_PAINT:
                missed.append(f"{name} : affichage {found.paint} ms > {LONGEST_PAINT}")
            if found.shift > LARGEST_SHIFT:
                missed.append(f"{name} : décalage {found.shift} > {LARGEST_SHIFT}")
    return missed


def main() -> int:
    """Publish the site aside, have it judged, return the exit code."""
    try:
        check_tools()
    except MissingToolError as error:
        say(str(error))
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with hosted(folder / "site") as home:
            built = build(copy_project(folder / "projet"), folder / "site", home)
            missed = audit_scripts() + audit_html(built)
            addresses = longest_of_each_kind(built.site)
            missed += audit_access(addresses, home) + audit_speed(addresses, home)
    say("\n".join(["Manqué :", *missed]) if missed else "Tout est tenu.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
