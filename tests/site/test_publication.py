"""What ``make site`` leaves in its folder, and what it never lets out."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.exceptions import Abort

from boutdufil.kinds.registry import is_made
from boutdufil.publish.compressed import compressed
from boutdufil.search.shards import FOLDER
from tests.edge.running import Answer, fil, fil_here
from tests.site.builds import TINY, Built, build, contents, copy_project

_PUBLISHED = re.compile(
    r"(?:[\w-]+/)*index\.html|404\.html|api/v1/(?:tutoriels|parcours|diagnostics)\.json"
    r"|api/v1/(?:fiche|terme|page|geste|parcours|diagnostic)\.schema\.json"
    r"|api/v1/appels/(?:\d{3,4}|[a-z-]+)\.json"
    r"|tutoriels/[\w-]+/[\w-]+/fiche\.js|lieux/fichiers/[\w-]+\.js"
    r"|_headers|hebergement/(?:nginx\.conf|Caddyfile)|etat\.json|badge\.svg|[\w-]+\.zip"
    r"|recherche/sommaire\.js|sw\.js|fil\.webmanifest|hors-ligne\.json|licences\.txt|sbom\.cdx\.json"
    r"|assets/(?:search/)?(?P<stem>[\w-]+)\.(?P<digest>[0-9a-f]{6}(?:[0-9a-f]{4})?)"
    r"\.(?P<suffix>css|js|woff2|png|svg)"
)
PHOTO = "docs/tutoriels/photos/envoyer-une-photo.md"
DISC = "docs/tutoriels/musique/ecouter-un-disque.md"


@pytest.fixture
def tiny_project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "projet", TINY)


def make_site(project: Path, site: Path, environment: Mapping[str, str] | None = None) -> Answer:
    """Run what ``make site`` runs."""
    return fil_here("site", "--dossier", site, folder=project, environment=environment)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_published_but_pages_data_and_hashed_assets(real_site: Built) -> None:
    files = contents(real_site.site)
    assert [path for path in files if not _PUBLISHED.fullmatch(path)] == []


def test_the_place_of_a_file_for_programs_is_taken(real_site: Built) -> None:
    """No former address, nor any page, may take the place of one at the root of the site."""
    roots = {path for path in contents(real_site.site) if "/" not in path}
    roots = {path for path in roots if not path.endswith((".br", ".gz", ".html", ".xml", ".zip"))}
    assert {"etat.json", "licences.txt", "sbom.cdx.json"} <= roots
    assert {path for path in roots if not is_made(path)} == set()


def test_nothing_of_material_is_shipped(real_site: Built) -> None:
    for path, content in contents(real_site.site).items():
        assert "javascripts" not in path
        assert "stylesheets" not in path
        assert not path.startswith("search/")
        if path.endswith(".html"):
            assert b"__md_" not in content, path
            assert b'class="md-' not in content, path
            assert b'name="generator"' not in content, path


def test_assets_are_named_by_what_they_hold(real_site: Built) -> None:
    assets = {
        path: match
        for path in contents(real_site.site)
        if (match := _PUBLISHED.fullmatch(path)) and match["digest"]
    }
    assert {f"{match['stem']}.{match['suffix']}" for match in assets.values()} >= {
        *("site.css", "phone.css", "site.js"),
    }
    # Neighbouring shards of the search have one name together: the manifest says it once.
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, match in assets.items():
        is_shard = path.startswith(FOLDER)
        together[match["digest"], match["stem"][0] if is_shard else path].append(path)
    assert len(together) > 100
    for (digest, _name), paths in together.items():
        contents_of = (
            (real_site.site / path).read_bytes()
            for path in sorted(paths, key=lambda path: (len(path), path))
        )
        assert hashlib.sha256(b"".join(contents_of)).hexdigest().startswith(digest)


def test_the_same_content_gives_the_same_bytes_on_any_machine(
    tiny_site: Built, tmp_path: Path
) -> None:
    """The whole site says it with another program: see test_properdocs."""
    elsewhere = copy_project(tmp_path / "un autre dossier", origin=tiny_site.docs.parent)
    site = tmp_path / "publie"
    environment = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2"}
    run = fil("site", "--dossier", site, folder=elsewhere, environment=environment)
    assert run.returncode == 0, run.stderr
    made = contents(site)
    whole = {name: raw for name, raw in made.items() if not name.endswith((".br", ".gz"))}
    assert whole == contents(tiny_site.site)
    # What goes beside the texts comes of them alone.
    assert {*made} - {*whole} == {name for name, _raw in compressed(whole, None)}
    assert made == {**whole, **dict(compressed(whole, None))}


def test_mkdocs_reads_the_pages_and_writes_none(
    tiny_site: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are written when it would begin; it still tells a link to an anchor that is lost."""
    written: list[object] = []
    monkeypatch.setattr(mkdocs_build, "_build_page", lambda page, *_: written.append(page))
    project = copy_project(tmp_path / "base", origin=tiny_site.docs.parent)
    assert contents(build(project, tmp_path / "site").site) == contents(tiny_site.site)
    assert written == []
    page = project / "docs/contribuer/index.md"
    page.write_text(page.read_text() + "\n[Là](../mediateurs/index.md#nulle-part)\n")
    with pytest.raises(Abort, match="1 warning"):
        build(project, tmp_path / "faux")


