"""The command ``fil``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from boutdufil.check.report import FORMATS
from boutdufil.check.rules import check
from boutdufil.model.finding import has_errors
from boutdufil.sources.content import ContentReader

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

    site = commands.add_parser("site", help="construire le site, prêt à publier")
    site.add_argument("--dossier", type=Path, default=Path("site"), help="où (site)")

    options = parser.parse_args(arguments)
    if options.commande == "verifier":
        return _verifier(options)
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


def _site(options: argparse.Namespace) -> int:
    # MkDocs takes long to load, and only this command needs it.
    from boutdufil.publish.mkdocs_build import build_site

    return build_site(options.dossier)


if __name__ == "__main__":
    sys.exit(main())
