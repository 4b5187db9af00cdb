"""The command ``fil``."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from boutdufil.check.fixes import corrections, told_all
from boutdufil.check.report import FORMATS, Manner, lines_of
from boutdufil.edge.clock import latest_day
from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.tutorial.blank import blank_tutorial
from boutdufil.kinds.tutorial.numbers import next_number, number_holders
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.language.text import closest, slugify
from boutdufil.model.finding import has_errors
from boutdufil.project import check

FOUND, UNUSABLE = 1, 2
LONGEST_TITLE = 70

T = TypeVar("T")


class _French(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Emploi : ")


class _Parser(argparse.ArgumentParser):
    """A parser that speaks French to people who have never used a command line."""

    def __init__(self, **declared: Any) -> None:  # noqa: ANN401  # as its parent
        super().__init__(**declared, formatter_class=_French, add_help=False)
        self._positionals.title = "Que faire"
        self._optionals.title = "Options"
        self.add_argument("-h", "--help", "--aide", action="help", help="montrer cette aide")

    def error(self, message: str) -> NoReturn:
        self.exit(
            UNUSABLE, f"{self.format_usage()}fil : cet appel n’est pas compris. {self.prog} -h\n"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``fil``; return 0, 1 when something was found, 2 when the call cannot be understood."""
    parser = _Parser(prog="fil", description="Les outils d’Au bout du fil.")
    parser.add_argument(
        "--contenu", type=Path, default=Path("docs"), help="le dossier du contenu (docs)"
    )
    commands = parser.add_subparsers(dest="commande", required=True, metavar="COMMANDE")

    verifier = commands.add_parser("verifier", help="dire ce qui est à corriger dans le contenu")
    verifier.add_argument("chemins", nargs="*", type=Path, help="fichiers ou dossiers (tout)")
    verifier.add_argument(
        "--format", choices=sorted(FORMATS), default="texte", help="pour qui (texte)"
    )
    verifier.add_argument(
        "--strict", action="store_true", help="échouer aussi sur un avertissement ou un conseil"
    )

    verifier.add_argument(
        "--corriger",
        action="store_true",
        help="corriger d’abord ce qui peut l’être sans changer le sens",
    )

    nouveau = commands.add_parser("nouveau", help="écrire une fiche à compléter")
    nouveau.add_argument("--titre", help="le titre, à la première personne")
    nouveau.add_argument("--theme", help="le premier thème : le dossier de la fiche")
    nouveau.add_argument("--publics", help="les publics, séparés par des virgules")
    nouveau.add_argument("--numero", help="le numéro, dit au téléphone (le suivant du thème)")
    nouveau.add_argument("--nom", help="le nom du fichier, sans accent (celui du titre)")

    site = commands.add_parser("site", help="construire le site, prêt à publier")
    site.add_argument("--dossier", type=Path, default=Path("site"), help="où (site)")

    options = parser.parse_args(arguments)
    if options.commande == "verifier":
        return _verifier(options)
    if options.commande == "nouveau":
        return _nouveau(options)
    return _site(options)


def _verifier(options: argparse.Namespace) -> int:
    folder: Path = options.contenu
    chosen: list[Path] = options.chemins
    missing = next((path for path in [folder, *chosen] if not path.exists()), None)
    if missing is not None:
        print(
            f"fil : « {missing} » n’existe pas ici. Placez-vous dans le dossier du projet.",
            file=sys.stderr,
        )
        return UNUSABLE
    outside = next((path for path in chosen if not _is_within(path, [folder])), None)
    if outside is not None:
        print(f"fil : « {outside} » n’est pas dans le contenu ({folder}).", file=sys.stderr)
        return UNUSABLE
    reader, today = ContentReader(folder), latest_day()
    content = reader.read(today)
    if options.corriger:
        corrected = tuple(
            corrections(
                folder,
                content,
                today,
                lambda path: not chosen or _is_within(folder / path, chosen),
            )
        )
        for correction in corrected:
            (folder / correction.path).write_bytes(correction.text.encode())
        # A program that reads the findings must not meet these lines among them.
        output = sys.stdout if options.format == "texte" else sys.stderr
        print(told_all(corrected, folder.as_posix()), end="\n\n", file=output)
        content = reader.read(today)
    findings = check(content)
    if chosen:
        findings = tuple(found for found in findings if _is_within(folder / found.path, chosen))
    manner = Manner(colour=_has_colours(), line_of=lines_of(folder))
    told = FORMATS[options.format](findings, folder.as_posix(), manner)
    if told:
        print(told)
    return FOUND if has_errors(findings) or (options.strict and findings) else 0


