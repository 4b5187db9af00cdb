"""A word of the taxonomy goes while an author previews: each file ends as a page or as findings."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.page.pages import GuidePage
from boutdufil.kinds.tutorial.pages import TutorialPage
from boutdufil.model.finding import Finding, has_errors
from boutdufil.pages.elsewhere import BrokenPage
from boutdufil.preview import LastGood, for_author, previewed, remember, standing
from boutdufil.project import check
from boutdufil.publish.assets import gather
from boutdufil.publish.publication import Publication, publication
from tests.pages.rendering import OVERRIDES, rendered_site
from tests.site.builds import AS_TEXTS, TINY

GUIDE = """---
titre: J’ouvre l’appel
---

## Étapes

### a – Je me présente

/// dire | liseuse
Bonjour.
///

/// public | musiciens
Je joue, puis j’appelle.
///

/// appareil | fixe
Le combiné est à gauche.
///

/// ecran | L’accueil
cadre: telephone
corps:
  - bouton: Appeler
    repere: 1
variantes:
  liseuse: {cadre: tablette}
///
"""
SCREEN = """/// ecran | L’album
cadre: telephone
"""
VARIED = """/// ecran | L’album
cadre: telephone
variantes:
  portable: {cadre: fenetre}
"""
SHEETS = gather(OVERRIDES / "assets")
Words = dict[str, dict[str, dict[str, object]]]


class Author:
    """Someone who writes and saves; what each save would publish, without MkDocs."""

    def __init__(self, folder: Path) -> None:
        self.docs = folder / "docs"
        shutil.copytree(TINY, self.docs)
        (self.docs / "mediateurs" / "ouvrir.md").write_text(GUIDE)
        photo = self.docs / "tutoriels/photos/envoyer-une-photo.md"
        photo.write_text(photo.read_text().replace(SCREEN, VARIED))
        assert VARIED in photo.read_text()
        self.findings: tuple[Finding, ...] = ()
        self._reader = ContentReader(self.docs)
        self._last = LastGood()

    @property
    def taxonomy(self) -> Path:
        return self.docs / "taxonomie.yml"

    def saves(self) -> Publication:
        """Read, check and plan as the preview does."""
        content = standing(self._reader.read(date.today()), self._last)
        self.findings = check(content)
        self._last = remember(content, self.findings, self._last)
        shown = for_author(content, self._last)
        site = publication(shown.published("Ici", "https://ici.example/"), SHEETS)
        return previewed(site, self.findings, shown.broken)

    def words(self) -> Words:
        read = yaml.load(self.taxonomy.read_text(), Loader=AS_TEXTS)
        assert isinstance(read, dict)
        return read

    def writes(self, words: Words) -> None:
        text = yaml.safe_dump(words, allow_unicode=True, sort_keys=False)
        self.taxonomy.write_text(text, encoding="utf-8")

    def renames(self, vocabulary: str, word: str) -> None:
        self._replaces(vocabulary, word, [f"{word}-neuf"])

    def removes(self, vocabulary: str, word: str) -> None:
        self._replaces(vocabulary, word, [])

    def _replaces(self, vocabulary: str, word: str, others: list[str]) -> None:
        """Put ``others`` where ``word`` stands, in what other devices cover and show as well."""
        words = self.words()
        words[vocabulary] = {
            name: told
            for key, told in words[vocabulary].items()
            for name in (others if key == word else [key])
        }
        for device in words["appareils"].values():
            for key in device.keys() & {"couvre", "montre"}:
                named = device[key]
                assert isinstance(named, list)
                if word in named:
                    device[key] = [*others, *(each for each in named if each != word)]
        self.writes(words)

    def breaks(self, path: str) -> None:
        """Leave a file in a state that cannot be read: its last good one is shown."""
        (self.docs / path).write_bytes(b"\xff\xfe")


def look(author: Author, site: Publication) -> dict[str, str]:
    """Render all that is published; each file that is written is there, or is told about."""
    html = dict(rendered_site(site))
    assert all(text for _address, text in site.texts())
    told = {finding.path for finding in author.findings if has_errors([finding])}
    pages = {page.address: page for page in site.pages}
    for file in sorted(author.docs.glob("tutoriels/*/*.md")):
        path = file.relative_to(author.docs).as_posix()
        page = pages.get(path.removesuffix(".md") + "/")
        if page is None:
            # Before its taxonomy was ever right, no tutorial can be read at all.
            assert "taxonomie.yml" in told
            continue
        assert isinstance(page, TutorialPage | BrokenPage)
        if isinstance(page, BrokenPage):
            assert page.mistakes
        if path in told:
            assert "fil-findings" in html[page.address]
    return html


WORDS = [
    (vocabulary, word)
    for vocabulary, words in yaml.load(
        (TINY / "taxonomie.yml").read_text(), Loader=AS_TEXTS
    ).items()
    for word in words
]
TUTORIALS = [path.relative_to(TINY).as_posix() for path in sorted(TINY.glob("tutoriels/*/*.md"))]
FILES = [*TUTORIALS, "mediateurs/ouvrir.md"]


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def test_what_is_right_is_shown_whole(author: Author) -> None:
    site = author.saves()
    look(author, site)
    assert not has_errors(author.findings)
    kinds = [type(page) for page in site.pages]
    assert (kinds.count(TutorialPage), kinds.count(GuidePage), kinds.count(BrokenPage)) == (2, 1, 0)


@pytest.mark.parametrize("gone", ["renames", "removes"])
@pytest.mark.parametrize(("vocabulary", "word"), WORDS)
def test_a_word_that_goes_ends_in_a_page_or_a_finding(
    author: Author, vocabulary: str, word: str, gone: str
) -> None:
    before = look(author, author.saves())
    written = author.taxonomy.read_text()
    getattr(author, gone)(vocabulary, word)
    look(author, author.saves())
    # A file that breaks as well falls back on what it was before the word went.
    kept = {path: (author.docs / path).read_bytes() for path in FILES}
    for path in FILES:
        author.breaks(path)
    look(author, author.saves())
    for path, raw in kept.items():
        (author.docs / path).write_bytes(raw)
    author.taxonomy.write_text(written)
    mended = look(author, author.saves())
    assert not has_errors(author.findings)
    assert mended == before


@pytest.mark.parametrize(
    ("vocabulary", "word"), [("publics", "parents"), ("themes", "photos"), ("appareils", "mobile")]
)
def test_a_word_that_was_never_there_ends_in_a_finding(
    author: Author, vocabulary: str, word: str
) -> None:
    author.removes(vocabulary, word)
    look(author, author.saves())
    assert has_errors(author.findings)


def test_a_taxonomy_without_a_word_leaves_findings_alone(author: Author) -> None:
    author.saves()
    author.writes({"publics": {}, "themes": {}, "appareils": {}})
    site = author.saves()
    look(author, site)
    assert [type(page) for page in site.pages].count(BrokenPage) == len(TUTORIALS)


@pytest.mark.parametrize("text", ["", "publics: [", "publics:\n  voisins: non\n", None])
@pytest.mark.parametrize("was_read", [True, False], ids=["en cours", "au démarrage"])
def test_a_taxonomy_that_breaks_ends_in_a_finding(
    author: Author, text: str | None, was_read: bool
) -> None:
    if was_read:
        author.saves()
    if text is None:
        author.taxonomy.unlink()
    else:
        author.taxonomy.write_text(text)
    html = look(author, author.saves())
    assert {"taxonomie.yml"} <= {finding.path for finding in author.findings}
    assert "fil-findings" in html[""]


def test_a_guide_that_lost_a_word_is_shown_plain(author: Author) -> None:
    author.saves()
    author.renames("publics", "musiciens")
    site = author.saves()
    look(author, site)
    assert [page.title for page in site.pages if isinstance(page, GuidePage)] == []
    assert "J’ouvre l’appel" in {page.title for page in site.pages}


@pytest.mark.parametrize("seed", range(3))
def test_any_afternoon_of_an_author_is_shown(author: Author, seed: int) -> None:
    chance = random.Random(seed)
    start = {path: (author.docs / path).read_bytes() for path in (*FILES, "taxonomie.yml")}
    for _save in range(8):
        words = [(name, word) for name, known in author.words().items() for word in known]
        deed = chance.choice(["renames", "removes", "breaks", "mends", "mends"])
        if deed == "breaks":
            author.breaks(chance.choice(FILES))
        elif deed == "mends":
            path = chance.choice([*start])
            (author.docs / path).write_bytes(start[path])
        else:
            getattr(author, deed)(*chance.choice(words))
        look(author, author.saves())


def test_a_tutorial_that_has_no_good_name_is_told(author: Author) -> None:
    folder = author.docs / "tutoriels" / "été"
    folder.mkdir()
    (folder / "Ma fiche.md").write_text("rien")
    look(author, author.saves())
