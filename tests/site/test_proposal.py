"""The page that proposes a tutorial knows what the verifier knows, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.markup.sections import SECTIONS
from boutdufil.pages.proposal import MARKS
from boutdufil.source.blocks import BLOCKS
from boutdufil.source.collection import ListOf, Record
from boutdufil.source.shape import Text
from tests.site.builds import TINY, Built, build, copy_project

PAGE = "contribuer/proposer/"
LINK = "Proposer une correction"


def declared(built: Built) -> dict[str, object]:
    (file,) = (built.site / "assets").glob("propose-data.*.js")
    text = file.read_text(encoding="utf-8")
    found = json.loads(text.removeprefix("window.filDeclaration=").removesuffix(";\n"))
    assert isinstance(found, dict)
    return found


def correction_link(built: Built, address: str) -> str:
    """Return where the page leads whoever finds it wrong."""
    (found,) = {each["href"] for each in built.page(address).all("a") if LINK in each.text}
    return found


def test_the_data_is_the_declaration(real_site: Built) -> None:
    found = declared(real_site)
    keys = found["cles"]
    assert isinstance(keys, dict)
    assert [*keys] == [key.name for key in TUTORIAL.keys]
    for key in TUTORIAL.keys:
        said = keys[key.name]
        assert said["sens"] == key.meaning
        assert said["requis"] == key.required
        shape = key.shape
        if isinstance(shape, ListOf):
            assert said["nombre"] == [shape.minimum, shape.maximum]
            shape = shape.item
        if isinstance(shape, Text):
            assert said["maximum"] == shape.maximum
        if isinstance(shape, Record):
            assert [*said["cles"]] == [inner.name for inner in shape.keys]
    assert found["parties"] == SECTIONS
    assert found["blocs"] == {
        name: {
            "argument": block.argument,
            "sens": block.meaning,
            "brut": block.raw,
            "contient": block.container,
            "options": [*block.options],
        }
        for name, block in BLOCKS.items()
    }
    assert found["marques"] == MARKS


def test_the_marks_are_read_alike_by_python_and_by_javascript() -> None:
    """Neither ``\\w``, ``\\s``, ``\\d`` nor « . » means the same in both."""
    for pattern in MARKS.values():
        re.compile(pattern)
        assert not re.search(r"\\[wWsSdDbB]|\(\?<|(?<![\\\[])\.(?![^\[]*\])", pattern), pattern


def test_the_words_are_those_of_the_taxonomy(real_site: Built, tiny_site: Built) -> None:
    for built in (real_site, tiny_site):
        found = declared(built)
        for key in ("publics", "themes", "appareils"):
            assert found[key] == {word: value["nom"] for word, value in built.taxonomy[key].items()}


def test_each_theme_has_its_next_free_number(real_site: Built) -> None:
    numbers = declared(real_site)["numeros"]
    assert isinstance(numbers, dict)
    assert [*numbers] == [*real_site.taxonomy["themes"]]
    taken = {str(front["numero"]) for front in real_site.tutorials.values()}
    assert not taken & {*numbers.values()}


def test_nothing_in_the_data_grows_with_the_site(real_site: Built, large_site: Built) -> None:
    small, large = declared(real_site), declared(large_site)
    assert {**small, "numeros": 0} == {**large, "numeros": 0}


def test_each_tutorial_brings_its_own_source(real_site: Built) -> None:
    for reference in real_site.tutorials:
        script = (real_site.site / "tutoriels" / reference / "fiche.js").read_text("utf-8")
        arguments = script.removeprefix("window.filFiche(").removesuffix(");\n")
        handed = json.loads(f"[{arguments}]")
        source = real_site.docs / "tutoriels" / f"{reference}.md"
        assert handed == [reference, source.read_text(encoding="utf-8")]
        address = f"tutoriels/{reference}/"
        query = f"{PAGE}?fiche={reference}"
        assert correction_link(real_site, address) == f"../../../{query}"
        assert correction_link(real_site, f"{address}telephone/") == f"../../../../{query}"
    published = {*real_site.site.rglob("fiche.js")}
    assert len(published) == len(real_site.tutorials)
    assert correction_link(real_site, "glossaire/") == f"../{PAGE}"


def test_a_draft_is_not_handed_out(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(TINY, docs)
    proposal = copy_project(tmp_path / "projet", docs)
    shutil.copy(
        Path(__file__).parents[2] / "docs" / "contribuer" / "proposer.md",
        proposal / "docs" / "contribuer",
    )
    folder = proposal / "docs" / "tutoriels" / "musique"
    text = (folder / "ecouter-un-disque.md").read_text(encoding="utf-8")
    unfinished = re.sub(r"(?m)^numero: .*$", "numero: 999\nbrouillon: true", text)
    unfinished = re.sub(r"(?m)^anciennes_adresses:.*\n(?: .*\n)*", "", unfinished)
    (folder / "un-essai.md").write_text(unfinished, encoding="utf-8")
    built = build(proposal, tmp_path / "site")
    published = {file.parent.name for file in built.site.rglob("fiche.js")}
    assert published == {"envoyer-une-photo", "ecouter-un-disque"}
    assert built.has(PAGE)


def test_a_site_without_the_page_leads_to_its_guide(tiny_site: Built) -> None:
    assert not tiny_site.has(PAGE)
    # Another base may borrow a text that nobody corrects here.
    assert len([*tiny_site.site.rglob("fiche.js")]) == len(tiny_site.tutorials)
    for reference in tiny_site.tutorials:
        assert correction_link(tiny_site, f"tutoriels/{reference}/") == "../../../contribuer/"


HANDED = re.compile(r"Confiez-le à ([^.]*)\.(?: On la joint au ([^.]*)\.)?")


def handed_to(built: Built) -> tuple[str, str]:
    """Return to whom the finished file is to be given, and how to reach them."""
    (result,) = built.page(PAGE).all("section", class_="fil-result")
    found = HANDED.search(" ".join(result.text.replace("\u00a0", " ").split()))
    assert found
    return found[1], found[2] or ""


def test_without_an_address_one_learns_whom_to_hand_the_file_to(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(TINY, docs)
    base = copy_project(tmp_path / "projet", docs)
    guide = Path(__file__).parents[2] / "docs" / "contribuer" / "proposer.md"
    shutil.copy(guide, base / "docs" / "contribuer")
    settings = base / "mkdocs.yml"
    alone = re.sub(r"(?m)^(?:repo_url|edit_uri|repo_name):.*\n", "", settings.read_text("utf-8"))
    name = re.search(r"(?m)^site_name: (.*)$", alone)
    assert name
    settings.write_text(alone, "utf-8")
    unnamed = build(base, tmp_path / "sans-nom")
    assert handed_to(unnamed) == (f"l’équipe de {name[1]}, qui publie ce site", "")
    asked = "  propositions:\n    responsable: Camille, à l’accueil\n"
    line = "  telephone:\n    numero: 00 00 00 00 00\n    horaires: Du mardi au samedi\n"
    assert alone.count("  telephone: {}\n") == 1
    settings.write_text(alone.replace("  telephone: {}\n", asked + line), "utf-8")
    named = build(base, tmp_path / "avec-un-nom")
    who, how = handed_to(named)
    assert who == "Camille, à l’accueil, qui relit ce que l’on propose"
    assert how == "00 00 00 00 00, Du mardi au samedi"
