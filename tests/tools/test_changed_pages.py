"""What a reviewer is shown of a proposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from boutdufil.edge.cli import main
from boutdufil.tools.changed_pages import (
    ADDED,
    CHANGED,
    LOOKED_AT,
    REMOVED,
    compare,
    page,
    summary,
)
from tests.edge.running import main_apart

PAGE = (
    "<!doctype html><html lang='fr'><head><title>{title}</title>"
    "<link rel='stylesheet' href='{root}assets/site.{hash}.css'></head>"
    "<body><main><h1>{title}</h1><p>{words}</p></main></body></html>"
)
LEAVES = "<html><head><meta http-equiv='refresh' content='0; url=../a/'></head></html>"


def site(
    folder: Path, pages: dict[str, str], style: str = "p{}", digest: str = "0123456789"
) -> Path:
    """Write a small site: the words of each page by its address."""
    for address, words in {"": "Bonjour.", **pages}.items():
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        root = "../" * address.count("/")
        title = address.strip("/") or "Accueil"
        text = (
            words
            if "<html>" in words
            else PAGE.format(title=title, root=root, hash=digest, words=words)
        )
        file.write_text(text, encoding="utf-8")
    (folder / "404.html").write_text("<html><head></head><body></body></html>", encoding="utf-8")
    assets = folder / "assets"
    assets.mkdir(exist_ok=True)
    (assets / f"site.{digest}.css").write_text(style, encoding="utf-8")
    return folder


def states(before: Path, after: Path) -> dict[str, str]:
    return {change.address: change.state for change in compare(before, after).changes}


def test_only_the_pages_that_change_are_told(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", {"a/": "Un.", "b/": "Deux.", "c/": "Trois."})
    after = site(tmp_path / "apres", {"a/": "Un.", "b/": "Deux !", "d/": "Quatre."})
    assert states(before, after) == {"b/": CHANGED, "c/": REMOVED, "d/": ADDED}
    assert states(before, before) == {}


def test_a_name_taken_from_the_content_is_no_change(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", {"a/": "Un."}, digest="0123456789")
    after = site(tmp_path / "apres", {"a/": "Un."}, digest="9876543210")
    assert states(before, after) == {}


def test_a_style_that_changes_is_looked_at_on_the_home_page(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", {"a/": "Un."})
    after = site(tmp_path / "apres", {"a/": "Un."}, style="p{color:red}", digest="9876543210")
    assert states(before, after) == {"": LOOKED_AT}
    assert compare(before, after).others == ("assets/site.css",)


def test_the_words_that_change_are_shown(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", {"b/": "Deux."})
    after = site(tmp_path / "apres", {"b/": "Deux !"})
    (change,) = compare(before, after).changes
    assert "-Deux." in change.words
    assert "+Deux !" in change.words
    assert "```diff\n" in summary(compare(before, after))


def test_what_a_stranger_writes_stays_within_its_frame(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", {"b/": "Deux."})
    after = site(
        tmp_path / "apres", {"b/": "```\n# Approuvé &lt;script&gt;alert(1)&lt;/script&gt;"}
    )
    comparison = compare(before, after)
    told = summary(comparison)
    (fence,) = (line.removesuffix("diff") for line in told.splitlines() if line.endswith("diff"))
    assert fence == "````"
    assert told.count(fence) == 2
    shown = page(comparison)
    assert "<script" not in shown
    assert "alert(1)" in shown


@pytest.mark.navigateur
def test_pictures_before_and_after_on_a_phone_and_on_a_desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = site(tmp_path / "avant", {"a/": "Un.", "b/": "Deux.", "r/": LEAVES})
    after = site(tmp_path / "apres", {"a/": "Un.", "b/": "Deux !", "d/": "Quatre."})
    target = tmp_path / "apercu"
    assert main_apart("apercu", before, after, "--sortie", target) == 0
    assert capsys.readouterr().out.startswith("Pages : 1 ajoutée, 1 changée, 1 retirée.")
    assert sorted(file.name for file in target.glob("*.png")) == [
        *("01-1280-apres.png", "01-1280-avant.png", "01-390-apres.png", "01-390-avant.png"),
        *("02-1280-apres.png", "02-390-apres.png"),
    ]
    shown = (target / "index.html").read_text(encoding="utf-8")
    assert shown.count("<img ") == 6
    assert "(changée)" in (target / "resume.md").read_text(encoding="utf-8")


@pytest.mark.navigateur
def test_pictures_that_are_the_same_are_not_kept(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", {"b/": "<span title='un'>Deux.</span>"})
    after = site(tmp_path / "apres", {"b/": "<span title='deux'>Deux.</span>"})
    target = tmp_path / "apercu"
    assert main_apart("apercu", before, after, "--sortie", target) == 0
    assert list(target.glob("*.png")) == []
    assert "l’aspect est le même" in (target / "index.html").read_text(encoding="utf-8")


def test_what_is_neither_a_project_nor_a_site_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["apercu", str(tmp_path), str(tmp_path), "--sortie", str(tmp_path / "apercu")]) == 2
    assert "n’est ni un projet, ni un site construit" in capsys.readouterr().err
    assert not (tmp_path / "apercu").exists()


MAKEFILE = """site:
	mkdir -p site && echo "<title>$(CONTENU)</title>" | tee site/404.html site/index.html
"""


def project(folder: Path, makefile: str = MAKEFILE) -> Path:
    folder.mkdir()
    (folder / "mkdocs.yml").touch()
    (folder / "Makefile").write_text(makefile, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("asked", "built"), [([], ""), (["--contenu", "ailleurs"], "ailleurs")])
def test_a_project_is_built_from_the_content_that_is_named(
    tmp_path: Path, asked: list[str], built: str
) -> None:
    sides = [project(tmp_path / side) for side in ("avant", "apres")]
    assert main(["apercu", *map(str, sides), *asked, "--sortie", str(tmp_path / "vu")]) == 0
    for side in sides:
        assert (side / "site/index.html").read_text("utf-8") == f"<title>{built}</title>\n"


def test_a_project_that_cannot_be_built_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = project(tmp_path / "avant", "site:\n\t@false\n")
    assert main(["apercu", str(wrong), str(wrong), "--sortie", str(tmp_path / "vu")]) == 2
    assert f"le site de « {wrong} » ne se construit pas." in capsys.readouterr().err


def test_the_pictures_never_take_the_place_of_a_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = site(tmp_path / "avant", {})
    assert main(["apercu", str(before), str(before), "--sortie", str(tmp_path)]) == 2
    assert "contient un des deux sites" in capsys.readouterr().err
    assert (before / "404.html").is_file()
