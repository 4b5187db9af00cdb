"""Whether the sources of the tutorials still answer.

One address at a time, by HEAD, with a pause before each request; nothing of the site depends on it.
Only the sites that reviewers know are asked: a source that sends on elsewhere is told, and not
followed. A site may refuse a program and still serve people: such an answer is told apart from a
dead link.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

from boutdufil.check.report import printable
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.language.text import counted
from boutdufil.model.web_address import Fault, is_part, read_address
from boutdufil.tools.public_web import Reply, ask

PAUSE = 2.0
"""Seconds before each request."""
MOST_STEPS = 5
"""Addresses asked for one source, each sending on to the next."""
DEAD = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
ALIVE, REFUSES, LOST = "répond", "ne répond pas à un programme", "ne répond plus"
ELSEWHERE = "mène ailleurs que chez un site connu"
TO_BE_LOOKED_AT = (LOST, ELSEWHERE)
"""What a maintainer has to mend."""

Ask = Callable[[str, str], Reply]
"""Method and address → the answer, no redirection followed; raises OSError when there is none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered, and the tutorials that rest on it."""

    url: str
    state: str
    detail: str
    numbers: tuple[str, ...]


def addresses(tutorials: Iterable[Tutorial]) -> Mapping[str, tuple[str, ...]]:
    """Return each address once, with the numbers of the tutorials that cite it."""
    cited: dict[str, tuple[str, ...]] = {}
    for tutorial in tutorials:
        for source in tutorial.sources:
            cited[source.url] = (*cited.get(source.url, ()), tutorial.number)
    return dict(sorted(cited.items()))


def check(
    cited: Mapping[str, tuple[str, ...]],
    known: Sequence[str],
    ask: Ask = ask,
    wait: Callable[[float], None] = time.sleep,
) -> list[Answer]:
    """Ask each address of the ``known`` sites; no site is known when nobody keeps their list."""
    answers = []
    for url, numbers in cited.items():
        state, detail = _state(url, known, ask, wait)
        answers.append(Answer(url, state, detail, numbers))
    return answers


def _state(
    url: str, known: Sequence[str], ask: Ask, wait: Callable[[float], None]
) -> tuple[str, str]:
    for _step in range(MOST_STEPS):
        if not _is_known(url, known):
            return ELSEWHERE, url
        try:
            reply = _asked(url, ask, wait)
        except OSError as error:
            return LOST, str(error)
        if not (300 <= reply.status < HTTPStatus.BAD_REQUEST and reply.location):
            return _told_by(reply.status), str(reply.status)
        try:
            url = urljoin(url, reply.location)
        except ValueError:
            return ELSEWHERE, reply.location
    return LOST, "elle renvoie toujours plus loin"


def _is_known(url: str, known: Sequence[str]) -> bool:
    """Tell whether an address, read as strictly as a link of the site, is that of a known site."""
    address = read_address(url)
    if address is None or isinstance(address, Fault):
        return False
    return not known or any(is_part(address.host, site) for site in known)


def _asked(url: str, ask: Ask, wait: Callable[[float], None]) -> Reply:
    """Ask once; some servers do not know HEAD, and are asked again by GET."""
    wait(PAUSE)
    reply = ask("HEAD", url)
    if reply.status >= HTTPStatus.BAD_REQUEST:
        wait(PAUSE)
        reply = ask("GET", url)
    return reply


def _told_by(status: int) -> str:
    if status in DEAD:
        return LOST
    return ALIVE if status < HTTPStatus.BAD_REQUEST else REFUSES


def told(answers: Iterable[Answer]) -> str:
    """Return what a maintainer has to look at, the worst first."""
    listed = list(answers)
    lines = [
        printable(
            f"{answer.url} {answer.state} ({answer.detail}) : fiche {', '.join(answer.numbers)}"
        )
        for state in (*TO_BE_LOOKED_AT, REFUSES)
        for answer in listed
        if answer.state == state
    ]
    alive = sum(answer.state == ALIVE for answer in listed)
    verb = "répondent" if alive > 1 else "répond"
    return "\n".join([*lines, f"{counted(alive, 'adresse')} sur {len(listed)} {verb}."])
