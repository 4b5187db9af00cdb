"""Texts of a fixed form: numbers said over the phone, days, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import yaml

from boutdufil.model.finding import Code
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.model.web_address import Fault, WebAddress, is_host, read_address
from boutdufil.source.shape import Node, Reading, Schema, Shape, shown

# « cyber-hygiene/message-suspect »; not « message-suspect » alone.
_REFERENCE = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
# « securite/message-suspect/ »; not « ../message-suspect/ ».
_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+")
# « 2026-11-21 »; not « 21-11-2026 ».
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
# « 2026/11/21 », « 2026‑11‑21 », « 2026-11-21 10:00 »; not « 2026 ».
_YEAR_FIRST = re.compile(r"(\d{4})\W{1,3}(\d{1,2})\W{1,3}(\d{1,2})(?:[T ].*)?")
# « 21/11/2026 », « 21.11.2026 »; not « 21 novembre 2026 ».
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True)
class SpokenNumber(Shape[str]):
    """The number said over the phone: three or four digits, kept as written (``007``)."""

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        found = shown(node)
        if re.fullmatch(r"[0-9]{3,4}", found):
            return found
        digits = re.sub(r"[^0-9]", "", found)
        reading.report.add(
            Code.WRONG_NUMBER,
            reading.line(node),
            f"« {key} » ne se dit pas au téléphone",
            found=found,
            expected="trois ou quatre chiffres, sans espace",
            hint=f"{key}: {digits.zfill(3)}" if 0 < len(digits) < 5 else f"{key}: 101",
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        # An editor takes 007 for seven.
        return {"type": ["integer", "string"], "pattern": "^[0-9]{3,4}$", "maximum": 9999}


@dataclass(frozen=True)
class Day(Shape[date]):
    """A day that is not in the future, ``année-mois-jour``."""

    def read(self, node: Node, key: str, reading: Reading) -> date | None:
        found = shown(node)
        if match := _DAY.fullmatch(found):
            day = _day(*(int(part) for part in match.groups()))
            if day and day <= reading.today:
                return day
            if day:
                reading.report.add(
                    Code.WRONG_DATE,
                    reading.line(node),
                    f"« {key} » est dans le futur",
                    found=found,
                    expected="une date passée, au plus tard aujourd’hui",
                    hint="vérifiez l’année, puis le mois",
                )
                return None
            reading.report.add(
                Code.WRONG_DATE,
                reading.line(node),
                f"« {key} » n’est pas un jour du calendrier",
                found=found,
                expected="une date qui existe",
                hint="vérifiez le jour et le mois",
            )
            return None
        french = _FRENCH_DAY.fullmatch(found)
        meant = _day(*(int(part) for part in reversed(french.groups()))) if french else None
        certain = meant_day(found)
        known = certain or meant
        reading.report.add(
            Code.WRONG_DATE,
            reading.line(node),
            f"« {key} » n’est pas une date",
            found=found,
            expected="une date écrite année-mois-jour, avec des tirets",
            hint=f"{key}: {known}" if known else f"par exemple : {key}: 2026-11-21",
            fixable=certain is not None and certain <= reading.today,
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {"type": "string", "pattern": f"^{_DAY.pattern}$"}


def meant_day(text: str) -> date | None:
    """Return the day of ``21/11/2026``; None when another country would read another day."""
    first = _YEAR_FIRST.fullmatch(text)
    if first is not None:
        return _day(*(int(part) for part in first.groups()))
    match = _FRENCH_DAY.fullmatch(text)
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    return _day(year, month, day) if day > 12 or day == month else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class Matching(Shape[str]):
    """A text of a fixed form, such as an address."""

    accepts: Callable[[str], bool]
    expected: str
    example: str
    tidy: Callable[[str], str] = str
    pattern: str = ""
    """What the form is, for an editor; the build alone knows it all."""

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        found = self.tidy(shown(node))
        if isinstance(node, yaml.ScalarNode) and len(found) <= 300 and self.accepts(found):
            return found
        reading.report.add(
            Code.WRONG_ADDRESS,
            reading.line(node),
            f"« {key} » n’a pas la bonne forme",
            found=shown(node),
            expected=self.expected,
            hint=f"par exemple : {self.example}",
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        form = {"pattern": self.pattern} if self.pattern else {}
        return {"type": "string", "maxLength": 300, "examples": [self.example], **form}


def is_https(text: str) -> bool:
    """Tell whether ``text`` is a whole https address, which nothing hides."""
    return isinstance(read_address(text), WebAddress)


@dataclass(frozen=True)
class HttpsAddress(Matching):
    """A whole address in https, which leads where it seems to."""

    accepts: Callable[[str], bool] = is_https
    expected: str = "une adresse qui commence par https://"
    example: str = "https://www.service-public.fr/"
    pattern: str = r"^https://[^\s/]+\.[^\s]+$"

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        fault = read_address(shown(node)) if isinstance(node, yaml.ScalarNode) else None
        if not isinstance(fault, Fault):
            return super().read(node, key, reading)
        reading.report.add(
            fault.code,
            reading.line(node),
            fault.problem,
            found=shown(node),
            expected=fault.expected,
            hint=fault.hint,
        )
        return None


def tidy_reference(text: str) -> str:
    """Return ``theme/slug`` even when a whole path was written."""
    return text.strip().strip("/").removeprefix("tutoriels/").removesuffix(".md")


HTTPS = HttpsAddress()
HOST = Matching(
    is_host,
    "le nom d’un site, en minuscules, sans https:// ni barre",
    "service-public.fr",
    pattern=r"^(?:[a-z0-9-]+\.)+[a-z]+$",
)
REFERENCE = Matching(
    lambda text: bool(_REFERENCE.fullmatch(text)),
    "une fiche écrite thème/nom",
    "cyber-hygiene/message-suspect",
    tidy_reference,
    r"^/?(?:tutoriels/)?[a-z0-9-]+/[a-z0-9-]+(?:\.md)?/?$",
)
FORMER_ADDRESS = Matching(
    lambda text: bool(_ADDRESS.fullmatch(text)),
    "l’ancienne adresse, en minuscules, sans le nom du site",
    "securite/message-suspect/",
    lambda text: text.strip().strip("/") + "/",
    r"^/?(?:[a-z0-9-]+/)*[a-z0-9-]+/?$",
)
