"""Every tutorial is found exactly where its tags say, worked out again from the raw files."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from boutdufil.tools.html_tree import Element
from tests.site.builds import Built, address_of, entries, front_matter, words

ENTRIES_A_PAGE = 100
_LISTING = re.compile(
    r"(?P<address>(?:publics|themes|appareils)/(?!.*/livret/)[\w/-]+?/)(?:page-\d+/)?index\.html"
)


@pytest.fixture(params=["real_site", "tiny_site", "large_site"])
def built(request: pytest.FixtureRequest) -> Built:
    site: Built = request.getfixturevalue(request.param)
    return site


def devices_of(front: dict[str, object], built: Built) -> set[str]:
    """Return the device words under which a tutorial is looked for."""
    declared = built.taxonomy["appareils"]
    covered = {word: words(device.get("couvre")) for word, device in declared.items()}
    shown = {word: words(device.get("montre")) for word, device in declared.items()}
    named = words(front.get("appareils"))
    held = {real for word in named for real in (covered[word] or [word])}
    if not named:
        held = {word for word in declared if not covered[word]}
    return held | {word for word in declared if held & {*covered[word], *shown[word]}}


def expected_listings(built: Built) -> dict[str, set[str]]:
    listings: dict[str, set[str]] = defaultdict(set)
    for reference, front in built.tutorials.items():
        themes = words(front["themes"])
        for audience in words(front["publics"]):
            listings[f"publics/{audience}/"].add(reference)
            for theme in themes:
                listings[f"publics/{audience}/{theme}/"].add(reference)
        for theme in themes:
            listings[f"themes/{theme}/"].add(reference)
        for device in devices_of(front, built):
            listings[f"appareils/{device}/"].add(reference)
    return listings


def by_number(built: Built, references: set[str]) -> list[str]:
    return sorted(references, key=lambda reference: int(str(built.tutorials[reference]["numero"])))


def pages_of(built: Built, address: str) -> list[Element]:
    """Return the pages of a listing, in order."""
    pages = [built.page(address)]
    while built.has(f"{address}page-{len(pages) + 1}/"):
        pages.append(built.page(f"{address}page-{len(pages) + 1}/"))
    return pages


def listed(built: Built, address: str) -> list[str]:
    return [entry for page in pages_of(built, address) for entry in entries(page)]


def test_tutorials_are_listed_exactly_where_their_tags_say(built: Built) -> None:
    expected = expected_listings(built)
    found = {match["address"] for path in built.pages if (match := _LISTING.fullmatch(path))}
    assert found == {*expected}
    for address, references in expected.items():
        assert listed(built, address) == by_number(built, references), address


def test_every_listing_is_reached_from_the_home_page(built: Built) -> None:
    reached = {""}
    waiting = [""]
    while waiting:
        path = f"{waiting.pop()}index.html"
        ways = {link.resolved for link in built.links(path) if link.is_internal}
        fresh = {way for way in ways if f"{way}index.html" in built.readable} - reached
        reached |= fresh
        waiting += fresh
    assert {*expected_listings(built)} <= reached


def test_devices_are_linked_from_their_tutorials_and_from_the_themes(built: Built) -> None:
    themes = {link.resolved for link in built.links("themes/index.html") if link.is_internal}
    assert {way for way in expected_listings(built) if way.startswith("appareils/")} <= themes
    for reference, front in built.tutorials.items():
        links = built.links(f"tutoriels/{reference}/index.html")
        ways = {link.resolved for link in links if link.is_internal}
        named = {f"appareils/{device}/" for device in words(front.get("appareils"))}
        assert {way for way in ways if way.startswith("appareils/")} == named, reference


def test_an_audience_is_offered_the_diagnoses_that_are_for_it(real_site: Built) -> None:
    declared = {
        file.stem: words(front_matter(file)["publics"])
        for file in sorted((real_site.docs / "diagnostics").glob("*.md"))
    }
    for audience in real_site.taxonomy["publics"]:
        (first, *others) = pages_of(real_site, f"publics/{audience}/")
        offered = [item["data-diagnostic"] for item in first.having("data-diagnostic")]
        assert sorted(offered) == [name for name, who in declared.items() if audience in who]
        assert not any(page.having("data-diagnostic") for page in others)
    assert any(declared.values())


def test_a_listing_that_would_be_empty_is_not_built(tiny_site: Built) -> None:
    for address in ("publics/musiciens/", "themes/jardin/", "publics/parents/jardin/"):
        assert not (tiny_site.site / address).exists()
        assert not tiny_site.has(address)
    targets = {
        link.resolved
        for path in tiny_site.pages
        if path != "404.html"
        for link in tiny_site.links(path)
        if link.is_internal
    }
    assert not {target for target in targets if "musiciens" in target or "jardin" in target}


def test_the_first_link_of_an_entry_goes_to_its_tutorial(built: Built) -> None:
    wrong = []
    for path in built.readable:
        if "data-tutoriel" not in built.source(path):
            continue
        for item in built.pages[path].all("li"):
            if "data-tutoriel" in item:
                first = item.all("a")[0]
                (link,) = (link for link in built.links(path) if link.element is first)
                if link.resolved != f"tutoriels/{item['data-tutoriel']}/":
                    wrong.append(str(link))
    assert wrong == []


def test_a_listing_says_how_many_tutorials_it_holds(built: Built) -> None:
    for address, references in expected_listings(built).items():
        number = len(references)
        said = f"{number} fiche" + ("s" if number > 1 else "")
        for page in pages_of(built, address):
            assert re.search(rf"(?<!\d){said}\b", page.one("main").text), address


def test_a_listing_crosses_to_its_neighbours_with_their_counts(built: Built) -> None:
    expected = expected_listings(built)
    crossed = 0
    for path in built.readable:
        for link in built.links(path):
            counts = link.element.all("small")
            if not link.is_internal or not counts:
                continue
            number = len(expected[link.resolved])
            assert counts[0].text == f"{number} fiche" + ("s" if number > 1 else ""), str(link)
            crossed += 1
    assert crossed


def test_an_audience_leads_to_each_of_its_themes_and_back(built: Built) -> None:
    for address in expected_listings(built):
        parts = address.strip("/").split("/")
        if parts[0] != "publics" or len(parts) != 3:
            continue
        _, audience, theme = parts
        around = {
            name: {link.resolved for link in built.links(f"{name}index.html") if link.is_internal}
            for name in (address, f"publics/{audience}/", f"themes/{theme}/")
        }
        assert address in around[f"publics/{audience}/"]
        assert address in around[f"themes/{theme}/"]
        assert around[address] >= {f"publics/{audience}/", f"themes/{theme}/"}


def test_cards_say_what_a_reader_needs_to_choose(real_site: Built) -> None:
    levels = {"1": "Je débute", "2": "Je me débrouille", "3": "Je suis à l’aise"}
    for item in real_site.page("publics/seniors/").all("li"):
        if "data-tutoriel" not in item:
            continue
        front = real_site.tutorials[item["data-tutoriel"]]
        # The page has French spaces where the file has ordinary ones; ``text`` evens them out.
        for said in ("titre", "resume", "numero"):
            assert " ".join(str(front[said]).split()) in item.text
        assert levels[str(front["niveau"])] in item.text
        assert re.search(r"\d+ minutes", item.text)
        names = [str(real_site.taxonomy["publics"][key]["nom"]) for key in words(front["publics"])]
        assert all(name in item.text for name in names)


def test_callers_words_lead_to_their_tutorial_under_its_theme(built: Built) -> None:
    expected = sorted(
        (
            str(built.taxonomy["themes"][words(front["themes"])[0]]["nom"]),
            " ".join(phrase.split()),
            reference,
        )
        for reference, front in built.tutorials.items()
        for phrase in words(front["appels"])
    )
    found = sorted(
        (section.all("h2")[0].text, item.all("a")[0].text.strip("«» "), item["data-tutoriel"])
        for page in pages_of(built, "appels/")
        for section in page.all("section")
        for item in section.all("li")
        if "data-tutoriel" in item
    )
    assert found == expected


def test_numbers_are_in_order(built: Built) -> None:
    assert listed(built, "numeros/") == by_number(built, {*built.tutorials})


def test_a_long_list_is_cut_in_pages_that_lead_to_each_other(large_site: Built) -> None:
    long = {"numeros/", "appels/"} | {
        address
        for address, references in expected_listings(large_site).items()
        if len(references) > ENTRIES_A_PAGE
    }
    assert len(long) > 2, "no listing is long enough to be cut"
    for address in long:
        pages = pages_of(large_site, address)
        assert len(pages) >= 2
        assert all(len(entries(page)) == ENTRIES_A_PAGE for page in pages[:-1])
        assert 0 < len(entries(pages[-1])) <= ENTRIES_A_PAGE
        addresses = [address, *(f"{address}page-{rank}/" for rank in range(2, len(pages) + 1))]
        for rank, each in enumerate(addresses, 1):
            path = f"{each}index.html"
            (cutting,) = large_site.pages[path].all("nav", aria_label="Pages de la liste")
            links = [link for link in large_site.links(path) if link.element in cutting.all("a")]
            near = {1, len(pages), *range(rank - 2, rank + 3)}
            assert [link.resolved for link in links] == [
                other for number, other in enumerate(addresses, 1) if number in near
            ], "the first, the last, and the neighbours: their number does not grow"
            (current,) = (link for link in links if "aria-current" in link.element)
            assert current.resolved == each
            assert re.search(rf"\b{rank}$", current.element.text)


def test_a_list_is_cut_after_a_hundred(real_site: Built) -> None:
    later = re.compile(r"page-\d+/index.html$")
    cut = {later.sub("", path) for path in real_site.readable if later.search(path)}
    lists = {address for address in cut if "livret" not in address}
    assert lists == {"appels/", "glossaire/"}
    for address in lists:
        page = real_site.page(address)
        shown = [*page.having("data-tutoriel"), *page.having("data-terme")]
        assert len(shown) == ENTRIES_A_PAGE


def test_the_home_page_leads_to_every_audience_and_theme(built: Built) -> None:
    targets = {link.resolved for link in built.links("index.html") if link.is_internal}
    expected = {
        address
        for address in expected_listings(built)
        if address.startswith(("publics/", "themes/")) and address.count("/") == 2
    }
    assert targets >= expected
    assert {"mediateurs/", "appels/"} <= targets


def test_the_first_paths_of_an_audience_are_those_declared(real_site: Built) -> None:
    for key, audience in real_site.taxonomy["publics"].items():
        if not real_site.has(f"publics/{key}/"):
            continue
        path = f"publics/{key}/index.html"
        ordered = [link.resolved for link in real_site.links(path) if link.is_internal]
        wanted: list[str] = []
        for slug in words(audience["parcours"]):
            raw = (real_site.docs / "parcours" / f"{slug}.md").read_text(encoding="utf-8")
            steps = re.findall(r"^  - fiche: (\S+)$", raw, re.MULTILINE)
            wanted += [f"parcours/{slug}/", *(f"tutoriels/{reference}/" for reference in steps)]
        start = ordered.index(wanted[0])
        assert ordered[start : start + len(wanted)] == wanted


def test_the_glossary_lists_each_term(real_site: Built) -> None:
    terms = {file.stem for file in (real_site.docs / "glossaire").glob("*.md")}
    pages = pages_of(real_site, "glossaire/")
    listed = [item["data-terme"] for page in pages for item in page.having("data-terme")]
    assert sorted(listed) == sorted(terms)
    for term in terms:
        assert real_site.has(f"glossaire/{term}/")
    assert {address_of(path) for path in real_site.pages if path.startswith("glossaire/")} == {
        "glossaire/",
        *(f"glossaire/page-{rank}/" for rank in range(2, len(pages) + 1)),
        *(f"glossaire/{term}/" for term in terms),
    }
