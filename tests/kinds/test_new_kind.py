"""A kind of content costs one folder and one template: this one is added by this test alone."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boutdufil import kinds as folders
from boutdufil.check.fixes import corrections
from boutdufil.kinds.blank import blank_file
from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.published import Published
from boutdufil.kinds.registry import form_of, is_made, kind_of, kinds
from boutdufil.model.finding import Code
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.project import check, read, search_documents
from boutdufil.publish.data import published_texts, site_map
from boutdufil.search.analysis import stem
from boutdufil.search.index import Index
from boutdufil.search.shards import search_files
from boutdufil.store import Store
from tests.conftest import WriteTree
from tests.site.builds import REPOSITORY, TINY, build, copy_project

ADDED = Path(__file__).parent / "added"
SOUP = """---
titre: Soupe au potiron
minutes: 40
relu_le: 2026-11-02
---
Je coupe le potiron, puis je regarde [les mots](../index.md).
"""
FILES = f"""--- fichier: index.md
---
titre: Accueil
---
Bonjour.
--- fichier: recettes/soupe.md
{SOUP}"""


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the folder of the new kind beside those of the site."""
    monkeypatch.setattr(folders, "__path__", [*folders.__path__, str(ADDED)])
    yield
    for name in [name for name in sys.modules if name.startswith("boutdufil.kinds.recipe")]:
        del sys.modules[name]


@pytest.fixture
def content(added: None, write_tree: WriteTree, tmp_path: Path, today: date) -> Content:
    write_tree(tmp_path, FILES)
    return read(tmp_path, today)


@pytest.fixture
def published(content: Content) -> Published:
    catalog = Catalog.of(content.taxonomy, ())
    return Published(content=content, catalog=catalog, site_url="https://exemple.fr/")


def codes(content: Content) -> set[tuple[str, int, Code]]:
    return {(each.path, each.line, each.code) for each in check(content)}


def test_without_its_folder_there_is_no_such_kind(
    write_tree: WriteTree, tmp_path: Path, today: date
) -> None:
    assert "recipe" not in {kind.name for kind in kinds()}
    assert not is_made("recettes/soupe/")
    write_tree(tmp_path, FILES)
    assert Code.UNKNOWN_KEY in {found.code for found in check(read(tmp_path, today))}


def test_it_is_read(content: Content) -> None:
    assert check(content) == ()
    assert kind_of("recettes/soupe.md").name == "recipe"
    (document,) = (each for each in content.documents if each.path == "recettes/soupe.md")
    assert [mention.path for mention in document.mentions] == ["index.md"]
    assert document.value is not None
    assert content.of(type(document.value)) == (document.value,)


def test_what_it_reads_is_not_kept_for_others(content: Content, tmp_path: Path) -> None:
    """Its code is not in the key of what is kept: another process would recall a former one."""
    store = Store(tmp_path.parent / "cache")
    assert ContentReader(tmp_path, store).read(content.today) == content
    assert [*(tmp_path.parent / "cache").iterdir()] == []


