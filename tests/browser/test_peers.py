"""What a reader downloads is counted where it is served: a page, then a first search."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench_search import weight
from tests.peers import reader
from tests.peers.projects import PEERS, Search
from tests.peers.reader import downloaded, words

PAGE = """\
<!doctype html><html lang="fr"><title>Une fiche</title><link rel="icon" href="data:,">
<main><p>Trois mots ici.</p></main>
<input id="q"><ol></ol>
<script>
const ask = new Worker("worker.js");
ask.onmessage = () => document.querySelector("ol").append(document.createElement("li"));
document.querySelector("#q").addEventListener("keyup", () => ask.postMessage("index.json"));
</script></html>
"""
WORKER = "onmessage = ({ data }) => fetch(data).then(() => postMessage('là'));\n"
PEER = replace(PEERS["Zensical"], tutorial="", search=Search("#q", "ol li"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "worker.js").write_text(WORKER, "utf-8")
    (tmp_path / "index.json").write_text('"' + "mot " * 500 + '"', "utf-8")
    return tmp_path


def test_a_search_counts_what_it_asks_for_once_even_from_a_worker(
    browser: Browser, site: Path
) -> None:
    assert downloaded(browser, PEER, site) == {
        "first_page_gzip": weight(site / "index.html") + weight(site / "worker.js"),
        "first_search_gzip": weight(site / "index.json"),
    }


def test_a_search_without_an_answer_is_not_counted(
    browser: Browser, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "PATIENCE", 300)
    mute = replace(PEER, search=Search("#q", "ol li b"))
    assert [*downloaded(browser, mute, site)] == ["first_page_gzip"]


def test_the_words_of_the_page_are_those_of_its_main_part(site: Path) -> None:
    assert words(PEER, site) == 3
