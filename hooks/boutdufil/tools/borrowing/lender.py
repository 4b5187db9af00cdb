"""A published base, asked for the text of its tutorials: nothing of it is run, all is looked at."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from boutdufil.check.report import printable
from boutdufil.kinds.loan.values import text_digest
from boutdufil.kinds.tutorial.values import FOLDER, nearest_reference
from boutdufil.pages.proposal import SOURCE_CALL, SOURCE_SCRIPT
from boutdufil.source.bounds import MOST_BYTES
from boutdufil.source.form import REFERENCE, is_https
from boutdufil.tools.public_web import get

CATALOGUE = "api/v1/tutoriels.json"
MOST_CATALOGUE = 40_000_000
"""Bytes: ten times the list of ten thousand tutorials."""
MOST_TEXT = 3 * MOST_BYTES
"""Bytes: a text at its largest, each of its signs written as JSON may write it."""
LONGEST_NAME, LONGEST_LICENCE = 120, 60

Get = Callable[[str, int], bytes]
"""Ask an address for so many bytes at most; raises OSError when there is no such answer."""


class NotLentError(ValueError):
    """A base does not lend a tutorial: why, in French."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A tutorial that a base lends, its text not yet asked for."""

    reference: str
    number: str
    reviewed: str
    digest: str
    address: str
    """Where its text is, from the root of that base."""
    owner: str
    """The base that it borrowed it from itself, empty when the words are its own."""

    def is_called(self, asked: str, reference: str) -> bool:
        """Tell whether it is the one that is asked for, by its number or by ``theme/slug``."""
        return asked == self.number or reference == self.reference


@dataclass(frozen=True)
class Lender:
    """The base published at ``base``, which ends in ``/``."""

    base: str
    get: Get = field(default=get, repr=False)

    @cached_property
    def _catalogue(self) -> Mapping[str, object]:
        found = self._json(self._ask(CATALOGUE, MOST_CATALOGUE).strip())
        if not isinstance(found, dict) or not isinstance(found.get("tutoriels"), list):
            raise NotLentError(f"{self.base}{CATALOGUE} n’est pas la liste des fiches d’une base.")
        return found

    @cached_property
    def name(self) -> str:
        """What it calls itself."""
        return self._said("nom", LONGEST_NAME)

    @cached_property
    def licence(self) -> str:
        """The licence of its texts, as people read it; raises NotLentError when it has none."""
        told = self._said("licence_nom", LONGEST_LICENCE) or self._said("licence", LONGEST_LICENCE)
        if not told or not self.name:
            raise NotLentError(
                f"{self.base} ne dit pas son nom, ou la licence de ses textes : demandez-les-lui. "
                "Sans licence, rien ne s’emprunte."
            )
        return told

    @cached_property
    def licence_url(self) -> str:
        """Where that licence is read, empty when it does not say."""
        told = self._said("licence_url", 300)
        return told if is_https(told) else ""

    def offer(self, asked: str) -> Offer:
        """Return a tutorial by its number, or by ``theme/slug``; raises NotLentError."""
        wanted = REFERENCE.tidy(asked)
        card = next((each for each in self._cards if each.is_called(asked, wanted)), None)
        if card is not None and card.owner:
            raise NotLentError(
                f"{self.base} a elle-même emprunté la fiche {card.number} : prenez-la chez qui l’a "
                f"écrite, {printable(card.owner)}"
            )
        if card is not None:
            return card
        near = nearest_reference(wanted, [card.reference for card in self._cards])
        meant = f" Vouliez-vous dire « {near} » ?" if near and "/" in wanted else ""
        raise NotLentError(f"{self.base} n’a pas de fiche « {printable(asked)} ».{meant}")

    def text(self, offer: Offer) -> str:
        """Return the text of a tutorial, whose hash is the one told; raises NotLentError."""
        raw = self._ask(offer.address, MOST_TEXT).decode("utf-8", "replace").strip()
        before, after = SOURCE_CALL
        inner = raw.removeprefix(before).removesuffix(after.strip())
        found = self._json(f"[{inner}]".encode())
        if not isinstance(found, list) or len(found) != 2 or found[0] != offer.reference:
            raise NotLentError(f"{self.base}{offer.address} n’est pas le texte d’une fiche.")
        text = found[1]
        if not isinstance(text, str) or text_digest(text) != offer.digest:
            raise NotLentError(
                f"le texte de la fiche {offer.number} n’a pas l’empreinte que {self.base} annonce "
                ": elle est peut-être en train de changer. Recommencez plus tard."
            )
        return text

    @cached_property
    def _cards(self) -> tuple[Offer, ...]:
        listed = self._catalogue["tutoriels"]
        assert isinstance(listed, list)
        return tuple(found for card in listed if (found := _card(card)) is not None)

    def _ask(self, address: str, most: int) -> bytes:
        try:
            return self.get(self.base + address, most)
        except OSError as error:
            raise NotLentError(f"{self.base}{address} : {_reason(error)}.") from None

    def _json(self, raw: bytes) -> object:
        try:
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise NotLentError(f"ce que répond {self.base} ne se lit pas.") from None

    def _said(self, key: str, longest: int) -> str:
        told = self._catalogue.get(key)
        text = " ".join(printable(told).split()) if isinstance(told, str) else ""
        return text if len(text) <= longest else ""


def _reason(error: OSError) -> str:
    """Return why there is no answer: what a system says of it is in its own language."""
    if isinstance(error, TimeoutError):
        return "le site ne répond pas à temps"
    return str(error) if error.errno is None else "le site ne répond pas"


def _card(card: object) -> Offer | None:
    """Return an entry of the list of a base, None for what cannot be borrowed."""
    if not isinstance(card, dict):
        return None
    told = [card.get(key) for key in ("adresse", "numero", "relu_le", "empreinte", "texte")]
    if not all(isinstance(each, str) and each for each in told):
        return None
    address, number, reviewed, digest, source = map(str, told)
    reference = REFERENCE.tidy(address)
    if not REFERENCE.accepts(reference) or source != f"{FOLDER}/{reference}/{SOURCE_SCRIPT}":
        return None
    loan = card.get("emprunt")
    owner = str(loan.get("base")) if isinstance(loan, dict) else ""
    return Offer(reference, printable(number), printable(reviewed), digest, source, owner)
