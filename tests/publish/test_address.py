"""The address of the site: mended where its meaning is sure, refused with the line to write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.publish.address import EXAMPLE, site_address

_PROPOSED = re.compile(r"Écrivez : SITE_URL=(\S+)$")


@pytest.mark.parametrize(
    ("given_text", "address"),
    [
        ("", ""),
        ("  \n", ""),
        ("https://exemple.fr/", "https://exemple.fr/"),
        ("https://exemple.fr", "https://exemple.fr/"),
        (" https://exemple.fr/aide\u00a0", "https://exemple.fr/aide/"),
        ("\ufeffhttps://exemple.fr/aide", "https://exemple.fr/aide/"),
        ("HTTP://EXEMPLE.FR/Aide/", "http://exemple.fr/Aide/"),
        ("http://127.0.0.1:8000/sous/", "http://127.0.0.1:8000/sous/"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://exemple.fr/mon aide/", "https://exemple.fr/mon%20aide/"),
        ("https://exemple.fr/médiation", "https://exemple.fr/m%C3%A9diation/"),
        ("https://exemple.fr/me\u0301diation", "https://exemple.fr/m%C3%A9diation/"),
        ("https://exemple.fr/m%C3%A9diation/", "https://exemple.fr/m%C3%A9diation/"),
        ("https://exemple.fr/100%/", "https://exemple.fr/100%25/"),
        ("https://exemple.fr/<b>\"'/", "https://exemple.fr/%3Cb%3E%22'/"),
        ("https://exemple.fr/~aide/a@b:c,d;e=f&g/", "https://exemple.fr/~aide/a@b:c,d;e=f&g/"),
        ("https://médiathèque.fr/", "https://xn--mdiathque-53af.fr/"),
        ("https://xn--mdiathque-53af.fr/", "https://xn--mdiathque-53af.fr/"),
    ],
)
def test_what_is_meant_is_written_for_machines(given_text: str, address: str) -> None:
    assert site_address(given_text) == address


@pytest.mark.parametrize(
    ("text", "reason", "proposed"),
    [
        ("exemple.fr", "le début manque", "https://exemple.fr/"),
        ("exemple.fr/mon aide", "le début manque", "https://exemple.fr/mon%20aide/"),
        ("//exemple.fr/aide/", "le début manque", "https://exemple.fr/aide/"),
        ("localhost:8000", "le début manque", "https://localhost:8000/"),
        ("/aide/", "le début manque", "https://aide/"),
        ("https:/exemple.fr/", "le début manque", "https://exemple.fr/"),
        ("ftp://exemple.fr/", "commencer par « https:// »", "https://exemple.fr/"),
        ("file:///home/site/", "commencer par « https:// »", EXAMPLE),
        ("https://exemple.fr/?p=1", "une question (« ? »)", "https://exemple.fr/"),
        ("https://exemple.fr/aide?", "une question (« ? »)", "https://exemple.fr/aide/"),
        ("https://exemple.fr/#bas", "un repère (« # »)", "https://exemple.fr/"),
        ("https://exemple.fr/a?b#c", "un repère (« # »)", EXAMPLE),
        ("https://", "le nom du site ne se lit pas", EXAMPLE),
        ("https:///aide/", "le nom du site ne se lit pas", EXAMPLE),
        ("https://mon site.fr/", "le nom du site ne se lit pas", EXAMPLE),
        ("https://mon_site.fr/", "le nom du site ne se lit pas", EXAMPLE),
        ("https://-exemple.fr/", "le nom du site ne se lit pas", EXAMPLE),
        (f"https://{'é' * 64}.fr/", "le nom du site ne se lit pas", EXAMPLE),
        ("https://exemple.fr:porte/", "le nombre qui le suit", EXAMPLE),
        ("https://exemple.fr:99999/", "le nombre qui le suit", EXAMPLE),
        ("https://[::1/", "le nombre qui le suit", EXAMPLE),
        ("https://moi:secret@exemple.fr/a", "un nom d’utilisateur", "https://exemple.fr/a/"),
        ("https://exemple.fr/a\\b", "« \\ » n’est pas « / »", "https://exemple.fr/a/b/"),
        ("https://exemple.fr/a/../b/", "« . » et « .. »", EXAMPLE),
        ("https://exemple.fr/index.html", "celle d’une page", "https://exemple.fr/"),
        ("https://exemple.fr/a\u200bb/", "un caractère invisible", EXAMPLE),
        ("https://exemple.fr/a\nb/", "un caractère invisible", EXAMPLE),
    ],
)
def test_what_cannot_be_an_address_is_refused(text: str, reason: str, proposed: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)) as refused:
        site_address(text)
    told = str(refused.value)
    assert told.startswith(f"SITE_URL : « {text} » n’est pas l’adresse d’un site")
    match = _PROPOSED.search(told)
    assert match
    assert match[1] == proposed


@given(st.text(), st.sampled_from(["", "https://", "https://exemple.fr/"]))
def test_an_address_is_plain_and_lasts(text: str, start: str) -> None:
    try:
        address = site_address(start + text)
    except ValueError as refused:
        match = _PROPOSED.search(str(refused))
        assert match
        assert site_address(match[1]) == match[1]
        return
    assert address == "" or re.fullmatch(r"https?://[!-~]+/", address)
    assert not re.search(r"[?#<>\"\\ ]", address)
    assert site_address(address) == address
