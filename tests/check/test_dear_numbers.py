"""A number that costs is told wherever a stranger writes it, in whatever digits or words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boutdufil.model.finding import Code
from tests.check.strangers import (
    LISTS,
    PLACES,
    Told,
    changed,
    in_message,
    in_page,
    in_screen,
    in_text,
)

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
    assert Code.PREMIUM_NUMBER in told(changed(lines[key], f"{start}: {value}"))


def test_a_heading_and_what_is_under_it_make_a_number(told: Told) -> None:
    tree = changed("### Je lis le message", "### 08 99")
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
