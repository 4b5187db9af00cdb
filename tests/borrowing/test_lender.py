"""What a base answers is looked at as a stranger's: it may lie, lead elsewhere, or never end."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from boutdufil.kinds.loan.declaration import is_base
from boutdufil.tools import public_web
from boutdufil.tools.borrowing.adapting import adapted
from boutdufil.tools.borrowing.lender import CATALOGUE, Lender, NotLentError
from boutdufil.tools.public_web import get
from tests.borrowing.conftest import LENT, PHOTO, Base, Published
from tests.site.plain_host import hosted


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda lender: lender.tell(licence="", licence_nom=""),
            "Sans licence, rien ne s’emprunte",
        ),
        (lambda lender: lender.tell(nom=""), "ne dit pas son nom"),
        (lambda lender: lender.tell(tutoriels="toutes"), "n’est pas la liste des fiches"),
        (lambda lender: lender.tell(PHOTO, empreinte="0" * 64), "n’a pas l’empreinte"),
        (
            lambda lender: lender.tell(PHOTO, texte="../../../etc/passwd"),
            "n’a pas de fiche « 101 »",
        ),
        (
            lambda lender: lender.tell(PHOTO, adresse="tutoriels/../../a/"),
            "n’a pas de fiche « 101 »",
        ),
        (lambda lender: lender.tell(PHOTO, adresse=None), "n’a pas de fiche « 101 »"),
        (lambda lender: (lender.folder / CATALOGUE).write_text("[" * 99_999), "ne se lit pas"),
        (lambda lender: (lender.folder / CATALOGUE).unlink(), "le site répond 404"),
    ],
    ids=[
        *("sans licence", "sans nom", "une liste qui n’en est pas une", "une autre empreinte"),
        *("un texte ailleurs", "une adresse qui remonte", "sans adresse", "sans fin", "rien"),
    ],
)
def test_a_base_that_lies_lends_nothing(
    base: Base, lender: Published, change: Callable[[Published], object], told: str
) -> None:
    change(lender)
    before = base.everything()
    assert told in base.refused(lender.address, "101")
    assert base.everything() == before


@pytest.mark.parametrize(
    "script",
    ['alert(1);filFiche("a","b");\n', 'window.filFiche("autre/fiche","b");\n', "", "\0\xff"],
    ids=["un autre script", "une autre fiche", "rien", "des octets"],
)
def test_a_text_that_is_not_one_is_not_taken(base: Base, lender: Published, script: str) -> None:
    (lender.folder / "tutoriels" / PHOTO / "fiche.js").write_text(script, "latin-1")
    told = base.refused(lender.address, "101")
    assert "n’est pas le texte d’une fiche" in told or "ne se lit pas" in told
    assert not base.has(LENT)


def test_a_text_with_hidden_ends_of_lines_is_no_tutorial(base: Base, lender: Published) -> None:
    """What is written is what its hash is of: another form of it would be a change unsaid."""
    lender.correct(PHOTO, lambda text: text.replace("\n", "\r\n"))
    assert "n’est pas celui d’une fiche" in base.refused(lender.address, "101")


def test_a_name_that_orders_a_terminal_is_shown_without_its_orders(
    base: Base, lender: Published
) -> None:
    lender.tell(nom="La\x1b[31m médi\u202eathèque\n::error::a")
    told = base.borrowed(lender.address, "101")
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert base.checked()[0] == 0


def test_a_page_shows_a_name_as_a_text(base: Base, lender: Published) -> None:
    lender.tell(nom="<script>a()</script>", licence_url="javascript:a()")
    base.borrowed(lender.address, "101")
    html = base.built().html(f"tutoriels/{PHOTO}/")
    assert "&lt;script&gt;a()&lt;/script&gt;" in html
    assert "javascript:" not in html


def test_a_base_that_does_not_answer_is_told_in_french(base: Base) -> None:
    told = base.refused("http://127.0.0.1:1/", "101")
    assert f"http://127.0.0.1:1/{CATALOGUE} : le site ne répond pas." in told


def test_a_name_that_leads_within_a_private_network_is_not_asked(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address may come from a list that a stranger proposes: it joins no machine of ours."""

    def private(_host: str, port: int, **_kind: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", port))]

    monkeypatch.setattr(socket, "getaddrinfo", private)
    told = base.refused("https://exemple.fr/", "101")
    assert "ce nom mène à une machine privée, 10.0.0.7." in told


def test_a_text_beyond_the_bounds_is_not_even_adapted(base: Base, lender: Published) -> None:
    lender.correct(PHOTO, lambda text: text.replace("apres: [", "apres: [" + "a" * 150_000 + ", "))
    assert "n’est pas celui d’une fiche" in base.refused(lender.address, "101")


# The network ---------------------------------------------------------------------------------


def test_what_is_asked_for_has_a_bound(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a" * 5_000)
    with hosted(tmp_path) as host:
        assert get(f"{host.home}a", 5_000) == b"a" * 5_000
        with pytest.raises(OSError, match="dépasse"):
            get(f"{host.home}a", 4_999)


def test_what_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "dossier").mkdir()
    elsewhere = {"Location": "http://127.0.0.1:1/"}
    for path, headers in (("a", elsewhere), ("dossier", {})):
        with hosted(tmp_path, headers=headers) as host, pytest.raises(OSError, match="mène ailleu"):
            get(f"{host.home}{path}", 100)


def test_what_never_ends_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"a" * 500_000)
    monkeypatch.setattr(public_web, "LONGEST", -1.0)
    with hosted(tmp_path) as host, pytest.raises(OSError, match="n’en finit pas"):
        get(f"{host.home}a", 10**9)


