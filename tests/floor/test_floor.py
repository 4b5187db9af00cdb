"""Nothing that is published is younger than the floor, unless what happens without it is said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.engines.conftest import ENGINES
from tests.floor.declared import FLOOR, OWN_NAMES, SCRIPTS, SHEETS
from tests.floor.remark import Remark
from tests.floor.scripts import SYNTAX, script_remarks
from tests.floor.sheets import Young, sheet_remarks
from tests.site.builds import Built

HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "overrides" / "assets"


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Return what is younger than the floor (see ``renew``), by what names it."""
    read: dict[str, dict[str, str]] = json.loads((HERE / "young.json").read_text(encoding="utf-8"))
    return read


@cache
def young() -> Young:
    return Young(**{name: table()[name] for name in Young.__slots__})  # type: ignore[arg-type]


def of_script(text: str) -> list[Remark]:
    found = script_remarks(text, table()["names"], table()["events"])
    return [remark for remark in found if remark.words not in OWN_NAMES]


def of_sheet(text: str) -> list[Remark]:
    return sheet_remarks(text, young())


JUDGES: Mapping[str, tuple[Callable[[str], list[Remark]], Mapping[str, str]]] = {
    "js": (of_script, SCRIPTS),
    "css": (of_sheet, SHEETS),
}


def judged(folder: Path, kind: str) -> tuple[list[str], set[str]]:
    """Return what is not excused in the files of a folder, and the excuses that serve."""
    judge, excused = JUDGES[kind]
    files = sorted(folder.rglob(f"*.{kind}"))
    assert files
    told, used = [], set()
    for file in files:
        for remark in judge(file.read_text(encoding="utf-8")):
            if remark.words in excused:
                used.add(remark.words)
            else:
                place = f"{file.relative_to(folder)}:{remark.line}"
                told.append(f"{place} : {remark.words} ({remark.since})")
    return told, used


@pytest.mark.parametrize("kind", JUDGES)
def test_our_files_are_for_the_oldest_browsers_and_every_excuse_serves(kind: str) -> None:
    told, used = judged(ASSETS / kind, kind)
    assert told == []
    assert used == {*JUDGES[kind][1]}


@pytest.mark.parametrize("kind", JUDGES)
def test_what_is_published_is_for_the_oldest_browsers(tiny_site: Built, kind: str) -> None:
    """Joined, without margins, and with what the build writes itself: shards, guides."""
    assert judged(tiny_site.site, kind)[0] == []


YOUNG_SCRIPTS = {
    "ERROR": "a b c;",
    "await_expression": "await go();",
    "augmented_assignment_expression": "a ??= b;",
    "binary_expression": "a ?? b;",
    "catch_clause": "try { go(); } catch { stop(); }",
    "class_static_block": "class A { static { go(); } }",
    "export_statement": "export { a };",
    "field_definition": "class A { b = 1; }",
    "for_in_statement": "async function f() { for await (const a of b) go(a); }",
    "generator_function": "const f = async function* () {};",
    "generator_function_declaration": "async function* f() {}",
    "hash_bang_line": "#!/usr/bin/node\n",
    "import": "import('a.js');",
    "import_statement": "import a from 'a.js';",
    "number": "a = 1_000;",
    "object_pattern": "const { a, ...b } = c;",
    "object": "a = { ...b };",
    "optional_chain": "a?.b;",
    "private_property_identifier": "class A { go() { return #b in this; } }",
    "regex": "/(?<=a)b/;",
    "string_fragment": 'a = "\u2028";',
    "using_declaration": "{ using a = b; }",
}
"""By the kind of its node, a young script that nothing else reproaches."""


def test_each_young_syntax_has_its_example() -> None:
    assert {*YOUNG_SCRIPTS} == {*SYNTAX}


@pytest.mark.parametrize("kind", YOUNG_SCRIPTS)
def test_a_young_syntax_is_refused(kind: str) -> None:
    assert {remark.words for remark in of_script(YOUNG_SCRIPTS[kind])} == {SYNTAX[kind][0]}


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("a.flatMap(go);", "flatMap"),
        ("a.replaceAll(b, c);", "replaceAll"),
        ("'a'.matchAll(b);", "matchAll"),
        ("globalThis.a = 1;", "globalThis"),
        ("new IntersectionObserver(go);", "IntersectionObserver"),
        ("window.addEventListener('scrollend', go);", "scrollend"),
        ("/a/s;", SYNTAX["regex"][0]),
        ("/\\p{L}/u;", SYNTAX["regex"][0]),
        ("/(?<an>a)/;", SYNTAX["regex"][0]),
        ("a = 10n;", SYNTAX["number"][0]),
    ],
)
def test_a_young_name_is_refused(script: str, words: str) -> None:
    assert words in {remark.words for remark in of_script(script)}


