"""How much a file may hold, looked at line by line before anything else reads it.

Content comes from strangers, and what reads it may take a time that grows as the square of a line,
or a stack as deep as a list. What is beyond a bound is no page: it is told, and read no further.
Each bound is several times what the longest of our files holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from boutdufil.model.finding import Code, Report

MOST_BYTES = 200_000
"""Of a file. The longest script that one can read aloud is a quarter of it."""
MOST_LINES = 6_000
"""Of a file. The longest script has a fifth of them."""
LONGEST_LINE = 2_000
"""Characters. A paragraph that one can read aloud is a tenth of it."""
LONGEST_WORD = 500
"""Characters without a space. The longest address is a quarter of it."""
LONGEST_PARAGRAPH = 12_000
"""Characters of Markdown without a blank line between them: a long list is a third of it."""
DEEPEST = 20
"""Things one within the other: items, quotations, brackets, pairs of spaces. We have seven."""

# A mark under which the rest of its line stands: ``- a``, ``> a``, ``1. a``; not ``**a**``.
_HOLDER = re.compile(r" *(?:[-*+?:](?= )|>|\d{1,9}[.)](?= ))")
# A line break, put before the first line too, is found five times sooner than « ^ » in a file.
# What a line begins with that could be as deep as that: each level takes a sign at least.
_MAYBE_DEEP = re.compile(rf"\n[ \t>*+?:.)\d-]{{{DEEPEST + 1},}}")
_BRACKET = re.compile(r"[\[\](){}«»]")
_CLOSES = {"]": "[", ")": "(", "}": "{", "»": "«"}
# ``# Titre``, or a row of signs under one; not ``#31#``.
_HEADING = re.compile(r"\n {0,3}(?:#{1,6}(?:[ \t]|$)|[=-]+ *$)", re.MULTILINE)
# ``/// dire``, ``// dire``, ``> ///``; not ``https://``.
_SLASHES = re.compile(r"\n(?:[^\S\n]|>)*//")
_SCREEN = re.compile(r"\n(?:[^\S\n]|>)*/{2,} *ecran\b", re.IGNORECASE)
_ITEM = re.compile(r"\n[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
# A link that others name: ``[nom]: adresse``.
_DEFINITION = re.compile(r"\n {0,3}\[[^\]\n]*\]:")
# The bars of a row, but its first one.
_CELL = re.compile(r"\|(?<=[^\n]\|)")
_SIGN = re.compile(r"[\[\](){}*_`<>!\\&«»]")


@dataclass(frozen=True, slots=True)
class Sort:
    """Things of one sort, which ``pattern`` matches: ``most`` is how many a file may hold."""

    name: str
    pattern: re.Pattern[str]
    most: int
    hint: str
    within: int | None = None
    """How many one paragraph of Markdown may hold; None: as many as the file."""

    def count(self, text: str) -> int:
        """Return how many ``text`` holds."""
        return len(self.pattern.findall(f"\n{text}"))


SORTS = (
    Sort("titres", _HEADING, 150, "faites deux fichiers"),
    Sort("lignes de barres", _SLASHES, 1_500, "faites deux fiches"),
    Sort("écrans", _SCREEN, 40, "gardez ceux que la personne verra"),
    Sort("éléments de liste", _ITEM, 2_000, "gardez ceux qui servent"),
    Sort(
        "cases de tableau",
        _CELL,
        1_000,
        "faites plusieurs tableaux, dans plusieurs pages",
    ),
    Sort(
        "adresses nommées",
        _DEFINITION,
        100,
        "écrivez chaque adresse dans son lien : [texte](adresse)",
    ),
    Sort(
        "signes de mise en forme",
        _SIGN,
        10_000,
        "retirez ceux qui ne servent pas",
        within=1_000,
    ),
)


def is_short(lines: list[str], report: Report) -> bool:
    """Tell whether every length is bearable; report the first that is not.

    It comes before accents are composed, whose time grows as the square of a word.
    """
    if len(lines) > MOST_LINES:
        _too_large(
            report,
            MOST_LINES + 1,
            "le fichier a trop de lignes",
            f"{len(lines)} lignes",
            f"{MOST_LINES} au plus",
            "faites deux fichiers",
        )
        return False
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            _too_large(
                report,
                number,
                "cette ligne est trop longue",
                f"{len(line)} caractères",
                f"{LONGEST_LINE} au plus",
                "coupez-la en plusieurs phrases, sur plusieurs lignes",
            )
            return False
        longest = max(map(len, line.split()), default=0) if len(line) > LONGEST_WORD else 0
        if longest > LONGEST_WORD:
            _too_large(
                report,
                number,
                "un mot de cette ligne est trop long",
                f"{longest} caractères sans une espace",
                f"{LONGEST_WORD} au plus",
                "retirez-le : c’est sans doute une image, ou un fichier, collé par erreur",
            )
            return False
    return True


def is_bearable(text: str, report: Report) -> bool:
    """Tell whether a file holds no more than its readers bear; report the first excess.

    Most files are far below: they are told at once, and their lines are not looked at one by one.
    """
    is_markdown = report.path.endswith(".md")
    if (
        all(sort.count(text) <= sort.most for sort in SORTS)
        and _MAYBE_DEEP.search(f"\n{text}") is None
        and (not is_markdown or all(map(_is_light, text.split("\n\n"))))
    ):
        return True
    measure = _Measure(report, is_markdown=is_markdown)
    return all(measure.bears(line, number) for number, line in enumerate(text.split("\n"), 1))


def _is_light(paragraph: str) -> bool:
    return len(paragraph) < LONGEST_PARAGRAPH and (
        len(paragraph) <= DEEPEST
        or (
            (
                max(map(paragraph.count, _CLOSES.values())) <= DEEPEST
                or not _goes_too_deep(paragraph, _none_open())
            )
            and all(
                # Each of them is a sign at least.
                len(paragraph) <= sort.within or sort.count(paragraph) <= sort.within
                for sort in SORTS
                if sort.within
            )
        )
    )


def _none_open() -> dict[str, int]:
    return dict.fromkeys(_CLOSES.values(), 0)


def _goes_too_deep(text: str, opened: dict[str, int]) -> bool:
    """Count the brackets of ``text`` among those ``opened`` before it, by their sort."""
    for bracket in _BRACKET.findall(text):
        opens = _CLOSES.get(bracket)
        kind = opens or bracket
        opened[kind] = max(0, opened[kind] + (-1 if opens else 1))
        if opened[kind] > DEEPEST:
            return True
    return False


class _Measure:
    """What was met so far, in the file and in the paragraph under way."""

    def __init__(self, report: Report, *, is_markdown: bool) -> None:
        self.report = report
        self.is_markdown = is_markdown
        self.met = dict.fromkeys((sort.name for sort in SORTS), 0)
        self._begin()

    def _begin(self) -> None:
        self.here = dict.fromkeys((sort.name for sort in SORTS), 0)
        self.length = 0
        self.open = _none_open()

    def bears(self, line: str, number: int) -> bool:
        """Tell whether one more line can be borne."""
        if not line.strip():
            self._begin()
            return True
        if depth(line) > DEEPEST:
            too_deep(self.report, number)
            return False
        if self.is_markdown and not self._bears_paragraph(line, number):
            return False
        return all(self._bears_sort(sort, line, number) for sort in SORTS)

    def _bears_paragraph(self, line: str, number: int) -> bool:
        self.length += len(line) + 1
        if self.length > LONGEST_PARAGRAPH:
            _too_large(
                self.report,
                number,
                "ce paragraphe est trop long",
                f"plus de {LONGEST_PARAGRAPH} caractères sans une ligne vide",
                f"{LONGEST_PARAGRAPH} au plus",
                "coupez-le : une idée par paragraphe, une ligne vide entre deux",
            )
            return False
        if _goes_too_deep(line, self.open):
            too_deep(self.report, number)
            return False
        return True

    def _bears_sort(self, sort: Sort, line: str, number: int) -> bool:
        count = sort.count(line)
        self.met[sort.name] += count
        self.here[sort.name] += count
        if self.met[sort.name] > sort.most:
            return self._refuse(sort, number, "ce fichier", sort.most)
        most_here = sort.within if self.is_markdown else None
        if most_here is not None and self.here[sort.name] > most_here:
            return self._refuse(sort, number, "ce paragraphe", most_here)
        return True

    def _refuse(self, sort: Sort, number: int, where: str, most: int) -> bool:
        self.report.add(
            Code.TOO_MANY,
            number,
            f"il y a trop de choses du même genre dans {where} : {sort.name}",
            found=f"cette ligne dépasse {most}",
            expected=f"{most} au plus",
            hint=sort.hint,
        )
        return False


def depth(line: str) -> int:
    """Return how many things hold the words of a line: two spaces before it, or a mark, are one.

    >>> depth("    - > a")
    4
    """
    indent = len(line) - len(line.lstrip(" \t"))
    place, marks = indent, 0
    while match := _HOLDER.match(line, place):
        place, marks = match.end(), marks + 1
    return (indent + line.count("\t", 0, indent) * 3) // 2 + marks


def too_deep(report: Report, line: int) -> None:
    """Report things nested deeper than anyone follows."""
    report.add(
        Code.TOO_DEEP,
        line,
        "trop de choses sont les unes dans les autres",
        found=f"plus de {DEEPEST} crochets, tirets, citations ou retraits emboîtés",
        expected="une liste simple, un élément par ligne",
        hint="rapprochez cette ligne de la marge, ou refermez ce qui est ouvert plus haut",
    )


def _too_large(
    report: Report, line: int, problem: str, found: str, expected: str, hint: str
) -> None:
    report.add(Code.TOO_LARGE, line, problem, found=found, expected=expected, hint=hint)
