"""``fil actualiser``: what a newer version gives, brought to a base that has changed some of it."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Mapping

from boutdufil import __version__, resources
from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import content_folder, content_store, project_folder
from boutdufil.edge.declared import organisation_of, site_name_of
from boutdufil.language.plans import FRANCE
from boutdufil.source.disk import NotAFileError
from boutdufil.tools.starting.choice import Answers
from boutdufil.tools.starting.ours import Ours
from boutdufil.tools.unusable import UnusableError
from boutdufil.tools.updating.decision import digest_of
from boutdufil.tools.updating.given import answers_seen, chosen_again, given_files
from boutdufil.tools.updating.plan import carried_out, planned
from boutdufil.tools.updating.received import read_received, receive
from boutdufil.tools.updating.standing import Standing
from boutdufil.tools.updating.told import TO_TAKE_UP, told

TO_DO = 1
# « au-bout-du-fil==1.0.0 », with spaces or none; not « autre-paquet==1.0.0 ».
_PINNED = re.compile(r"^\s*au-bout-du-fil\s*==\s*([\w.]+)", re.MULTILINE | re.IGNORECASE)


def run(options: Namespace) -> int:
    """Bring what is new, or tell it; return 1 when something is to be taken up by hand."""
    project_folder()
    content = content_folder(options).resolve()
    if content == resources.DOCS.resolve():
        raise UnusableError("ce dossier est le programme lui-même : mettez-le à jour avec git.")
    base = Standing(content.parent, content.name)
    ours = Ours(resources.DOCS, latest_day())
    received = read_received(base.root)
    if received is None:
        return _account(base, ours, options)
    given = given_files(ours, chosen_again(received.answers, ours), content_store(options))
    steps = planned(base, received, given, __version__)
    if not options.voir:
        try:
            carried_out(base, received, given, steps, __version__)
        except NotAFileError as error:
            raise UnusableError(
                f"« {error} » est un lien : il n’est ni suivi ni remplacé. Retirez-le d’abord."
            ) from None
    print(told(steps, __version__, is_seen=options.voir))
    return TO_DO if any(step.fate in TO_TAKE_UP for step in steps) else 0


def _account(base: Standing, ours: Ours, options: Namespace) -> int:
    """Note what a base received that began before any note was taken: from now on, it is known.

    What differs from what is given today is its own. Raises UnusableError when that would hide
    what a newer version changes.
    """
    pinned = _PINNED.search((base.read("requirements.txt") or b"").decode("utf-8", "replace"))
    if pinned is not None and pinned[1] != __version__:
        raise UnusableError(
            "cette base a été commencée avant que l’on note ce qu’elle reçoit. Réinstallez "
            f"d’abord la version que dit requirements.txt, {pinned[1]} (celle-ci est la "
            f"{__version__}), et lancez « fil actualiser » : ce qu’elle a reçu sera noté. "
            "Installez ensuite la nouvelle."
        )
    answers = _answers(base, ours)
    given = given_files(ours, chosen_again(answers, ours), content_store(options))
    if not options.voir:
        receive(base.root, __version__, answers, given)
    print(_noted(base, given, is_seen=options.voir))
    return 0


def _answers(base: Standing, ours: Ours) -> Answers:
    settings, content = base.root / "mkdocs.yml", base.root / base.content
    organisation, _findings = organisation_of(settings, content, ours.today)
    return answers_seen(base, ours, site_name_of(settings), organisation.country or FRANCE.country)


def _noted(base: Standing, given: Mapping[str, bytes], *, is_seen: bool) -> str:
    count = Counter(_state(base.read(path), raw) for path, raw in given.items())
    noting = "Je noterais" if is_seen else "Je le note"
    return (
        "Cette base a été commencée avant que l’on note ce qu’elle reçoit. "
        f"{noting}, d’après la version {__version__} : {count['same']} fichiers comme ils sont "
        f"fournis, {count['own']} que vous avez changés, {count['gone']} que vous n’avez pas. "
        "Aucun n’est touché. La prochaine version, elle, sera comparée à celle-ci."
    )


def _state(here: bytes | None, given: bytes) -> str:
    if here is None:
        return "gone"
    return "same" if digest_of(here) == digest_of(given) else "own"
