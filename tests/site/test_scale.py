"""Nothing on a page grows with the site."""

from __future__ import annotations

import gzip
import re
from itertools import islice
from pathlib import Path

import pytest

from tests.generated_content import _free_numbers, _taken, generate, generate_stock
from tests.site.builds import Built, contents, entries, front_matter, words

_RELATED = re.compile(r'<section class="fil-next">.*?</section>', re.DOTALL)


def without_related(html: str) -> str:
    shorter, times = _RELATED.subn("", html)
    assert times == 1, "a tutorial proposes what comes next"
    return shorter


def test_a_tutorial_weighs_the_same_among_twelve_and_among_ten_times_more(
    real_site: Built, large_site: Built
) -> None:
    assert len(large_site.tutorials) == 120
    for reference in real_site.tutorials:
        address = f"tutoriels/{reference}/"
        assert without_related(real_site.html(address)) == without_related(large_site.html(address))
        phone = f"{address}telephone/"
        assert real_site.html(phone) == large_site.html(phone)


def test_related_tutorials_stay_few(large_site: Built) -> None:
    for reference in large_site.tutorials:
        related = [
            item
            for item in large_site.page(f"tutoriels/{reference}/").all("li")
            if "data-tutoriel" in item
        ]
        assert 1 <= len(related) <= 4
        assert reference not in {item["data-tutoriel"] for item in related}


@pytest.mark.parametrize("address", ["", "recherche/", "publics/", "themes/"])
def test_a_page_that_leads_everywhere_grows_by_its_counts_only(
    real_site: Built, large_site: Built, address: str
) -> None:
    def uncounted(html: str) -> str:
        return re.sub(r"\d+ fiches?", "n fiches", html.replace("\u00a0", " "))

    assert uncounted(real_site.html(address)) == uncounted(large_site.html(address))


@pytest.mark.parametrize("address", ["glossaire/", "glossaire/lien/", "contribuer/"])
def test_a_page_about_no_tutorial_does_not_change(
    real_site: Built, large_site: Built, address: str
) -> None:
    assert real_site.html(address) == large_site.html(address)


def test_the_mediators_desk_shows_a_bounded_part_of_a_large_site(large_site: Built) -> None:
    desk = large_site.page("mediateurs/")
    assert len(entries(desk)) < len(large_site.tutorials)
    phrases = sum(len(words(front["appels"])) for front in large_site.tutorials.values())
    assert len(desk.one("main").all("a")) < phrases / 2


def test_assets_do_not_grow(real_site: Built, large_site: Built) -> None:
    def loaded_at_once(site: Path) -> dict[str, bytes]:
        loaded = {}
        for path, content in contents(site / "assets").items():
            if path.startswith("propose-data."):
                # The next free number of each theme: another site, other digits, as many of them.
                path, content = "propose-data.js", re.sub(rb":\"\d{3,4}\"", b":n", content)
            if not path.startswith("search/"):
                loaded[path] = content
        return loaded

    assert loaded_at_once(real_site.site) == loaded_at_once(large_site.site)


def test_a_first_visit_is_light_on_any_page(real_site: Built) -> None:
    for path, page in real_site.readable.items():
        if path == "404.html":
            continue
        loaded = {path}
        for element in page.all("script", "link"):
            address = element.attributes.get("src") or element.attributes.get("href", "")
            if element.tag == "script" or element.attributes.get("rel") == "stylesheet":
                loaded.add((Path(path).parent / address).as_posix())
        files = {(real_site.site / name).resolve() for name in loaded}
        assert len(files) <= 14, path
        assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 63_500, path
    script = next((real_site.site / "assets").glob("tutorial.*.js"))
    assert len(gzip.compress(script.read_bytes())) <= 4_000


def test_generated_content_is_always_the_same(project: Path, tmp_path: Path) -> None:
    for name in ("un", "deux"):
        generate(project / "docs", tmp_path / name, 90)
    assert contents(tmp_path / "un") == contents(tmp_path / "deux")
    fronts = [front_matter(file) for file in (tmp_path / "un" / "tutoriels").rglob("*.md")]
    assert len(fronts) == 90
    for key in ("numero", "titre"):
        assert len({str(front[key]) for front in fronts}) == 90


def test_no_generated_tutorial_has_the_number_of_a_diagnosis(project: Path) -> None:
    said = _taken(project / "docs")
    assert {"101", "991"} <= said
    assert said.isdisjoint(islice(_free_numbers(said), 1000))


def test_generated_content_begins_with_the_originals(project: Path, tmp_path: Path) -> None:
    generate(project / "docs", tmp_path / "docs", 90)
    generated = contents(tmp_path / "docs")
    originals = contents(project / "docs")
    assert {path: generated[path] for path in originals} == originals


def test_the_stock_project_holds_the_same_tutorials(project: Path, tmp_path: Path) -> None:
    generate(project / "docs", tmp_path / "docs", 90)
    generate_stock(tmp_path / "docs", tmp_path / "material")
    stock = tmp_path / "material" / "docs" / "tutoriels"
    pages = {file.relative_to(stock) for file in stock.rglob("*.md") if file.name != "index.md"}
    ours = tmp_path / "docs" / "tutoriels"
    assert pages == {file.relative_to(ours) for file in ours.rglob("*.md")}
    for page in pages:
        assert words_of(ours / page) <= words_of(stock / page)


def words_of(file: Path) -> set[str]:
    """Return the words of the body, block names left out."""
    body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
    return {*re.sub(r"^///+ *[\w-]*", "", body, flags=re.MULTILINE).replace("|", " ").split()}
