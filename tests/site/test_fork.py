"""Another organisation follows « Je publie ma propre base », word for word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from boutdufil.edge.cli import main
from tests.check.test_nouveau import fill
from tests.colours import contrast
from tests.edge.running import fil_here
from tests.site.builds import REPOSITORY, Built, copy_project
from tests.site.test_links import LOST, dead_end, internal_links

GUIDE = REPOSITORY / "docs/contribuer/publier-sa-base.md"
_BLOCK = re.compile(
    r"^Dans `(?P<file>[^`]+)`,.*?\n\n```\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_PART = re.compile(r"^(?P<key>\w+):.*\n(?:(?:[ #].*)?\n)*", re.MULTILINE)
# A colour of the sheet, as it is written or as it is published, without its margins.
_TOKEN = re.compile(
    r"(?:^  |(?<=[{;]))(?P<name>--[\w-]+): ?"
    r"(?P<value>var\(--light, ?(?P<light>#\w+)\) ?var\(--dark, ?(?P<dark>#\w+)\)"
    r" ?var\(--strong, ?(?P<strong>#\w+)\))(?=[;}])",
    re.MULTILINE,
)
SCHEMES = ("light", "dark", "strong")
_LINK = re.compile(r"\[[^\]]*\]\(\.\./tutoriels/[^)]*\)")
TITLES = {"photos": "Je range mes photos", "papiers": "Je garde une copie de mes papiers"}
SAID = "Mes photos sont partout"
CALLS = {"photos": (SAID, SAID), "papiers": (SAID, "J’ai perdu ma facture")}
"""What the callers say, as it is filled in and as each tutorial has it."""
AUDIENCES = {"photos": "familles", "papiers": "associations, familles"}


def blocks() -> dict[str, str]:
    """Return what the guide says to write, by file."""
    text = GUIDE.read_text(encoding="utf-8")
    return {match["file"]: match["text"] for match in _BLOCK.finditer(text)}


def replace_parts(file: Path, written: str) -> None:
    """Replace the parts of a YAML file that ``written`` gives, and add those it lacks."""
    text = file.read_text(encoding="utf-8")
    for match in _PART.finditer(written):
        former = [part for part in _PART.finditer(text) if part["key"] == match["key"]]
        place = slice(*former[0].span()) if former else slice(len(text), len(text))
        text = f"{text[: place.start]}{match[0]}\n{text[place.stop :]}"
    file.write_text(text, encoding="utf-8")


def tokens_to_change(css: str, written: str) -> list[tuple[str, str]]:
    """Return the line that each colour of ``written`` replaces in ``css``, and that colour's."""
    former = {match["name"]: match[0] for match in _TOKEN.finditer(css)}
    changes = [(former[match["name"]], match[0]) for match in _TOKEN.finditer(written)]
    assert len(changes) == len(written.strip().splitlines())
    assert all(css.count(line) == 1 for line, _chosen in changes)
    return changes


def write_tutorials(docs: Path) -> None:
    for theme, title in TITLES.items():
        asked = ["--titre", title, "--theme", theme, "--publics", AUDIENCES[theme]]
        assert main(["--contenu", str(docs), "nouveau", *asked, "--nom", theme]) == 0
        file = docs / "tutoriels" / theme / f"{theme}.md"
        filled = fill(file.read_text(encoding="utf-8")).replace(*CALLS[theme])
        file.write_text(filled, encoding="utf-8")