@pytest.mark.parametrize(
    "url",
    [
        "http://exemple.fr/a",
        "http://127.0.0.1.exemple.fr/a",
        "file:///etc/passwd",
        "https://exemple.fr:8443/a",
        "ftp://127.0.0.1/a",
    ],
)
def test_nothing_else_is_asked_than_https_or_this_machine(url: str) -> None:
    with pytest.raises(OSError, match="ce n’est pas l’adresse d’un site en https"):
        get(url, 100)


@pytest.mark.parametrize(
    "address",
    [
        "http://exemple.fr/",
        "http://127.0.0.1.exemple.fr/",
        "http://127.0.0.1@exemple.fr/",
        "http://localhost:80/../",
        "https://exemple.fr",
        "https://exemple.fr/#a",
        "https://192.168.0.1/",
    ],
)
def test_an_address_that_is_no_base(address: str) -> None:
    assert not is_base(address)


@pytest.mark.parametrize(
    "address", ["https://exemple.fr/", "https://exemple.fr/aide/", "http://localhost:8000/a/"]
)
def test_an_address_that_may_be_one(address: str) -> None:
    assert is_base(address)


def test_a_lender_asks_each_thing_once(lender: Published) -> None:
    asked: list[str] = []

    def counted(url: str, most: int) -> bytes:
        asked.append(url.removeprefix(lender.address))
        return get(url, most)

    known = Lender(lender.address, counted)
    for _again in range(3):
        assert known.name == "La médiathèque"
        offer = known.offer("101")
    known.text(offer)
    assert asked == [CATALOGUE, f"tutoriels/{PHOTO}/fiche.js"]
    with pytest.raises(NotLentError):
        known.offer("3")


# What is cut ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("apres: [a/un, b/deux]\n", "apres: [a/un]\n"),
        ("apres: [b/deux]\n", ""),
        ("apres: b/deux\n", ""),
        ("apres:\n  - b/deux\n  - a/un\n", "apres: [a/un]\n"),
        ("apres: [a/un]  \n", "apres: [a/un]  \n"),
        ("apres :\n- tutoriels/a/un.md\n", "apres :\n- tutoriels/a/un.md\n"),
    ],
)
def test_neighbours_that_are_not_here_are_left_out(written: str, kept: str) -> None:
    text = f"---\ntitre: Je lis\n{written}niveau: 1\n---\n\navant: [b/deux]\n"
    expected = f"---\ntitre: Je lis\n{kept}niveau: 1\n---\n\navant: [b/deux]\n"
    assert adapted(text, "tutoriels/a/moi.md", {"tutoriels/a/un.md"}) == expected


def test_the_list_of_a_base_tells_the_text_of_each(lender: Published) -> None:
    listed = lender.catalogue["tutoriels"]
    assert isinstance(listed, list)
    for card in listed:
        assert (lender.folder / card["texte"]).is_file()
        assert card["emprunt"] is None
    assert json.dumps(lender.catalogue["licence_nom"]) == '"CC BY-SA 4.0"'
