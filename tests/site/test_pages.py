"""What every page promises: its marks, its title, and nothing that a strict policy refuses."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from boutdufil.kinds.references.values import OPEN
from boutdufil.language.plans import FRANCE
from boutdufil.tools.html_tree import Element
from tests.published import published_content
from tests.site.builds import Built, address_of

KINDS = frozenset(
    {
        *("accueil", "tutoriel", "telephone", "liste", "appels", "numeros", "glossaire"),
        *("recherche", "mediateurs", "contribuer", "page"),
    }
)
BLOCKS = frozenset(
    {
        *("dire", "autrement", "demander", "preuve", "depart", "sinon", "stop", "geste"),
        *("appareil", "public", "si", "ecran", "question"),
    }
)
REAL_DEVICES = frozenset({"windows", "mac", "android", "iphone", "tablette"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; "
    "trusted-types default"
)
KIND_BY_ADDRESS = {
    "": "accueil",
    "404.html": "page",
    "publics/": "liste",
    "publics/seniors/": "liste",
    "publics/seniors/cyber-hygiene/": "liste",
    "themes/": "liste",
    "themes/cyber-hygiene/": "liste",
    "appareils/android/": "liste",
    "appels/": "appels",
    "numeros/": "numeros",
    "glossaire/": "glossaire",
    "glossaire/lien/": "glossaire",
    "recherche/": "recherche",
    "mediateurs/": "mediateurs",
    "contribuer/": "contribuer",
    "tutoriels/cyber-hygiene/message-suspect/": "tutoriel",
    "tutoriels/cyber-hygiene/message-suspect/telephone/": "telephone",
}


def refused_by_the_policy(page: Element) -> list[str]:
    """Return what ``POLICY`` would keep a browser from running or showing."""
    found = [f"<{element.tag}>" for element in page.all("style", "base", "iframe", "object")]
    found += [
        f"<script>{script.text[:40]}"
        for script in page.all("script")
        if "src" not in script or script.text
    ]
    for element in page.elements:
        found += [
            f"<{element.tag} {name}>"
            for name in element.attributes
            if name == "style" or name.startswith("on")
        ]
        found += [
            f"<{element.tag} {name}={value}>"
            for name, value in element.attributes.items()
            if value.strip().lower().startswith(("javascript:", "data:text"))
        ]
    return found


def foreign_resources(page: Element) -> list[str]:
    """Return what a browser would fetch from another host just to show the page."""
    loaded = [
        element.attributes.get(name, "")
        for element in page.elements
        for name in ("src", "srcset", "poster", "data", "background")
    ]
    loaded += [
        link.attributes.get("href", "")
        for link in page.all("link")
        if link.attributes.get("rel") not in ("canonical", "alternate")
    ]
    return [address for address in loaded if re.match(r"(?!data:)([a-z]+:|//)", address)]


def test_each_page_says_its_kind(real_site: Built) -> None:
    kinds = {
        path: page.one("body").attributes.get("data-page") for path, page in real_site.pages.items()
    }
    assert {path: kind for path, kind in kinds.items() if kind not in KINDS} == {}
    for address, kind in KIND_BY_ADDRESS.items():
        path = address if address.endswith(".html") else f"{address}index.html"
        assert kinds[path] == kind, path


def test_each_page_is_in_french_with_one_main_heading(real_site: Built) -> None:
    for path, page in real_site.pages.items():
        assert page.one("html")["lang"] == "fr", path
        assert len(page.all("h1")) == 1, path
        assert page.one("h1").text, path
        assert len(page.all("main")) == 1, path


def test_titles_are_unique(real_site: Built, large_site: Built) -> None:
    for built in (real_site, large_site):
        titles = Counter(page.one("title").text for page in built.readable.values())
        assert [title for title, times in titles.items() if times > 1 or not title] == []


def test_headings_skip_no_level(real_site: Built) -> None:
    for path, page in real_site.pages.items():
        levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [
            f"h{before} then h{after}" for before, after in pairwise(levels) if after > before + 1
        ]
        assert (path, jumps) == (path, [])


def test_the_policy_stands_before_anything_that_it_governs(real_site: Built) -> None:
    for path, page in real_site.pages.items():
        policy, *others = page.one("head").elements
        assert policy.attributes == {
            "http-equiv": "Content-Security-Policy",
            "content": POLICY,
        }, path
        assert "Content-Security-Policy" not in {
            each.attributes.get("http-equiv") for each in others
        }


def test_nothing_is_written_that_the_policy_refuses(real_site: Built) -> None:
    wrong = {
        path: found
        for path, page in real_site.pages.items()
        if (found := refused_by_the_policy(page))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color: red">',
        '<button onclick="go()">',
        "<script>go()</script>",
        "<style>p {}</style>",
        '<a href="JavaScript:go()">',
    ],
)
def test_what_the_policy_refuses_would_be_seen(html: str) -> None:
    from boutdufil.tools.html_tree import _Builder

    builder = _Builder()
    builder.feed(html)
    assert refused_by_the_policy(builder.root)


def test_no_resource_comes_from_elsewhere(real_site: Built) -> None:
    wrong = {
        path: found for path, page in real_site.pages.items() if (found := foreign_resources(page))
    }
    assert wrong == {}
    for sheet in real_site.site.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*['\"]?(?!data:)[a-z]*:?//", sheet.read_text()), sheet


@pytest.mark.parametrize("address", ["https://ailleurs.example/a.js", "//ailleurs.example/a.png"])
def test_a_foreign_resource_would_be_seen(address: str) -> None:
    page = Element("", children=[Element("img", {"src": address})])
    assert foreign_resources(page) == [address]


def test_steps_bear_the_same_marks_on_both_pages(real_site: Built) -> None:
    for reference in real_site.tutorials:
        address = f"tutoriels/{reference}/"
        steps = {}
        for name in (address, f"{address}telephone/"):
            found = real_site.page(name).having("data-etape")
            assert [step.tag for step in found] == ["section"] * len(found)
            assert [step["data-etape"] for step in found] == [
                str(rank) for rank, _ in enumerate(found, 1)
            ]
            assert [step["id"] for step in found] == [
                f"etape-{rank}" for rank, _ in enumerate(found, 1)
            ]
            steps[name] = [step.all("h2", "h3")[0].text for step in found]
        public, phone = steps.values()
        assert public, reference
        assert public == phone


def test_blocks_bear_known_names_and_real_devices(real_site: Built) -> None:
    marked = [
        (path, block)
        for path, page in real_site.pages.items()
        for block in page.having("data-bloc")
    ]
    assert {block["data-bloc"] for _, block in marked} <= BLOCKS
    # What the twelve tutorials use is enough to see each of these at work.
    assert {block["data-bloc"] for _, block in marked} >= BLOCKS - {"public"}
    for path, page in real_site.pages.items():
        for element in page.having("data-appareils"):
            devices = element["data-appareils"].split()
            assert devices, path
            assert {*devices} <= REAL_DEVICES, path
    for path, block in marked:
        if block["data-bloc"] == "appareil":
            assert "data-appareils" in block, path


def test_what_is_read_aloud_stays_on_the_phone_page(real_site: Built) -> None:
    for reference in real_site.tutorials:
        public = real_site.page(f"tutoriels/{reference}/")
        names = {block["data-bloc"] for block in public.having("data-bloc")}
        assert not names & {"dire", "autrement", "demander"}
        phone = real_site.page(f"tutoriels/{reference}/telephone/")
        names = {block["data-bloc"] for block in phone.having("data-bloc")}
        assert names >= {"dire", "demander"}
        assert "question" not in names


def test_no_markup_of_authors_is_left_on_a_page(real_site: Built, tiny_site: Built) -> None:
    residue = re.compile(r"(?<!:)///|\{\w+\|\w+\}|\]\(|^---|site:", re.MULTILINE)
    for built in (real_site, tiny_site):
        for path, page in built.pages.items():
            text = "".join(
                child
                for element in page.one("main").elements
                if element.tag not in {"code", "pre"}
                for child in element.children
                if isinstance(child, str)
            )
            assert residue.search(text) is None, path
            addresses = [
                value for element in page.elements for value in element.attributes.values()
            ]
            assert not [value for value in addresses if value.startswith("site:")], path


def test_a_phone_page_and_its_tutorial_lead_to_each_other(real_site: Built) -> None:
    for reference in real_site.tutorials:
        public, phone = f"tutoriels/{reference}/", f"tutoriels/{reference}/telephone/"
        assert phone in {
            link.resolved for link in real_site.links(f"{public}index.html") if link.is_internal
        }
        assert public in {
            link.resolved for link in real_site.links(f"{phone}index.html") if link.is_internal
        }


def test_the_menu_is_the_same_everywhere_and_holds_no_tutorial(real_site: Built) -> None:
    menus = {
        tuple(link.resolved for link in real_site.links(path) if link.element in menu.all("a"))
        for path, page in real_site.readable.items()
        if path != "404.html"
        for menu in page.all("nav", aria_label="Menu")
    }
    assert menus == {
        (
            "",
            "publics/",
            "themes/",
            "appels/",
            "numeros/",
            "glossaire/",
            "mediateurs/",
            "contribuer/",
        )
    }


def test_every_page_leads_to_what_the_site_owes_its_reader(
    real_site: Built, tiny_site: Built
) -> None:
    for path, page in real_site.readable.items():
        foot = page.one("footer", class_="fil-footer")
        targets = {link.target for link in real_site.links(path) if link.element in foot.all("a")}
        for address in ("accessibilite/", "vie-privee/", "contribuer/"):
            assert any(target.endswith(address) for target in targets), (path, address)
    words = {link.text for link in tiny_site.page("").one("footer", class_="fil-footer").all("a")}
    assert not words & {"Accessibilité", "Vie privée"}, "a page that is not written is not promised"


def test_every_tutorial_ends_with_people_who_help(real_site: Built) -> None:
    for reference in real_site.tutorials:
        page = real_site.page(f"tutoriels/{reference}/")
        assert page.one("h2", id="aide").text == "Trouver de l’aide près de chez moi"
        targets = {link.target for link in real_site.links(f"tutoriels/{reference}/index.html")}
        assert "https://cartographie.societenumerique.gouv.fr/" in targets


def test_no_phone_line_is_shown_when_none_is_declared(real_site: Built) -> None:
    """One only calls who was verified, and costs nothing more: docs/numeros.yml."""
    pressed = {
        link.target
        for path in real_site.pages
        for link in real_site.links(path)
        if link.target.startswith("tel:")
    }
    verified = {
        f"tel:{FRANCE.dialled(each.number)}"
        for each in published_content().references.numbers
        if each.status == OPEN and not each.surcharged
    }
    assert "tel:17" in pressed
    assert pressed <= verified
    assert not any(page.all("section", class_="fil-line") for page in real_site.pages.values())
    assert address_of("index.html") == ""
