"""What an author sees while writing: ``make serve``, build after build."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from boutdufil.edge import previewing
from boutdufil.edge.restarting import restart_command
from boutdufil.tools.html_tree import Element
from tests.site.author import DISC, PHOTO, Author
from tests.site.builds import Built, contents, entries
from tests.site.test_publication import edit

RIGHT, WRONG = "publics: [voisins, parents]", "publics: [voisinss, parents]"


@pytest.fixture
def author(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Author:
    # Whoever edits the hooks while the tests run must not restart them.
    monkeypatch.setattr(previewing, "code_state", lambda: ())
    return Author(tmp_path)


def tutorial(built: Built, reference: str = PHOTO) -> Element:
    return built.page(f"tutoriels/{reference}/")


def findings(page: Element) -> list[str]:
    """Return the mistakes that the page tells its author to mend; advice may stand beside."""
    return [
        item.text
        for section in page.all("section", class_="fil-findings")
        for item in section.all("li")
        if "(erreur," in item.text
    ]


def where_listed(built: Built, reference: str) -> set[str]:
    return {path for path, page in built.pages.items() if reference in entries(page)}


def test_a_mistake_keeps_the_last_good_page_and_says_what_to_mend(author: Author) -> None:
    good = author.saves()
    assert findings(tutorial(good)) == []
    before = where_listed(good, PHOTO)

    edit(author.file(PHOTO), "J’envoie une photo : le bon geste", "Un autre titre")
    broken = author.changes(PHOTO, RIGHT, WRONG)
    page = tutorial(broken)
    assert page.one("h1").text.endswith("J’envoie une photo : le bon geste")
    assert len(page.having("data-etape")) == 2
    (finding,) = findings(page)
    assert "Ligne 5" in finding
    assert "voisinss" in finding
    assert "voisins" in finding
    # The rest of the site still shows it as it was.
    assert where_listed(broken, PHOTO) == before
    assert broken.has(f"tutoriels/{PHOTO}/telephone/")

    mended = author.changes(PHOTO, WRONG, RIGHT)
    assert findings(tutorial(mended)) == []
    assert tutorial(mended).one("h1").text.endswith("Un autre titre")


def test_a_finding_is_told_on_its_pages_and_at_home_only(author: Author) -> None:
    author.saves()
    broken = author.changes(PHOTO, RIGHT, WRONG)
    telling = {path for path, page in broken.pages.items() if findings(page)}
    assert telling == {
        "index.html",
        f"tutoriels/{PHOTO}/index.html",
        f"tutoriels/{PHOTO}/telephone/index.html",
    }


def test_a_file_that_cannot_even_be_read_keeps_its_last_good_page(author: Author) -> None:
    author.saves()
    author.file(PHOTO).write_bytes(b"\xff\xfe rien de lisible")
    broken = author.saves()
    assert len(tutorial(broken).having("data-etape")) == 2
    assert findings(tutorial(broken))


def test_a_tutorial_broken_from_the_start_shows_its_findings(author: Author) -> None:
    edit(author.file(PHOTO), RIGHT, "publics: rien du tout")
    author.file(DISC).write_text(author.file(DISC).read_text().replace("avant: ", "apres: "))
    broken = author.saves()
    page = tutorial(broken)
    assert page.having("data-etape") == []
    assert f"{PHOTO}.md" in page.one("h1").text
    assert "Ligne 5" in page.one("main").text
    assert where_listed(broken, PHOTO) == set()
    assert not broken.has("101/")
    assert where_listed(broken, DISC)

    mended = author.changes(PHOTO, "publics: rien du tout", RIGHT)
    assert len(tutorial(mended).having("data-etape")) == 2
    assert findings(tutorial(mended)) == []
    assert "themes/photos/index.html" in where_listed(mended, PHOTO)


def test_a_renamed_tutorial_leaves_every_listing_under_its_former_name(author: Author) -> None:
    author.saves()
    renamed = "photos/partager-une-photo"
    author.file(PHOTO).rename(author.file(renamed))
    for file in (
        author.file(DISC),
        author.project / "docs/index.md",
        *author.project.glob("docs/*.yml"),
    ):
        file.write_text(file.read_text().replace(PHOTO, renamed), encoding="utf-8")
    built = author.saves()
    assert where_listed(built, PHOTO) == set()
    assert not built.has(f"tutoriels/{PHOTO}/")
    assert not built.has(f"tutoriels/{PHOTO}/telephone/")
    assert "numeros/index.html" in where_listed(built, renamed)
    assert {link.resolved for link in built.links("101/index.html")} == {f"tutoriels/{renamed}/"}


def test_a_deleted_tutorial_leaves_every_listing(author: Author) -> None:
    author.saves()
    author.file(DISC).unlink()
    built = author.saves()
    assert where_listed(built, DISC) == set()
    assert not built.has(f"tutoriels/{DISC}/")
    assert not built.has("102/")
    assert not built.has("cd/")
    # Who led to it is told so, and keeps its page.
    assert any("ecouter-un-disque" in finding for finding in findings(tutorial(built)))


def test_a_tutorial_that_comes_back_under_its_name_is_read_anew(author: Author) -> None:
    text = author.file(DISC).read_text()
    author.saves()
    author.file(DISC).unlink()
    author.saves()
    author.file(DISC).write_text(text.replace("J’écoute un disque", "J’écoute la radio"))
    built = author.saves()
    assert tutorial(built, DISC).one("h1").text.endswith("J’écoute la radio")


def test_two_saves_without_a_change_show_the_same_bytes(author: Author) -> None:
    author.saves()
    first = contents(author.site)
    author.saves()
    assert contents(author.site) == first


def test_going_back_and_forth_leaves_no_trace(author: Author) -> None:
    author.saves()
    first = contents(author.site)
    author.changes(PHOTO, "themes: [photos, musique]", "themes: [photos]")
    changed = contents(author.site)
    assert changed != first
    author.changes(PHOTO, "themes: [photos]", "themes: [photos, musique]")
    assert contents(author.site) == first


def test_a_changed_tag_moves_the_tutorial_at_once(author: Author) -> None:
    before = where_listed(author.saves(), PHOTO)
    assert {"themes/musique/index.html", "publics/parents/musique/index.html"} <= before
    after = where_listed(
        author.changes(PHOTO, "themes: [photos, musique]", "themes: [photos]"), PHOTO
    )
    gone = {
        "themes/musique/index.html",
        "themes/musique/livret/index.html",
        "publics/parents/musique/index.html",
        "publics/voisins/musique/index.html",
        # Without a theme in common, neither proposes the other.
        f"tutoriels/{DISC}/index.html",
    }
    assert before - after == gone
    assert after <= before
    assert not (author.site / "publics/parents/musique").exists()


def test_a_new_word_of_the_taxonomy_is_known_at_once(author: Author) -> None:
    author.saves()
    edit(author.project / "docs/taxonomie.yml", "    nom: Mes photos", "    nom: Mes images")
    built = author.saves()
    assert built.page("themes/photos/").one("h1").text == "Mes images"


def test_a_broken_taxonomy_throws_nobody_out(author: Author) -> None:
    author.saves()
    edit(author.project / "docs/taxonomie.yml", "    nom: Mes photos", "    nome: Mes photos")
    broken = author.saves()
    assert any("nome" in finding for finding in findings(broken.page("")))
    edit(author.project / "docs/taxonomie.yml", "    nome: Mes photos", "    nom: Mes photos")
    mended = author.saves()
    assert findings(mended.page("")) == []
    assert where_listed(mended, PHOTO)


@pytest.mark.parametrize("word", ["parents", "musique", "mobile"])
def test_a_renamed_word_throws_nobody_out(author: Author, word: str) -> None:
    # Every case, without MkDocs: test_preview_words.py.
    author.saves()
    taxonomy = author.project / "docs/taxonomie.yml"
    right = taxonomy.read_text()
    taxonomy.write_text(re.sub(rf"\b{word}\b(?=[\]:])", f"{word}-neuf", right))
    broken = author.saves()
    assert f"{PHOTO}.md" in tutorial(broken).one("h1").text
    assert word in tutorial(broken).one("main").text
    assert not broken.has(f"tutoriels/{PHOTO}/telephone/")
    assert any(word in finding for finding in findings(broken.page("")))
    taxonomy.write_text(right)
    assert findings(author.saves().page("")) == []


def test_a_file_whose_name_makes_no_address_shows_its_findings(author: Author) -> None:
    file = author.file("été/Ma fiche")
    file.parent.mkdir()
    file.write_text(author.file(DISC).read_text(), encoding="utf-8")
    built = author.saves()
    assert any("Ma fiche.md" in finding for finding in findings(built.page("")))
    assert "à corriger" in tutorial(built, "été/Ma fiche").one("h1").text


def test_a_draft_is_shown_to_its_author(author: Author) -> None:
    edit(author.file(DISC), "niveau: 2", "niveau: 2\nbrouillon: true")
    built = author.saves()
    assert tutorial(built, DISC).having("data-etape")
    assert "numeros/index.html" in where_listed(built, DISC)


@pytest.mark.parametrize(
    ("text", "shown"),
    {
        "a parser of tags that gives up": ("Je lis <![x[ y.\n", True),
        "beyond the bounds": ("[" * 1_900 + "\n", False),
        "not even a text": ("\ud800\n", False),
    }.values(),
)
def test_no_page_throws_its_author_out(author: Author, text: str, shown: bool) -> None:
    """What MkDocs would make of it is looked at by its own parsers, which know no bound."""
    page = author.project / "docs/mediateurs/essai.md"
    written = f"---\ntitre: Essai\n---\n\n{text}"
    page.write_bytes(written.encode("utf-8", "surrogatepass"))
    built = author.saves()
    assert findings(built.page("mediateurs/essai/"))
    assert ("Je lis" in built.page("mediateurs/essai/").one("main").text) == shown


def test_live_reload_is_not_kept_out(author: Author) -> None:
    built = author.saves()
    policies = [
        path
        for path, page in built.pages.items()
        if page.all("meta", http_equiv="Content-Security-Policy")
    ]
    assert policies == []


def test_new_code_needs_a_new_process(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    class Restarted(Exception):  # noqa: N818  # nothing went wrong
        pass

    def restart(program: str, arguments: list[str]) -> None:
        assert program == sys.executable
        assert arguments == [sys.executable, *called[1:]]
        raise Restarted

    # MkDocs or the fork that goes on with it: whoever serves serves again.
    called = ["python3", "-W", "error", "/ici/.venv/bin/properdocs", "serve", "--no-strict"]
    monkeypatch.setattr(sys, "orig_argv", called)
    author.saves()
    monkeypatch.setattr(os, "execv", restart)
    author.saves()
    monkeypatch.setattr(previewing, "code_state", lambda: (1,))
    with pytest.raises(Restarted):
        author.saves()


@pytest.mark.parametrize(
    "started",
    [
        ["python3", ".venv/bin/mkdocs", "serve", "--no-strict"],
        ["python3", ".venv/bin/properdocs", "serve", "-f", "mkdocs.yml"],
        ["python3", "-X", "utf8", "-m", "properdocs", "serve"],
        ["python3", "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:8001"],
    ],
    ids=" ".join,
)
def test_what_restarts_is_what_was_started(started: list[str]) -> None:
    assert restart_command("/venv/python", started) == ["/venv/python", *started[1:]]
