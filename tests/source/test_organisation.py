"""Who publishes: what ``extra`` may say in ``mkdocs.yml``, and how a slip is explained."""

from __future__ import annotations

import pytest

from boutdufil.model.finding import Finding
from boutdufil.model.organisation import Organisation, PhoneLine, Sign
from boutdufil.source.organisation import ORGANISATION, is_drawing, read_organisation
from tests.conftest import TODAY
from tests.site.builds import REPOSITORY

FILE = "mkdocs.yml"


def read(extra: str) -> tuple[Organisation, tuple[Finding, ...]]:
    """Read settings whose ``extra`` is given, its lines already to the right."""
    return read_organisation(f"site_name: Ici\nextra:\n{extra}", FILE, TODAY)


def test_what_is_said_is_read() -> None:
    declared, findings = read(
        '  langue: fr-BE\n  telephone:\n    numero: "02 00 00 00 00"\n'
        "  signe:\n    dessin: <circle cx='16' cy='16' r='9'/>\n    trait: '#0b4f35'\n"
    )
    assert findings == ()
    assert declared == Organisation(
        language="fr-BE",
        phone=PhoneLine(number="02 00 00 00 00"),
        sign=Sign(drawing="<circle cx='16' cy='16' r='9'/>", stroke="#0b4f35"),
    )


@pytest.mark.parametrize(
    "extra", ["", "  telephone: {}\n  contact: ''\n  aide: []\n", "  credit:\n    phrase: ''\n"]
)
def test_what_is_empty_says_nothing(extra: str) -> None:
    assert read(extra) == (Organisation(), ())


@pytest.mark.parametrize(
    ("extra", "line", "hint"),
    [
        ("  pays: France\n  contacts: aide@exemple.fr\n", 4, "vouliez-vous dire « contact » ?"),
        ("  contact: aide arobase exemple\n", 3, "par exemple : aide@exemple.fr"),
        ("  langue: français\n", 3, "par exemple : fr-BE"),
        ("  signe:\n    trait: rouge\n", 4, "par exemple : '#123f6d'"),
        ("  telephone:\n    horaires: Le matin\n", 4, "numero: …"),
        ("  aide:\n    - nom: La mairie\n      url: http://mairie.fr/\n", 5, "https://"),
        ("  vie_privee:\n    contact: donnees@exemple.fr\n", 4, "responsable: …"),
    ],
)
def test_a_slip_is_told_at_its_line_with_what_to_write(extra: str, line: int, hint: str) -> None:
    declared, (finding, *others) = read(extra)
    assert declared == Organisation()
    assert (finding.path, finding.line, others) == (FILE, line, [])
    assert hint in finding.hint


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "un mot",
        "<circle",
        "<script>a()</script>",
        "<circle r='9' onload='a()'/>",
        "<path d='M0 0' style='x'/>",
        "<image href='https://exemple.fr/a.png'/>",
        "<!DOCTYPE a><path d='M0 0'/>",
        "</g><path d='M0 0'/><g>",
        "<a href='b'><path d='M0 0'/></a>",
        "<path d='M0 0'/>" * 200,
    ],
)
def test_a_drawing_is_shapes_and_nothing_else(drawing: str) -> None:
    assert not is_drawing(drawing)


def test_our_own_settings_are_read_whole() -> None:
    declared, findings = read_organisation((REPOSITORY / FILE).read_text("utf-8"), FILE, TODAY)
    assert findings == ()
    assert declared.sign.has_pictures
    assert declared.licence is not None


def test_every_key_says_what_it_means_or_holds_others() -> None:
    assert [key.name for key in ORGANISATION.keys if not key.meaning and key.shape is None] == []
