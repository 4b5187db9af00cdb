"""The privacy page tells all that a browser keeps for the site, and how to erase it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/vie-privee.md").read_text(encoding="utf-8")
SCRIPTS = sorted((ROOT / "overrides/assets/js").rglob("*.js"))
FORMER = {"boutdufil.livret"}
"""Names that are no longer written: what is found there is carried over (js/head/10-carry.js)."""
_CALL = re.compile(
    r"\b(?P<storage>localStorage|sessionStorage)\b(?:\.(?P<verb>\w+)\((?P<key>\w+))?"
)
_CONSTANT = re.compile(r'\bvar ([A-Z]+) = "([^"]+)"')
_THROUGH = re.compile(r"\b(?:read|write)\(([A-Z]+)\b")
"""A function of the script that takes the key, which it calls ``key``."""
_ELSEWHERE = re.compile(r"document\.cookie|indexedDB|window\.name|showSaveFilePicker")
_CACHES = re.compile(r"\bcaches\b")
_CACHED = re.compile(r'\bprefix = "(\w+) " \+ ')
"""The beginning of the names of what is kept to be read again: ``prefix = "fil " + scope``."""
WORKER = ROOT / "overrides/assets/worker/sw.js"


def kept() -> dict[str, set[str]]:
    """Return the keys that the scripts write, by the storage that holds them."""
    found: dict[str, set[str]] = defaultdict(set)
    for script in SCRIPTS:
        text = re.sub(r"^\s*//.*$", "", script.read_text(encoding="utf-8"), flags=re.MULTILINE)
        # A folder is one script: a file of it may keep what the others name.
        handed = any(call["key"] == "key" for call in _CALL.finditer(text))
        files = script.parent.glob("*.js") if handed and not _THROUGH.search(text) else [script]
        together = "\n".join(file.read_text(encoding="utf-8") for file in files)
        constants = defaultdict(set)
        for name, key in _CONSTANT.findall(together):
            constants[name].add(key)
        for call in _CALL.finditer(text):
            assert call["verb"] in {"getItem", "setItem", "removeItem"}, (script.name, call[0])
            names = _THROUGH.findall(together) if call["key"] == "key" else [call["key"]]
            assert names, script.name
            assert {*names} <= {*constants}, (script.name, names)
            found[call["storage"]] |= {key for name in names for key in constants[name]}
    return found


def cached() -> set[str]:
    """Return how the names of the pages that are kept begin: the same for all who keep them."""
    keeping = [WORKER, *(file for file in SCRIPTS if _CACHES.search(file.read_text("utf-8")))]
    assert {file.name for file in keeping} == {"sw.js", "keep.js", "60-keep.js"}
    return {name for file in keeping for name in _CACHED.findall(file.read_text("utf-8"))}


def told(part: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", part))


def test_every_key_that_is_kept_is_told_and_none_other() -> None:
    lasting, tab = PAGE.split("\nTrois choses restent dans un seul onglet")
    assert told(lasting) == (kept()["localStorage"] - FORMER) | cached()
    assert cached() == {"fil"}
    assert told(tab) == kept()["sessionStorage"]
    assert len(told(tab)) == 3


def test_every_key_begins_alike() -> None:
    keys = {key for keys in kept().values() for key in keys}
    assert len(keys) > 5
    assert {key for key in keys if not key.startswith("fil-")} == FORMER


def test_nothing_is_kept_elsewhere() -> None:
    assert [
        file.name for file in [*SCRIPTS, WORKER] if _ELSEWHERE.search(file.read_text("utf-8"))
    ] == []


def test_each_line_says_how_to_erase_with_the_words_of_the_page() -> None:
    shown = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in ("*.html", "partials/*.html", "assets/js/**/*.js")
        for file in sorted((ROOT / "overrides").glob(folder))
    ) + (ROOT / "hooks/boutdufil/pages/booklets.py").read_text(encoding="utf-8")
    kept_part = PAGE.split("## Ce qui reste sur votre appareil\n")[1].split("\n## ")[0]
    lines = [line for line in kept_part.splitlines() if line.startswith("- ")]
    assert len(lines) == len(told(kept_part))
    for line in lines:
        assert "J’efface : " in line or "s’effacent" in line, line
        for label in re.findall(r"« ([^»]+) »", line):
            assert re.search(
                rf"[>\"]\s*{re.escape(label)}\s*[<\"]|[}}>] ?{re.escape(label)}<", shown
            ), label
    assert '" (en ligne)"' in shown
    assert "« (en ligne) »" in PAGE
