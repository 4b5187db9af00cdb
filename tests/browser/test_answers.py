"""The page of answers: what each one says, what narrows them, and where there is none."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.search import (
    NUMBER,
    REFERENCE,
    TUTORIAL,
    parameters,
    results,
    said,
)
from tests.browser.story import reading

STRANGE = (
    "\u202eesrevni\u202c",
    "<img src=x onerror=alert(1)>",
    "__proto__ constructor toString hasOwnProperty",
    "(((((((a+)+)+)+[[[\\",
    "\u0000\u0007\u001b[31m",
    "🙂👵🏽\ud83d",
    "' OR 1=1 -- \"",
    "é" * 10_000,
    "mot " * 2_500,
)


@pytest.mark.parametrize("place", ["host", "disk"])
def test_a_result_says_what_it_is_and_leads_where_it_says(
    browser: Browser, request: pytest.FixtureRequest, place: str
) -> None:
    home: str = request.getfixturevalue(place)
    ending = "" if place == "host" else "index.html"
    with reading(browser, home) as reader:
        page = reader.page
        reader.page.goto(f"{home}recherche/{ending}?q={NUMBER}")
        assert results(page, query=NUMBER)[0] == REFERENCE
        first = page.locator("#resultats > li").first
        links = first.get_by_role("link")
        assert links.first.get_attribute("href") == f"../{TUTORIAL}{ending}"
        text = first.inner_text()
        assert NUMBER in text
        assert "minutes" in text
        assert "Tous publics" in text
        assert "Lire au téléphone" not in text
        links.first.click()
        page.wait_for_url(f"**/{TUTORIAL}{ending}")


def test_the_useful_line_leads_to_its_step(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=je regarde qui m’écrit")
        assert REFERENCE in results(page)
        lines = page.locator("#resultats .fil-result-line a")
        line = lines.first
        said = line.inner_text()
        number = re.match(r"Étape (\d+)", said)
        assert number, said
        line.click()
        page.wait_for_url(f"**#etape-{number[1]}")
        assert page.locator(f"#etape-{number[1]}").bounding_box()


@pytest.mark.parametrize("place", ["host", "disk"])
def test_filters_add_up_stay_in_the_address_and_go_back(
    browser: Browser, request: pytest.FixtureRequest, place: str
) -> None:
    home: str = request.getfixturevalue(place)
    ending = "" if place == "host" else "index.html"
    with reading(browser, home) as reader:
        page = reader.page
        page.goto(f"{home}recherche/{ending}?q=trombone")
        everything = results(page)
        assert len(everything) > 2

        page.get_by_role("checkbox", name="Senior").check()
        page.wait_for_url("**&publics=seniors")
        seniors = results(page)
        assert set(seniors) <= set(everything)
        page.get_by_role("checkbox", name="Jeune").check()
        page.wait_for_url("**&publics=seniors,jeunes")
        both = results(page)
        assert set(seniors) <= set(both), "two of a kind: one or the other"
        page.get_by_role("checkbox", name="Je débute").check()
        page.wait_for_url("**&niveaux=1")
        least = results(page)
        assert set(least) <= set(both), "two kinds: one and the other"
        counted = page.locator("label", has_text="Je débute").locator("small").inner_text()
        assert int(counted.split()[0]) == int(re.findall(r"(\d+) réponse", said(page))[0])

        page.reload()
        assert results(page) == least
        assert page.get_by_role("checkbox", name="Jeune").is_checked()

        for expected, wanted in ((both, "seniors,jeunes"), (seniors, "seniors"), (everything, "")):
            page.go_back()
            expect(page.locator("#resultats > li")).to_have_count(len(expected))
            assert results(page) == expected
            assert ",".join(parameters(page).get("publics", [])) == wanted
        page.go_forward()
        expect(page.locator("#resultats > li")).to_have_count(len(seniors))

        page.get_by_role("button", name="Effacer les filtres").click()
        expect(page.locator("#resultats > li")).to_have_count(len(everything))
        assert parameters(page) == {"q": ["trombone"]}


def test_another_question_keeps_the_former_one_in_the_history(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=cv")
        first = results(page, query="cv")
        page.locator("#chercher").fill("mot de passe")
        page.locator("#chercher").press("Enter")
        second = results(page, query="mot de passe")
        assert first != second
        assert parameters(page)["q"] == ["mot de passe"]
        assert "mot de passe" in page.title()
        page.go_back()
        assert results(page, query="cv") == first
        assert page.locator("#chercher").input_value() == "cv"
        page.get_by_role("link", name="Revenir en haut de la page").click()
        assert results(page, query="cv") == first, "a link within the page asks nothing again"


def test_what_was_left_aside_is_said(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("recherche/?q=minitel message")
        assert results(reader.page)
        heard = said(reader.page).replace("\u202f", " ")
        assert "Aucune fiche avec « minitel » ; voici pour « message »" in heard


def test_a_question_without_an_answer_is_never_a_dead_end(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=qzxwvk")
        assert results(page, "vide") == []
        assert "Aucune fiche" in said(page)
        near = page.locator(".fil-near-calls a")
        assert near.count() >= 3
        # Someone who helps, what can be read on paper, and the themes that are the nearest.
        nothing = page.locator(".fil-nothing")
        for name in ("La cartographie nationale", "France services", "Des livrets à imprimer"):
            assert nothing.get_by_role("link", name=name).is_visible(), name
        themes = page.locator(".fil-near-themes a")
        assert 1 <= themes.count() <= 3
        assert len(set(themes.evaluate_all("all => all.map(each => each.href)"))) == themes.count()
        for address in ("numeros/", "appels/", "publics/", "themes/"):
            assert page.locator(f"main a[href='../{address}']").first.is_visible(), address
        near.first.click()
        page.wait_for_url("**/tutoriels/**")
        assert reader.kind == "tutoriel"


def test_help_is_near_only_where_nothing_was_found(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("recherche/?q=message")
        assert results(reader.page)
        assert not reader.page.locator(".fil-help").is_visible()


@pytest.mark.parametrize("place", ["host", "disk"])
def test_what_is_far_is_counted_and_shown_when_asked(
    browser: Browser, request: pytest.FixtureRequest, place: str
) -> None:
    home: str = request.getfixturevalue(place)
    ending = "" if place == "host" else "index.html"
    with reading(browser, home) as reader:
        page = reader.page
        page.goto(f"{home}recherche/{ending}?q=mon conte piraté")
        close = results(page)
        assert 3 <= len(close) < 12
        told = page.locator(".fil-further")
        left = int(re.findall(r"(\d+) autres réponses", told.inner_text())[0])
        assert f"{len(close)} réponses" in said(page)
        told.get_by_role("button", name="Les voir aussi").click()
        page.wait_for_url("**tout=1")
        expect(page.locator("#resultats > li")).not_to_have_count(len(close))
        assert results(page)[: len(close)] == close
        assert f"{len(close) + left} réponses" in said(page)
        assert not told.is_visible()
        focused = page.evaluate("document.activeElement.closest('li').previousSibling.dataset")
        assert close[-1] in focused.values(), "one goes on from there"
        page.go_back()
        expect(page.locator("#resultats > li")).to_have_count(len(close))
        page.go_forward()
        expect(page.locator("#resultats > li")).not_to_have_count(len(close))
        page.locator("#chercher").fill("message")
        page.locator("#chercher").press("Enter")
        assert results(page, query="message")
        assert "tout" not in parameters(page), "another question begins anew"


def test_filters_that_leave_nothing_can_be_taken_off(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=fibre&themes=ecole")
        assert results(page, "vide") == []
        assert "avec ces filtres" in said(page)
        page.get_by_role("button", name="Effacer les filtres").click()
        assert len(results(page)) > 2


@pytest.mark.parametrize("query", STRANGE)
def test_a_strange_question_breaks_nothing(browser: Browser, host: str, query: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/")
        page.locator("#chercher").fill(query)
        page.locator("#chercher").press("Enter")
        found = page.locator("#resultats")
        expect(found).to_have_attribute("data-etat", re.compile("pret|vide"))
        assert page.locator("main img").count() == 0
        assert len(said(page)) < 600
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
