"""``fil verifier``: what is to be corrected in the content."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from boutdufil.check.apart import looking
from boutdufil.check.lists import accepted_lists, judged_by, self_declared
from boutdufil.check.report import FORMATS, Manner, lines_of
from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import (
    check_they_exist,
    content_folder,
    content_store,
    declared_beside,
)
from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Finding, bearable, has_errors
from boutdufil.project import check
from boutdufil.source.disk import write_ordinary
from boutdufil.store import Store
from boutdufil.tools.unusable import UnusableError

FOUND = 1


def run(options: Namespace) -> int:
    """Tell the findings; return 1 when one stops the publication, or any when ``--strict``."""
    folder, chosen = content_folder(options), _chosen(options)
    organisation, declared = declared_beside(options)
    reader = ContentReader(folder, content_store(options), organisation.plan)
    today = latest_day()
    if options.corriger:
        # A program that reads the findings must not meet these lines among them.
        output = sys.stdout if options.format == "texte" else sys.stderr
        print(_correct(reader, today, chosen), end="\n\n", file=output)
    wanted = partial(_is_wanted, folder, chosen)
    content = reader.read(today, looking(wanted))
    findings = _found(content, options.avant, today, wanted, content_store(options))
    if not chosen:
        findings = (*declared, *findings)
    told = _told(findings, folder, options.format)
    if told:
        print(told)
    return FOUND if has_errors(findings) or (options.strict and findings) else 0


def _found(
    content: Content,
    before: Path | None,
    today: date,
    wanted: Callable[[str], bool],
    store: Store | None,
) -> tuple[Finding, ...]:
    """Return what is found; by the lists of the content ``before``, when it is given."""
    if before is None:
        return check(content, wanted, store)
    check_they_exist([before])
    accepted = judged_by(content, accepted_lists(before, today))
    findings = check(accepted, wanted, store)
    added = (each for each in self_declared(content, accepted, findings) if wanted(each.path))
    return bearable((*findings, *added))


def _is_wanted(folder: Path, chosen: Sequence[Path], path: str) -> bool:
    return _is_chosen(folder / path, chosen)


def _chosen(options: Namespace) -> Sequence[Path]:
    chosen: list[Path] = options.chemins
    check_they_exist(chosen)
    for path in chosen:
        if not _is_chosen(path, [options.contenu]):
            raise UnusableError(f"« {path} » n’est pas dans le contenu ({options.contenu}).")
    return chosen


def _is_chosen(path: Path, chosen: Sequence[Path]) -> bool:
    """Tell whether ``path`` is one of ``chosen``, or within; nothing chosen is everything.

    A link is where it stands, and not where it leads.
    """
    whole = path.parent.resolve() / path.name
    return not chosen or any(whole.is_relative_to(one.resolve()) for one in chosen)


def _correct(reader: ContentReader, today: date, chosen: Sequence[Path]) -> str:
    """Mend what can be, and tell it."""
    # What mends is of no use to one who only asks, at each save.
    from boutdufil.check.fixes import corrections, told_all

    folder = reader.root
    corrected = tuple(
        corrections(folder, reader.read(today), today, partial(_is_wanted, folder, chosen))
    )
    for correction in corrected:
        write_ordinary(folder, correction.path, correction.text.encode())
    return told_all(corrected, folder.as_posix())


def _told(findings: Sequence[Finding], folder: Path, form: str) -> str:
    manner = Manner(colour=_has_colours(), line_of=lines_of(folder))
    told = FORMATS[form](findings, folder.as_posix(), manner)
    # A console that lacks a letter is written nearly; a program wants the very words.
    return told if form != "json" or _is_unicode() else json.dumps(json.loads(told), indent=2)


def _is_unicode() -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return encoding.lower().replace("-", "").startswith("utf")


def _has_colours() -> bool:
    """Tell whether to colour: a terminal, unless https://no-color.org is asked for."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout is not None and sys.stdout.isatty()
