"""What MkDocs tells is said in French, and what it alone cares about is not said."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from boutdufil.edge.french_log import InFrench
from tests.edge.running import fil_here
from tests.site.builds import TINY


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Documentation built in 1.48 seconds", "Site construit en 1,48 secondes."),
        (
            "[20:11:38] Serving on http://127.0.0.1:8771/",
            "Le site est là : http://127.0.0.1:8771/ (pour arrêter : Ctrl + C)",
        ),
        ("[20:11:50] Browser connected: http://127.0.0.1:8000/", None),
        ("Cleaning site directory", None),
        ("Une page n’a pas de titre", "Une page n’a pas de titre"),
        ("Nobody knows this", "Nobody knows this"),
    ],
)
def test_what_is_known_is_said_in_french(english: str, french: str | None) -> None:
    record = logging.LogRecord("mkdocs", logging.INFO, "", 0, "%s", (english,), None)
    assert InFrench().filter(record) is (french is not None)
    assert french is None or record.getMessage() == french


def test_a_site_is_built_without_a_word_of_english(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("site_name: Ici\n", "utf-8")
    done = fil_here("site", folder=tmp_path)
    assert done.returncode == 0
    last = "Sans SITE_URL : ni flux.xml, ni sitemap.xml, ni adresse canonique."
    lines = done.stderr.decode().splitlines()
    assert [line for line in lines if not line.startswith("Site construit en ")][-1:] == [last]
    assert not [line for line in lines if "ocumentation" in line or "directory" in line]
