"""The lines of a body: its headings and blocks with their places, and what is wrong with them.

pymdownx.blocks stays silent on a mistake: a block with an unknown name or without its argument is
printed as a paragraph, and one left open swallows the rest of the page. So the lines are checked
here first, by the same grammar, and a body with a mistake is not read any further.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from boutdufil.language.text import closest, enumerate_french, fold
from boutdufil.markup.gesture import GESTURE
from boutdufil.model.finding import Code, Report
from boutdufil.source.blocks import BLOCKS

SECTIONS = {
    "before": "Avant de commencer",
    "steps": "Étapes",
    "understanding": "J’ai compris ?",
    "choosing": "Pour bien choisir",
    "further": "Pour aller plus loin",
}
"""The level-2 sections in their order, by the attribute of Script that each fills."""

LONGEST_LINE = 2000
"""Characters. A paragraph that one can read aloud is a tenth of it."""

_SECTION_BY_NAME = {fold(name).rstrip(" ?"): key for key, name in SECTIONS.items()}

_FENCE = re.compile(r"(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})(?!#)(.*)")
_BLOCK_START = re.compile(r" {0,3}(/{3,}) *([\w-]+) *(?:\| *(.*?) *)?$")
_BLOCK_END = re.compile(r" {0,3}(/{3,}) *$")
_SLASHES = re.compile(r"^[\s>]*/{2,}\s*[^\s/]|^[\s>]*/{3,}")
_CODE_SPAN = re.compile(r"`[^`]*`")
_TAG = re.compile(r"<(?!(?:https|mailto|tel):)(/?[A-Za-z!?][^\s>]*)")
_HALF_GESTURE = re.compile(r"\{[^{}]*\|[^{}]*|[^{}\s]*\|[^{}|]*\}|\{\w+/\w+\}")
_INDENTED_HEADING = re.compile(r"^ {1,3}(?=#{1,6}\s)", re.MULTILINE)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_IMAGE = re.compile(r"!\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Opening:
    """The first line of a block, and the length of its mark (three slashes or more)."""

    name: str
    argument: str
    line: int
    length: int
    is_wrong: bool = False
    """Reported already: its end is expected, and that is all."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Headings outside blocks, and every block, each in the order of the lines."""

    headings: tuple[Heading, ...]
    blocks: tuple[Opening, ...]


def tidy(body: str) -> str:
    """Return ``body`` with its headings at the margin, where Markdown expects them."""
    return _INDENTED_HEADING.sub("", body)


def check_plain(body: str, report: Report, line_offset: int) -> list[tuple[str, int]]:
    """Check the lines of a page without blocks; return its links, each with its line."""
    links = []
    fence = ""
    for line, text in enumerate(body.split("\n"), 1 + line_offset):
        if match := _FENCE.match(text):
            fence = match[1] if not fence else "" if match[1].startswith(fence) else fence
        elif not fence:
            _check_inline(text[:LONGEST_LINE], line, report)
            words = _CODE_SPAN.sub("", text[:LONGEST_LINE])
            links += [(target, line) for target in _LINK.findall(words)]
    return links


def section_key(heading: str) -> str | None:
    """Return which attribute of Script a section fills, whatever its accents and spaces."""
    return _SECTION_BY_NAME.get(fold(heading).rstrip(" ?"))


def has_steps(body: str) -> bool:
    """Tell whether ``body`` has the section of the steps."""
    found = outline(body, Report(""), 0)
    return any(section_key(heading.text) == "steps" for heading in found.headings)


