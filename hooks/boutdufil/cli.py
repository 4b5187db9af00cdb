"""The command ``fil``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from boutdufil.check.report import FORMATS
from boutdufil.check.rules import check
from boutdufil.model.finding import has_errors
from boutdufil.model.text import closest, slugify
from boutdufil.sources.blank import blank_tutorial, next_number
from boutdufil.sources.content import TUTORIALS, ContentReader

FOUND, UNUSABLE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``fil``; return 0, 1 when something was found, 2 when the call cannot be understood."""
    parser = argparse.ArgumentParser(prog="fil", description="Les outils d’Au bout du fil.")
    parser.add_argument(
        "--contenu", type=Path, default=Path("docs"), help="le dossier du contenu (docs)"
    )
    commands = parser.add_subparsers(dest="commande", required=True, metavar="COMMANDE")

    verifier = commands.add_parser("verifier", help="dire ce qui est à mender dans le contenu")
    verifier.add_argument("chemins", nargs="*", type=Path, help="fichiers ou dossiers (tout)")
    verifier.add_argument(
        "--format", choices=sorted(FORMATS), default="texte", help="pour qui (texte)"
    )
    verifier.add_argument(
        "--strict", action="store_true", help="échouer aussi sur un avertissement ou un conseil"
    )

    nouveau = commands.add_parser("nouveau", help="écrire une fiche à compléter")
    nouveau.add_argument("--titre", help="le titre, à la première personne")
    nouveau.add_argument("--theme", help="le premier thème : le dossier de la fiche")
    nouveau.add_argument("--publics", help="les publics, séparés par des virgules")

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
        print(f"fil : « {missing} » n’existe pas ici.", file=sys.stderr)
        return UNUSABLE
    findings = check(ContentReader(folder).read(date.today()))
    if chosen:
        findings = tuple(found for found in findings if _is_within(folder / found.path, chosen))
    print(FORMATS[options.format](findings, folder.as_posix()))
    return FOUND if has_errors(findings) or (options.strict and findings) else 0


def _is_within(path: Path, chosen: Sequence[Path]) -> bool:
    whole = path.resolve()
    return any(whole.is_relative_to(one.resolve()) for one in chosen)


def _nouveau(options: argparse.Namespace) -> int:
    content = ContentReader(options.contenu).read(date.today())
    themes, publics = content.taxonomy.themes, content.taxonomy.audiences
    try:
        title = _given(options.titre, "Le titre, à la première personne")
        theme = _one_of(_given(options.theme, f"Le thème ({', '.join(themes)})"), themes)
        words = _given(options.publics, f"Les publics ({', '.join(publics)})").split(",")
        audiences = [_one_of(word, publics) for word in words]
    except (EOFError, ValueError) as error:
        print(f"fil : {error or 'il manque une réponse.'}", file=sys.stderr)
        return UNUSABLE
    file = options.contenu / TUTORIALS / theme / f"{slugify(title)}.md"
    if file.exists():
        print(f"fil : « {file} » existe déjà ; changez le titre.", file=sys.stderr)
        return UNUSABLE
    number = next_number(content.tutorials, theme)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(blank_tutorial(title, number, audiences, theme, date.today()), encoding="utf-8")
    print(f"Fiche {number} : {file}\nRemplissez les blancs, puis lancez « fil verifier {file} ».")
    return 0


def _given(answer: str | None, question: str) -> str:
    """Return the option, or ask; raises ValueError on an empty answer."""
    text = (answer if answer is not None else input(f"{question} : ")).strip()
    if not text:
        raise ValueError(f"il manque une réponse : {question}.")
    return text


def _one_of(word: str, known: Iterable[str]) -> str:
    """Return the known word; raises ValueError with the likely intention."""
    choices = tuple(known)
    if word.strip() in choices:
        return word.strip()
    near = closest(word, choices)
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    raise ValueError(f"« {word.strip()} » n’est pas connu.{meant} ({', '.join(choices)})")


def _site(options: argparse.Namespace) -> int:
    # MkDocs takes long to load, and only this command needs it.
    from boutdufil.publish.mkdocs_build import build_site

    return build_site(options.dossier)


if __name__ == "__main__":
    sys.exit(main())
