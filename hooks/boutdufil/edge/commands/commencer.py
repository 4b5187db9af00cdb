"""``fil commencer``: a few questions, then a whole base in a new folder, checked."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from boutdufil import __version__, resources
from boutdufil.check.apart import looking
from boutdufil.check.report import as_text
from boutdufil.edge.asking import answer, choices
from boutdufil.edge.clock import latest_day
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.references.declaration import NUMBERS_FILE
from boutdufil.kinds.synonyms.declaration import SYNONYMS_FILE
from boutdufil.language.numbering import NumberingPlan
from boutdufil.language.plans import FRANCE, plan_of
from boutdufil.language.text import counted, slugify
from boutdufil.model.finding import Finding, has_errors
from boutdufil.model.taxonomy import names_of
from boutdufil.project import check
from boutdufil.store import store_of
from boutdufil.tools.starting.choice import (
    ALL,
    EVERY,
    Answers,
    Choice,
    chosen,
    chosen_words,
    left_out,
)
from boutdufil.tools.starting.folder import CONTENT, base_files
from boutdufil.tools.starting.numbers import is_ours, numbers_said
from boutdufil.tools.starting.ours import Ours
from boutdufil.tools.starting.pruned import stuffed_lines, without
from boutdufil.tools.unusable import UnusableError
from boutdufil.tools.updating.received import receive

LONGEST = 60
READ = (".md", ".yml")
"""The files of a base that people read, or that say what they read."""


def run(options: Namespace) -> int:
    """Write the base; return 0, or 1 when something of it is to be corrected."""
    target = _free(options.dossier)
    ours = Ours(resources.DOCS, latest_day())
    try:
        answers = _answers(options, ours)
        choice = chosen(answers, ours)
    except EOFError:
        raise UnusableError("il manque une réponse.") from None
    except ValueError as error:
        raise UnusableError(str(error)) from None
    files = tuple(base_files(ours, choice))
    for path, raw in files:
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    plan = plan_of(choice.country)
    findings = _checked(target, plan)
    received = {path: (target / path).read_bytes() for path, _raw in files}
    receive(target, __version__, answers, received)
    texts = ((path, raw.decode()) for path, raw in files if path.endswith(READ))
    said = () if is_ours(choice.country) else numbers_said(ours.text(NUMBERS_FILE), texts)
    told = _of_numbers(choice.country, plan, tuple(said), left_out(choice, ours))
    print("\n".join((*_told(target, choice), *told)))
    print("\n".join(_to_do(target, findings)))
    return 1 if has_errors(findings) else 0


def _free(folder: Path) -> Path:
    """Return the folder, when nothing is in it; raises UnusableError otherwise."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UnusableError(
            f"« {folder} » existe déjà, et n’est pas vide. Choisissez un autre nom."
        )
    return folder


def _answers(options: Namespace, ours: Ours) -> Answers:
    """Take the answers from the options; once the name is given, nothing is asked."""
    ask = options.nom is None
    publics, themes = names_of(ours.taxonomy.audiences), names_of(ours.taxonomy.themes)
    name = answer(options.nom, "Le nom de la base", _name)
    country = answer(options.pays, "Le pays", _name, FRANCE.country, ask=ask)
    for_whom = answer(
        options.publics,
        f"Les publics : ceux-ci, ou d’autres noms, séparés par des virgules\n{choices(publics)}\n",
        _understood(lambda typed: chosen_words(typed, publics)),
        EVERY,
        ask=ask,
    )
    about = answer(
        options.themes,
        f"Les thèmes : ceux-ci, ou d’autres noms, séparés par des virgules\n{choices(themes)}\n",
        _understood(lambda typed: chosen_words(typed, themes)),
        EVERY,
        ask=ask,
    )
    tutorials = answer(
        options.fiches,
        "Les fiches à garder : toutes, aucune, ou des numéros et des thèmes (101, messagerie)",
        _understood(lambda typed: chosen(Answers(name, country, for_whom, about, typed), ours)),
        ALL,
        ask=ask,
    )
    return Answers(name, country, for_whom, about, tutorials)


def _understood(understand: Callable[[str], object]) -> Callable[[str], str]:
    """Return what keeps an answer as it is typed, once it is understood."""

    def typed_again(typed: str) -> str:
        understand(typed)
        return typed

    return typed_again


def _name(typed: str) -> str:
    if not slugify(typed) or len(typed) > LONGEST:
        raise ValueError(f"il faut un nom de {LONGEST} caractères au plus.")
    return typed


def _checked(target: Path, plan: NumberingPlan | None) -> tuple[Finding, ...]:
    """Return what is found in the base; what is read here is kept for the first command."""
    content, store = target / CONTENT, store_of(target)
    reader = ContentReader(content, store, plan)
    findings = check(reader.read(latest_day(), looking()), store=store)
    words = stuffed_lines(findings)
    if words:
        file = content / SYNONYMS_FILE
        text = without(file.read_text(encoding="utf-8"), words)
        file.write_bytes(text.encode())
        findings = check(reader.read(latest_day()), store=store)
    return findings


def _told(target: Path, choice: Choice) -> list[str]:
    tutorials = counted(len(choice.tutorials), "fiche") if choice.tutorials else "aucune fiche"
    return [f"« {choice.name} » est dans {target} : {tutorials} pour commencer."]


def _of_numbers(
    country: str, plan: NumberingPlan | None, said: Sequence[str], left: Sequence[str]
) -> list[str]:
    """Return what is told of the telephone numbers to who is not in France."""
    if is_ours(country):
        return []
    known = (
        f"{country} : ce qui est surtaxé, étranger ou portable y est reconnu."
        if plan
        else f"{country} : ses numéros de téléphone ne sont pas connus ; aucun n’est vérifié."
    )
    lines = [known, "Déclarez vos numéros dans docs/numeros.yml, chacun avec sa source (GUIDE.md)."]
    if left:
        of_them = f"{counted(len(left), 'fiche')} ({', '.join(left)})"
        lines.append(f"Ne sont pas prises, pour un numéro qui y serait surtaxé : {of_them}.")
    if said:
        lines += ["Ces fichiers disent des numéros de la France, à remplacer :"]
        lines += [f"  {line}" for line in said]
    return lines


def _to_do(target: Path, findings: Sequence[Finding]) -> list[str]:
    found = [as_text(findings, (target / CONTENT).as_posix())] if findings else []
    return [*found, "", f"cd {target}", "fil servir"]
