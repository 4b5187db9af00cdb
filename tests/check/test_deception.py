"""Nobody is led astray: a dear number, a link that lies, is told wherever a stranger writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.check.lists import accepted_lists, judged_by, self_declared
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Code
from boutdufil.project import check
from tests.conftest import REQUIRED, WriteTree

LISTS = """\
--- fichier: relecture.yml
sites: [gouv.fr, cnil.fr, service-public.fr]
exemples: [gouv.org]
raccourcis: [bit.ly]
--- fichier: numeros.yml
numeros:
  - numero: 17
    nom: Police secours
    source: exemple
    surtaxe: non
    etat: ouvert
  - numero: 3018
    nom: Harcèlement
    source: exemple
    surtaxe: non
    etat: ouvert
"""
TUTORIAL = "--- fiche: tutoriels/cyber-hygiene/exemple.md\n"
Told = Callable[[str], set[Code]]


def _tutorial(old: str, new: str) -> str:
    lines = "".join(f"> {line}\n" for line in new.split("\n"))
    return f"{TUTORIAL}< {old}\n{lines}"


def in_text(words: str) -> str:
    """In what the public reads."""
    return _tutorial("Je lis le message en entier.", words)


def aloud(words: str) -> str:
    """In what is said."""
    return _tutorial("Lisez le message.", words)


def in_message(words: str) -> str:
    """In the message that the person keeps."""
    return _tutorial("recap: J’attends, je vérifie, je signale.", f"recap: {words}")


def in_page(words: str) -> str:
    """In a page written by hand."""
    return f"--- fichier: mediateurs/aide.md\n---\ntitre: Une aide\n---\n\n{words}\n"


def in_term(words: str) -> str:
    """In a definition."""
    keys = f"terme: ligne\ndefinition: {words}\nau_telephone:\n  tous: Une ligne.\n"
    return f"--- fichier: glossaire/ligne.md\n---\n{keys}---\n"


def in_heading(words: str) -> str:
    """In the title of a step."""
    return _tutorial("### Je lis le message", f"### {words}")


def in_answer(words: str) -> str:
    """In an answer, and what is read then."""
    answers = f"- **{words}** : « Bien. »\n- **Rien** : « Bien. »"
    return aloud(f"Lisez.\n///\n\n/// demander | Que lisez-vous ?\n{answers}")


def in_code(words: str) -> str:
    """In words that are shown as they are."""
    return in_text(f"Je tape `{words}` lentement.")


def in_screen(words: str) -> str:
    """On a drawn screen."""
    return in_text(f"/// ecran | Un appel\ncadre: telephone\ncorps:\n  - texte: {words}\n///")


@pytest.fixture
def told(write_tree: WriteTree, tmp_path: Path, today: date) -> Told:
    """Return what answers the codes of what is found in a tree."""

    def answer(tree: str) -> set[Code]:
        write_tree(tmp_path, tree if LISTS in tree else tree + LISTS)
        return {found.code for found in check(ContentReader(tmp_path).read(today))}

    return answer


SPELLINGS = (
    *("08 99 70 07 00", "0899700700", "0 899 700 700", "08.99.70.07.00", "08-99-70-07-00"),
    *("08  99  70  07  00", "08 - 99 - 70 - 07 - 00", "08/99/70/07/00", "08_99_70_07_00"),
    *("n° 08 99 70 07 00", "fiche 08 99 70 07 00", "le 3 08 99 70 07 00", "0899700700 euros"),
    *("+33 8 99 70 07 00", "+33899700700", "0033 899 70 07 00", "+33 (0)8 99 70 07 00"),
    *("０８９９７００７００", "٠٨٩٩٧٠٠٧٠٠", "⁰⁸ ⁹⁹ ⁷⁰ ⁰⁷ ⁰⁰", "O8 99 7O O7 OO", "⓪⑧⑨⑨⑦⓪⓪⑦⓪⓪"),
    *("08 99 (70) 07 00", "0 8 9 9 7 0 0 7 0 0", "0.8.9.9.7.0.0.7.0.0", "08,99,70,07,00"),
    *("08 99 70 07 00 00", "0899 70 07 00 (2,99 €)", "08 99 70 07 00 ou 3018"),
    "zéro huit, quatre-vingt-dix-neuf, soixante-dix, zéro sept, zéro zéro",
    "zéro huit cent quatre-vingt-dix-neuf, sept cents, sept cents",
    "zero huit quatre vingt dix neuf soixante dix zero sept zero zero",
    "zéro, huit, neuf, neuf, sept, zéro, zéro, sept, zéro, zéro",
    "zéro huit nonante-neuf septante zéro sept zéro zéro",
    "08 quatre-vingt-dix-neuf 70 07 00",
    *("118 218", "118218", "118 000", "le cent dix-huit, deux cent dix-huit"),
    *("SMS au 81234", "OUI au 81234", "envoyez STOP au 8 12 34", "le code par SMS au 6 16 16"),
    *(
        "+216 71 123 456",
        "+21671123456",
        "00216 71 12 34 56",
        "+1 (473) 555-0123",
        "+44 20 7946 0958",
    ),
    "plus deux cent seize, soixante et onze, douze, trente-quatre, cinquante-six",
)
MARKED = (
    *("08 **99** 70 07 00", "08 *99* 70 07 00", "**08** **99** **70** **07** **00**"),
    *("08 99\n70 07 00", "08\n99\n70\n07\n00", "08 99  \n70 07 00", "08 99\\\n70 07 00"),
    *("08 [99](https://www.cnil.fr/) 70 07 00", "08 `99` 70 07 00", "\\08 \\99 70 07 00"),
    *("&#48;&#56; 99 70 07 00", "08&nbsp;99&nbsp;70&nbsp;07&nbsp;00", "08&#32;99&#32;70 07 00"),
    *("[j’appelle](tel:0899700700)", "[j’appelle](tel:+33899700700)", "[j’appelle](tel:118218)"),
    *("[j’appelle](tel:+21671123456)", "[j’appelle](tel:0%38%3999700700)"),
    "| 08 | 99 |\n|---|---|\n| 70 | 07 00 |",
    "- 08 99\n- 70 07 00",
    "08 99\n\n70 07 00",
    "{08 99|08 99} 70 07 00",
    "08 {99|99} 70 07 00",
)
PLACES = (in_text, aloud, in_message, in_page, in_term, in_heading, in_answer, in_code, in_screen)


@pytest.mark.parametrize("written", SPELLINGS)
def test_a_dear_number_is_told_however_it_is_spelt(told: Told, written: str) -> None:
    assert Code.PREMIUM_NUMBER in told(in_text(f"J’appelle le {written}."))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("written", ["08 99 70 07 00", "0899700700", "+216 71 123 456"])
def test_a_dear_number_is_told_wherever_it_stands(
    told: Told, place: Callable[[str], str], written: str
) -> None:
    assert Code.PREMIUM_NUMBER in told(place(f"J’appelle le {written}"))


@pytest.mark.parametrize("place", [in_text, in_page], ids=lambda place: place.__name__)
@pytest.mark.parametrize("written", MARKED)
def test_a_dear_number_is_told_through_its_marks(
    told: Told, place: Callable[[str], str], written: str
) -> None:
    assert Code.PREMIUM_NUMBER in told(place(written))


@pytest.mark.parametrize("place", [in_message, in_screen], ids=lambda place: place.__name__)
@pytest.mark.parametrize(
    "written", [r'"\u0030899700700"', r'"\x30899 70 07 00"', "'08 99 70 07 00'"]
)
def test_yaml_hides_no_number(told: Told, place: Callable[[str], str], written: str) -> None:
    assert Code.PREMIUM_NUMBER in told(place(written))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titre", "J’appelle le 0899700700"),
        ("resume", "Le 08 99 70 07 00 répond."),
        ("nom", "Le 0899 70 07 00"),
    ],
)
def test_a_front_matter_hides_no_number(told: Told, key: str, value: str) -> None:
    lines = {
        "titre": "titre: Je vérifie un message",
        "resume": "resume: J’ai reçu un message. Je regarde s’il est dangereux.",
        "nom": "  - nom: Cybermalveillance.gouv.fr",
    }
    start = lines[key].partition(":")[0]
    assert Code.PREMIUM_NUMBER in told(_tutorial(lines[key], f"{start}: {value}"))


def test_a_heading_and_what_is_under_it_make_a_number(told: Told) -> None:
    tree = _tutorial("### Je lis le message", "### 08 99")
    tree += "\n< Je lis le message en entier.\n> 70 07 00\n"
    assert Code.PREMIUM_NUMBER in told(tree)


@pytest.mark.parametrize("number", ["08 99 70 07 00", "118 218", "81234", "+216 71 12 34 56"])
@pytest.mark.parametrize("surcharged", ["oui", "non"])
def test_declaring_a_dear_number_does_not_let_it_through(
    told: Told, number: str, surcharged: str
) -> None:
    declared = (
        f"  - numero: {number}\n    nom: Faux\n    source: moi\n"
        f"    surtaxe: {surcharged}\n    etat: ouvert\n"
    )
    assert Code.PREMIUM_NUMBER in told(in_text("Je lis.") + LISTS + declared)
    assert Code.PREMIUM_NUMBER in told(in_text(f"J’envoie OUI au {number}.") + LISTS + declared)


def test_one_dear_number_is_vital_and_says_its_price(told: Told) -> None:
    words = "Le 0 892 705 705 bloque la carte. L’appel est payant."
    declared = "  - numero: 0 892 705 705\n    nom: Opposition\n    source: exemple\n"
    assert Code.PREMIUM_NUMBER in told(in_text(words))
    free = f"{declared}    surtaxe: non\n    etat: ouvert\n"
    assert Code.PREMIUM_NUMBER in told(in_text(words) + LISTS + free)
    dear = f"{declared}    surtaxe: oui\n    etat: ouvert\n"
    assert Code.PREMIUM_NUMBER not in told(in_text(words) + LISTS + dear)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "En 2026, le 21/11/2026 à 10 h 30.",
            "Le code 482913.",
            "Il coûte 12 000 euros.",
            "Je compte 3 500 pages.",
        ),
        *(
            "J’habite à Paris, 75001.",
            "Le code postal est 75001.",
            "La fiche 101, puis la fiche 3018.",
            "Windows 11, version 23H2.",
            "Un, deux, trois.",
        ),
        *(
            "Je tape `*#06#`.",
            "Il a 118 pages.",
            "Le 17, le 3018.",
            "[Le 17](tel:17)",
            "Plus deux ou trois amis.",
        ),
        *(
            "Cent dix-huit personnes.",
            "Zéro souci, huit amis.",
            "L’IBAN FR76 3000 4000 1200 3456 7890 143.",
        ),
    ],
)
def test_what_is_no_number_to_dial_is_let_be(told: Told, words: str) -> None:
    assert not told(in_text(words)) & {Code.PREMIUM_NUMBER, Code.UNDECLARED_NUMBER}


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
    found = told(
        _tutorial("    url: https://www.cybermalveillance.gouv.fr/", f"    url: {address}")
    )
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


def test_a_proposal_is_judged_by_the_lists_before_it(
    write_tree: WriteTree, tmp_path: Path, today: date
) -> None:
    before, after = tmp_path / "avant", tmp_path / "apres"
    write_tree(before, LISTS)
    lists = LISTS.replace("sites: [", "sites: [evil.com, ") + (
        "  - numero: 3200\n    nom: Faux\n    source: moi\n    surtaxe: non\n    etat: ouvert\n"
    )
    write_tree(after, in_text("Je vais sur evil.com, ou j’appelle le 3200.") + lists)
    content = ContentReader(after).read(today)
    assert check(content) == ()
    judged = judged_by(content, accepted_lists(before, today))
    found = check(judged)
    used = [(each.path, each.code) for each in found]
    path = "tutoriels/cyber-hygiene/exemple.md"
    assert used == [(path, Code.UNKNOWN_HOST), (path, Code.UNDECLARED_NUMBER)]
    added = sorted(self_declared(content, judged, found))
    assert [(each.path, each.line, each.code, each.found) for each in added] == [
        ("numeros.yml", 12, Code.UNDECLARED_NUMBER, "3200"),
        ("relecture.yml", 1, Code.UNKNOWN_HOST, "evil.com"),
    ]


def test_a_proposal_that_only_completes_a_list_is_let_be(
    write_tree: WriteTree, tmp_path: Path, today: date
) -> None:
    before, after = tmp_path / "avant", tmp_path / "apres"
    write_tree(before, LISTS)
    write_tree(after, TUTORIAL + LISTS.replace("sites: [", "sites: [evil.com, "))
    content = ContentReader(after).read(today)
    judged = judged_by(content, accepted_lists(before, today))
    assert check(judged) == ()
    assert [*self_declared(content, judged, ())] == []


@pytest.mark.parametrize("path", REQUIRED)
def test_what_the_others_rest_on_cannot_be_removed(
    write_tree: WriteTree, tmp_path: Path, today: date, path: str
) -> None:
    write_tree(tmp_path, TUTORIAL)
    (tmp_path / path).unlink()
    found = check(ContentReader(tmp_path).read(today))
    assert [(each.path, each.code) for each in found] == [(path, Code.MISSING_FILE)]


def test_every_attack_is_tried_once() -> None:
    lists: Iterable[tuple[str, ...]] = (SPELLINGS, MARKED, LIARS, SHOWN)
    assert all(len(each) == len(set(each)) for each in lists)
