"""Rules of addresses: each site that a page names, or leads to, is one that reviewers know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from boutdufil.check.places import place_of
from boutdufil.check.review import FileRule, Reviewed
from boutdufil.kinds.code.values import FOLDER as CODES
from boutdufil.kinds.references.declaration import NUMBERS_FILE, REVIEW_FILE
from boutdufil.markup.seen import Seen
from boutdufil.model.finding import Code, Finding
from boutdufil.model.web_address import host_of, in_clear, is_part, sites_named

_INVENTED = ".example"
"""The end of the sites that nobody will ever have (RFC 2606): examples of traps."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_FOR_WRITERS = "contribuer/"
_WHOLE = re.compile(r"\bhttps?://[^\s<>«»()\[\]]*[^\s<>«»()\[\].,;:!?]")
"""``http://exemple.fr/page``, without the sign that ends its sentence."""
_LISTS = (NUMBERS_FILE, REVIEW_FILE)
_A_LINK = re.compile(r"://|\bwww\.")
"""What the reading of a message refuses already."""


def unknown_hosts(reviewed: Reviewed) -> Iterator[Finding]:
    """A site is one that reviewers know, or that they look at once: led to, named, or a source."""
    if reviewed.path in _LISTS or reviewed.path.startswith(f"{CODES}/"):
        return
    for seen in reviewed.document.seen:
        if not seen.is_drawn:
            yield from _unknown(reviewed, seen)


def _unknown(reviewed: Reviewed, seen: Seen) -> Iterator[Finding]:
    references = reviewed.agreed.references
    in_message = seen.key == "recap"
    quoted = (*references.shorteners, *references.quoted)
    told: set[str] = set()
    for link in seen.links:
        host = host_of(link.address) if link.is_outside else None
        if host and not _is_among(host, references.hosts) and host not in told:
            told.add(host)
            if references.hosts and not _is_among(host, references.shorteners):
                yield _unknown_host(reviewed, seen, host, link.address)
    for site in dict.fromkeys(sites_named(seen.text)):
        if site in told or _is_among(site, references.hosts) or _is_among(site, quoted):
            continue
        is_source = seen.key.startswith("sources ") and seen.key.endswith(" url")
        if in_message:
            if not _A_LINK.search(seen.text):
                yield _in_message(reviewed, seen, site)
        elif references.hosts and (is_source or not site.endswith(_INVENTED)):
            found = seen.text if is_source else site
            yield _unknown_host(reviewed, seen, site, found)


def _is_among(host: str, sites: tuple[str, ...]) -> bool:
    return any(is_part(host, site) for site in sites)


def _unknown_host(reviewed: Reviewed, seen: Seen, host: str, found: str) -> Finding:
    host = in_clear(host.removeprefix("www."))
    place = (seen.line, 1) if seen.key else place_of(reviewed, seen, found)
    return Finding(
        reviewed.path,
        *place,
        Code.UNKNOWN_HOST,
        f"le site « {host} » n’est pas encore connu des relecteurs",
        found,
        "un site officiel, ou d’une association reconnue",
        f"s’il est sûr, ajoutez « {host} » sous « sites », dans docs/relecture.yml",
    )


def _in_message(reviewed: Reviewed, seen: Seen, site: str) -> Finding:
    return Finding(
        reviewed.path,
        *place_of(reviewed, seen, site),
        Code.WRONG_LINK,
        "le récapitulatif contient une adresse que les relecteurs ne connaissent pas",
        in_clear(site),
        "aucun lien : les gens viennent d’apprendre à s’en méfier",
        "dites le nom du site, ou le numéro de la fiche",
    )


def bare_addresses(reviewed: Reviewed) -> Iterator[Finding]:
    """An address written whole in a text opens nothing, and is read aloud badly.

    Those who write and publish a base type some: their pages, and the codes, are left alone.
    """
    if reviewed.path in _LISTS or reviewed.path.startswith(_FOR_WRITERS):
        return
    for seen in reviewed.document.seen:
        if seen.is_drawn or seen.key:
            continue
        linked = {link.address for link in seen.links}
        for found in dict.fromkeys(_WHOLE.findall(seen.text)):
            safe = found.replace("http://", "https://", 1)
            host = host_of(safe) or ""
            if found in linked or host.endswith(_INVENTED):
                continue
            yield Finding(
                reviewed.path,
                *place_of(reviewed, seen, found),
                Code.WRONG_LINK,
                "une adresse écrite ainsi ne mène nulle part",
                found,
                "un lien, ou le nom du site",
                f"[{host.removeprefix('www.') or 'le site'}]({safe})",
            )


def borrowed_letters(reviewed: Reviewed) -> Iterator[Finding]:
    """A word is of one alphabet: a letter of another that looks like ours hides another word."""
    for seen in reviewed.document.seen:
        for word in dict.fromkeys(_WORD.findall(seen.text)):
            if not word.isascii() and (letter := _borrowed(word)):
                yield _borrowed_letter(reviewed, seen, word, letter)


def _borrowed_letter(reviewed: Reviewed, seen: Seen, word: str, letter: str) -> Finding:
    return Finding(
        reviewed.path,
        *place_of(reviewed, seen, word),
        Code.LOOKALIKE,
        "une lettre d’un autre alphabet imite une des nôtres",
        f"« {letter} » (U+{ord(letter):04X}), dans « {word} »",
        "des mots d’un seul alphabet",
        "effacez le mot en entier, puis tapez-le de nouveau",
    )


def _borrowed(word: str) -> str | None:
    """Return the first letter that is of no alphabet of the others: ``impоts``; not ``почта``."""
    alphabets = {letter: _alphabet(letter) for letter in word}
    if "LATIN" not in alphabets.values():
        return None
    return next((letter for letter, name in alphabets.items() if name != "LATIN"), None)


def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return (
        "LATIN" if name.startswith(("LATIN", "COMBINING", "MICRO SIGN", "MODIFIER")) else name[:8]
    )


RULES: tuple[FileRule, ...] = (unknown_hosts, bare_addresses, borrowed_letters)
