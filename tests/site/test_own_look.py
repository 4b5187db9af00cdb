"""A base looks as its owner likes: what it puts in its ``overrides/`` comes before ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.edge.running import fil_here
from tests.site.builds import TINY, Built

COLOUR = "--action:var(--light,#0b4f35)"
DRAWN = '<svg viewBox="0 0 24 24"><path d="M1 2h3v4z"/></svg>\n'


@pytest.fixture
def base(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("site_name: Ici\n", "utf-8")
    return tmp_path


def put(base: Path, path: str, text: str) -> None:
    file = base / "overrides" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def built(base: Path) -> Built:
    done = fil_here("site", folder=base)
    assert done.returncode == 0, done.stderr.decode()
    return Built(base / "site", base / "docs")


def sheet(site: Built) -> str:
    (found,) = site.site.glob("assets/site.*.css")
    return found.read_text("utf-8")


def test_a_sheet_of_its_own_comes_after_ours(base: Path) -> None:
    assert COLOUR not in sheet(built(base))
    put(base, "assets/css/site/99-couleurs.css", f":root {{ {COLOUR} }}\n")
    css = sheet(built(base))
    assert css.rstrip().endswith(f":root{{{COLOUR}}}")
    assert css.count("--action:") > 1


def test_a_template_of_its_own_takes_the_place_of_ours(base: Path) -> None:
    put(base, "partials/tin-can.html", "<p>À nous</p>\n")
    assert "<p>À nous</p>" in built(base).html("")
    (base / "overrides/partials/tin-can.html").write_text("<p>Encore</p>\n", "utf-8")
    assert "<p>Encore</p>" in built(base).html("")


def test_a_drawing_of_its_own_may_be_named(base: Path) -> None:
    words = base / "docs/taxonomie.yml"
    text = words.read_text("utf-8")
    first = next(line for line in text.splitlines() if line.strip().startswith("icone:"))
    words.write_text(text.replace(first, "    icone: val/clic", 1), "utf-8")
    assert fil_here("verifier", folder=base).returncode == 1
    put(base, ".icons/val/clic.svg", DRAWN)
    assert fil_here("verifier", folder=base).returncode == 0
    assert "M1 2h3v4z" in built(base).html("")