def test_a_file_that_has_not_changed_is_not_read_twice(content: Content, tmp_path: Path) -> None:
    reader = ContentReader(tmp_path)
    first, second = (reader.read(date(2026, 11, 21)).documents for _time in range(2))
    assert [one is other for one, other in zip(first, second, strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("written", "instead", "line", "code"),
    [
        ("minutes: 40", "minutes: longtemps", 3, Code.WRONG_NUMBER),
        ("minutes: 40", "minute: 40", 3, Code.UNKNOWN_KEY),
        ("../index.md", "../accueil.md", 6, Code.DEAD_REFERENCE),
    ],
)
def test_its_declaration_and_its_links_are_checked(
    content: Content, tmp_path: Path, today: date, written: str, instead: str, line: int, code: Code
) -> None:
    assert written in SOUP
    (tmp_path / "recettes/soupe.md").write_text(SOUP.replace(written, instead), encoding="utf-8")
    assert codes(read(tmp_path, today)) == {("recettes/soupe.md", line, code)}


def test_its_own_rule_is_checked(content: Content, tmp_path: Path, today: date) -> None:
    shutil.copy(tmp_path / "recettes/soupe.md", tmp_path / "recettes/veloute.md")
    assert codes(read(tmp_path, today)) == {("recettes/veloute.md", 2, Code.DUPLICATE_SLUG)}


def test_its_addresses_are_reserved(content: Content, tmp_path: Path, today: date) -> None:
    (tmp_path / "recettes.md").write_text("---\ntitre: À table\n---\nBonjour.\n", encoding="utf-8")
    assert codes(read(tmp_path, today)) == {("recettes.md", 1, Code.ADDRESS_TAKEN)}


def test_its_keys_are_put_in_order(content: Content, tmp_path: Path, today: date) -> None:
    file = tmp_path / "recettes/soupe.md"
    file.write_text(SOUP.replace("minutes: 40\n", "").replace("---\nJe", "minutes: 40\n---\nJe"))
    (correction,) = corrections(tmp_path, read(tmp_path, today), today)
    assert (correction.path, correction.text) == ("recettes/soupe.md", SOUP)


def test_its_blank_file_asks_what_it_declares(
    content: Content, tmp_path: Path, today: date
) -> None:
    blank = blank_file(form_of("recettes/tarte.md"), {"relu_le": "2026-11-02"})
    assert (
        blank
        == """---
# Le nom du plat.
titre:
# La durée.
minutes:
# Le jour de la dernière relecture.
relu_le: 2026-11-02
---
Je prépare de quoi cuisiner.
"""
    )
    filled = blank.replace("titre:", "titre: Tarte").replace("minutes:", "minutes: 50")
    (tmp_path / "recettes/tarte.md").write_text(filled, encoding="utf-8")
    assert check(read(tmp_path, today)) == ()


def test_it_is_searched(published: Published) -> None:
    (document,) = search_documents(published)
    assert document.title == "Soupe au potiron"
    assert Index.of([document]).postings(stem("potiron")) == [(0, (0, 1, 0, 0, 0, 0, 0))]
    files = search_files([document], published.content.synonyms)
    assert any(b'["recettes/","Une recette"]' in script for _address, script in files.values())


def test_it_is_given_to_other_programs(published: Published, taxonomy: Taxonomy) -> None:
    texts = dict(published_texts(published))
    assert json.loads(texts["api/v1/recettes.json"]) == ["Soupe au potiron"]
    schema = json.loads(texts["api/v1/recette.schema.json"])
    assert schema["title"] == "L’en-tête d’une recette"
    assert schema["required"] == ["titre", "minutes", "relu_le"]
    written = site_map(["", "recettes/soupe/"], published)
    assert "<loc>https://exemple.fr/recettes/soupe/</loc>" in written
    assert written.count("<lastmod>2026-11-02</lastmod>") == 1


def test_its_page_knows_its_file(published: Published) -> None:
    assert published.sources["recettes/soupe/"] == "recettes/soupe.md"


def test_it_is_listed_and_published(added: None, tmp_path: Path) -> None:
    docs = tmp_path / "contenu"
    shutil.copytree(TINY, docs)
    (docs / "recettes").mkdir()
    (docs / "recettes/soupe.md").write_text(SOUP, encoding="utf-8")
    project = copy_project(tmp_path / "projet", docs)
    shutil.copy(ADDED / "recipe.html", project / "overrides" / "recipe.html")
    built = build(project, tmp_path / "site", "https://exemple.fr/")
    (link,) = built.page("recettes/").one("main").one("ul").all("a")
    assert (link["href"], link.text) == ("../recettes/soupe/", "Soupe au potiron")
    doors = [each for each in built.page("").all("a") if each["href"] == "./recettes/"]
    assert [door.text.strip() for door in doors] == ["Recettes"]
    assert "40 minutes" in built.page("recettes/soupe/").one("main").text
    assert (built.site / "api/v1/recettes.json").is_file()
    assert "https://exemple.fr/recettes/soupe/" in (built.site / "sitemap.xml").read_text()


def test_the_kinds_are_in_one_order_everywhere() -> None:
    names = [kind.name for kind in kinds()]
    assert names[:5] == ["tutorial", "gesture", "term", "page", "taxonomy"]
    assert names[5:] == sorted(names[5:])
    written = (REPOSITORY / "hooks/boutdufil/kinds").glob("*/kind.py")
    assert {*names} == {file.parent.name for file in written}


@pytest.mark.parametrize(
    ("path", "claim"),
    [
        ("index.md", "index.md"),
        ("mediateurs/index.md", "*.md"),
        ("tutoriels/theme/fiche.md", "tutoriels/*.md"),
        ("contribuer/codes/FIL101.yml", "contribuer/codes/*.yml"),
        ("contribuer/codes/index.md", "*.md"),
        ("taxonomie.yml", "taxonomie.yml"),
    ],
)
def test_the_narrowest_form_has_a_file(path: str, claim: str) -> None:
    assert form_of(path).claim == claim
