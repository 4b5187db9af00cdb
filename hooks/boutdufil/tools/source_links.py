"""Whether the sources of the tutorials still answer.

One address at a time, by HEAD, with a pause before each; nothing of the site depends on it. A site
may refuse a program and still serve people: such an answer is told apart from a dead link.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.language.text import counted

PAUSE = 2.0
"""Seconds before each request."""
PATIENCE = 20.0
"""Seconds that a site has to answer."""
AGENT = "verification-des-sources (une fois par mois)"
DEAD = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
ALIVE, REFUSES, LOST = "répond", "ne répond pas à un programme", "ne répond plus"

Ask = Callable[[str, str], int]
"""Method and address → the status of the answer; raises OSError when there is none."""


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


def ask(method: str, url: str) -> int:
    """Ask an address over the network; only ``https:`` addresses pass the checks of the content."""
    request = Request(url, method=method, headers={"User-Agent": AGENT})  # noqa: S310  # https
    try:
        with urlopen(request, timeout=PATIENCE) as response:  # noqa: S310  # https
            return int(response.status)
    except HTTPError as error:
        return error.code


def check(
    cited: Mapping[str, tuple[str, ...]],
    ask: Ask = ask,
    wait: Callable[[float], None] = time.sleep,
) -> list[Answer]:
    """Ask each address; some servers do not know HEAD, and are asked again by GET."""
    answers = []
    for url, numbers in cited.items():
        wait(PAUSE)
        state, detail = _state(url, ask, wait)
        answers.append(Answer(url, state, detail, numbers))
    return answers


def _state(url: str, ask: Ask, wait: Callable[[float], None]) -> tuple[str, str]:
    try:
        status = ask("HEAD", url)
        if status >= HTTPStatus.BAD_REQUEST:
            wait(PAUSE)
            status = ask("GET", url)
    except (OSError, URLError) as error:
        return LOST, str(getattr(error, "reason", error))
    if status in DEAD:
        return LOST, str(status)
    return (ALIVE if status < HTTPStatus.BAD_REQUEST else REFUSES), str(status)


def told(answers: Iterable[Answer]) -> str:
    """Return what a maintainer has to look at, the worst first."""
    listed = list(answers)
    lines = [
        f"{answer.url} {answer.state} ({answer.detail}) : fiche {', '.join(answer.numbers)}"
        for state in (LOST, REFUSES)
        for answer in listed
        if answer.state == state
    ]
    alive = sum(answer.state == ALIVE for answer in listed)
    verb = "répondent" if alive > 1 else "répond"
    return "\n".join([*lines, f"{counted(alive, 'adresse')} sur {len(listed)} {verb}."])