def _has_colours() -> bool:
    """Tell whether to colour: a terminal, unless https://no-color.org is asked for."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def _is_within(path: Path, chosen: Sequence[Path]) -> bool:
    whole = path.resolve()
    return any(whole.is_relative_to(one.resolve()) for one in chosen)


def _nouveau(options: argparse.Namespace) -> int:
    folder: Path = options.contenu
    content = ContentReader(folder).read(latest_day())
    themes = {key: theme.name for key, theme in content.taxonomy.themes.items()}
    publics = {key: audience.name for key, audience in content.taxonomy.audiences.items()}
    if not themes or not publics:
        print(
            f"fil : {folder / TAXONOMY_FILE} ne se lit pas. Lancez d’abord « fil verifier ».",
            file=sys.stderr,
        )
        return UNUSABLE
    files = {file.stem: file for file in (folder / TUTORIALS).glob("*/*.md")}
    holders = number_holders(content)

    def title(answer: str) -> str:
        if not slugify(answer) or len(answer) > LONGEST_TITLE:
            raise ValueError(f"il faut un titre de {LONGEST_TITLE} caractères au plus.")
        return answer

    def name(answer: str) -> str:
        slug = answer.removesuffix(".md")
        if slug != slugify(slug) or not slug:
            raise ValueError(
                f"« {answer} » ferait une mauvaise adresse. Écrivez : {slugify(slug) or 'ma-fiche'}"
            )
        if slug in files:
            raise ValueError(f"une fiche s’appelle déjà « {slug} » : choisissez un autre nom.")
        return slug

    def number(answer: str) -> str:
        if not re.fullmatch(r"[0-9]{3,4}", answer):
            raise ValueError(f"« {answer} » ne se dit pas : il faut trois ou quatre chiffres.")
        if int(answer) in holders:
            raise ValueError(f"le numéro {answer} est celui de {holders[int(answer)][0]}.")
        return answer

    asked = None in (options.titre, options.theme, options.publics)
    try:
        chosen = _answer(options.titre, "Le titre, à la première personne", title)
        theme = _answer(
            options.theme, f"Le thème\n{_choices(themes)}\n", lambda word: _one_of(word, themes)
        )
        audiences = _answer(
            options.publics,
            f"Les publics, séparés par des virgules\n{_choices(publics)}\n",
            lambda words: [_one_of(word, publics) for word in words.split(",")],
        )
        proposed = next_number(content, theme)
        given = _answer(options.numero, "Le numéro", number, proposed, ask=asked)
        slug = _answer(options.nom, "Le nom du fichier", name, slugify(chosen), ask=asked)
    except (EOFError, ValueError) as error:
        told = "il manque une réponse." if isinstance(error, EOFError) else error
        print(f"fil : {told}", file=sys.stderr)
        return UNUSABLE
    file = folder / TUTORIALS / theme / f"{slug}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(blank_tutorial(chosen, given, audiences, theme, date.today()), encoding="utf-8")
    print(f"Fiche {given} : {file}\nRemplissez les blancs, puis lancez « fil verifier {file} ».")
    return 0


def _answer(
    given: str | None,
    question: str,
    understand: Callable[[str], T],
    proposal: str = "",
    *,
    ask: bool = True,
) -> T:
    """Understand the option, or ask until the answer is understood; none is the proposal.

    Raises ValueError when an option, or a proposal that is not asked about, is not understood:
    there is nobody to ask again.
    """
    if given is not None or not ask:
        return understand((given if given is not None else proposal).strip())
    shown = f"{question} (Entrée : {proposal})" if proposal else question
    while True:
        try:
            return understand(input(f"{shown} : ").strip() or proposal)
        except ValueError as error:
            print(error)


def _choices(names: Mapping[str, str]) -> str:
    return "\n".join(f"  {key} : {name}" for key, name in names.items())


def _one_of(word: str, known: Iterable[str]) -> str:
    """Return the known word; raises ValueError with the likely intention."""
    choices = tuple(known)
    if word.strip() in choices:
        return word.strip()
    near = closest(word, choices)
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    raise ValueError(f"« {word.strip()} » n’est pas connu.{meant} ({', '.join(choices)})")


def _site(options: argparse.Namespace) -> int:
    site: Path = options.dossier
    content: Path = options.contenu.resolve()
    if content.is_relative_to(site.resolve()) or site.resolve().is_relative_to(content):
        print(
            f"fil : « {site} » contient le contenu ; choisissez un autre dossier.", file=sys.stderr
        )
        return UNUSABLE
    if site.exists() and any(site.iterdir()) and not (site / "404.html").is_file():
        print(
            f"fil : « {site} » n’est pas un site déjà publié ; videz-le, ou changez de dossier.",
            file=sys.stderr,
        )
        return UNUSABLE
    # MkDocs takes long to load, and only this command needs it.
    from boutdufil.edge.mkdocs_build import build_site

    return build_site(site)


if __name__ == "__main__":
    sys.exit(main())
