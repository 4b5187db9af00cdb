"""The example of a word of screens into its value."""

from __future__ import annotations

import posixpath
from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.kinds.example.values import WORDS, Example
from boutdufil.language.text import closest
from boutdufil.markup.reader import Reader
from boutdufil.markup.screens import read_screen
from boutdufil.markup.seen import DRAWN, Seen
from boutdufil.model.finding import Code, Report
from boutdufil.source.hidden import hidden_signs
from boutdufil.source.text_file import decode


def read_example(raw: bytes, path: str, reader: Reader, _today: date) -> Document:
    """Read an example: a comment that explains its word, then the YAML of a screen."""
    report = Report(path)
    word = posixpath.basename(path).removesuffix(".yml")
    _check_word(word, report)
    text = decode(raw, report)
    if text is None:
        return Document(path, tuple(report.findings))
    hidden_signs(text, report)
    comment, _, source = text.partition("\n")
    screen = read_screen(source, "", report, 1, reader.taxonomy)
    if screen is None or report.has_errors:
        return Document(path, tuple(report.findings))
    sentence = comment.removeprefix("#").strip()
    value = Example(word, sentence, source.rstrip(), screen)
    drawn = Seen("\n".join(screen.words), 2, source.count("\n") + 1, DRAWN)
    return Document(path, tuple(report.findings), value, shown=Folded((Seen(sentence, 1), drawn)))


def _check_word(word: str, report: Report) -> None:
    known = [each for words in WORDS.values() for each in words]
    if word not in known:
        near = closest(word, known)
        report.add(
            Code.MISPLACED_FILE,
            1,
            "ce fichier n’explique aucun mot des écrans",
            found=f"{word}.yml",
            expected="un fichier par mot, qui porte son nom",
            hint=f"vouliez-vous dire « {near}.yml » ?" if near else "retirez-le",
        )
