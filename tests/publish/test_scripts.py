"""A script that travels does what its source does, in fewer bytes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Parser

from boutdufil.publish.scripts import shortened
from boutdufil.store import Store

PARSER = Parser(Language(tree_sitter_javascript.language()))
SOURCES = sorted((Path(__file__).parents[2] / "overrides" / "assets" / "js").glob("**/*.js"))
KEPT = {"property_identifier", "string", "regex_pattern", "number", "shorthand_property_identifier"}
"""What others know, or see: nothing of it may be renamed."""


def kept(script: bytes) -> Counter[tuple[str, str]]:
    """Return how often a script says each of the things that cannot be renamed."""
    found: Counter[tuple[str, str]] = Counter()
    waiting = [PARSER.parse(script).root_node]
    while waiting:
        node = waiting.pop()
        if node.type in KEPT:
            found[node.type, (node.text or b"").decode()] += 1
        waiting += node.children
    return found


def test_its_own_names_become_letters_and_what_others_know_keeps_its_name() -> None:
    script = b"""(function (root) {
      var longName = {longKey: 1}, other = "longName";
      function longFunction(element) { element.longKey = longName[other]; return document; }
      root.filLoad = longFunction;
    })(window);"""
    assert shortened(script) == (
        b'(function(b){var d={longKey:1},c="longName";'
        b"function a(b){b.longKey=d[c];return document;}b.filLoad=a;})(window);"
    )


def test_what_is_caught_is_not_taken_for_what_was_tried() -> None:
    script = b"function f(one){try{one()}catch(two){one(two,function three(){return two})}}"
    assert shortened(script) == (b"function f(a){try{a();}catch(c){a(c,function b(){return c;});}}")


def test_a_newer_language_loses_its_margins_alone() -> None:
    assert shortened(b"// why\nconst go = () => { stop ( 1 ) };\n") == b"const go=()=>{stop(1)};"


def test_nothing_that_others_know_is_lost_in_any_of_our_scripts() -> None:
    assert len(SOURCES) > 40
    for file in SOURCES:
        script = file.read_bytes()
        less = shortened(script)
        assert kept(less) == kept(script), file.name
        assert len(less) < len(script), file.name


def test_a_script_is_shortened_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = shortened(b"(function (name) { go(name); })();", store)
    assert shortened(b"(function (name) { go(name); })();", store) == made == shortened(made)
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 1
