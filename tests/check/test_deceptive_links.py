"""A link leads where it seems to, and what it shows is where it leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Code
from boutdufil.project import check
from tests.check.strangers import (
    PLACES,
    Told,
    aloud,
    changed,
    in_heading,
    in_message,
    in_page,
    in_text,
)
from tests.conftest import WriteTree

LIARS = (
    *(
        "https://impots.gouv.fr@evil.com/",
        "https://www.cnil.fr:443@evil.com/",
        "https://evil.com\\\\.cnil.fr/",
    ),
    *("https://evil.com\\.cnil.fr/", "https://cnil.fr%2eevil.com/", "https://cnil.fr%40evil.com/"),
    *("https://impоts.gouv.fr/", "https://impôts.gouv.fr/", "https://xn--impts-qta.gouv.fr/"),
    *(
        "https://cnil。fr/",
        "https://ｃnil.fr/",
        "https://cnil.fr.xn--e1afmkfd/",
        "https://www.сnil.fr/",
    ),
    *(
        "https://192.168.1.1/",
        "https://10.0.0.1/reset",
        "https://169.254.169.254/",
        "https://[::1]/",
    ),
    *(
        "https://3232235777/",
        "https://0xC0A80101/",
        "https://127.1/",
        "https://localhost/",
        "https://box.local/",
    ),
    *("https://routeur/", "https://cnil.fr./", "https://cnil.fr:8443/", "https://-cnil.fr/"),
    *(
        "https://www.cnil.fr/a.apk",
        "https://www.cnil.fr/a.EXE",
        "https://www.cnil.fr/a.%61pk",
        "https://www.cnil.fr/?f=a.msi&x=1",
    ),
    *(
        "https://www.cnil.fr/a.ipa#x",
        "https://www.cnil.fr/a.mobileconfig",
        "https://www.cnil.fr/a.dmg/",
        "https://www.cnil.fr/a&#46;apk",
    ),
    *(
        "https://www.cnil.fr/?url=https://evil.com",
        "https://www.cnil.fr/go?u=%2F%2Fevil.com",
        "https://www.cnil.fr//evil.com",
    ),
    *("https://www.cnil.fr&#46;evil.com/", "https://www.cnil.fr&#64;evil.com/"),
    *(
        "tel:*21*0612345678#",
        "tel:%2A21%23",
        "tel:**21*0612345678%23",
        "tel:17;phone-context=evil.com",
        "tel:17,,1",
    ),
    *(
        "mailto:aide@cnil.fr?bcc=a@evil.com",
        "mailto:aide@cnil.fr,a@evil.com",
        "mailto:a@cnil.fr?body=x",
        "mailto:a@сnil.fr",
    ),
    *(
        "//evil.com/",
        "http://www.cnil.fr/",
        "HTTPS://www.cnil.fr/",
        "https:www.cnil.fr",
        "https:/www.cnil.fr/",
    ),
    *(
        "javascript:alert(1)",
        "data:text/html,x",
        "sms:81234",
        "intent://a#Intent;end",
        "market://details?id=a",
        "file:///etc/passwd",
    ),
    *(
        "\\\\\\\\evil.com/a.md",
        "/\\evil.com/a.md",
        "ftp://evil.com/",
        "blob:https://evil.com/",
        "site:evil/",
    ),
)
SHOWN = (
    *(
        "[www.impots.gouv.fr](https://www.cnil.fr/)",
        "[https://impots.gouv.fr](https://www.cnil.fr/)",
    ),
    *(
        "[impots.gouv.fr](https://www.cnil.fr/)",
        "[**impots**.gouv.fr](https://www.cnil.fr/)",
        "[IMPOTS.GOUV.FR](https://www.cnil.fr/)",
    ),
    *(
        "[impоts.gouv.fr](https://www.impots.gouv.fr/)",
        "[cnil．fr](https://www.impots.gouv.fr/)",
        "[`cnil.fr`](https://www.impots.gouv.fr/)",
    ),
    *(
        "[cnil&#46;fr](https://www.impots.gouv.fr/)",
        "[cnil, point, fr](https://www.impots.gouv.fr/)",
        "[cnil.fr/aide](https://www.impots.gouv.fr/)",
    ),
    *(
        "[aide@cnil.fr](mailto:aide@impots.gouv.fr)",
        "[le 3018](tel:17)",
        "[01 23 45 67 89](tel:3018)",
    ),
    "[www.cnil.fr][r]\n\n[r]: https://www.impots.gouv.fr/",
)


@pytest.mark.parametrize("place", [in_text, in_page], ids=lambda place: place.__name__)
@pytest.mark.parametrize("address", LIARS)
def test_a_link_leads_where_it_seems_to(
    told: Told, place: Callable[[str], str], address: str
) -> None:
    found = told(place(f"Je lis le [guide]({address})."))
    assert found & {Code.DECEPTIVE_LINK, Code.WRONG_LINK}


@pytest.mark.parametrize("place", [in_text, in_page], ids=lambda place: place.__name__)
@pytest.mark.parametrize("written", SHOWN)
def test_a_text_that_shows_an_address_shows_its_own(
    told: Told, place: Callable[[str], str], written: str
) -> None:
    assert Code.DECEPTIVE_LINK in told(place(f"Je lis {written}"))


@pytest.mark.parametrize(
    "address", [each for each in LIARS if each.startswith("https://") and "&#" not in each]
)
def test_a_source_leads_where_it_seems_to(told: Told, address: str) -> None:
    found = told(changed("    url: https://www.cybermalveillance.gouv.fr/", f"    url: {address}"))
    assert found & {Code.DECEPTIVE_LINK, Code.WRONG_ADDRESS, Code.LOOKALIKE}


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Allez sur evil.com",
            "evil.com/colis",
            "Le site cnil.fr.evil.com",
            "cnil-fr.com",
            "evil.example",
        ),
        *(
            "evil．com",
            "evil。com",
            "WWW.EVIL.COM",
            "https://www.cnil.fr/",
            "www.cnil.fr",
            r'"evil\u002ecom"',
            "evil.club/a",
        ),
    ],
)
def test_a_message_holds_no_address_but_the_name_of_a_known_site(told: Told, words: str) -> None:
    assert told(in_message(words)) & {Code.WRONG_LINK, Code.LOST_CHARACTER}


@pytest.mark.parametrize(
    "place", [in_text, aloud, in_page, in_heading], ids=lambda place: place.__name__
)
@pytest.mark.parametrize(
    "words", ["Je vais sur faux-impots.fr", "Je vais sur impots-gouv.fr.co", "www.evil.com"]
)
def test_a_site_that_nobody_knows_is_told(
    told: Told, place: Callable[[str], str], words: str
) -> None:
    assert Code.UNKNOWN_HOST in told(place(words))


@pytest.mark.parametrize("place", [in_text, in_page], ids=lambda place: place.__name__)
def test_a_link_to_a_site_that_nobody_knows_is_told(
    told: Told, place: Callable[[str], str]
) -> None:
    assert Code.UNKNOWN_HOST in told(place("Je lis le [guide](https://www.evil.com/)."))
    assert Code.UNKNOWN_HOST in told(place("J’écris à [l’aide](mailto:aide@evil.com)."))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_letter_of_another_alphabet_is_told(told: Told, place: Callable[[str], str]) -> None:
    assert Code.LOOKALIKE in told(place("Je lis impоts"))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Je lis [www.cnil.fr](https://www.cnil.fr/).",
            "Je lis [cnil.fr](https://www.cnil.fr/fr/guide).",
            "Je lis <https://www.cnil.fr/>.",
        ),
        *(
            "Je lis [impots.gouv.fr](https://cfspart.impots.gouv.fr/).",
            "J’appelle le [3018](tel:3018).",
            "J’appelle [le 17](tel:17).",
        ),
        *(
            "J’écris à [aide@cnil.fr](mailto:aide@cnil.fr).",
            "[Le guide de la CNIL](https://www.cnil.fr/fr/a?b=c&d=e#f) aide.",
        ),
        *(
            "Une imitation écrit gouv.org, ou colis.example.",
            "Un fichier photo.jpg, un CV.pdf.",
            "Le site почта est en russe.",
        ),
        *(
            "Je lis [la fiche 101](exemple.md).",
            "Il mesure 3 µm.",
            "[le fichier numeros.yml](exemple.md)",
        ),
    ],
)
def test_an_honest_link_is_let_be(told: Told, words: str) -> None:
    refused = {Code.DECEPTIVE_LINK, Code.WRONG_LINK, Code.UNKNOWN_HOST, Code.LOOKALIKE}
    assert not told(in_text(words)) & refused


HIDDEN = (
    *("[x][r]\n\n[r]: //evil.com/", "[r]\n\n[r]: //evil.com/", "[x][R]\n\n[r]: <//evil.com/>"),
    *("~~~\n\n[x](//evil.com/)", "```\n[x](//evil.com/)", "~~~~\n~~~\n[x](//evil.com/)"),
    *(
        "\\`[x](//evil.com/)\\`",
        "`` ` [x](//evil.com/)",
        "`a\n\n[x](//evil.com/)`",
        "\\``[x](//evil.com/)`",
    ),
    *(
        "mots\n    [x](//evil.com/)",
        "- ```\n[x](//evil.com/)\n- ```",
        "> ~~~\n[x](//evil.com/)\n~~~",
    ),
    *("[x]( //evil.com/ )", "[x](<//evil.com/>)", '[x](//evil.com/ "t")', "[a\nb](//evil.com/)"),
    *(
        "![x](//evil.com/a.png)",
        "[![x](a.png)](//evil.com/)",
        "<https://a@evil.com/>",
        "[[x]](//evil.com/)",
    ),
    *("<a href='//evil.com/'>x</a>", "`<a\n\nhref='//evil.com/'>x</a>`", "\\`<b>x</b>\\`"),
    *("mots " * 500 + "[x](//evil.com/)", "~~~\n" + "mots " * 500 + "\n[x](//evil.com/)"),
    "a | b\n--|--\n[x](//evil.com/) | c",
)


@pytest.mark.parametrize("written", HIDDEN)
def test_a_page_publishes_no_link_that_was_not_looked_at(
    write_tree: WriteTree, tmp_path: Path, today: date, written: str
) -> None:
    write_tree(tmp_path, in_page(written))
    content = ContentReader(tmp_path).read(today)
    pages = {page.path: page for page in content.pages}
    page = pages.get("mediateurs/aide.md")
    if page is None:
        assert any(each.path == "mediateurs/aide.md" for each in check(content))
    else:
        assert 'href="//' not in str(page.html)
        assert "<b>" not in str(page.html)
