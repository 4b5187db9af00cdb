"""What one may ask of ``fil``: every command, its options and its help, and nothing that works."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from boutdufil import __version__

UNUSABLE = 2
DOCS = Path("docs")
"""The folder of the content, when none is named."""
PORT = 8000
SHELLS = ("bash", "fish", "zsh")
MOST_PICTURED = 20
"""Pages that a preview pictures; a reviewer does not look at more."""


COMMAND = "COMMANDE"
NO_COMMAND = f"the following arguments are required: {COMMAND}"
"""As argparse says that there is none."""
CODES = """\
Codes de sortie :
  0    tout va bien
  1    quelque chose est à corriger, ou le site ne se construit pas
  2    l’appel n’est pas compris, ou ne peut pas être suivi
  130  arrêté par Ctrl + C"""
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "commencer": (
        "fil commencer ma-base",
        "fil commencer ma-base --nom 'Les clics du val' --fiches messagerie",
    ),
    "actualiser": ("fil actualiser --voir", "fil actualiser"),
    "emprunter": (
        "fil emprunter https://exemple.fr/ 101",
        "fil emprunter",
        "fil emprunter --accepter",
    ),
    "nouveau": ("fil nouveau", "fil nouveau --geste"),
    "servir": ("fil servir", "fil servir --port 9000"),
    "verifier": ("fil verifier", "fil verifier docs/gestes --corriger"),
    "jouer": ("fil jouer 101", "fil jouer 101 --appareil iphone --situation ligne-fixe"),
    "site": ("fil site", "fil site --dossier public"),
    "apercu": ("fil apercu ../avant .",),
    "liens": ("fil liens",),
    "regarder": ("fil regarder", "fil regarder accueil tutoriel"),
    "ecrans": ("fil ecrans",),
    "editeur": ("fil editeur",),
    "completion": ("fil completion bash", "fil completion fish"),
}
"""Calls of each command, by its name; the first is in the help of all."""


def typed_path(text: str) -> Path:
    """Return the path that is typed; backslashes, as Windows writes them, are understood anywhere.

    A folder whose name holds one, where the system allows it, is still itself.
    """
    path = Path(text)
    return path if "\\" not in text or path.exists() else Path(text.replace("\\", "/"))


class _French(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Emploi : ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(f"{heading} ")


class Parser(argparse.ArgumentParser):
    """A parser that speaks French to people who have never used a command line."""

    def __init__(self, **declared: Any) -> None:  # noqa: ANN401  # as its parent
        super().__init__(**declared, formatter_class=_French, add_help=False)
        self._positionals.title = "Que faire"
        self._optionals.title = "Options"
        self.add_argument("-h", "--help", "--aide", action="help", help="montrer cette aide")

    def error(self, message: str) -> NoReturn:
        if message == NO_COMMAND:
            self.exit(UNUSABLE, self.format_help())
        # Only now: the help loads nothing that it does not need.
        from boutdufil.edge.misunderstood import misunderstood

        told = misunderstood(message, [*self._options()], EXAMPLES)
        self.exit(UNUSABLE, f"fil : {told}\n{self.format_usage()}L’aide : {self.prog} --aide\n")

    def _options(self) -> Iterator[str]:
        """Yield the options of this parser, then those of its commands: one may be out of place."""
        for action in self._actions:
            yield from action.option_strings
            if isinstance(action, argparse._SubParsersAction):
                for command in action.choices.values():
                    yield from command._options()


def parser() -> Parser:
    """Return what reads a call of ``fil``; the command is ``commande``, its name."""
    first = "\n".join(f"  {examples[0]}" for examples in EXAMPLES.values())
    whole = Parser(
        prog="fil",
        description="Une base de tutoriels d’aide numérique : l’écrire, la vérifier, la publier.",
        epilog=f"Exemples :\n{first}\n\n{CODES}\n\nL’aide d’une commande : fil verifier --aide",
    )
    whole.add_argument(
        "--version", action="version", version=f"fil {__version__}", help="dire la version"
    )
    _add_content(whole, default=DOCS)
    commands = whole.add_subparsers(dest="commande", required=True, metavar=COMMAND, prog="fil")

    def command(name: str, told: str) -> Parser:
        examples = "\n".join(f"  {example}" for example in EXAMPLES[name])
        added: Parser = commands.add_parser(
            name,
            help=told,
            description=f"{name} : {told}.",
            epilog=f"Exemples :\n{examples}\n\n{CODES}",
        )
        # Said before or after the command; when it is not said, the former answer stands.
        _add_content(added, default=argparse.SUPPRESS)
        return added

    _commencer(command("commencer", "commencer une base : un dossier à soi, prêt à publier"))
    _actualiser(command("actualiser", "recevoir ce qu’apporte une nouvelle version du programme"))
    _emprunter(
        command("emprunter", "prendre des fiches d’une autre base, et suivre leurs corrections")
    )
    _nouveau(command("nouveau", "écrire une fiche, un geste ou un diagnostic à compléter"))
    _servir(command("servir", "montrer le site, à jour à chaque enregistrement"))
    _verifier(command("verifier", "dire ce qui est à corriger dans le contenu"))
    _jouer(command("jouer", "jouer un script dans le terminal : je réponds comme la personne"))
    _site(command("site", "construire le site, prêt à publier"))
    _apercu(command("apercu", "montrer ce qu’une proposition change, avant et après"))
    command("liens", "demander si les sources des fiches répondent encore")
    _regarder(command("regarder", "photographier chaque genre de page, sous toutes les lumières"))
    command("ecrans", "photographier tous les écrans dessinés, en planches à regarder")
    command("editeur", "renouveler ce que VS Code tire des déclarations, dans .vscode/")
    _completion(command("completion", "écrire ce qui complète les commandes avec la touche Tab"))
    return whole


def _add_content(parser: Parser, default: Path | str) -> None:
    parser.add_argument(
        "--contenu",
        type=typed_path,
        default=default,
        metavar="DOSSIER",
        help="le dossier du contenu (docs)",
    )


def _commencer(parser: Parser) -> None:
    several = "ou d’autres noms, séparés par des virgules (tous)"
    parser.add_argument("dossier", type=typed_path, metavar="DOSSIER", help="le dossier à créer")
    parser.add_argument("--nom", help="le nom de la base ; s’il est donné, rien n’est demandé")
    parser.add_argument("--pays", help="le pays (France)")
    parser.add_argument("--publics", help=f"des publics, {several}")
    parser.add_argument("--themes", help=f"des thèmes, {several}")
    parser.add_argument(
        "--fiches", help="celles que l’on garde : toutes, aucune, des numéros, des thèmes (toutes)"
    )


def _actualiser(parser: Parser) -> None:
    parser.add_argument(
        "--voir", action="store_true", help="dire ce qui changerait, sans rien changer"
    )


def _emprunter(parser: Parser) -> None:
    parser.add_argument(
        "adresse",
        nargs="?",
        metavar="ADRESSE",
        help="l’adresse de l’autre base ; sans elle, revoir tout ce qui est emprunté",
    )
    parser.add_argument(
        "fiches", nargs="*", metavar="FICHES", help="les fiches à prendre : 101, ou thème/nom"
    )
    parser.add_argument(
        "--accepter",
        action="store_true",
        help="prendre aussi ce que l’autre base a changé depuis",
    )


def _verifier(parser: Parser) -> None:
    parser.add_argument(
        "chemins", nargs="*", type=typed_path, metavar="CHEMINS", help="fichiers ou dossiers (tout)"
    )
    parser.add_argument(
        "--format", choices=("github", "json", "texte"), default="texte", help="pour qui (texte)"
    )
    parser.add_argument(
        "--strict", action="store_true", help="échouer aussi sur un avertissement ou un conseil"
    )
    parser.add_argument(
        "--avant",
        type=typed_path,
        metavar="DOSSIER",
        help="le contenu déjà accepté : ses listes de numéros et de sites jugent celui-ci",
    )
    parser.add_argument(
        "--corriger",
        action="store_true",
        help="corriger d’abord ce qui peut l’être sans changer le sens",
    )


def _nouveau(parser: Parser) -> None:
    parser.add_argument("--geste", action="store_true", help="écrire un geste, et non une fiche")
    parser.add_argument("--diagnostic", action="store_true", help="écrire un diagnostic")
    parser.add_argument("--parcours", action="store_true", help="écrire un parcours")
    parser.add_argument("--titre", help="le titre, à la première personne")
    parser.add_argument("--theme", help="le premier thème : le dossier de la fiche")
    parser.add_argument("--publics", help="les publics, séparés par des virgules")
    parser.add_argument("--numero", help="le numéro, dit au téléphone (le suivant du thème)")
    parser.add_argument("--nom", help="le nom du fichier, sans accent (celui du titre)")
    parser.add_argument("--appareils", help="d’un geste : les appareils, séparés par des virgules")


def _jouer(parser: Parser) -> None:
    parser.add_argument(
        "numero", metavar="NUMERO", help="une fiche (101), un guide (ouvrir), un geste (geste-…)"
    )
    parser.add_argument("--appareil", metavar="APPAREIL", help="l’appareil de la personne (tous)")
    parser.add_argument(
        "--situation",
        action="append",
        default=[],
        metavar="SITUATION",
        help="une situation de l’appel ; l’option se répète",
    )


def _servir(parser: Parser) -> None:
    parser.add_argument(
        "--port",
        type=int,
        default=PORT,
        metavar="PORT",
        help=f"l’adresse, sur cette machine ({PORT}) ; la suivante, si elle est prise",
    )


def _site(parser: Parser) -> None:
    parser.add_argument(
        "--dossier", type=typed_path, default=Path("site"), metavar="DOSSIER", help="où (site)"
    )


def _regarder(parser: Parser) -> None:
    parser.add_argument("genres", nargs="*", metavar="GENRES", help="ces genres de page (tous)")


def _completion(parser: Parser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="pour quel terminal : bash, fish ou zsh")


def _apercu(parser: Parser) -> None:
    for side, told in (("avant", "le site d’aujourd’hui"), ("apres", "le site proposé")):
        parser.add_argument(
            side,
            type=typed_path,
            metavar=side.upper(),
            help=f"{told} : un projet, ou un site construit",
        )
    parser.add_argument(
        "--sortie",
        type=typed_path,
        default=Path("build/apercu"),
        metavar="DOSSIER",
        help="où (build/apercu)",
    )
    parser.add_argument(
        "--images",
        type=int,
        default=MOST_PICTURED,
        metavar="NOMBRE",
        help=f"pages photographiées ({MOST_PICTURED})",
    )
