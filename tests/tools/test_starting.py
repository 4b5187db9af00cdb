"""A base of one's own: what is asked, what is kept, and how what is not kept is mended."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from boutdufil import __version__, resources
from boutdufil.edge import arguments
from boutdufil.edge.clock import latest_day
from boutdufil.source.organisation import read_organisation
from boutdufil.tools.starting.choice import Choice, chosen_tutorials, chosen_words
from boutdufil.tools.starting.content import content_files
from boutdufil.tools.starting.folder import BASE
from boutdufil.tools.starting.links import ELSEWHERE, SAID, cut_links
from boutdufil.tools.starting.ours import Ours
from boutdufil.tools.starting.pruned import without
from tests.conftest import TODAY, heavy
from tests.edge.running import fil_here
from tests.site.builds import REPOSITORY

GUIDE = REPOSITORY / "docs/contribuer/commencer-sa-base.md"
OURS = Ours(resources.DOCS, latest_day())
AUDIENCES = {key: audience.name for key, audience in OURS.taxonomy.audiences.items()}
THEMES = {key: theme.name for key, theme in OURS.taxonomy.themes.items()}
_CALL = re.compile(r"^fil .*$", re.MULTILINE)
_PINNED = re.compile(r"uses: (\S+) # (\S+)")


def begun(folder: Path, *asked: str) -> Path:
    """Begin a base without a question."""
    done = fil_here("commencer", "base", "--nom", "Ici", *asked, folder=folder)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return folder / "base"


# What is asked -------------------------------------------------------------------------------


def test_words_are_ours_by_their_key_or_their_name_and_new_otherwise() -> None:
    words = chosen_words("SENIORS, petite entreprise, Bénévoles", AUDIENCES)
    assert words.kept == ("seniors", "tpe")
    assert words.new == {"benevoles": "Bénévoles"}
    assert chosen_words("Tous", AUDIENCES).kept == tuple(AUDIENCES)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (" , ", "il faut au moins un mot"),
        ("!!", "il faut un nom de 40 caractères au plus"),
        ("m" * 41, "il faut un nom de 40 caractères au plus"),
        ("Aux", "Windows ne sait pas garder un dossier « aux »"),
        ("Photo !, Photo", "aurait la même adresse qu’un autre"),
    ],
)
def test_a_name_that_makes_no_address_is_refused(answer: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        chosen_words(answer, THEMES)


def test_tutorials_are_chosen_among_those_of_what_is_kept() -> None:
    seniors, mails = chosen_words("seniors", AUDIENCES), chosen_words("messagerie", THEMES)
    everything = chosen_tutorials("toutes", OURS, seniors, mails, "France")
    assert {name.split("/")[0] for name in everything} == {"messagerie"}
    assert chosen_tutorials("Mes e-mails", OURS, seniors, mails, "France") == everything
    assert chosen_tutorials("401", OURS, seniors, mails, "France") == {
        "messagerie/creer-une-adresse"
    }
    assert chosen_tutorials("Aucune", OURS, seniors, mails, "France") == frozenset()
    for answer, told in (
        ("101", "ne porte le numéro 101"),
        ("mesagerie", "Vouliez-vous dire « messagerie »"),
        ("", "écrivez « toutes », « aucune »"),
    ):
        with pytest.raises(ValueError, match=re.escape(told)):
            chosen_tutorials(answer, OURS, seniors, mails, "France")


# Links to what is not kept -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Je lis [la suite](b.md) d’abord.", "Je lis la suite d’abord."),
        ("La [fiche 102, j’ai cliqué](b.md) m’aide.", "La fiche qui convient m’aide."),
        ("[Une autre](c.md), [celle-ci](../t/b.md#etape-2)", "[Une autre](c.md), celle-ci"),
        ("- [Titre](b.md) : pour la suite.", None),
        ("- **Oui** : « Très bien. » [fiche 102](b.md)", f"- **Oui** : « Très bien. » {ELSEWHERE}"),
        ("- **Oui** : [fiche 102](b.md)", f"- **Oui** : {SAID} {ELSEWHERE}"),
        (
            "- **Oui** : « Bien. » [le son](geste:son) [fiche 102](b.md)",
            f"- **Oui** : « Bien. » [le son](geste:son) {ELSEWHERE}",
        ),
        ("« Ne payez rien. » [fiche 107](b.md)", f"« Ne payez rien. » {ELSEWHERE}"),
    ],
)
def test_a_link_to_what_is_gone_is_cut_and_its_sentence_mended(
    written: str, mended: str | None
) -> None:
    text = f"Avant.\n{written}\nAprès."
    kept = [] if mended is None else [mended]
    expected = "\n".join(["Avant.", *kept, "Après."])
    assert cut_links(text, "t/a.md", lambda path: path == "t/b.md") == expected
    assert cut_links(text, "t/a.md", lambda path: False) == text


def test_a_gesture_before_a_cut_link_is_followed_by_a_question() -> None:
    written = "- **Oui** : « Fermez cette page. » [fiche 102](b.md)"
    first, *below = cut_links(written, "t/a.md", lambda path: True).split("\n")
    assert first == "- **Oui** : « Fermez cette page. »"
    assert below[0] == "    - *Est-ce fait ?*"
    assert all(line.startswith("    - ") for line in below)
    assert below[-1].endswith(ELSEWHERE)


def test_a_synonym_that_leads_to_one_alone_is_taken_out() -> None:
    text = "proches:\n  - [placement, argent, arnaque]\n  - [droits, accès]\n  - [fin, reste]"
    pruned = without(text, {2: ["arnaque"], 3: ["accès"]})
    assert pruned == "proches:\n  - [placement, argent]\n  - [fin, reste]"


# What is written -----------------------------------------------------------------------------


def test_a_small_choice_brings_nothing_that_leads_elsewhere(tmp_path: Path) -> None:
    base = begun(tmp_path, "--publics", "seniors", "--themes", "messagerie, Photos")
    checked = fil_here("verifier", "--strict", folder=base)
    assert checked.stdout.decode() == "Rien à signaler.\n"
    texts = {file: file.read_text("utf-8") for file in (base / "docs").rglob("*.md")}
    ours = re.compile(r"`(?:make |\.venv/)|\]\([^)]*tutoriels/(?!messagerie/)")
    assert [file for file, text in texts.items() if ours.search(text)] == []
    assert not (base / "docs/lieux").exists()
    assert (base / "requirements.txt").read_text("utf-8") == f"au-bout-du-fil=={__version__}\n"


@heavy
@pytest.mark.parametrize(
    "asked",
    [
        ("--publics", "jeunes"),
        ("--publics", "tpe, Élus", "--fiches", "951, 201"),
        ("--themes", "cyber-hygiene, ecole"),
        ("--fiches", "101, 102"),
        ("--fiches", "103, 301, 501, 602, 701"),
        ("--fiches", "cv-en-ligne, demarches"),
        ("--publics", "Familles", "--themes", "Photos"),
    ],
    ids=" ".join,
)
def test_whatever_is_kept_nothing_is_to_be_corrected(tmp_path: Path, asked: list[str]) -> None:
    base = begun(tmp_path, *asked)
    checked = fil_here("verifier", "--strict", folder=base)
    assert checked.stdout.decode() == "Rien à signaler.\n"


def test_another_country_declares_its_own_numbers_and_is_told_where_ours_are(
    tmp_path: Path,
) -> None:
    asked = ("--nom", "Ici", "--fiches", "101", "--pays")
    told = {}
    for country in ("Belgique", "france", "Mali"):
        done = fil_here("commencer", country, *asked, country, folder=tmp_path)
        told[country] = done.stdout.decode()
    assert "numéro" not in told["france"]
    begun = tmp_path / "Belgique"
    assert 'pays: "Belgique"' in (begun / "mkdocs.yml").read_text("utf-8")
    assert "Belgique : ce qui est surtaxé, étranger ou portable y est reconnu." in told["Belgique"]
    assert "  docs/tutoriels/cyber-hygiene/message-suspect.md : 33700\n" in told["Belgique"]
    assert (begun / "docs/numeros.yml").read_text("utf-8").endswith("\nnumeros: []\n")
    # What is drawn is of no country; what is said is to be replaced, and stops nothing.
    drawn = (begun / "docs/tutoriels/cyber-hygiene/message-suspect.md").read_text("utf-8")
    assert "+33" not in drawn
    assert "  - texte: Numéro masqué\n" in drawn
    assert "erreur" not in told["Belgique"].replace("0 erreur", "")
    assert fil_here("site", folder=begun).returncode == 0
    # What would cost more there is not offered.
    refused = fil_here("commencer", "suisse", *asked, "Suisse", folder=tmp_path)
    assert refused.returncode == 2
    assert "la fiche 101 dit un numéro surtaxé dans ce pays" in refused.stderr.decode()
    assert "Mali : ses numéros de téléphone ne sont pas connus" in told["Mali"]
    checked = fil_here("verifier", folder=tmp_path / "Mali")
    assert "conseil FIL707 : les numéros de téléphone de ce pays" in checked.stdout.decode()


@heavy
@pytest.mark.parametrize(("country", "left"), [("Suisse", 6), ("Québec", 5)])
def test_all_of_it_can_be_published_in_another_country(
    tmp_path: Path, country: str, left: int
) -> None:
    done = fil_here("commencer", "b", "--nom", "Ici", "--pays", country, folder=tmp_path)
    assert done.returncode == 0, done.stdout.decode()
    told = done.stdout.decode()
    assert f"Ne sont pas prises, pour un numéro qui y serait surtaxé : {left} fiches (101, " in told
    assert "erreur" not in told.replace("0 erreur", "")


@pytest.mark.parametrize("name", ['Le "clic" : d’abord #1, C:\\base, $name', "- tiret"])
def test_any_name_is_read_back_as_it_was_said(tmp_path: Path, name: str) -> None:
    done = fil_here("commencer", "b", "--nom", name, "--fiches", "aucune", folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert fil_here("site", folder=tmp_path / "b").returncode == 0
    state = json.loads((tmp_path / "b/site/etat.json").read_text("utf-8"))
    assert state["nom"] == name


def test_the_automatisms_of_a_base_are_pinned_as_ours() -> None:
    ours = {
        match
        for file in (REPOSITORY / ".github/workflows").glob("*.yml")
        for match in _PINNED.findall(file.read_text("utf-8"))
    }
    theirs = {
        match
        for file in (BASE / "github/workflows").glob("*.yml")
        for match in _PINNED.findall(file.read_text("utf-8"))
    }
    assert theirs
    assert theirs <= ours


def test_what_the_guide_says_to_type_is_understood() -> None:
    text = GUIDE.read_text("utf-8")
    calls = _CALL.findall(text)
    assert len(calls) >= 6
    assert {arguments.parser().parse_args(shlex.split(call)[1:]).commande for call in calls} == {
        *("commencer", "servir", "nouveau", "verifier", "site", "actualiser")
    }
    (settings,) = re.findall(r"```\n(site_name:.*?)```", text, re.DOTALL)
    declared, findings = read_organisation(settings, "mkdocs.yml", TODAY)
    assert findings == ()
    assert declared.privacy is not None


def test_nothing_of_ours_is_kept_but_what_is_told() -> None:
    none = Choice(
        name="Ici",
        country="France",
        audiences=chosen_words("tous", AUDIENCES),
        themes=chosen_words("tous", THEMES),
        tutorials=frozenset(),
    )
    kept = {path for path, _raw in content_files(OURS, none)}
    assert not {path for path in kept if path.startswith(("tutoriels/", "lieux/"))}
    assert "contribuer/heberger.md" not in kept
    assert {"index.md", "taxonomie.yml", "numeros.yml", "relecture.yml"} <= kept