@pytest.mark.parametrize(
    "script",
    [
        "class A extends B { constructor() { super(); } get a() { return 1; } }",
        "async function f() { for (const [a, b] of c) await go(...a, b); }",
        "const f = async ({ a, b = 1 }, ...rest) => `${a} ${b} ${rest}`;",
        "a = 2 ** 3 + 0x1F + 1e3 + 0b11;",
        "/(?=a)(?:b)[^c]\\d{2}/giuy;",
        "function at(flatMap) { return at + flatMap; }",
        "a = { at: 1, flat() {} };",
        "new URLSearchParams(a).get('q'); Promise.all(b).finally(c); a.closest('li');",
        "try { go(); } catch (_refused) { stop(); }",
    ],
)
def test_an_old_script_is_let_be(script: str) -> None:
    assert of_script(script) == []


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("a, b:has(c) { color: red }", ":has dans une liste"),
        ("a:focus, a:focus-visible { color: red }", ":focus-visible dans une liste"),
        ("a:is(b, c) { color: red }", ":is"),
        ("a:not(b, c) { color: red }", ":not(a, b)"),
        ("a::-webkit-x, b { color: red }", ":-webkit-x dans une liste"),
        ("a { width: min(1em, 2vw) }", "width : min()"),
        ("a { width: 1em; width: min(var(--b), 2vw) }", "width : min()"),
        ("a { --b: clamp(1em, 2vw, 3em) }", "--b : clamp()"),
        ("a { width: 1em; margin: max(1em, 2vw) }", "margin : max()"),
        ("a { inset: 0 }", "inset"),
        ("a { grid-gap: 1em; gap: 1em }", "gap"),
        ("a { aspect-ratio: 1 }", "aspect-ratio"),
        ("a { display: flow-root }", "display : flow-root"),
        ("a { position: sticky }", "position : sticky"),
        ("a { break-inside: avoid }", "break-inside"),
        ("a { height: 100dvh }", "height : dvh"),
        ("a { color: rgb(0 0 0 / 50%) }", "color : rgb(a b c)"),
        ("a { background: conic-gradient(red, blue) }", "background : conic-gradient()"),
        ("a{--b:;color:red}", "--b:;"),
        ("@media (width >= 40em) { a { color: red } }", "@media (a < b)"),
        ("@media (min-width: 1em) { a { inset: 0 } }", "inset"),
        ("@layer a { b { color: red } }", "@layer"),
        ("a { & b { color: red } }", "une règle dans une règle"),
    ],
)
def test_a_young_sheet_is_refused(sheet: str, words: str) -> None:
    assert {remark.words for remark in of_sheet(sheet)} == {words}


@pytest.mark.parametrize(
    "sheet",
    [
        "a { width: 1em; width: min(1em, 2vw) }",
        "a { position: -webkit-sticky; position: sticky }",
        "a { break-inside: avoid; page-break-inside: avoid }",
        "a { top: 0; right: 0; bottom: 0; left: 0 }",
        "a { display: grid; grid-gap: 1em; color: rgba(0, 0, 0, .5) }",
        "a:not(:last-child)::before, b:nth-child(2n + 1) { content: '' }",
        "@supports selector(:has(*)) { a, b:has(c) { color: red } }",
        "@supports (inset: 0) { a { inset: 0 } }",
        ":root{--b: ;--c:red}",
        "@media (max-width: 40em) and (orientation: portrait) { a { color: var(--b, #fff) } }",
        "@font-face { font-display: swap; src: url(a.woff2) }",
    ],
)
def test_an_old_sheet_is_let_be(sheet: str) -> None:
    assert of_sheet(sheet) == []


def test_the_table_is_the_one_that_the_lock_names() -> None:
    wanted = json.loads((HERE.parent / "engines" / "package.json").read_text(encoding="utf-8"))
    version = wanted["devDependencies"]["@mdn/browser-compat-data"]
    assert table()["origin"] == {"@mdn/browser-compat-data": version}


def test_the_page_for_the_public_names_the_floor_and_the_browsers_that_visit() -> None:
    page = (HERE.parents[1] / "docs" / "accessibilite.md").read_text(encoding="utf-8")
    told = page.split("## Avec quel navigateur ?")[1].split("\n## ")[0]
    names = {"chrome": "Chrome", "firefox": "Firefox", "safari": "Safari", "safari_ios": "iOS"}
    for browser, (first, then) in FLOOR.items():
        assert f"{names[browser]} {first}.{then}".removesuffix(".0") in told
    for engine in ENGINES:
        assert engine.replace("-", " ") in told.lower()