def test_the_order_of_the_files_on_the_disk_changes_nothing(
    tiny_site: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(
        found: Callable[[Path, str], Iterable[Path]],
    ) -> Callable[[Path, str], list[Path]]:
        return lambda self, pattern: sorted(found(self, pattern), reverse=True)

    project = copy_project(tmp_path / "projet", TINY)
    for name in ("rglob", "glob"):
        monkeypatch.setattr(Path, name, backwards(getattr(Path, name)))
    built = build(project, tmp_path / "site")
    monkeypatch.undo()
    assert contents(built.site) == contents(tiny_site.site)


def test_a_draft_is_kept_back(tiny_project: Path, tmp_path: Path) -> None:
    edit(tiny_project / DISC, "niveau: 2", "niveau: 2\nbrouillon: true")
    # Nothing that is published may lead to a draft: the build says so.
    site = tmp_path / "site"
    refused = make_site(tiny_project, site)
    assert refused.returncode == 1
    assert "n’est pas encore publiée" in refused.stderr.decode()
    assert not site.exists()

    edit(tiny_project / PHOTO, "apres: [musique/ecouter-un-disque]\n", "")
    edit(
        tiny_project / PHOTO,
        "- **Non** : [fiche 102, j’écoute un disque](../musique/ecouter-un-disque.md)",
        "- **Non** : « On la cherche. »",
    )
    accepted = make_site(tiny_project, site)
    assert accepted.returncode == 0, accepted.stderr
    for path, content in contents(site).items():
        assert "disque" not in path
        assert b"disque" not in content, path
    assert not (site / "102").exists()
    assert not (site / "cd").exists()


def test_a_mistake_leaves_the_former_site_whole(tiny_project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert make_site(tiny_project, site).returncode == 0
    former = contents(site)
    edit(tiny_project / PHOTO, "publics: [voisins, parents]", "publics: [voisinss, parents]")
    edit(tiny_project / DISC, "duree: 7", "duree: sept")
    refused = make_site(tiny_project, site)
    assert refused.returncode == 1
    # Every finding at once, each with its place and the likely intention, and no traceback.
    assert f"{DISC}, ligne 8" in refused.stderr.decode()
    assert f"{PHOTO}, ligne 5" in refused.stderr.decode()
    assert "voisins" in refused.stderr.decode()
    assert "Traceback" not in refused.stderr.decode()
    assert contents(site) == former
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_a_stray_link_of_a_page_written_by_hand_stops_the_publication(
    tiny_project: Path, tmp_path: Path
) -> None:
    page = tiny_project / "docs" / "contribuer" / "index.md"
    page.write_text(page.read_text() + "\n[Nulle part](nulle-part.md)\n", encoding="utf-8")
    refused = make_site(tiny_project, tmp_path / "site")
    assert refused.returncode == 1
    assert "nulle-part.md" in refused.stderr.decode()
    assert "Traceback" not in refused.stderr.decode()


def test_a_code_explained_wrongly_is_told(tiny_project: Path, tmp_path: Path) -> None:
    explained = tiny_project / "docs" / "contribuer" / "codes" / "FIL401.yml"
    explained.parent.mkdir(parents=True)
    explained.write_text("titre: Une phrase dite est longue\n", encoding="utf-8")
    failed = make_site(tiny_project, tmp_path / "site")
    assert failed.returncode == 1
    assert "docs/contribuer/codes/FIL401.yml" in failed.stderr.decode()
    assert "FIL111" in failed.stderr.decode()


@pytest.mark.parametrize("place", ["", "#etape-2"])
def test_a_page_written_by_hand_may_lead_to_a_tutorial_and_to_its_steps(
    tiny_project: Path, tmp_path: Path, place: str
) -> None:
    page = tiny_project / "docs" / "contribuer" / "index.md"
    link = f"[la photo](../tutoriels/photos/envoyer-une-photo.md{place})"
    page.write_text(f"{page.read_text()}\nOn suit {link}.\n", encoding="utf-8")
    accepted = make_site(tiny_project, tmp_path / "site")
    assert accepted.returncode == 0, accepted.stderr
    html = (tmp_path / "site" / "contribuer" / "index.html").read_text(encoding="utf-8")
    assert f'href="../tutoriels/photos/envoyer-une-photo/{place}"' in html


@pytest.mark.parametrize(
    "text", ["`<![x[ y`", "``` a b\n<![x[ y\n```", "   ```\n   <!D [<!\n   ```"]
)
def test_what_code_shows_stops_no_parser(tiny_project: Path, tmp_path: Path, text: str) -> None:
    """Where MkDocs looks for tags, it takes this for one that nobody knows, and gives up."""
    page = tiny_project / "docs" / "contribuer" / "essai.md"
    page.write_text(f"---\ntitre: Essai\n---\n\n{text}\n", encoding="utf-8")
    built = build(tiny_project, tmp_path / "site")
    assert "<!" in built.page("contribuer/essai/").one("code").text


def test_without_an_address_the_build_says_what_it_leaves_out(
    tiny_project: Path, tmp_path: Path
) -> None:
    without = make_site(tiny_project, tmp_path / "sans")
    assert without.returncode == 0, without.stderr
    assert "Sans SITE_URL" in without.stderr.decode()
    assert not (tmp_path / "sans" / "flux.xml").exists()
    address = {"SITE_URL": "https://exemple.fr/"}
    addressed = make_site(tiny_project, tmp_path / "avec", address)
    assert addressed.returncode == 0, addressed.stderr
    assert "Sans SITE_URL" not in addressed.stderr.decode()
    assert (tmp_path / "avec" / "flux.xml").exists()
    assert (tmp_path / "avec" / "sitemap.xml").exists()
