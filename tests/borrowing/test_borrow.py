"""A tutorial of another base: taken whole, shown under its name, followed, never changed unsaid."""

from __future__ import annotations

import pytest

from boutdufil.kinds.loan.declaration import LOANS_FILE
from boutdufil.kinds.loan.values import text_digest
from tests.borrowing.conftest import LENT, PHOTO, SONG, Base, Published

ORIGINAL = "tutoriels/photos/envoyer-une-photo/"


# Taken ---------------------------------------------------------------------------------------


def test_a_tutorial_is_taken_by_its_number_and_its_pages_say_whose_it_is(
    base: Base, lender: Published
) -> None:
    told = base.borrowed(lender.address, "101")
    assert told.startswith(f"docs/{LENT} : de La médiathèque, licence CC BY-SA 4.0\n")
    text = base.text(LENT)
    assert f"empreinte: {text_digest(text)}\n" in base.text(LOANS_FILE)
    assert base.checked()[0] == 0, base.checked()[1]
    built = base.built()
    for address in (ORIGINAL, f"{ORIGINAL}telephone/"):
        said = built.page(address).one("p", class_="fil-loan")
        assert said.text == "Fiche écrite par La médiathèque, sous licence CC BY-SA 4.0."
        assert said.one("a", rel="license")["href"].startswith("https://creativecommons.org/")
    booklet = built.page("themes/photos/livret/").one("p", class_="fil-loan")
    assert "La médiathèque" in booklet.text
    other = built.page(f"tutoriels/{SONG}/")
    assert not [*other.all("p", class_="fil-loan")]


def test_a_name_that_is_seen_leads_to_the_page_it_came_from(base: Base, lender: Published) -> None:
    base.borrowed(lender.address, PHOTO)
    base.change(LOANS_FILE, lender.address, "https://mediatheque.example/aide/")
    said = base.built().page(ORIGINAL).one("p", class_="fil-loan")
    assert [link["href"] for link in said.all("a")] == [
        f"https://mediatheque.example/aide/{ORIGINAL}",
        "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
    ]


def test_what_leads_to_files_that_are_not_here_is_cut_and_told(
    base: Base, lender: Published
) -> None:
    (base.folder / f"docs/tutoriels/{SONG}.md").unlink()
    assert "liens vers des fiches absentes retirés" in base.borrowed(lender.address, "101")
    text = base.text(LENT)
    assert "apres:" not in text
    assert "je n’ai pas de fiche pour cela" in text
    assert f"ici: {text_digest(text)}\n" in base.text(LOANS_FILE)
    assert base.checked()[0] == 0, base.checked()[1]
    said = base.built().page(ORIGINAL).one("p", class_="fil-loan").text
    assert said.endswith("Ici, les liens vers des fiches absentes sont retirés.")
    assert "à jour." in base.borrowed()


def test_several_that_lead_to_each_other_are_taken_together(base: Base, lender: Published) -> None:
    (base.folder / f"docs/tutoriels/{SONG}.md").unlink()
    base.borrowed(lender.address, "101", SONG)
    assert "ici:" not in base.text(LOANS_FILE)
    assert f"avant: [{PHOTO}]" in base.text(f"tutoriels/{SONG}.md")


def test_a_base_that_borrowed_does_not_lend_it_on(base: Base, lender: Published) -> None:
    lender.tell(PHOTO, emprunt={"base": "https://ailleurs.example/", "nom": "Ailleurs"})
    told = base.refused(lender.address, "101")
    assert "prenez-la chez qui l’a écrite, https://ailleurs.example/" in told


# Followed ------------------------------------------------------------------------------------