def mend_links(docs: Path) -> None:
    """Replace the links that the verifier tells of, as the guide asks."""
    for file in (*(docs / "mediateurs").glob("*.md"), *(docs / "gestes").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        mended = re.sub(rf"(\*\* : ){_LINK.pattern}", r"\1« Je vous explique. »", text)
        mended = re.sub(rf"(?<=») {_LINK.pattern}", "", mended)
        file.write_text(_LINK.sub("fiche qui convient", mended), encoding="utf-8")


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project after every step of the guide but the mended links."""
    project = copy_project(tmp_path_factory.mktemp("base"))
    written = blocks()
    for folder in (project / "docs/tutoriels").iterdir():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    for name in ("parcours", "diagnostics", "lieux"):
        for file in (project / "docs" / name).iterdir():
            file.unlink()
    (project / "docs/reseau.yml").unlink()
    replace_parts(project / "mkdocs.yml", written["mkdocs.yml"])
    replace_parts(project / "docs/taxonomie.yml", written["docs/taxonomie.yml"])
    (project / "docs/index.md").write_text(written["docs/index.md"], encoding="utf-8")
    tokens = project / "overrides/assets/css/site/10-tokens.css"
    css = tokens.read_text(encoding="utf-8")
    for former, chosen in tokens_to_change(css, written["overrides/assets/css/site/10-tokens.css"]):
        css = css.replace(former, chosen)
    tokens.write_text(css, encoding="utf-8")
    write_tutorials(project / "docs")
    return project


@pytest.fixture(scope="module")
def base(fork: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the other organisation."""
    mend_links(fork / "docs")
    site = tmp_path_factory.mktemp("base-site") / "site"
    address = {"SITE_URL": "https://exemple.fr/base/"}
    built = fil_here("site", "--dossier", site, folder=fork, environment=address)
    assert built.returncode == 0, built.stderr.decode()
    return Built(site, fork / "docs")


def test_the_guide_shows_each_file_to_change() -> None:
    assert set(blocks()) == {
        "mkdocs.yml",
        "docs/taxonomie.yml",
        "docs/index.md",
        "overrides/assets/css/site/10-tokens.css",
    }


def test_until_the_links_are_mended_the_verifier_tells_them(
    tmp_path: Path, fork: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The order of the tests does not matter: links are put back first."""
    project = copy_project(tmp_path / "base", origin=fork)
    for folder in ("mediateurs", "gestes"):
        for file in (REPOSITORY / "docs" / folder).glob("*.md"):
            (project / "docs" / folder / file.name).write_bytes(file.read_bytes())
    assert main(["--contenu", str(project / "docs"), "verifier", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {each["code"] for each in told} == {"FIL303"}
    assert {Path(each["path"]).parent.name for each in told} == {"mediateurs", "gestes"}
    mend_links(project / "docs")
    assert main(["--contenu", str(project / "docs"), "verifier"]) == 0


def test_nothing_of_the_first_site_is_left_but_the_credit(base: Built) -> None:
    written = blocks()["mkdocs.yml"]
    (credit,) = re.findall(r"credit:\n +phrase: (.*)\n", written)
    credit = re.sub(r"\s", "", credit)
    traces = []
    for file in sorted(base.site.rglob("*")):
        if file.suffix in {".html", ".js", ".json", ".xml", ".css"}:
            text = re.sub(r"\s", "", file.read_text(encoding="utf-8"))
            assert file.suffix != ".html" or 'http-equiv="refresh"' in text or credit in text, file
            if "auboutdufil" in text.replace(credit, "").lower():
                traces.append(file.relative_to(base.site).as_posix())
    assert traces == []


def test_every_page_has_the_name_and_the_way_to_the_phone(base: Built) -> None:
    for path, page in base.readable.items():
        assert page.one("title").text.endswith("Les clics du val") or path == "index.html"
    home = base.page("")
    assert home.one("a", class_="fil-brand").text == "Les clics du val"
    assert [link["href"] for link in home.all("a") if link["href"].startswith("tel:")] == [
        "tel:0000000000"
    ]
    assert any(link["href"] == "mailto:clics@exemple.fr" for link in home.all("a"))


def test_the_audiences_and_the_themes_are_its_own(base: Built) -> None:
    assert base.has("publics/familles/")
    assert base.has("publics/associations/papiers/")
    assert base.has("tutoriels/photos/photos/telephone/")
    assert not base.has("publics/seniors/")
    assert not base.has("themes/cyber-hygiene/")
    data = json.loads((base.site / "api/v1/tutoriels.json").read_text(encoding="utf-8"))
    assert data["nom"] == "Les clics du val"
    assert [card["titre"] for card in data["tutoriels"]] == list(TITLES.values())
    numbers = [card["numero"] for card in data["tutoriels"]]
    assert numbers == ["101", "201"]


def test_no_link_is_dead(base: Built) -> None:
    links = [link for path in base.pages if path != LOST for link in internal_links(base, path)]
    assert len(links) > 200
    assert [reason for link in links if (reason := dead_end(base, link))] == []


def test_the_correction_link_leads_to_its_own_files(base: Built) -> None:
    corrected = {
        link["href"]
        for link in base.page("tutoriels/photos/photos/").all("a")
        if link.text == "Proposer une correction"
    }
    assert corrected == {"../../../contribuer/proposer/?fiche=photos/photos"}
    files = "https://github.com/mon-organisation/ma-base/{}/main/docs/tutoriels/"
    form = base.page("contribuer/proposer/").one("div", class_="fil-propose")
    assert form["data-modifier"] == files.format("edit")
    assert form["data-nouveau"] == files.format("new")


def test_the_colours_are_its_own_and_contrasted(base: Built) -> None:
    (sheet,) = base.site.glob("assets/site.*.css")
    tokens = {match["name"]: match for match in _TOKEN.finditer(sheet.read_text(encoding="utf-8"))}
    for chosen in _TOKEN.finditer(blocks()["overrides/assets/css/site/10-tokens.css"]):
        found = tokens[chosen["name"]]
        assert [found[scheme] for scheme in SCHEMES] == [chosen[scheme] for scheme in SCHEMES]
    for text, back in (
        ("--action", "--paper"),
        ("--action", "--card"),
        ("--action", "--action-back"),
        ("--on-action", "--action"),
    ):
        for scheme in SCHEMES:
            assert contrast(tokens[text][scheme], tokens[back][scheme]) >= 7, (text, back, scheme)
