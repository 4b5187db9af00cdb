"""What ``emprunts.yml`` declares, which ``fil emprunter`` writes."""

from __future__ import annotations

import re

from boutdufil.kinds.loan.values import Loan, Loans
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import HTTPS, REFERENCE, Matching, is_https
from boutdufil.source.shape import Flag, Text

LOANS_FILE = "emprunts.yml"
MOST_LOANS = 400
# « http://127.0.0.1:8000/ », a base looked at on this machine; not « http://127.0.0.1.fr/ ».
_LOOPBACK = re.compile(r"http://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?/[\w./-]*", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}")


def is_base(text: str) -> bool:
    """Tell whether ``text`` is the address of a published base, ending in ``/``.

    >>> is_base("https://exemple.fr/aide/"), is_base("http://exemple.fr/"), is_base("file:///a/")
    (True, False, False)
    """
    is_known = bool(_LOOPBACK.fullmatch(text)) or is_https(text)
    return is_known and text.endswith("/") and not {*"?#"} & {*text} and "/../" not in text


def tidy_base(text: str) -> str:
    """Return an address of a base as it is kept: it ends in ``/``."""
    return text.strip().rstrip("/") + "/"


_HASH = Matching(
    lambda text: bool(_DIGEST.fullmatch(text)), "soixante-quatre chiffres et lettres", "0a1b2c…"
)
LOANS = Record(
    Loans,
    (
        Key(
            "emprunts",
            "loans",
            ListOf(
                Record(
                    Loan,
                    (
                        Key("fiche", "reference", REFERENCE, meaning="la fiche, écrite thème/nom"),
                        Key(
                            "base",
                            "base",
                            Matching(
                                is_base,
                                "l’adresse d’une base publiée, en https",
                                "https://exemple.fr/",
                                tidy_base,
                            ),
                            meaning="l’adresse de la base qui l’a écrite",
                        ),
                        Key("nom", "name", Text(120), required=False, meaning="son nom"),
                        Key("licence", "licence", Text(60), required=False, meaning="la licence"),
                        Key("licence_url", "licence_url", HTTPS, required=False),
                        Key("empreinte", "digest", _HASH, required=False, meaning="son texte"),
                        Key("ici", "here", _HASH, required=False, meaning="le texte écrit ici"),
                        Key(
                            "modifiee",
                            "is_changed",
                            Flag(),
                            required=False,
                            meaning="oui : nous l’avons changée depuis",
                        ),
                    ),
                    "- {fiche: cyber-hygiene/message-suspect, base: https://exemple.fr/}",
                ),
                0,
                MOST_LOANS,
            ),
            meaning="les fiches prises à d’autres bases",
        ),
    ),
)
