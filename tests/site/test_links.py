"""Every way from a page to another leads somewhere, wherever the site stands."""

from __future__ import annotations

import pytest

from boutdufil.kinds.diagnosis.values import Diagnosis
from boutdufil.tools.html_tree import Element
from tests.published import published_content
from tests.site.builds import SITE_URL, SUB_PATH, Built, Link, address_of

LOST = "404.html"


def internal_links(built: Built, path: str) -> list[Link]:
    return [link for link in built.links(path) if link.is_internal]


def ids(page: Element) -> list[str]:
    return [element["id"] for element in page.having("id")]


def dead_end(built: Built, link: Link) -> str:
    """Say why ``link`` leads nowhere; nothing when it is right."""
    try:
        address, _, fragment = link.resolved.partition("#")
    except ValueError as error:
        return str(error)
    if "download" in link.element:
        return "" if (built.site / address).is_file() else f"{link}: no such file"
    target = built.pages.get(f"{address.partition('?')[0]}index.html")
    if address == LOST:
        target = built.pages[LOST]
    if target is None:
        return f"{link}: no such page"
    if fragment and fragment not in ids(target):
        return f"{link}: no such id"
    return ""


def test_every_link_form_and_redirect_leads_to_a_page(real_site: Built) -> None:
    links = [
        link for path in real_site.pages if path != LOST for link in internal_links(real_site, path)
    ]
    assert len(links) > 1000
    assert [reason for link in links if (reason := dead_end(real_site, link))] == []


def test_a_small_site_with_other_words_holds_together_as_well(tiny_site: Built) -> None:
    links = [
        link for path in tiny_site.pages if path != LOST for link in internal_links(tiny_site, path)
    ]
    assert [reason for link in links if (reason := dead_end(tiny_site, link))] == []


def is_a_way(target: str) -> bool:
    """Tell whether a link is relative and ends in a slash, or leads within its page."""
    way = target.partition("#")[0].partition("?")[0]
    return not way.startswith("/") and (way.endswith("/") or (not way and "#" in target))


def test_links_are_relative_and_end_in_a_slash(real_site: Built) -> None:
    odd = [
        str(link)
        for path in real_site.pages
        if path != LOST
        for link in internal_links(real_site, path)
        if "download" not in link.element and not is_a_way(link.target)
    ]
    assert odd == []


def test_the_page_of_lost_visitors_alone_counts_from_the_host(
    real_site: Built, addressed_site: Built
) -> None:
    for built, root in ((real_site, "/"), (addressed_site, SUB_PATH)):
        targets = [
            link.target for link in internal_links(built, LOST) if not link.target.startswith("#")
        ]
        assert targets
        assert [target for target in targets if not target.startswith(root)] == []
        missing = [
            target
            for target in targets
            if not built.has(target.removeprefix(root).partition("#")[0])
        ]
        assert missing == []


def test_every_asset_that_a_page_loads_is_published(real_site: Built) -> None:
    loaded = [
        Link(path, element, element["href" if element.tag == "link" else "src"])
        for path, page in real_site.pages.items()
        if path != LOST
        for element in (*page.all("link", rel="stylesheet"), *page.all("script"))
    ]
    assert len(loaded) >= 2 * len(real_site.pages) - 2
    assert [str(link) for link in loaded if not (real_site.site / link.resolved).is_file()] == []


def test_ids_are_unique_and_labels_point_to_them(real_site: Built) -> None:
    wrong = []
    for path, page in real_site.pages.items():
        found = ids(page)
        wrong += [f"{path}: id {each} twice" for each in {*found} if found.count(each) > 1]
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            for element in page.having(attribute):
                wrong += [
                    f"{path}: {attribute}={each}"
                    for each in element[attribute].split()
                    if each not in found
                ]
    assert wrong == []


def test_numbers_lead_to_their_tutorial(real_site: Built) -> None:
    numbers = {
        f"{front['numero']}/": f"tutoriels/{reference}/"
        for reference, front in real_site.tutorials.items()
    } | {
        f"{diagnosis.number}/": diagnosis.address for diagnosis in published_content().of(Diagnosis)
    }
    assert {address_of(path) for path in real_site.redirects} == {*numbers}
    for number, address in numbers.items():
        targets = {link.resolved for link in real_site.links(f"{number}index.html")}
        # The redirect itself, and the link for who must press.
        assert targets == {address}


def test_former_addresses_lead_to_the_tutorial(tiny_site: Built) -> None:
    assert {address_of(path) for path in tiny_site.redirects} == {
        *("101/", "102/", "audio/disque/", "cd/"),
    }
    for former in ("audio/disque/", "cd/", "102/"):
        path = f"{former}index.html"
        assert tiny_site.pages[path].all("meta", http_equiv="refresh")
        targets = {link.resolved for link in tiny_site.links(path)}
        assert targets == {"tutoriels/musique/ecouter-un-disque/"}


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("../../../../../ailleurs/", "leaves the site"),
        ("nulle-part/", "no such page"),
        ("./#nul-endroit", "no such id"),
    ],
)
def test_a_dead_link_would_be_seen(real_site: Built, target: str, reason: str) -> None:
    link = Link("publics/seniors/index.html", Element("a"), target)
    assert reason in dead_end(real_site, link)


def test_with_an_address_each_page_says_its_own(addressed_site: Built) -> None:
    for path, page in addressed_site.readable.items():
        if path == LOST:
            continue
        canonical = page.one("link", rel="canonical")
        assert canonical["href"] == SITE_URL + address_of(path)


def test_without_an_address_none_is_invented(real_site: Built) -> None:
    for path, page in real_site.pages.items():
        assert page.all("link", rel="canonical") == [], path
        assert page.all("link", rel="alternate") == [], path