def outline(body: str, report: Report, line_offset: int) -> Outline:
    """Read the lines of ``body``, which begins after ``line_offset`` lines, into an Outline."""
    headings: list[Heading] = []
    blocks: list[Opening] = []
    for line, text in enumerate(body.split("\n"), 1 + line_offset):
        if len(text) > LONGEST_LINE:
            report.add(
                Code.TOO_LARGE,
                line,
                "cette ligne est trop longue",
                found=f"{len(text)} caractères",
                expected=f"{LONGEST_LINE} au plus",
                hint="coupez-la en plusieurs phrases, sur plusieurs lignes",
            )
            return Outline((), ())
    still_open: list[Opening] = []
    fence = ""
    fence_line = 0
    for line, text in enumerate(body.split("\n"), 1 + line_offset):
        if match := _FENCE.match(text):
            mark = match[1]
            if not fence:
                fence, fence_line = mark, line
            elif mark.startswith(fence):
                fence = ""
            continue
        if fence:
            continue
        inside = still_open[-1] if still_open else None
        raw = inside is not None and BLOCKS[inside.name].RAW and not inside.is_wrong
        if match := _BLOCK_END.match(text):
            _close(still_open, len(match[1]), line, report)
        elif (match := _BLOCK_START.match(text)) and not (raw and match[2] not in BLOCKS):
            opening = Opening(match[2].lower(), match[3] or "", line, len(match[1]))
            _check_inline(text, line, report)
            if _check_opening(opening, still_open, report):
                blocks.append(opening)
                still_open.append(opening)
        elif raw:
            pass
        elif _SLASHES.match(text):
            still_open.append(_report_slashes(text, line, report))
        else:
            if (match := _HEADING.match(text)) and (inside is None or inside.is_wrong):
                headings.append(Heading(len(match[1]), match[2].strip().rstrip("#").strip(), line))
            _check_inline(text, line, report)
            _check_gesture(text, line, report)
        if inside is not None and line == inside.line + 1 and re.match(r" {4,}\S", text):
            report.add(
                Code.MISPLACED_BLOCK,
                line,
                "le texte du bloc commence trop loin de la marge",
                found=text.rstrip(),
                expected="un texte collé à la marge",
                hint=f"écrivez : {text.strip()}",
            )
    if fence:
        report.add(
            Code.UNCLOSED_BLOCK,
            fence_line,
            "le bloc de code n’est pas refermé",
            found="rien ne le referme avant la fin du fichier",
            expected=fence,
            hint=f"ajoutez une ligne « {fence} » là où il finit",
        )
        return Outline(tuple(headings), tuple(blocks))
    for opening in still_open:
        _report_unclosed(opening, None, report)
    _check_sections(headings, report, line_offset)
    return Outline(tuple(headings), tuple(blocks))


def _close(still_open: list[Opening], length: int, line: int, report: Report) -> None:
    for depth in range(len(still_open) - 1, -1, -1):
        if still_open[depth].length == length:
            for opening in still_open[depth + 1 :]:
                _report_unclosed(opening, line, report)
            del still_open[depth:]
            return
    report.add(
        Code.STRAY_SLASHES,
        line,
        "ces barres ne referment aucun bloc",
        found="/" * length,
        expected="un bloc ouvert plus haut, avec le même nombre de barres",
        hint="retirez cette ligne, ou donnez-lui le nom du bloc qu’elle devait ouvrir",
    )


def _check_opening(opening: Opening, still_open: list[Opening], report: Report) -> bool:
    """Report a wrong opening; tell whether a block begins all the same."""
    block = BLOCKS.get(opening.name)
    if block is None:
        near = closest(opening.name, BLOCKS)
        report.add(
            Code.UNKNOWN_BLOCK,
            opening.line,
            f"le bloc « {opening.name} » n’existe pas",
            found=opening.name,
            expected=enumerate_french(BLOCKS),
            hint=f"vouliez-vous dire « {near} » ?" if near else "",
        )
        # Its end must find it: it stands in as the likely block, or as a plain one.
        still_open.append(
            Opening(near or "dire", opening.argument, opening.line, opening.length, is_wrong=True)
        )
        return False
    if block.ARGUMENT is True and not opening.argument:
        report.add(
            Code.MISSING_ARGUMENT,
            opening.line,
            f"il manque quelque chose après « {opening.name} »",
            found="/" * opening.length + " " + opening.name,
            expected=f"une barre droite, puis {block.MEANING}",
            hint=f"par exemple : {block.EXAMPLE}",
        )
    if block.ARGUMENT is False and opening.argument:
        report.add(
            Code.UNEXPECTED_ARGUMENT,
            opening.line,
            f"« {opening.name} » ne prend rien sur sa première ligne",
            found=opening.argument,
            expected=block.EXAMPLE,
            hint="mettez ce texte sur la ligne suivante",
        )
    for outer in reversed(still_open):
        if outer.length == opening.length:
            _report_unclosed(outer, opening.line, report)
            still_open.remove(outer)
            # Its own end, met later, is no mistake: it waits for it below the others.
            still_open.insert(
                0, Opening(outer.name, outer.argument, outer.line, outer.length, is_wrong=True)
            )
        elif outer.is_wrong:
            continue
        elif not BLOCKS[outer.name].CONTAINER or outer.name == opening.name:
            report.add(
                Code.MISPLACED_BLOCK,
                opening.line,
                f"un bloc « {opening.name} » ne va pas dans un bloc « {outer.name} »",
                expected="« appareil » et « public » seuls contiennent d’autres blocs",
                hint=f"refermez « {outer.name} » (ligne {outer.line}) avant cette ligne",
            )
    return True


