"""No file is read that nobody could bear: each bound, and how far real files are from it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from boutdufil.kinds.synonyms.declaration import SYNONYMS
from boutdufil.language.spelling import suggestion
from boutdufil.model.finding import MOST_TOLD, Code, Finding, Report, bearable
from boutdufil.source.bounds import (
    DEEPEST,
    LONGEST_LINE,
    LONGEST_PARAGRAPH,
    LONGEST_WORD,
    MOST_BYTES,
    MOST_LINES,
    SORTS,
    depth,
)
from boutdufil.source.scanner import scan
from boutdufil.source.text_file import decode
from boutdufil.source.tree import Block, walk
from boutdufil.source.yaml_text import compose
from tests.published import DOCS

PAGE, DATA = "mediateurs/hostile.md", "synonymes.yml"


def found(text: str, path: str = PAGE) -> list[tuple[Code, int]]:
    """Return what is said of a file before any rule: nothing, or the reason why it is refused."""
    report = Report(path)
    assert (decode(text.encode(), report) is None) == bool(report.findings)
    return [(each.code, each.line) for each in report.findings]


HOSTILE: dict[str, tuple[str, Code, int]] = {
    "bytes": ("a\n" * MOST_BYTES, Code.TOO_LARGE, 1),
    "lines": ("\n" * (MOST_LINES + 10) + "a", Code.TOO_LARGE, MOST_LINES + 1),
    "spaces": ("a\n" + " " * 16_000, Code.TOO_LARGE, 2),
    "word": ("a\n\n" + "a" * 1_900, Code.TOO_LARGE, 3),
    "accents out of order": ("a" + "\u0301\u0323" * 900, Code.TOO_LARGE, 1),
    "paragraph": ("une phrase de plus\n" * 700, Code.TOO_LARGE, 632),
    "brackets of links": ("[ " * 900, Code.TOO_DEEP, 1),
    "brackets a line": ("[\n" * 900, Code.TOO_DEEP, DEEPEST + 1),
    "guillemets": ("« a " * 400, Code.TOO_DEEP, 1),
    "targets": ("[a](b " * 300, Code.TOO_DEEP, 1),
    "items on a line": ("- " * 990 + "a", Code.TOO_DEEP, 1),
    "numbers on a line": ("1. " * 600 + "a", Code.TOO_DEEP, 1),
    "quotations": (">" * 400 + "a", Code.TOO_DEEP, 1),
    "items and quotations": ("- > " * 400 + "a", Code.TOO_DEEP, 1),
    "nested lists": ("\n".join(" " * 2 * each + "- a" for each in range(300)), Code.TOO_DEEP, 21),
    "headings": ("# a\n\n" * 2_900, Code.TOO_MANY, 301),
    "underlined": ("Titre\n==\n\n" * 1_900, Code.TOO_MANY, 452),
    "blocks": ("/// dire\n\n" * 2_900, Code.TOO_MANY, 3_001),
    "screens": ("/// ecran | a\n\n///\n\n" * 1_000, Code.TOO_MANY, 161),
    "items": ("- a\n\n" * 2_900, Code.TOO_MANY, 4_001),
    "cells": ("| a | b |\n|---|---|\n" + "| a | b |\n" * 3_000, Code.TOO_MANY, 501),
    "definitions": ("[a]: https://a.example/\n\n" * 200, Code.TOO_MANY, 201),
    "stars": ("**a** " * 300, Code.TOO_MANY, 1),
    "signs": (("**a** " * 200 + "\n\n") * 20, Code.TOO_MANY, 25),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_nobody_could_bear_is_refused_on_its_line(name: str) -> None:
    text, code, line = HOSTILE[name]
    assert found(text) == [(code, line)]


def test_what_is_below_a_bound_is_read() -> None:
    assert found(f"{'a' * LONGEST_WORD} " * 3) == []
    assert found("a " * (LONGEST_LINE // 2)) == []
    assert found("\n" * (MOST_LINES - 2) + "a") == []
    assert found("> " * DEEPEST + "a") == []
    assert found(("une phrase de plus\n" * 600 + "\n") * 5) == []


def test_a_bracket_that_is_closed_holds_nothing_any_more() -> None:
    assert found("(a) " * 300) == []
    assert found(("[ (a " * 15 + "\n\n") * 20) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [("a", 0), ("- a", 1), ("    - a", 3), ("  > > 1. a", 4), ("**a**", 0), ("\t- a", 3)],
)
def test_the_depth_of_a_line(line: str, expected: int) -> None:
    assert depth(line) == expected


def test_accents_are_not_composed_before_lengths_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[int] = []

    def normalize(_form: str, text: str) -> str:
        composed.append(len(text))
        return text

    monkeypatch.setattr(unicodedata, "normalize", normalize)
    assert found("a" + "\u0301\u0323" * 900) == [(Code.TOO_LARGE, 1)]
    assert composed == []


@pytest.mark.parametrize(
    "text",
    [
        "groupes: " + "[" * 1_900,
        "groupes:\n" + "  [\n" * 900,
        "groupes:\n" + '  ["]",\n' * 900,
        "groupes: " + "{a: " * 400,
        "a:\n" + "\n".join(f"{' ' * each}a:" for each in range(1, 30)),
        "\tgroupes: " + '["]", ' * 300,
    ],
)
def test_yaml_is_followed_no_deeper_than_its_parser_can_go(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(yaml, "compose", lambda *_arguments, **_options: made.append(text))
    report = Report(DATA)
    assert compose(text, SYNONYMS, report, 0) is None
    assert Code.TOO_DEEP in {each.code for each in report.findings}
    assert made == []


@pytest.mark.parametrize(
    "text",
    [
        "// dire\n" * 5_000,
        "/// dirr\n//// dirr\n" * 2_000,
        "\n".join(
            f"{'/' * each} {'public | a' if each % 2 else 'si | a'}" for each in range(3, 900)
        ),
    ],
)
def test_blocks_are_followed_no_deeper_than_anyone_does(text: str) -> None:
    report = Report(PAGE)
    tree = scan(text, report)
    blocks = [node for node in walk(tree.nodes) if isinstance(node, Block)]
    assert len(blocks) < 20
    assert Code.TOO_DEEP in {each.code for each in report.findings}


def test_blocks_side_by_side_are_not_deep() -> None:
    report = Report(PAGE)
    scan("/// dire\nOuvrez.\n///\n" * 500, report)
    assert report.findings == []


def test_no_slip_is_looked_for_in_a_word_that_nobody_writes() -> None:
    assert suggestion("telephonne") == "telephone" or suggestion("ordinateurr") == "ordinateur"
    assert suggestion("a" * 31) is None


def test_of_a_file_no_more_is_told_than_anyone_reads() -> None:
    report = Report(PAGE)
    for line in range(1, 1_000):
        report.add(Code.STRAY_SLASHES, line, "ces barres ne referment aucun bloc")
    assert len(report.findings) == MOST_TOLD + 1
    assert report.findings[-1].code is Code.TOO_MANY_FOUND
    assert report.findings[-1].line == MOST_TOLD


def test_of_many_files_each_has_its_share() -> None:
    many = [Finding("b.md", line, 1, Code.JARGON, "a") for line in range(1, 5_000)]
    alone = Finding("a.md", 1, 1, Code.JARGON, "a")
    told = bearable([*many, alone])
    assert told[0] == alone
    assert len(told) == MOST_TOLD + 2
    assert told[-1].code is Code.TOO_MANY_FOUND
    # What is cut is cut once: a report and the whole agree.
    assert bearable(told) == told


def test_a_thousand_hidden_signs_are_told_in_few_lines() -> None:
    report = Report(PAGE)
    compose("a: b\x00\u200b\n" * 5_000, SYNONYMS, report, 0)
    assert len(report.findings) == MOST_TOLD + 1


def real_files() -> Iterator[tuple[Path, str]]:
    for file in sorted(DOCS.rglob("*")):
        if file.suffix in {".md", ".yml"}:
            yield file, file.read_text(encoding="utf-8")


def test_every_bound_is_several_times_what_our_files_hold() -> None:
    for file, text in real_files():
        lines = text.split("\n")
        assert 3 * len(text.encode()) < MOST_BYTES, file
        assert 3 * len(lines) < MOST_LINES, file
        assert 3 * max(map(len, lines)) < LONGEST_LINE, file
        assert 3 * max(map(len, text.split())) < LONGEST_WORD, file
        assert 2 * max(map(depth, lines)) < DEEPEST, file
        for sort in SORTS:
            assert 3 * sum(map(sort.count, lines)) < sort.most, (file, sort.name)
        for paragraph in text.split("\n\n") if file.suffix == ".md" else ():
            assert 3 * len(paragraph) < LONGEST_PARAGRAPH, file
            for sort in SORTS:
                held = sum(map(sort.count, paragraph.split("\n")))
                assert sort.within is None or 3 * held < sort.within, (file, sort.name)
