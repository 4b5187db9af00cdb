"""What is said of a block that is not written as one: a function a mistake."""

from __future__ import annotations

from boutdufil.language.text import closest, enumerate_french
from boutdufil.model.finding import Code, Report
from boutdufil.source.blocks import BLOCKS, BlockType

_CONTAINERS = [f"« {block.name} »" for block in BLOCKS.values() if block.container]


def open_code(report: Report, line: int, fence: str) -> None:
    """A fence without its like."""
    report.add(
        Code.UNCLOSED_BLOCK,
        line,
        "le bloc de code n’est pas refermé",
        found="rien ne le referme avant la fin du fichier",
        expected=fence,
        hint=f"ajoutez une ligne « {fence} » là où il finit",
    )


def unknown_block(report: Report, line: int, name: str) -> str | None:
    """A block that does not exist; return the one that was probably meant."""
    near = closest(name, BLOCKS)
    report.add(
        Code.UNKNOWN_BLOCK,
        line,
        f"le bloc « {name} » n’existe pas",
        found=name,
        expected=enumerate_french(BLOCKS),
        hint=f"vouliez-vous dire « {near} » ?" if near else "",
    )
    return near


def wrong_argument(
    report: Report, line: int, block: BlockType, argument: str, slashes: int
) -> None:
    """A block without its argument, or with one that it does not take."""
    if block.argument is True and not argument:
        report.add(
            Code.MISSING_ARGUMENT,
            line,
            f"il manque quelque chose après « {block.name} »",
            found="/" * slashes + " " + block.name,
            expected=f"une barre droite, puis {block.meaning}",
            hint=f"par exemple : {block.example}",
        )
    if block.argument is False and argument:
        report.add(
            Code.UNEXPECTED_ARGUMENT,
            line,
            f"« {block.name} » ne prend rien sur sa première ligne",
            found=argument,
            expected=block.example,
            hint="mettez ce texte sur la ligne suivante",
        )


def misplaced_block(report: Report, line: int, name: str, outer: str, outer_line: int) -> None:
    """A block within one that holds none."""
    report.add(
        Code.MISPLACED_BLOCK,
        line,
        f"un bloc « {name} » ne va pas dans un bloc « {outer} »",
        expected=enumerate_french(_CONTAINERS, "et") + " seuls contiennent d’autres blocs",
        hint=f"refermez « {outer} » (ligne {outer_line}) avant cette ligne",
    )


def unclosed_block(report: Report, line: int, name: str, slashes: int, before: int | None) -> None:
    """A block that nothing closes before the line ``before``, or the end of the file."""
    hint = f"ajoutez une ligne « {'/' * slashes} » là où il finit"
    where = f"avant la ligne {before}" if before else "avant la fin du fichier"
    report.add(
        Code.UNCLOSED_BLOCK,
        line,
        f"le bloc « {name} » n’est pas refermé",
        found=f"rien ne le referme {where}",
        expected="/" * slashes,
        hint=hint,
    )


def stray_closing(report: Report, line: int, slashes: int) -> None:
    """A last line without a first one."""
    report.add(
        Code.STRAY_SLASHES,
        line,
        "ces barres ne referment aucun bloc",
        found="/" * slashes,
        expected="un bloc ouvert plus haut, avec le même nombre de barres",
        hint="retirez cette ligne, ou donnez-lui le nom du bloc qu’elle devait ouvrir",
    )


def stray_opening(report: Report, line: int, text: str, name: str, argument: str) -> None:
    """A line that is nearly the first one of the block ``name``."""
    report.add(
        Code.STRAY_SLASHES,
        line,
        "cette ligne ressemble à un bloc, mais n’en est pas un",
        found=text.strip(),
        expected="trois barres, un espace, le nom du bloc, puis « | » et la suite",
        hint=f"écrivez : /// {name}" + (f" | {argument}" if argument else ""),
    )


def far_from_margin(report: Report, line: int, text: str) -> None:
    """Markdown takes four spaces for code."""
    report.add(
        Code.MISPLACED_BLOCK,
        line,
        "le texte du bloc commence trop loin de la marge",
        found=text.rstrip(),
        expected="un texte collé à la marge",
        hint=f"écrivez : {text.strip()}",
    )