def _report_unclosed(opening: Opening, before: int | None, report: Report) -> None:
    if opening.is_wrong:
        return
    where = f"avant la ligne {before}" if before else "avant la fin du fichier"
    hint = f"ajoutez une ligne « {'/' * opening.length} » là où il finit"
    if before and BLOCKS[opening.name].CONTAINER:
        hint += " ; s’il contient d’autres blocs, ouvrez-le et fermez-le avec quatre barres : ////"
    report.add(
        Code.UNCLOSED_BLOCK,
        opening.line,
        f"le bloc « {opening.name} » n’est pas refermé",
        found=f"rien ne le referme {where}",
        expected="/" * opening.length,
        hint=hint,
    )


def _report_slashes(text: str, line: int, report: Report) -> Opening:
    """Report what looks like a block; return it as the block that it was meant to be."""
    match = re.match(r"[\s>]*(/+)\s*([^\s|:/]*)\s*[|:/]*\s*(.*?)\s*$", text)
    slashes, name, argument = match.groups() if match else ("///", "", "")
    near = closest(name, BLOCKS) or "dire"
    report.add(
        Code.STRAY_SLASHES,
        line,
        "cette ligne ressemble à un bloc, mais n’en est pas un",
        found=text.strip(),
        expected="trois barres, un espace, le nom du bloc, puis « | » et la suite",
        hint=f"écrivez : /// {near}" + (f" | {argument}" if argument else ""),
    )
    return Opening(near, argument, line, max(3, len(slashes)), is_wrong=True)


def _check_inline(text: str, line: int, report: Report) -> None:
    words = _CODE_SPAN.sub("", text)
    if match := _TAG.search(words):
        report.add(
            Code.RAW_HTML,
            line,
            "une balise HTML est écrite dans le texte",
            found=f"<{match[1]}>",
            expected="du texte simple, du gras (**mot**) ou une liste",
            hint="retirez la balise",
            column=match.start() + 1,
        )
    if match := _IMAGE.search(words):
        report.add(
            Code.IMAGE,
            line,
            "une image est insérée dans la fiche",
            found=text.strip(),
            expected="un écran décrit avec des mots, qui se lit au téléphone",
            hint="remplacez-la par un bloc : /// ecran | Ce que l’on voit",
            column=match.start() + 1,
        )


def _check_gesture(text: str, line: int, report: Report) -> None:
    words = GESTURE.sub("", _CODE_SPAN.sub("", text))
    if match := _HALF_GESTURE.search(words):
        first, *others = re.split(r"[|/]", match[0].strip("{} "), maxsplit=1)
        report.add(
            Code.WRONG_GESTURE,
            line,
            "ces accolades ne choisissent pas entre deux verbes",
            found=match[0],
            expected="une accolade, le verbe du doigt, une barre droite, le verbe de la souris, "
            "une accolade",
            hint=f"écrivez : {{{first.strip()}|{(''.join(others).split() or ['cliquez'])[0]}}}",
            column=match.start() + 1,
        )


def _check_sections(headings: list[Heading], report: Report, line_offset: int) -> None:
    seen: dict[str, int] = {}
    current = ""
    steps = 0
    for heading in headings:
        if heading.level == 1:
            report.add(
                Code.WRONG_SECTION,
                heading.line,
                "un seul # fait un titre de page, et la page en a déjà un : « titre »",
                found=f"# {heading.text}",
                expected="## pour une partie, ### pour une étape",
                hint=f"écrivez : ## {heading.text}",
            )
        elif heading.level == 2:
            key = section_key(heading.text)
            if key is None:
                near = closest(heading.text, SECTIONS.values())
                report.add(
                    Code.WRONG_SECTION,
                    heading.line,
                    f"la partie « {heading.text} » n’existe pas",
                    found=f"## {heading.text}",
                    expected=", ".join(SECTIONS.values()),
                    hint=f"vouliez-vous dire « ## {near} » ?"
                    if near
                    else "pour une étape, écrivez trois dièses : ###",
                )
                continue
            if key in seen:
                report.add(
                    Code.WRONG_SECTION,
                    heading.line,
                    f"la partie « {heading.text} » est là deux fois",
                    found=f"déjà ligne {seen[key]}",
                    expected="une seule fois",
                    hint="réunissez les deux",
                )
            seen.setdefault(key, heading.line)
            current = key
        elif heading.level == 3 and current == "steps":
            steps += 1
            if not heading.text:
                report.add(
                    Code.WRONG_SECTION,
                    heading.line,
                    "cette étape n’a pas de titre",
                    expected="### et ce que l’on fait, à la première personne",
                    hint="### J’ouvre le message",
                )
    _check_order(seen, report)
    if not steps:
        report.add(
            Code.NO_STEP,
            seen.get("steps", 1 + line_offset),
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
