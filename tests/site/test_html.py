"""The HTML is right: what browsers mend in silence, and what assistive technology rests on.

``make audit`` asks the W3C's own checker; these rules need Python only, and run with every test.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

import pytest

from boutdufil.tools.html_tree import Element, parse
from boutdufil.tools.page_kinds import longest_of_each_kind
from tests.conftest import heavy
from tests.site.builds import Built
from tests.site.mending import mends, parts, syntax

INTERACTIVE = ("a", "button", "details", "input", "label", "select", "textarea")
CONTROLS = ("input", "select", "textarea")
CHILDREN = {
    "dl": {"dd", "div", "dt"},
    "ol": {"li"},
    "tbody": {"tr"},
    "ul": {"li"},
}
FIRST = {"details": "summary", "fieldset": "legend"}
NAMED_BY = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "form")
LANDMARKS = {"banner": "header", "contentinfo": "footer"}
SPACE = re.compile(r"\s")


def child_elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def named_by(element: Element, page: Element) -> str:
    """Return the name that the author wrote for ``element``, on it or elsewhere."""
    wanted = element.attributes.get("aria-labelledby", "").split()
    heard = [each.text for each in page.having("id") if each["id"] in wanted] if wanted else []
    return " ".join([element.attributes.get("aria-label", ""), *heard]).strip()


def named(element: Element, page: Element) -> str:
    """Return the name that is heard for ``element``; nothing when it has none."""
    labels = labels_of(page)
    told = [*labels.get(element.attributes.get("id", ""), []), *labels.get(element, [])]
    images = [each.attributes.get("alt", "") for each in element.all("img")]
    return " ".join([named_by(element, page), *told, element.text, *images]).strip()


@lru_cache(maxsize=1)
def labels_of(page: Element) -> Mapping[Element | str, list[str]]:
    """Return the labels of each element, by its ``id`` or by what stands in them."""
    labels: dict[Element | str, list[str]] = {}
    for label in page.all("label"):
        for control in (label.attributes.get("for", label), *label.elements):
            labels.setdefault(control, []).append(label.text)
    return labels


def nesting(page: Element) -> Iterator[str]:
    for element in page.elements:
        children = child_elements(element)
        tags = [child.tag for child in children]
        if allowed := CHILDREN.get(element.tag):
            yield from (f"<{tag}> in <{element.tag}>" for tag in tags if tag not in allowed)
        if (first := FIRST.get(element.tag)) and tags[:1] != [first]:
            yield f"<{element.tag}> begins without <{first}>"
        if element.tag == "figure" and "figcaption" in tags[1:-1]:
            yield "<figcaption> is neither first nor last"
        if element.tag in {"a", "button", "label"}:
            inside = [each.tag for each in element.all(*INTERACTIVE)]
            if element.tag == "label":
                inside = [tag for tag in inside if tag not in CONTROLS]
            yield from (f"<{tag}> in <{element.tag}>" for tag in inside)
        if element.tag == "table" and not element.all("th"):
            yield "<table> without <th>"


def attributes(page: Element) -> Iterator[str]:
    ids = {element["id"] for element in page.having("id")}
    for element in page.elements:
        for name in NAMED_BY:
            missing = {*element.attributes.get(name, "").split()} - ids
            yield from (f"<{element.tag} {name}={each}> leads to nothing" for each in missing)
        for name in ("href", "src", "action"):
            if SPACE.search(element.attributes.get(name, "")):
                yield f"<{element.tag} {name}> holds a space"
        if element.attributes.get("tabindex", "0") not in {"0", "-1"}:
            yield f"<{element.tag} tabindex={element['tabindex']}> changes the order"
        if element.tag == "button" and "type" not in element:
            yield f"<button> {element.text} sends a form by chance"
        if element.tag == "a" and "href" not in element:
            yield f"<a> {element.text} leads nowhere"


def names(page: Element) -> Iterator[str]:
    # What stands in an image is heard by the name of the image.
    hidden = {id(inside) for image in page.all(role="img") for inside in image.elements} | {
        id(inside)
        for element in page.all(aria_hidden="true")
        for inside in (element, *element.elements)
    }
    for element in page.all("svg", "img"):
        if id(element) in hidden:
            continue
        seen = element.attributes.get("alt") if element.tag == "img" else named(element, page)
        if seen in {None, ""}:
            yield f"<{element.tag}> is neither hidden nor named"
    # In a template, a script links each control to the label of its field when it shows it.
    linked = {
        id(control)
        for template in page.all("template")
        for field in template.having("data-champ")
        if any(label.text for label in field.all("label"))
        for control in field.all(*CONTROLS)
    }
    for element in page.all("a", "button", "summary", *CONTROLS):
        unseen = element.attributes.get("type") == "hidden"
        if id(element) not in linked and not unseen and not named(element, page):
            yield f"<{element.tag}> has no name: {element.attributes}"
    for element in page.all("h1", "h2", "h3", "h4", "h5", "h6", "legend", "th", "title"):
        if not element.text:
            yield f"<{element.tag}> is empty"
    for element in page.all("input"):
        if element["type"] in {"search", "text", "email", "tel"} and "autocomplete" not in element:
            yield f"<input> {named(element, page)} does not say what a browser may fill in"


def landmarks(page: Element) -> Iterator[str]:
    if page.all("meta", http_equiv="refresh"):
        return
    body = page.one("body")
    tops = [child.tag for child in child_elements(body)]
    for role, tag in LANDMARKS.items():
        if tops.count(tag) != 1:
            yield f"{tops.count(tag)} {role}"
    if len(page.all("main")) != 1:
        yield f"{len(page.all('main'))} main"
    for tag in ("nav", "aside"):
        heard = [named_by(element, page) for element in page.all(tag)]
        if "" in heard:
            yield f"<{tag}> without a name"
        if len({*heard}) < len(heard):
            yield f"<{tag}> of the same name: {heard}"
    skip = page.all("a")[0]
    if skip["href"] != f"#{page.one('main')['id']}":
        yield "the first link does not lead to the content"
    if not page.all("meta", name="description"):
        yield "no description"


def mended(built: Built, paths: Iterable[str]) -> dict[str, list[str]]:
    return {path: found for path in paths if (found := mends(built.source(path)))}


@heavy
def test_a_browser_has_nothing_to_mend(real_site: Built, tiny_site: Built) -> None:
    for built in (real_site, tiny_site):
        assert mended(built, built.pages) == {}


def test_a_browser_has_nothing_to_mend_in_a_page_of_each_kind(tiny_site: Built) -> None:
    addresses = longest_of_each_kind(tiny_site.site).values()
    paths = [address if address == "404.html" else f"{address}index.html" for address in addresses]
    assert len(paths) >= 15
    assert mended(tiny_site, [*paths, *tiny_site.redirects]) == {}


@pytest.mark.parametrize("rule", [nesting, attributes, names, landmarks])
def test_every_page_keeps_the_rule(
    real_site: Built, tiny_site: Built, rule: Callable[[Element], Iterator[str]]
) -> None:
    for built in (real_site, tiny_site):
        wrong = {path: found for path, page in built.pages.items() if (found := [*rule(page)])}
        assert wrong == {}


@pytest.mark.parametrize(
    ("rule", "html"),
    [
        (nesting, "<ul><p>a</p></ul>"),
        (nesting, "<dl><p>a</p></dl>"),
        (nesting, "<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>"),
        (nesting, "<details><p>a</p></details>"),
        (nesting, "<fieldset><p>a</p></fieldset>"),
        (nesting, '<a href="./"><button type="button">a</button></a>'),
        (nesting, "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        (attributes, '<p aria-describedby="rien">a</p>'),
        (attributes, '<a href="data:a b">a</a>'),
        (attributes, '<p tabindex="1">a</p>'),
        (attributes, "<button>a</button>"),
        (attributes, "<a>a</a>"),
        (names, "<p><svg></svg></p>"),
        (names, '<p><img src="a.png"></p>'),
        (names, '<a href="./"><svg aria-hidden="true"></svg></a>'),
        (names, '<label for="a">A</label><input type="search" id="a">'),
        (names, '<input type="search" autocomplete="off">'),
        (names, '<template><p data-champ="a"><label></label><textarea></textarea></p></template>'),
        (names, '<div data-champ="a"><label>A</label><textarea></textarea></div>'),
        (names, "<h2></h2>"),
        (landmarks, '<body><a href="#a">a</a><main id="a"></main></body>'),
        (
            landmarks,
            '<body><a href="#a">a</a><header></header><nav></nav><main id="a"></main></body>',
        ),
    ],
)
def test_a_broken_rule_would_be_seen(rule: Callable[[Element], Iterator[str]], html: str) -> None:
    assert [*rule(parse(f"<html>{html}</html>"))]


@pytest.mark.parametrize(
    "html",
    [
        "<p>un <div>bloc</div></p>",
        '<a href="x">un <a href="y">autre</a></a>',
        "<ul><li>a</ul></li>",
        "<p>a</p></p>",
        '<p id="a" id="b">a</p>',
    ],
)
def test_broken_syntax_would_be_seen(html: str) -> None:
    whole = '<!doctype html><html lang="fr"><head><title>a</title></head><body>{}</body></html>'
    assert syntax(whole.format(html))
    assert mends(whole.format(html)) == syntax(whole.format(html))
    assert syntax(whole.format("<p>a</p>")) == mends(whole.format("<p>a</p>")) == []


def test_what_is_spoiled_anywhere_in_a_page_is_seen_in_its_parts(tiny_site: Built) -> None:
    """A tag taken away, put twice or elsewhere, a sign too many: as in the page read whole."""
    chance = random.Random(2026)
    html = tiny_site.html("tutoriels/photos/envoyer-une-photo/")
    assert len({*parts(html)}) > 50
    tags = [*re.finditer(r"</?[a-z][^>]*>", html)]
    wrong = 0
    for _ in range(50):
        one, other = chance.choice(tags), chance.choice(tags)
        name, sign = (
            chance.choice(["p", "li", "tr", "a", "form", "svg", "b"]),
            chance.choice("<&\0"),
        )
        before, after = html[: one.start()], html[one.end() :]
        spoiled = chance.choice(
            [
                before + after,
                before + other[0] + after,
                html[: other.start()] + one[0] + html[other.start() :],
                f"{before}<{name}>{one[0]}{after}",
                f"{before}<{name}>{one[0]}</{name}>{after}",
                html[: one.start() + 1] + sign + html[one.start() + 1 :],
            ]
        )
        found = syntax(spoiled)
        assert mends(spoiled) == found
        wrong += bool(found)
    assert wrong > 25


ENGLISH = re.compile(r"\b(the|and|your|you|with|please|of|to|is|this|are)\b", re.IGNORECASE)
"""Words that French borrows (« spam », « login ») need no mark; a sentence in English does."""


def foreign(page: Element) -> list[str]:
    """Return the words that make a sentence English, where no ``lang`` says so."""
    marked = " ".join(element.text for element in page.all(lang="en"))
    return [word for word in ENGLISH.findall(page.one("main").text) if word not in marked]


def test_what_is_in_english_says_so(real_site: Built) -> None:
    found = {path: words for path, page in real_site.readable.items() if (words := foreign(page))}
    assert found == {}
    assert foreign(parse("<main><p>Click on the button</p></main>")) == ["the"]
    assert foreign(parse('<main><p lang="en">Click on the button</p></main>')) == []
