"""Another organisation's base has its own name, sign and words, and nothing of ours."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from boutdufil.publish.composition import BOM, LICENCES
from tests.edge.running import fil_here
from tests.site.builds import REPOSITORY, TINY, Built

DRAWING = '<path d="M8 24V8l16 16V8"/>'
SETTINGS = f"""\
site_name: Les clics du val
site_description: L’aide numérique du val.
extra:
  langue: fr-BE
  pays: Belgique
  suffixe: pour tout le val
  exemple: ma tablette est bloquée
  signe:
    dessin: {DRAWING}
    trait: "#0b4f35"
    fond: "#eeffee"
    action: "#114411"
  accessibilite:
    responsable: Le service numérique
    contact: acces@exemple.fr
  vie_privee:
    responsable: La commune du Val
    contact: donnees@exemple.fr
    hebergeur: Exemple SA, à Namur
"""
OURS = re.compile(
    r"bout[ -]du[ -]fil|M3 25c5|%23c4384c|message bizarre|pas à pas</title>|lang=.fr.[ >]",
    re.IGNORECASE,
)
"""Our name, our sign, the example of our search, the end of our title, our language."""
READ = {".html", ".js", ".css", ".json", ".xml", ".svg", ".txt", ".webmanifest", ""}
OF_THE_PROGRAM = {BOM, LICENCES}
"""What tells the program that made the site, whoever publishes it."""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Built:
    base = tmp_path_factory.mktemp("ailleurs")
    shutil.copytree(TINY, base / "docs")
    starting = REPOSITORY / "hooks/boutdufil/tools/starting/base/docs/accessibilite.md"
    shutil.copy(starting, base / "docs/accessibilite.md")
    shutil.copy(REPOSITORY / "docs/vie-privee.md", base / "docs/vie-privee.md")
    (base / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    address = {"SITE_URL": "https://exemple.be/"}
    done = fil_here("site", folder=base, environment=address)
    assert done.returncode == 0, done.stderr.decode()
    return Built(base / "site", base / "docs")


def test_nothing_of_ours_is_left(foreign: Built) -> None:
    found = {}
    for file in sorted(foreign.site.rglob("*")):
        if file.is_file() and file.suffix in READ and file.name not in OF_THE_PROGRAM:
            text = file.read_text(encoding="utf-8").replace("\u00a0", " ").replace("\u202f", " ")
            if match := OURS.search(text):
                found[file.relative_to(foreign.site).as_posix()] = match[0]
    assert found == {}


def test_no_template_nor_script_of_ours_says_who_we_are() -> None:
    folders = (REPOSITORY / "overrides", REPOSITORY / "hooks/boutdufil")
    files = [
        file
        for folder in folders
        for file in folder.rglob("*")
        if file.suffix in {".html", ".js", ".css", ".py"} and "starting/base" not in file.as_posix()
    ]
    assert len(files) > 300
    named = [
        file.relative_to(REPOSITORY).as_posix()
        for file in files
        if re.search(r"au bout du fil", file.read_text("utf-8"), re.IGNORECASE)
    ]
    assert named == ["hooks/boutdufil/__init__.py"]


def test_the_base_says_its_own_name_and_words(foreign: Built) -> None:
    home = foreign.page("")
    assert home.one("title").text == "Les clics du val – pour tout le val"
    assert home.one("html")["lang"] == "fr-BE"
    assert home.one("input", id="chercher")["placeholder"] == "ma tablette est bloquée"
    feed = (foreign.site / "flux.xml").read_text("utf-8")
    assert 'xml:lang="fr-BE"' in feed


def test_its_sign_is_on_the_page_in_the_tab_and_on_the_phone(foreign: Built) -> None:
    home = foreign.html("")
    assert home.count(DRAWING) == 1
    (tab,) = re.findall(r'<link rel="icon" href="([^"]+)">', home)
    assert "%23" + "0b4f35" in tab
    manifest = json.loads((foreign.site / "fil.webmanifest").read_text("utf-8"))
    (icon,) = manifest["icons"]
    drawn = (foreign.site / icon["src"]).read_text("utf-8")
    assert DRAWING in drawn
    assert 'fill="#eeffee"' in drawn
    assert (manifest["theme_color"], manifest["lang"]) == ("#114411", "fr-BE")


def test_who_answers_is_told(foreign: Built) -> None:
    accessibility = foreign.page("accessibilite/")
    assert "L’accessibilité de ce site est non évaluée" in accessibility.text
    assert "Le service numérique répond de l’accessibilité" in accessibility.text
    privacy = foreign.page("vie-privee/").text
    assert "La commune du Val" in privacy
    assert "Ce site est hébergé par Exemple SA, à Namur." in privacy


def test_a_site_whose_controller_is_not_named_says_so(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "docs")
    shutil.copy(REPOSITORY / "docs/vie-privee.md", tmp_path / "docs/vie-privee.md")
    (tmp_path / "mkdocs.yml").write_text("site_name: Ici\n", "utf-8")
    assert fil_here("site", folder=tmp_path).returncode == 0
    told = Built(tmp_path / "site", tmp_path / "docs").page("vie-privee/").text
    assert "n’a pas encore dit qui en répond" in told


def test_a_slip_in_the_settings_stops_the_site_and_is_told(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("site_name: Ici\nextra:\n  contacts: a\n", "utf-8")
    checked = fil_here("verifier", folder=tmp_path)
    assert checked.returncode == 1
    assert checked.stdout.decode().startswith("mkdocs.yml, ligne 3\n")
    assert "vouliez-vous dire « contact » ?" in checked.stdout.decode()
    built = fil_here("site", folder=tmp_path)
    assert built.returncode == 1
    assert "mkdocs.yml, ligne 3" in built.stderr.decode()


BELGIAN = """\
numeros:
  - numero: 02 226 88 88
    nom: Institut belge des services postaux et des télécommunications
    source: ibpt.be, « Principes de numérotation »
    surtaxe: non
    etat: ouvert
"""
ASKED = "Appelez le 02 226 88 88, ou le +32 2 226 88 88. N’appelez pas le 0900 12 345."


def test_a_base_is_judged_by_the_numbers_of_its_country_and_of_no_other(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "docs")
    (tmp_path / "docs/numeros.yml").write_text(BELGIAN, "utf-8")
    page = tmp_path / "docs/mediateurs/index.md"
    page.write_text(f"{page.read_text('utf-8')}\n{ASKED}\n", "utf-8")
    told = {}
    # What was kept of a file in one country is not told in another.
    for country in ("Belgique", "France", "Mali", "Belgique"):
        (tmp_path / "mkdocs.yml").write_text(
            f"site_name: Ici\nextra:\n  pays: {country}\n", "utf-8"
        )
        answer = fil_here("verifier", "--format", "json", folder=tmp_path).stdout.decode()
        found = ((each["code"], each["found"]) for each in json.loads(answer))
        told[country] = {each for each in found if each[0].startswith("FIL7")}
    assert told["Belgique"] == {("FIL702", "0900 12 345")}
    assert told["France"] == {("FIL702", "+32 2 226 88 88")}
    assert told["Mali"] == {("FIL707", "Mali")}
