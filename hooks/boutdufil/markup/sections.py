"""The parts of a body, by their headings: which there are, in which order, with which steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from boutdufil.language.text import closest, fold
from boutdufil.model.finding import Code, Report
from boutdufil.source.tree import Heading, Tree, walk

STEP = 3
"""The level of the headings of the steps."""
SECTIONS = {
    "before": "Avant de commencer",
    "steps": "Étapes",
    "understanding": "J’ai compris ?",
    "choosing": "Pour bien choisir",
    "further": "Pour aller plus loin",
}
"""The level-2 sections in their order, by the attribute of Script that each fills."""

IN_ANY_CASE = "Dans tous les cas"
"""The last part of a diagnosis: what is advised whatever was answered."""
_BY_NAME = {fold(name).rstrip(" ?"): key for key, name in SECTIONS.items()}


@dataclass(frozen=True, slots=True)
class Title:
    """A heading that cuts a body, and the line where it stands."""

    level: int
    text: str
    line: int


def section_key(heading: str) -> str | None:
    """Return which attribute of Script a section fills, whatever its accents and spaces."""
    return _BY_NAME.get(fold(heading).rstrip(" ?"))


def titles(tree: Tree) -> Iterator[Title]:
    """Yield the headings that cut ``tree``: in a block, they are prose."""
    for node in walk(tree.nodes, into=lambda block: block.is_wrong):
        if isinstance(node, Heading):
            yield Title(node.level, tree.words(node.title), tree.line(node.span.start))


def has_steps(tree: Tree) -> bool:
    """Tell whether ``tree`` has the section of the steps."""
    return any(title.level == 2 and section_key(title.text) == "steps" for title in titles(tree))


def section_lines(headings: Sequence[Title]) -> dict[str, int]:
    """Return the line of each section, in the order of the file."""
    lines: dict[str, int] = {}
    for title in headings:
        key = section_key(title.text) if title.level == 2 else None
        if key is not None:
            lines.setdefault(key, title.line)
    return lines


def check_sections(headings: Sequence[Title], report: Report, first_line: int) -> None:
    """Report what is missing, unknown, written twice or misplaced, from ``first_line`` on."""
    seen: dict[str, int] = {}
    current = ""
    steps = 0
    for title in headings:
        if title.level == 1:
            _report_page_title(title, _meant_level(title, current), report)
            # What is meant is not told to be missing besides.
            if key := section_key(title.text):
                seen.setdefault(key, title.line)
                current = key
            else:
                steps += current == "steps"
        elif title.level == 2:
            key = section_key(title.text)
            if key is None:
                _report_unknown(title, report)
                continue
            if key in seen:
                _report_repeated(title, seen[key], report)
            seen.setdefault(key, title.line)
            current = key
        elif title.level == 3 and current == "steps":
            steps += 1
            if not title.text:
                _report_untitled(title, report)
    _check_order(seen, report)
    if not steps:
        _report_no_step(seen, report, first_line)


def is_in_any_case(heading: str) -> bool:
    """Tell whether a heading is that of what a diagnosis always advises."""
    return fold(heading) == fold(IN_ANY_CASE)


def check_groups(headings: Iterable[Title], report: Report, first_line: int) -> None:
    """Report what is no group of questions, and a diagnosis that may advise nothing."""
    known = [title for title in headings if title.level < STEP]
    for title in known:
        if title.level == 1:
            _report_page_title(title, "##", report)
    closing = [title for title in known if is_in_any_case(title.text)]
    if len(closing) != 1 or known[-1] != closing[0]:
        report.add(
            Code.WRONG_DIAGNOSIS,
            closing[0].line if closing else first_line,
            "le diagnostic ne finit pas par ce qui se conseille à tout le monde",
            found=f"## {known[-1].text}" if known else "aucune partie",
            expected=f"une dernière partie « ## {IN_ANY_CASE} », avec au moins une fiche",
            hint=f"## {IN_ANY_CASE}",
        )


def check_no_section(headings: Iterable[Title], report: Report) -> None:
    """Report what cuts a body that is one step."""
    for title in headings:
        if title.level <= STEP:
            report.add(
                Code.WRONG_SECTION,
                title.line,
                "un geste n’a ni parties ni étapes",
                found=f"{'#' * title.level} {title.text}",
                expected="un texte et des blocs, sans titre",
                hint="retirez ce titre ; deux gestes font deux fichiers",
            )


def _meant_level(title: Title, section: str) -> str:
    """Return the signs that a title of one « # » is to have; none when it repeats the page’s."""
    if section_key(title.text):
        return "##"
    return "###" if section == "steps" else ""


def _report_page_title(title: Title, level: str, report: Report) -> None:
    report.add(
        Code.WRONG_SECTION,
        title.line,
        "un seul # fait un titre de page, et la page en a déjà un : « titre »",
        found=f"# {title.text}",
        expected="## pour une partie, ### pour une étape",
        hint=f"écrivez : {level} {title.text}" if level else "retirez cette ligne",
    )


def _report_unknown(title: Title, report: Report) -> None:
    near = closest(title.text, SECTIONS.values())
    report.add(
        Code.WRONG_SECTION,
        title.line,
        f"la partie « {title.text} » n’existe pas",
        found=f"## {title.text}",
        expected=", ".join(SECTIONS.values()),
        hint=f"vouliez-vous dire « ## {near} » ?"
        if near
        else "pour une étape, écrivez trois dièses : ###",
    )


def _report_repeated(title: Title, first: int, report: Report) -> None:
    report.add(
        Code.WRONG_SECTION,
        title.line,
        f"la partie « {title.text} » est là deux fois",
        found=f"déjà ligne {first}",
        expected="une seule fois",
        hint="réunissez les deux",
    )


def _report_untitled(title: Title, report: Report) -> None:
    report.add(
        Code.WRONG_SECTION,
        title.line,
        "cette étape n’a pas de titre",
        expected="### et ce que l’on fait, à la première personne",
        hint="### J’ouvre le message",
    )


def _report_no_step(seen: dict[str, int], report: Report, first_line: int) -> None:
    report.add(
        Code.NO_STEP,
        seen.get("steps", first_line),
        "la fiche n’a aucune étape",
        found="« ## Étapes » sans « ### »" if "steps" in seen else "pas de « ## Étapes »",
        expected="une partie « ## Étapes », puis un titre « ### » par étape",
        hint="## Étapes, puis : ### J’ouvre le message",
    )


def _check_order(lines: dict[str, int], report: Report) -> None:
    """Report the part to move; ``lines`` by part, in the order of the file."""
    order = list(SECTIONS)
    found = list(lines)
    ranks = [order.index(key) for key in found]
    for place, key in enumerate(found):
        if ranks == sorted(ranks):
            return
        others = ranks[:place] + ranks[place + 1 :]
        if others == sorted(others) or place == len(found) - 1:
            before = [other for other in found if order.index(other) < order.index(key)]
            last = max(before, key=order.index, default=None)
            where = f"après « {SECTIONS[last]} »" if last else "en premier"
            report.add(
                Code.WRONG_SECTION,
                lines[key],
                f"la partie « {SECTIONS[key]} » n’est pas à sa place",
                found=", puis ".join(SECTIONS[other] for other in found),
                expected=", puis ".join(SECTIONS.values()),
                hint=f"déplacez « ## {SECTIONS[key]} » {where}",
            )
            return
