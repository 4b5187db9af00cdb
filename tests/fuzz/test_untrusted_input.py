"""Content comes from strangers: whatever the bytes, an answer is a value or findings."""

from __future__ import annotations

import re
from datetime import date

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from boutdufil.kinds.document import Document
from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.kinds.tutorial.reading import read_tutorial
from boutdufil.markup.reader import Reader
from boutdufil.markup.screens import read_screen
from boutdufil.model.finding import Report
from boutdufil.model.script import Prose
from boutdufil.source.signs import mended
from boutdufil.source.yaml_text import compose, repair
from tests.conftest import many

PATH = "tutoriels/cyber-hygiene/exemple.md"

PIECES = st.sampled_from(
    [
        *("---\n", "\n", "\n\n", " ", "  - ", "\t", ":", ": ", "#", "'", '"', "[", "]", "{", "}"),
        *("numero: 101\n", "titre: ", "appels:\n", "sources:\n  - nom: a\n", "recap: >-\n", "&a "),
        *("## Étapes\n", "### J’ouvre\n", "## J’ai compris ?\n", "/// dire\n", "///\n", "////\n"),
        *("/// demander | Quoi ?\n", "- **Oui** : « Bien. »\n", "/// ecran | Ici\n", "*a", "|\n"),
        *("//// appareil | android\n", "/// public | seniors\n", "/// question | Q\n"),
        *("- [x] a\n", "[a](b.md)", "[a](javascript:x)", "[a](//[", "{a|b}", "<b>", "![a](b)"),
        *("```\n", "| a |\n", "corps:\n", "  - bouton: a\n", "    repere: 1\n"),
        *("cadre: telephone\n", "é", "\u0301", "a", "\x00", "\ufeff", "\u2028", "\x85", "\r"),
        *("\x0c", "!!python/object:a ", "? ", "%", "9" * 30),
        *("\xa0", "\u200b", "\u2013 ", "\u2022", "\uff1a", "\u201c", "\u201d", "\u2029", "\u0435"),
        *("[" * 30, "{a: " * 30, "- " * 30, " " * 90, "<<: ", "...\n", "-a\n"),
    ]
)
WRITTEN = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)


STEP = "## Étapes\n\n### J’ouvre\n\n/// dire\nOuvrez.\n///\n"
HARMLESS = {"p", "br", "hr", "ul", "li", "ol", "em", "strong", "code", "pre", "blockquote", "span"}


def is_an_answer(document: Document) -> bool:
    """A tutorial or the reason why not, each reason on a line of the file."""
    return document.tutorial is not None or bool(document.findings)


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\x00")
@example(b"---\n---\n")
@example(b"---")
@example(b"\xef\xbb\xbf")
def test_any_bytes_are_answered(reader: Reader, today: date, raw: bytes) -> None:
    assert is_an_answer(read_tutorial(raw, PATH, reader, today))


@given(written=WRITTEN)
@many(4)
@example(written="---\n– ")
@example(written="---\ntitre: a\n---")
def test_anything_written_is_answered_with_lines_of_the_file(
    reader: Reader, today: date, written: str
) -> None:
    raw = written.encode("utf-8", "surrogatepass")
    document = read_tutorial(raw, PATH, reader, today)
    assert is_an_answer(document)
    lines = 1 + written.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert all(1 <= finding.line <= lines for finding in document.findings)


@given(front=WRITTEN)
@many(4)
def test_any_front_matter_is_answered(reader: Reader, today: date, front: str) -> None:
    raw = f"---\n{front}\n---\n\n{STEP}".encode("utf-8", "surrogatepass")
    assert is_an_answer(read_tutorial(raw, PATH, reader, today))


@given(body=WRITTEN)
@many(4)
@example(body="```\n/// dire\nOuvrez.\n///\n")
@example(body="  ```\n/// dire\nOuvrez.\n///\n  ```\n")
@example(body="````\n```\n/// dire\nOuvrez.\n///\n````\n")
@example(body="- Un\n\n    /// dire\n    Ouvrez.\n    ///\n")
@example(body="> /// dire\n> Ouvrez.\n> ///\n")
def test_any_body_is_answered(reader: Reader, today: date, model_text: str, body: str) -> None:
    raw = f"{model_text}\n{body}".encode("utf-8", "surrogatepass")
    assert is_an_answer(read_tutorial(raw, PATH, reader, today))


@given(body=WRITTEN | st.text())
@many(4)
@example("12:30")
@example("corps:\n- a: &x [*x]")
@example("? [a]\n: b")
@example("a: !!binary x")
def test_any_screen_is_answered(body: str) -> None:
    report = Report(PATH)
    screen = read_screen(body, "Un écran", report, 10)
    assert (screen is None) == report.has_errors
    if screen is not None:
        assert all(element.description for element in screen.body)
        assert all(isinstance(word, str) for word in screen.words)


@given(front=WRITTEN)
@many(4)
def test_repair_keeps_the_number_of_each_line(front: str) -> None:
    lines, repaired = front.split("\n"), repair(front, TUTORIAL).split("\n")
    assert len(repaired) == len(lines)
    for before, after in zip(lines, repaired, strict=True):
        if before != after:
            assert before.strip()
            assert after.startswith(before[: len(before) - len(before.lstrip())])


@given(front=WRITTEN)
@many(4)
def test_what_is_mended_keeps_its_lines_and_needs_no_more(front: str) -> None:
    mended_once, signs = mended(front, TUTORIAL)
    assert mended_once.count("\n") == front.count("\n")
    lines = front.split("\n")
    assert all(lines[sign.line - 1][sign.column - 1 :].startswith(sign.character) for sign in signs)
    assert mended(mended_once, TUTORIAL)[1] == ()


@given(
    title=st.text(alphabet="abé ’:#'\"*&!%@`,[]{}|>-?", min_size=1)
    .map(str.strip)
    .filter(
        lambda text: text not in {"", "-"} and not text.startswith(("'", '"', "[", "{", "|", ">"))
    )
)
@many(4)
def test_a_title_is_read_as_it_is_written(title: str) -> None:
    report = Report(PATH)
    node = compose(f"titre: {title}\nniveau: 1\n", TUTORIAL, report, 1)
    assert report.findings == []
    assert isinstance(node, yaml.MappingNode)
    values = {key.value: value.value for key, value in node.value}
    assert values == {"titre": title, "niveau": "1"}


@given(words=st.text(alphabet="ab<>&\"'/!-= \\n[](){}|*_`", max_size=60))
@many(3)
@example("<script>alert(1)</script>")
@example("[a](javascript:alert(1))")
@example("`<b>` &lt;i onclick=x&gt; a < b")
def test_what_a_stranger_writes_is_refused_or_inert(reader: Reader, words: str) -> None:
    report = Report(PATH)
    body = reader.read(f"{words}\n\n{STEP}", PATH, report)
    if body is None:
        assert report.has_errors
        return
    written = "".join(part.html for part in body.script.introduction if isinstance(part, Prose))
    tags = set(re.findall(r"<(/?[^\s>]+)", written))
    assert {tag.strip("/") for tag in tags} <= HARMLESS
    assert set(re.findall(r'href="([^"]*)"', written)) <= {""}
