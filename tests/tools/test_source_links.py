"""The sources are asked politely, and a site that refuses programs is not called dead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boutdufil.kinds.tutorial.values import Source, Tutorial
from boutdufil.tools.public_web import Reply
from boutdufil.tools.source_links import (
    ALIVE,
    ELSEWHERE,
    LOST,
    MOST_STEPS,
    REFUSES,
    addresses,
    check,
    told,
)

KNOWN = ("example",)
"""The list of the reviewers: every site of these tests but a few."""


class Web:
    """Answers by address, whatever the method unless it is told; remembers what was asked.

    A text is where the address sends on.
    """

    def __init__(self, **statuses: int | str | Exception | dict[str, int]) -> None:
        self.statuses = {f"https://{name}.example/": status for name, status in statuses.items()}
        self.asked: list[str] = []
        self.waited: list[float] = []

    def __call__(self, method: str, url: str) -> Reply:
        self.asked.append(f"{method} {url}")
        status = self.statuses[url]
        if isinstance(status, Exception):
            raise status
        if isinstance(status, str):
            return Reply(301, status)
        return Reply(status[method] if isinstance(status, dict) else status)

    def states(self) -> dict[str, str]:
        cited = dict.fromkeys(self.statuses, ("101",))
        answers = check(cited, KNOWN, self, self.waited.append)
        return {answer.url.split("//")[1].split(".")[0]: answer.state for answer in answers}


def test_a_dead_link_a_closed_door_and_a_page() -> None:
    web = Web(
        page=200,
        gone=410,
        lost=404,
        closed=403,
        broken=503,
        nowhere=OSError("Name or service not known"),
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
    answers = check(dict.fromkeys(web.statuses, ("101", "102")), KNOWN, web, web.waited.append)
    assert told(answers) == (
        "https://lost.example/ ne répond plus (404) : fiche 101, 102\n"
        "https://closed.example/ ne répond pas à un programme (403) : fiche 101, 102\n"
        "1 adresse sur 3 répond."
    )


def test_a_page_that_moved_within_known_sites_is_followed() -> None:
    web = Web(old="https://new.example/", new="/", away="https://lost.example/", lost=404)
    assert web.states() == {"old": LOST, "new": LOST, "away": LOST, "lost": LOST}
    followed = Web(old="https://new.example/", new=200)
    assert followed.states() == {"old": ALIVE, "new": ALIVE}
    assert len(followed.waited) == len(followed.asked) == 3


def test_one_who_sends_on_for_ever_is_left() -> None:
    web = Web(one="https://two.example/", two="https://one.example/")
    assert web.states() == {"one": LOST, "two": LOST}
    assert len(web.asked) == 2 * MOST_STEPS


@pytest.mark.parametrize(
    "location",
    [
        *("https://evil.test.fr/", "//evil.test.fr/", "http://old.example/", "file:///etc/passwd"),
        *("https://127.0.0.1/", "https://169.254.169.254/latest/", "https://[::1]/", "https://[z/"),
        *("https://old.example@evil.test.fr/", "https://old.example:8443/", "https://localhost/"),
        *("https://evil.test.fr/\\.example/", "https://xn--exmple-cua.fr/", "gopher://a.example/"),
    ],
)
def test_a_source_is_not_followed_to_whom_nobody_knows(location: str) -> None:
    web = Web(old=location)
    (answer,) = check({"https://old.example/": ("101",)}, KNOWN, web, web.waited.append)
    assert web.asked == ["HEAD https://old.example/"]
    assert answer.state == ELSEWHERE
    assert told([answer]).endswith(" : fiche 101\n0 adresse sur 1 répond.")


@pytest.mark.parametrize(
    "url",
    ["https://unknown.fr/", "http://a.example/", "https://10.0.0.1/", "https://a.example:22/"],
)
def test_only_the_sites_of_the_reviewers_are_asked(url: str) -> None:
    web = Web()
    (answer,) = check({url: ("101",)}, KNOWN, web, web.waited.append)
    assert (answer.state, web.asked, web.waited) == (ELSEWHERE, [], [])


def test_without_a_list_any_public_name_is_asked() -> None:
    web = Web(page=200)
    (answer,) = check({"https://page.example/": ("101",)}, (), web, web.waited.append)
    assert answer.state == ALIVE


def test_what_is_printed_is_one_line_that_nobody_obeys() -> None:
    web = Web(old="https://a.test/\n::error::\x1b[31m")
    cited = {"https://old.example/": ("101",), "https://b.test/\n::warning::": ("102",)}
    shown = told(check(cited, KNOWN, web, web.waited.append))
    assert len(shown.splitlines()) == 3
    assert "\x1b" not in shown
    assert [line for line in shown.splitlines() if line.lstrip().startswith("::")] == []
