"""What is compared is the same work, and what is kept is what was measured: no tool is run here."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from boutdufil.kinds.performances.values import Figures, Measured, Performances
from tests.bench_peers import Given, Result, Took, check_same_work, measured, ratios
from tests.generated_content import generate_stock
from tests.peers.projects import HUGO_CONFIG, PEERS, hugo_body, vitepress_body
from tests.peers.reader import words_of
from tests.peers.record import PLOT, recorded, series, text_of, with_size

STOCK = """\
/// note | Dire
Dites « oui ».

//// tab | android, iphone
J’appuie sur /tmp/ ou ///.
////
///

/// danger | Stop
Raccrochez.
///
"""


def test_hugo_has_the_blocks_as_shortcodes() -> None:
    told = hugo_body(STOCK)
    assert told.count('{{% bloc "') == told.count("{{% /bloc %}}") == 3
    assert '{{% bloc "tab" "android, iphone" %}}\nJ’appuie sur /tmp/ ou ///.\n{{% /bloc %}}' in told


def test_vitepress_has_the_blocks_as_containers() -> None:
    told = vitepress_body(STOCK)
    assert told.startswith("::: info Dire\n")
    assert ":::: info android, iphone\nJ’appuie sur /tmp/ ou ///.\n::::\n:::\n" in told
    assert "::: danger Stop\n" in told


def test_no_block_is_left_as_another_tool_writes_it(tmp_path: Path) -> None:
    generate_stock(Path(__file__).parents[2] / "docs", tmp_path)
    texts = [file.read_text("utf-8") for file in (tmp_path / "docs").rglob("*.md")]
    assert any("\n/// " in text for text in texts)
    for text in texts:
        assert not re.search(r"^///", hugo_body(text), re.MULTILINE)
        assert not re.search(r"^///", vitepress_body(text), re.MULTILINE)
        assert hugo_body(text).count("{{% bloc") == hugo_body(text).count("{{% /bloc %}}")


def test_the_menu_of_material_is_the_only_difference(tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs"
    for name, prune in (("whole", False), ("pruned", True)):
        generate_stock(docs, tmp_path / name, prune=prune)
    whole, pruned = (tmp_path / name / "mkdocs.yml" for name in ("whole", "pruned"))
    assert "navigation.prune" in pruned.read_text("utf-8")
    assert whole.read_text("utf-8") == pruned.read_text("utf-8").replace(", navigation.prune", "")


def test_the_settings_of_hugo_are_right() -> None:
    assert tomllib.loads(HUGO_CONFIG)["markup"]["goldmark"]["renderer"]["unsafe"] is True


def result(name: str, *seconds: float, words: int = 6000, search: int | None = 100) -> Result:
    given = Given(
        bytes=2_000_000,
        files=20,
        pages=10,
        words=words,
        first_page_gzip=1000,
        first_search_gzip=search,
    )
    return Result(PEERS[name], tuple(Took(each, each * 2, 100.0) for each in seconds), given)


def test_the_middle_of_the_rounds_is_told() -> None:
    told = result("Zensical", 9.0, 1.0, 2.0).told()
    assert (told["seconds"], told["cpu_seconds"]) == (2.0, 4.0)
    assert (told["rounds"], told["fastest"], told["slowest"]) == (3, 1.0, 9.0)


def test_a_ratio_is_ours_for_one_of_the_other() -> None:
    found = dict(ratios([result("Notre outil", 8.0), result("Zensical", 2.0, search=0)]))
    assert found["Zensical"]["seconds"] == 4.0
    assert found["Zensical"]["first_page_gzip"] == 1.0
    # Nothing is divided by what asks for nothing more.
    assert "first_search_gzip" not in found["Zensical"]


def test_the_menus_of_a_page_are_none_of_its_words() -> None:
    page = "<main><nav>Tous les thèmes</nav><p>Je lis <b>tout</b></p><nav>Suite</nav></main>"
    assert words_of(page) == 3


def test_a_tool_that_loses_words_did_not_do_the_same_work() -> None:
    whole = [result("Notre outil", 1.0, words=3000), result("Material", 1.0)]
    check_same_work([*whole, result("Hugo et Pagefind", 1.0, words=5700)])
    with pytest.raises(ValueError, match="Hugo et Pagefind shows 1200 words"):
        check_same_work([*whole, result("Hugo et Pagefind", 1.0, words=1200)])


def size(count: int, seconds: float, *others: str) -> Measured:
    tools = tuple(
        Figures(
            name=name,
            version="1",
            seconds=seconds,
            cpu_seconds=1.0,
            peak_megabytes=1.0,
            megabytes=1.0,
            files=1,
            pages=1,
        )
        for name in ("Le nôtre", *others)
    )
    day = date(2026, 11, 20)
    return Measured(size=count, rounds=1, day=day, machine="Une machine", tools=tools)


def test_a_size_measured_again_takes_the_place_of_the_former() -> None:
    known = Performances()
    for new in (size(1000, 9.0), size(100, 1.0, "Autre"), size(1000, 8.5)):
        known = with_size(known, new)
    assert [(each.size, each.tools[0].seconds) for each in known.measured] == [
        (100, 1.0),
        (1000, 8.5),
    ]
    assert series(known) == [
        {"name": "Le nôtre", "points": [(100, 1.0), (1000, 8.5)]},
        {"name": "Autre", "points": [(100, 1.0)]},
    ]


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    kept = measured([result("Notre outil", 2.0), result("Zensical", 1.5, search=None)], 100, 1)
    file = tmp_path / "performances.yml"
    assert recorded(file) == Performances()
    known = Performances(measured=(kept,))
    file.write_text(text_of(known), "utf-8")
    assert recorded(file) == known
    assert known.measured[0].tools[1].first_search is None
    file.write_text(text_of(known).replace("secondes: 2.0", "secondes: vite"), "utf-8")
    with pytest.raises(ValueError, match="« secondes »"):
        recorded(file)


def test_the_plot_is_of_the_figures_that_are_kept() -> None:
    """Both are written by one command: neither is renewed without the other."""
    drawn = PLOT.read_text("utf-8")
    lines = series(recorded())
    assert re.findall(r"<text [^>]*>(\d\. [^<]+)</text>", drawn) == [
        f"{rank}. {line['name']}" for rank, line in enumerate(lines, 1)
    ]
    points = [line["points"] for line in lines]
    assert drawn.count('class="fil-plot-dot"') == sum(len(each) for each in points)
    # Nothing that runs, nothing that dresses itself: the page has its own sheet.
    assert not re.search(r"<style|<script|\bstyle=|\bon\w+=|href", drawn)
