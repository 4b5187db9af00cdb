"""The desk holds in one screen, by touch, by its names alone, and without a script."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.desk import DEPANNAGE, FITS, SUSPECT, Desk
from tests.browser.story import reading
from tests.site.builds import REPOSITORY, Built, spread

SCRIPTS = 18 * 1024
BEYOND_THE_PUBLIC_PAGE = 12 * 1024

_THING = REPOSITORY / "overrides/assets/js/phone/60-thing.js"
# « LONG = 170, LONGER = 330 », the lengths from which the letters of what is said are smaller.
LENGTHS = [int(length) for length in re.findall(r"\bLONG\w* = (\d+)", _THING.read_text("utf-8"))]
assert len(LENGTHS) == 3

# Every thing to say of a graph, on each of these devices, as one arrives and after each answer. Of
# all the answers that lead to one thing, whose words are read before it in letters of one size, the
# longest is drawn: the others take no more room.
EVERYTHING = (
    """([name, devices]) => {
  const fits = """
    + FITS
    + """;
  const {walk, graph} = filDesk;
  const back = name === graph.numero ? [] : [{g: graph.numero, n: graph.depart}];
  const cut = [];
  const longest = new Map();
  const sizes = """
    + json.dumps(LENGTHS)
    + """;
  const meet = state => {
    if (state.v) return;
    const thing = walk.here(state) || {texte: ''};
    const text = [state.m, thing.texte, state.o ? thing.autrement : ''].join(' ');
    const size = sizes.filter(bound => text.length > bound).length;
    const key = [state.g, state.n, state.a, state.s, state.o, walk.repairs(state), size].join('|');
    const known = longest.get(key);
    if (!known || known.length < text.length) longest.set(key, {length: text.length, state});
  };
  const look = state => {
    filDesk.call.etats = [{...state, g: graph.numero, n: graph.depart, p: []}, state];
    filDesk.draw();
    const parts = fits();
    if (parts.length) cut.push(`${name} ${state.n} ${state.a} ${parts.join(' ')}`);
  };
  for (const a of devices) for (const thing of walk.graph(name).noeuds) {
    const state = {g: name, n: thing.id, m: '', r: '', o: 0, u: 0, f: 0, p: back, e: {}, a, s: [],
      l: 'en'};
    if (thing.id === 'fin' || !walk.holds(thing, state)) continue;
    meet(state);
    if (thing.autrement) meet({...state, o: 1});
    (thing.reponses || []).forEach((_, rank) => meet(walk.answer(state, rank)));
  }
  longest.forEach(each => look(each.state));
  return [longest.size, cut];
}"""
)


def phone_pages(built: Built) -> list[str]:
    pages = built.site.glob("tutoriels/*/*/telephone/index.html")
    return sorted(f"{page.parent.relative_to(built.site)}/" for page in pages)


@pytest.mark.parametrize("eighth", range(8))
def test_every_thing_to_say_of_every_tutorial_fits_one_screen(
    browser: Browser, host: str, published: Built, eighth: int
) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        cut: list[str] = []
        for address in phone_pages(published)[eighth::8]:
            desk.opens(address)
            desk.page.evaluate("() => new Promise(done => filDesk.guided(done))")
            number = desk.page.evaluate("filDesk.graph.numero")
            seen, wrong = desk.page.evaluate(EVERYTHING, [number, ["", "iphone"]])
            assert seen > 20
            cut += wrong
        assert cut == []


def test_every_thing_to_say_of_the_guides_and_gestures_fits_one_screen(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(DEPANNAGE)
        desk.page.evaluate("() => new Promise(done => filDesk.guided(done))")
        names = desk.page.evaluate("Object.keys(filGuides.graphes)")
        assert len(names) > 30
        cut: list[str] = []
        for name in names:
            seen, wrong = desk.page.evaluate(EVERYTHING, [name, [""]])
            assert seen > 3, name
            cut += wrong
        assert cut == []


def test_a_thing_to_say_is_laid_out_once(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        desk.page.evaluate("() => new Promise(done => filDesk.guided(done))")
        session = desk.page.context.new_cdp_session(desk.page)
        session.send("Performance.enable")

        def layouts() -> float:
            told = session.send("Performance.getMetrics")["metrics"]
            return float(next(each["value"] for each in told if each["name"] == "LayoutCount"))

        before = layouts()
        desk.page.evaluate("() => { for (let turn = 0; turn < 20; turn += 1) filDesk.draw(); }")
        # One more when a frame comes, or the clock turns.
        assert 20 <= layouts() - before < 25


def test_what_would_not_fit_is_told(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(DEPANNAGE)
        assert desk.page.evaluate(FITS) == []
        desk.page.evaluate("document.querySelector('.fil-stops').append('o '.repeat(2000))")
        assert desk.page.evaluate(FITS) == [".fil-aside"]
        desk.page.evaluate("document.querySelector('.fil-desk').style.height = '900px'")
        assert desk.page.evaluate(FITS) == ["page", ".fil-aside"]


@pytest.mark.parametrize("width", [360, 390])
def test_a_call_is_held_by_touch(browser: Browser, host: str, width: int) -> None:
    with reading(browser, host, width=width) as mediator:
        desk, page = Desk(mediator), mediator.page
        page.set_viewport_size({"width": width, "height": 844})
        desk.opens(DEPANNAGE)
        page.locator(".fil-start").click()
        expect(page.locator(".fil-now-words")).to_contain_text("Qu’est-ce qui vous arrive")
        for rank in (1, 1, 1, 2, 3, 1):
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width
            now = page.locator(".fil-now").bounding_box()
            answer = page.locator(f".fil-desk [data-reponse='{rank}']")
            assert now
            assert 0 <= now["y"] < 400, "what is said is before the eyes"
            small = page.locator(".fil-desk button:visible, .fil-desk a:visible").evaluate_all(
                "all => all.filter(one => one.getBoundingClientRect().height < 43.5)"
                ".map(one => one.textContent)"
            )
            assert small == []
            box = answer.bounding_box()
            assert box
            assert box["y"] + box["height"] < 844 - 56, "above the foot, without scrolling"
            answer.click()
        assert desk.device == "windows"
        page.get_by_role("button", name="Urgent").click()
        assert "Qu’est-ce qui vous arrive" in desk.said
        page.get_by_role("button", name="Revenir").click()
        page.get_by_role("button", name="En arrière").click()
        page.get_by_role("button", name="Terminer…").click()
        page.get_by_role("button", name="Terminer : tout effacer").click()
        assert desk.kept() == {}


def test_a_call_is_held_by_names_alone(browser: Browser, host: str) -> None:
    """What a screen reader tells: headings, regions, buttons and what they are for."""
    with reading(browser, host) as mediator:
        desk, page = Desk(mediator), mediator.page
        desk.opens(DEPANNAGE)
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("107"))
        expect(page.get_by_role("heading", name="Dites")).to_be_visible()
        for region in ("Le fil de l’appel",):
            expect(page.get_by_role("region", name=region)).to_be_visible()
        expect(page.get_by_role("navigation", name="Les étapes")).to_be_visible()
        expect(page.get_by_role("complementary", name="À côté")).to_be_visible()
        expect(page.get_by_role("textbox", name="Mes notes")).to_be_visible()
        expect(page.get_by_role("combobox", name="Un geste, un souci")).to_have_attribute(
            "aria-expanded", "false"
        )
        live = page.locator(".fil-now-words")
        expect(live).to_have_attribute("role", "status")
        page.get_by_role("button", name="Continuer").click()
        expect(page.get_by_role("heading", name="Demandez")).to_be_visible()
        assert page.locator(".fil-now-words").count() == 1, "one place where it is told, for ever"
        answers = page.get_by_role("list", name="Ses réponses")
        answers.get_by_role("button", name="Quelqu’un me parle").click()
        expect(page.get_by_role("heading", name="La preuve")).to_be_visible()
        assert page.evaluate("document.activeElement !== document.body"), "the focus is not lost"
        page.get_by_role("button", name="Touches").click()
        expect(page.get_by_role("region", name="Les touches")).to_be_visible()
        expect(page.get_by_role("button", name="Touches")).to_have_attribute(
            "aria-expanded", "true"
        )
        page.get_by_role("button", name="Revenir au fil").and_(page.locator(":visible")).click()
        assert page.evaluate("document.activeElement.dataset.carte") == "touches"


def graph_of(built: Built, number: str) -> Mapping[str, list[dict[str, object]]]:
    read: Mapping[str, list[dict[str, object]]] = json.loads(
        (built.site / f"api/v1/appels/{number}.json").read_text(encoding="utf-8")
    )
    return read


def bare(text: object) -> str:
    return re.sub(r"\s", "", str(text or ""))


def lead(value: object) -> str:
    """A place of the graph; of another tutorial, the page knows the address and not the number."""
    return re.sub(r"^(fiche:).*", r"\1", str(value or ""))


def test_the_page_holds_the_whole_graph(browser: Browser, host: str, published: Built) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        for address in spread(phone_pages(published)):
            desk.opens(address)
            read = desk.page.evaluate("filDesk.graph")
            told = graph_of(published, read["numero"])
            things = [each for each in told["noeuds"] if each["id"] != "fin"]
            by_id = {each["id"]: each for each in read["noeuds"]}
            assert by_id.keys() == {each["id"] for each in things}
            for thing in things:
                its = by_id[thing["id"]]
                for key in ("genre", "etape", "suite"):
                    assert its[key] == thing[key], (thing["id"], key)
                for key in ("texte", "autrement"):
                    assert bare(its[key]) == bare(thing[key]), thing["id"]
                for key in ("appareils", "situations"):
                    assert its[key] == thing[key], thing["id"]
                assert [
                    (bare(each["texte"]), bare(each.get("mots")), lead(each["suite"]))
                    for each in its["reponses"]
                ] == [
                    (bare(each["texte"]), bare(each["mots"]), lead(each["suite"]))
                    for each in thing["reponses"]  # type: ignore[attr-defined]
                ], thing["id"]
            assert [(bare(each["mots"]), lead(each["suite"])) for each in read["secours"]] == [
                (bare(each["mots"]), lead(each["suite"])) for each in told["secours"]
            ]


def test_without_a_script_every_way_of_the_graph_is_a_link(
    browser: Browser, host: str, published: Built
) -> None:
    with reading(browser, host, javascript=False) as mediator:
        for address in spread(phone_pages(published)):
            mediator.opens(address)
            assert not mediator.page.locator(".fil-desk").is_visible()
            for words in mediator.page.locator(".fil-say, .fil-question, .fil-words").all()[:5]:
                assert words.is_visible()
            lost = mediator.page.locator(".fil-script .fil-jump[href^='#']").evaluate_all(
                "all => all.map(one => one.getAttribute('href'))"
                ".filter(href => !document.getElementById(href.slice(1)))"
            )
            assert lost == [], address
        assert not [
            each for each in mediator.page.locator("main button").all() if each.is_visible()
        ]


def test_the_desk_works_from_a_disk(browser: Browser, disk: str) -> None:
    with reading(browser, disk) as mediator:
        desk = Desk(mediator)
        desk.opens(DEPANNAGE)
        desk.presses("u")
        expect(desk.page.locator(".fil-now-words")).to_contain_text("Qu’est-ce qui vous arrive")
        desk.azerty("2")
        desk.page.wait_for_url("**/j-ai-clique/telephone/index.html*")
        desk.page.locator(".fil-desk[data-noeud]").wait_for()
        assert desk.said.startswith("Ne payez plus rien")
        desk.presses("ArrowLeft")
        desk.page.wait_for_url("**/faux-depanneur/telephone/index.html*")
        desk.page.locator(".fil-desk[data-noeud]").wait_for()
        expect(desk.page.locator(".fil-now-words")).to_contain_text("Qu’est-ce qui vous arrive")


def test_guides_that_do_not_arrive_are_told_and_asked_again(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.page.route("**/guides.*.js", lambda route: route.abort())
        desk.opens(SUSPECT)
        desk.presses("u")
        notice = desk.page.locator(".fil-guides-missing")
        expect(notice).to_be_visible()
        assert desk.node == "1a", "the thread of the tutorial goes on without them"
        desk.page.unroute("**/guides.*.js")
        notice.get_by_role("button").click()
        desk.has_guides()
        expect(notice).to_be_hidden()
        mediator.complaints.clear()


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def test_a_phone_page_stays_light(published: Built) -> None:
    for address in phone_pages(published):
        phone = published.site / address / "index.html"
        public = published.site / address.removesuffix("telephone/") / "index.html"
        assert weight(phone) <= weight(public) + BEYOND_THE_PUBLIC_PAGE, address
    scripts = [*(published.site / "assets").glob("phone.*.js")]
    scripts += (published.site / "assets").glob("live.*.js")
    scripts += (published.site / "assets").glob("desk.*.js")
    assert len(scripts) == 3
    assert sum(weight(script) for script in scripts) <= SCRIPTS