def test_a_correction_is_shown_first_and_taken_when_it_is_accepted(
    base: Base, lender: Published
) -> None:
    base.borrowed(lender.address, "101")
    assert base.borrowed() == f"{PHOTO} : à jour.\n"
    before = base.everything()
    new = lender.correct(PHOTO, lambda text: text.replace("Je relis son nom.", "Je le relis."))
    lender.tell(PHOTO, relu_le="2024-05-02")
    told = base.borrowed(code=1)
    assert "La médiathèque l’a changée (1 ligne de plus, 1 ligne de moins ; relue" in told
    assert f"puis {text_digest(new)[:12]}…" in told
    assert "fil emprunter --accepter" in told
    assert base.everything() == before
    assert f"{PHOTO} : changée, d’après La médiathèque." in base.borrowed("--accepter")
    assert base.text(LENT) == new
    assert base.borrowed() == f"{PHOTO} : à jour.\n"
    assert base.checked()[0] == 0


def test_what_is_changed_here_unsaid_stops_the_site_and_is_not_written_over(
    base: Base, lender: Published
) -> None:
    base.borrowed(lender.address, "101")
    base.change(LENT, "Je relis son nom.", "Je relis tout.")
    code, told = base.checked()
    assert code == 1
    assert "FIL306" in told
    assert "n’est plus comme elle a été prise" in told
    own = base.text(LENT)
    lender.correct(PHOTO, lambda text: text.replace("Je choisis la personne. ", ""))
    assert "changée ici sans que docs/emprunts.yml le dise" in base.borrowed("--accepter", code=1)
    assert base.text(LENT) == own


def test_what_is_changed_here_and_says_so_is_kept_and_the_other_laid_beside(
    base: Base, lender: Published
) -> None:
    base.borrowed(lender.address, "101")
    base.change(LENT, "Je relis son nom.", "Je relis tout.")
    base.write(LOANS_FILE, base.text(LOANS_FILE) + "    modifiee: oui\n")
    own = base.text(LENT)
    assert base.checked()[0] == 0
    said = base.built().page(ORIGINAL).one("p", class_="fil-loan").text
    assert said.endswith("Changée ici depuis.")
    new = lender.correct(PHOTO, lambda text: text.replace("Je choisis la personne. ", ""))
    told = base.borrowed("--accepter", code=1)
    laid = f"a-reprendre/docs/{LENT}"
    assert f"gardée comme vous l’avez changée ; la leur est dans {laid}" in told
    assert (base.text(LENT), base.text(f"../{laid}")) == (own, new)
    assert "modifiee: oui" in base.text(LOANS_FILE)
    assert base.borrowed() == f"{PHOTO} : à jour.\n"


def test_the_ends_of_lines_of_windows_are_no_change(base: Base, lender: Published) -> None:
    base.borrowed(lender.address, "101")
    file = base.folder / "docs" / LENT
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert base.checked()[0] == 0
    assert base.borrowed() == f"{PHOTO} : à jour.\n"


def test_what_they_take_out_stays_here(base: Base, lender: Published) -> None:
    base.borrowed(lender.address, "101")
    lender.tell(PHOTO, adresse="tutoriels/photos/autre/", texte="tutoriels/photos/autre/fiche.js")
    before = base.everything()
    assert "n’a pas de fiche « photos/envoyer-une-photo »" in base.borrowed(code=1)
    assert base.everything() == before


def test_a_file_that_a_cut_run_did_not_write_is_taken_again(base: Base, lender: Published) -> None:
    base.borrowed(lender.address, "101")
    whole = base.everything()
    (base.folder / "docs" / LENT).unlink()
    assert base.checked()[0] == 1
    assert f"{PHOTO} : prise, d’après La médiathèque." in base.borrowed()
    assert base.everything() == whole


def test_a_file_that_a_cut_run_wrote_and_did_not_note_is_noted(
    base: Base, lender: Published
) -> None:
    base.borrowed(lender.address, "101")
    noted = base.text(LOANS_FILE)
    lender.correct(PHOTO, lambda text: text.replace("Je relis son nom.", "Je le relis."))
    base.borrowed("--accepter")
    whole = base.everything()
    base.write(LOANS_FILE, noted)
    assert base.borrowed() == f"{PHOTO} : à jour.\n"
    assert base.everything() == whole


