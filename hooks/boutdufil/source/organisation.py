"""What an organisation declares of itself, in ``extra`` of ``mkdocs.yml``: the one schema of it."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import yaml

from boutdufil.language.plans import PLANS, likely_country
from boutdufil.language.text import enumerate_french
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.organisation import (
    Answerable,
    ContentLicence,
    Credit,
    Help,
    Organisation,
    PhoneLine,
    Sign,
)
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import HTTPS, Matching
from boutdufil.source.shape import Flag, Node, Reading, Text

DECLARED = "extra"
COUNTRY = "pays"
_SHAPES = frozenset({"path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "g"})
_GEOMETRY = frozenset(
    {
        *("d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "width", "height"),
        *("points", "transform"),
    }
)
"""What a drawing may be made of: shapes, and where they are; neither colour, script nor link."""
# « fr », « fr-BE »; not « français ».
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# « #c4384c »; not « red ».
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# « aide@exemple.fr »; not « aide arobase exemple ».
_MAIL = re.compile(r"[^@\s\"<>]+@[^@\s\"<>]+\.[^@\s\"<>]+")


def is_drawing(text: str) -> bool:
    """Tell whether ``text`` is shapes of SVG, with nothing but their places.

    >>> is_drawing('<circle cx="16" cy="9" r="5"/>')
    True
    >>> is_drawing('<script src="a.js"/>')
    False
    """
    if len(text) > 2_000 or "<!" in text or "<?" in text:
        return False
    try:
        whole = ElementTree.fromstring(f"<g>{text}</g>")
    except ElementTree.ParseError:
        return False
    shapes = [*whole.iter()][1:]
    return bool(shapes) and all(
        shape.tag in _SHAPES and _GEOMETRY.issuperset(shape.attrib) for shape in shapes
    )


class _Drawing(Matching):
    """A drawing is longer than an address, which a Matching is made for."""

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        if isinstance(node, yaml.ScalarNode) and self.accepts(node.value):
            return str(node.value)
        return super().read(node, key, reading)


_COLOURED = Matching(
    lambda text: bool(_COLOUR.fullmatch(text)), "une couleur, en six chiffres", "'#123f6d'"
)
_MAILBOX = Matching(
    lambda text: bool(_MAIL.fullmatch(text)), "une adresse e-mail", "aide@exemple.fr"
)
_OPINION = Matching(
    lambda text: bool(_MAIL.fullmatch(text.removeprefix("mailto:"))) or text.startswith("https://"),
    "une adresse e-mail, ou celle d’une page",
    "aide@exemple.fr",
)
_ANSWERABLE = (
    Key("responsable", "name", Text(120), meaning="la personne, ou le service, qui en répond"),
    Key("contact", "contact", _MAILBOX, required=False, meaning="où lui écrire"),
)
ORGANISATION = Record(
    Organisation,
    (
        Key(
            "langue",
            "language",
            Matching(lambda text: bool(_LANGUAGE.fullmatch(text)), "le code d’une langue", "fr-BE"),
            required=False,
            meaning="la langue des textes : fr, fr-BE",
        ),
        Key(
            COUNTRY,
            "country",
            Text(60),
            required=False,
            meaning="le pays, dont les numéros de téléphone sont vérifiés",
        ),
        Key("suffixe", "suffix", Text(60), required=False, meaning="après le nom, à l’accueil"),
        Key("exemple", "example", Text(60), required=False, meaning="ce que l’on peut chercher"),
        Key(
            "signe",
            "sign",
            Record(
                Sign,
                (
                    Key(
                        "dessin",
                        "drawing",
                        _Drawing(
                            is_drawing,
                            "des formes SVG, dans un carré de 32, sans couleur",
                            '<circle cx="16" cy="16" r="9"/>',
                        ),
                        required=False,
                        meaning="le dessin à côté du nom",
                    ),
                    Key("trait", "stroke", _COLOURED, required=False),
                    Key("fond", "paper", _COLOURED, required=False),
                    Key("action", "action", _COLOURED, required=False),
                    Key("images", "has_pictures", Flag(), required=False),
                ),
            ),
            required=False,
        ),
        Key(
            "telephone",
            "phone",
            Record(
                PhoneLine,
                (
                    Key("numero", "number", Text(30), meaning="le numéro, entre guillemets"),
                    Key("horaires", "hours", Text(120), required=False),
                ),
            ),
            required=False,
        ),
        Key("contact", "contact", _MAILBOX, required=False, meaning="où nous écrire"),
        Key("avis", "opinion", _OPINION, required=False, meaning="où va un avis"),
        Key(
            "aide",
            "helps",
            ListOf(
                Record(
                    Help,
                    (
                        Key("nom", "name", Text(80), meaning="qui aide"),
                        Key("phrase", "sentence", Text(160), required=False),
                        Key("url", "url", HTTPS, meaning="son site"),
                    ),
                ),
                0,
                8,
            ),
            required=False,
        ),
        Key(
            "licence",
            "licence",
            Record(
                ContentLicence,
                (
                    Key("nom", "name", Text(60), meaning="le nom de la licence"),
                    Key("code", "code", Text(60), meaning="son code SPDX"),
                    Key("url", "url", HTTPS, meaning="où la lire"),
                    Key("phrase", "sentence", Text(120), required=False),
                ),
            ),
            required=False,
        ),
        Key(
            "credit",
            "credit",
            Record(
                Credit,
                (
                    Key("phrase", "sentence", Text(200), meaning="d’où viennent les textes"),
                    Key("url", "url", HTTPS, required=False),
                ),
            ),
            required=False,
        ),
        Key("propositions", "proposals", Record(Answerable, _ANSWERABLE), required=False),
        Key("accessibilite", "accessibility", Record(Answerable, _ANSWERABLE), required=False),
        Key(
            "vie_privee",
            "privacy",
            Record(
                Answerable,
                (
                    *_ANSWERABLE,
                    Key("hebergeur", "host", Text(120), required=False, meaning="qui héberge"),
                ),
            ),
            required=False,
        ),
    ),
)


def read_organisation(
    text: str, path: str, today: date
) -> tuple[Organisation, tuple[Finding, ...]]:
    """Read what a file of settings declares, ``path`` being its own; a wrong one says nothing.

    What is empty, as ``telephone: {}``, says nothing either.
    """
    report = Report(path)
    try:
        whole = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return Organisation(), ()  # MkDocs tells what is wrong, and where.
    node = _value_of(whole, DECLARED)
    if node is None or not node.value:
        return Organisation(), ()
    _drop_empty(node)
    read = ORGANISATION.read(node, DECLARED, Reading(report, today))
    if read is not None and read.plan is None:
        _tell_unknown(read.country, node, report)
    return read or Organisation(), tuple(report.findings)


def _tell_unknown(country: str, node: Node, report: Report) -> None:
    """Tell that the numbers of a country are not known, and what is then not checked."""
    value = _value_of(node, COUNTRY)
    near = likely_country(country)
    report.add(
        Code.UNKNOWN_PLAN,
        value.start_mark.line + 1 if value is not None else 1,
        "les numéros de téléphone de ce pays ne sont pas connus : aucun n’est vérifié",
        found=country,
        expected=f"un pays connu : {enumerate_french(plan.country for plan in PLANS)}",
        hint=f"vouliez-vous dire « {near} » ?"
        if near
        else "relisez chaque numéro que disent les fiches, surtaxés et portables compris",
    )


def read_name(text: str) -> str:
    """Return the name of the site that a file of settings declares, empty when it says none."""
    try:
        node = _value_of(yaml.compose(text, Loader=yaml.SafeLoader), "site_name")
    except yaml.YAMLError:
        return ""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _value_of(whole: Node | None, key: str) -> Node | None:
    if not isinstance(whole, yaml.MappingNode):
        return None
    return next((value for name, value in whole.value if name.value == key), None)


def _drop_empty(node: Node) -> None:
    if isinstance(node, yaml.MappingNode):
        for _name, value in node.value:
            _drop_empty(value)
        node.value = [(name, value) for name, value in node.value if value.value]
