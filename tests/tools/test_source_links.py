"""The sources are asked politely, and a site that refuses programs is not called dead."""

from __future__ import annotations

import socket
from collections.abc import Callable
from urllib.error import URLError

import pytest

from boutdufil.kinds.tutorial.values import Source, Tutorial
from boutdufil.tools import source_links
from boutdufil.tools.source_links import ALIVE, LOST, REFUSES, addresses, check, told


class Web:
    """Answers by address, whatever the method unless it is told; remembers what was asked."""

    def __init__(self, **statuses: int | Exception | dict[str, int]) -> None:
        self.statuses = {f"https://{name}.example/": status for name, status in statuses.items()}
        self.asked: list[str] = []
        self.waited: list[float] = []

    def __call__(self, method: str, url: str) -> int:
        self.asked.append(f"{method} {url}")
        status = self.statuses[url]
        if isinstance(status, Exception):
            raise status
        return status[method] if isinstance(status, dict) else status

    def states(self) -> dict[str, str]:
        cited = dict.fromkeys(self.statuses, ("101",))
        answers = check(cited, self, self.waited.append)
        return {answer.url.split("//")[1].split(".")[0]: answer.state for answer in answers}


def test_a_dead_link_a_closed_door_and_a_page() -> None:
    web = Web(
        page=200,
        gone=410,
        lost=404,
        closed=403,
        broken=503,
        nowhere=URLError("Name or service not known"),
        slow=TimeoutError("timed out"),
    )
    assert web.states() == {
        "page": ALIVE,
        "gone": LOST,
        "lost": LOST,
        "closed": REFUSES,
        "broken": REFUSES,
        "nowhere": LOST,
        "slow": LOST,
    }


def test_a_server_that_does_not_know_head_is_asked_again() -> None:
    web = Web(old={"HEAD": 405, "GET": 200})
    assert web.states() == {"old": ALIVE}
    assert web.asked == ["HEAD https://old.example/", "GET https://old.example/"]


def test_each_request_waits_its_turn() -> None:
    web = Web(one=200, two=404)
    web.states()
    assert len(web.waited) == len(web.asked) == 3
    assert min(web.waited) >= 1


def test_an_address_cited_twice_is_asked_once(make_tutorial: Callable[..., Tutorial]) -> None:
    source = Source(name="CNIL", url="https://www.cnil.fr/")
    tutorials = [
        make_tutorial(f"cyber-hygiene/{name}", number=name, sources=(source,))
        for name in ("101", "102")
    ]
    assert addresses(tutorials) == {"https://www.cnil.fr/": ("101", "102")}


def test_what_is_dead_comes_first_with_the_tutorials_that_rest_on_it() -> None:
    web = Web(closed=403, page=200, lost=404)
    answers = check(dict.fromkeys(web.statuses, ("101", "102")), web, web.waited.append)
    assert told(answers) == (
        "https://lost.example/ ne répond plus (404) : fiche 101, 102\n"
        "https://closed.example/ ne répond pas à un programme (403) : fiche 101, 102\n"
        "1 adresse sur 3 répond."
    )


def test_the_network_is_asked_with_a_name_and_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 0 < source_links.PATIENCE <= 30

    def refuse(*_: object) -> None:
        raise OSError("pas de réseau dans un essai")

    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(URLError):
        source_links.ask("HEAD", "https://www.cnil.fr/")