def test_one_may_write_the_list_by_hand_then_take_all(base: Base, lender: Published) -> None:
    base.write(LOANS_FILE, f"emprunts:\n  - fiche: {PHOTO}\n    base: {lender.address}\n")
    assert base.checked()[0] == 1
    assert f"{PHOTO} : prise, d’après La médiathèque." in base.borrowed()
    assert base.checked()[0] == 0


# Refused: nothing is written ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (f"tutoriels/{SONG}.md", "numero: 102", "numero: 101", "FIL301"),
        ("taxonomie.yml", "  parents:\n", "  mamans:\n", "« parents » n’existe pas"),
        ("taxonomie.yml", "  photos:\n", "  images:\n", "« photos » n’existe pas"),
    ],
    ids=["un numéro déjà pris", "un public inconnu", "un thème inconnu"],
)
def test_what_does_not_fit_here_is_told_and_nothing_is_written(
    base: Base, lender: Published, path: str, old: str, new: str, told: str
) -> None:
    base.change(path, old, new)
    before = base.everything()
    said = base.borrowed(lender.address, "101", code=1)
    assert told in said
    assert f"docs/{LENT}" in said
    assert said.endswith("Rien n’est écrit : ce qui précède manque ici, ou y est déjà pris.\n")
    assert base.everything() == before


def test_a_gesture_that_is_not_here_is_told(base: Base, lender: Published) -> None:
    lender.correct(
        PHOTO,
        lambda text: text.replace("Où rangez-vous vos photos ?", "[l’album](geste:ouvrir-l-album)"),
    )
    before = base.everything()
    said = base.borrowed(lender.address, "101", code=1)
    assert "geste:ouvrir-l-album" in said
    assert base.everything() == before


def test_one_of_several_that_does_not_fit_keeps_all_out(base: Base, lender: Published) -> None:
    (base.folder / f"docs/tutoriels/{SONG}.md").unlink()
    base.change("taxonomie.yml", "  parents:\n", "  mamans:\n")
    before = base.everything()
    assert "« parents » n’existe pas" in base.borrowed(lender.address, "101", "102", code=1)
    assert base.everything() == before


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["999"], "n’a pas de fiche « 999 »."),
        (["photos/envoyer-une-foto"], "Vouliez-vous dire « photos/envoyer-une-photo » ?"),
        ([SONG], "existe déjà : une base n’a qu’une fiche de ce nom"),
        (["../../etc/passwd"], "n’a pas de fiche « ../../etc/passwd »"),
        ([], "dites quelles fiches"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_asked_is_refused(
    base: Base, lender: Published, asked: list[str], told: str
) -> None:
    before = base.everything()
    assert told in base.refused(lender.address, *asked)
    assert base.everything() == before


def test_what_is_borrowed_already_is_not_borrowed_twice(base: Base, lender: Published) -> None:
    base.borrowed(lender.address, "101")
    assert "est déjà empruntée" in base.refused(lender.address, "101")


@pytest.mark.parametrize(
    "address", ["http://exemple.fr/", "file:///etc/", "exemple.fr", "https://a.fr/?b", "ftp://a.fr"]
)
def test_a_base_is_asked_in_https_or_on_this_machine(base: Base, address: str) -> None:
    assert "n’est pas l’adresse d’une base publiée" in base.refused(address, "101")


def test_a_list_that_cannot_be_read_is_left_alone(base: Base, lender: Published) -> None:
    base.write(LOANS_FILE, "emprunts: [\n")
    assert "ne se lit pas" in base.refused(lender.address, "101")
    assert base.text(LOANS_FILE) == "emprunts: [\n"


def test_nothing_borrowed_is_told(base: Base) -> None:
    assert base.borrowed().startswith("Rien n’est emprunté.")
    assert not base.has(LOANS_FILE)
