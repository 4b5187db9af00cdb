"""Someone follows a path over weeks, resumes it elsewhere, and says its letters on the phone."""

from __future__ import annotations

import json
import re
import shutil
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from boutdufil.kinds.path.progress import MOST_STEPS, STATES, letters
from tests.browser.desk import SUSPECT
from tests.browser.paper import printed, squeezed
from tests.browser.story import WIDTHS, Reader, reading, served
from tests.site.builds import TINY, Built, build, copy_project

PATH = "parcours/je-me-protege/"
CODE = 1
FICHES = ("101", "115", "113", "103")

# Every progress of a path reads back, and every wrong letter in one of its places is refused.
READ_BACK = """([path, expected]) => {
  const {read, write} = filPathCode;
  const wrong = [];
  let rank = 0;
  const go = states => {
    if (states.length < 6) { for (const each of [0, 1, 2]) go([...states, each]); return; }
    const code = write(path, states);
    const told = read(code);
    if (code !== expected[rank]) wrong.push(`${code} for ${expected[rank]}`);
    const same = told.path === path && String(told.states) === String(states);
    if (told.wrong || !same) wrong.push(code);
    rank += 1;
    if (rank % 9) return;
    for (let place = 0; place < 5; place += 1)
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
        if (letter !== code[place]) {
          const typed = code.slice(0, place) + letter + code.slice(place + 1);
          if (!read(typed).wrong) wrong.push(`${typed} for ${code}`);
        }
  };
  go([]);
  return wrong;
}"""


def code_of(page: Page) -> str:
    return page.locator(".fil-letters strong").inner_text()


def ticked(page: Page) -> list[str]:
    """The tutorials done, and « + » for those done again."""
    found: list[str] = page.locator(".fil-stage").evaluate_all(
        "all => all.filter(one => one.querySelector('[data-fait]').checked)"
        ".map(one => one.dataset.numero + (one.querySelector('[data-refait]').checked ? '+' : ''))"
    )
    return found


def tick(page: Page, number: str, *, again: bool = False) -> None:
    name = f"{'Je l’ai refait' if again else 'C’est fait'} : fiche {number}"
    page.get_by_role("checkbox", name=name).click()


def said(page: Page) -> str:
    return squeezed(page.locator(".fil-said-so").inner_text())


def test_any_progress_reads_back_and_one_wrong_letter_is_refused(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        reader.opens("parcours/")
        for path in (0, CODE, 15, 113):
            expected = [letters(path, each) for each in product(range(STATES), repeat=MOST_STEPS)]
            assert reader.page.evaluate(READ_BACK, [path, expected]) == []
        typed = letters(CODE, (1, 2)).lower()
        spaced = " - ".join(typed)
        told = reader.page.evaluate("typed => filPathCode.read(typed)", spaced)
        assert (told["path"], told["states"][:3], told["wrong"]) == (CODE, [1, 2, 0], "")


def test_one_follows_a_path_and_resumes_it_on_another_browser(browser: Browser, host: str) -> None:
    with reading(browser, host, width=WIDTHS[0]) as reader:
        page = reader.page
        reader.opens(PATH)
        assert "Jen’aipasencorecommencé" in said(page)
        assert page.get_by_role("link", name="J’ouvre la fiche 101").is_visible()
        tick(page, "101")
        tick(page, "115")
        tick(page, "101", again=True)
        assert ticked(page) == ["101+", "115"]
        assert "2fichessur4sontfaites" in said(page)
        assert "fiche113" in said(page)
        code = code_of(page)
        assert code == letters(CODE, (2, 1))
        reader.opens(PATH)
        assert ticked(page) == ["101+", "115"]
        reader.opens("parcours/")
        card = page.locator(".fil-path-card").filter(has_text="Je me protège")
        assert card.locator(".fil-so-far").inner_text() == " · 2 sur 4 faites"

    with reading(browser, host, first=True) as reader:
        page = reader.page
        reader.opens("parcours/")
        box = page.get_by_label("J’ai un code de cinq lettres")
        box.fill(f"{code[:4]}B")
        box.press("Enter")
        assert "n’est dans aucun code" in page.locator("#code-dit").inner_text()
        box.fill(code[1] + code[0] + code[2:])
        box.press("Enter")
        assert "Une lettre n’est pas la bonne" in page.locator("#code-dit").inner_text()
        expect(box).to_be_focused()
        box.fill(f" {code[:2].lower()} {code[2:]} ")
        box.press("Enter")
        page.wait_for_url(f"**/{PATH}#{code}")
        assert ticked(page) == ["101+", "115"]
        assert page.evaluate("() => Object.keys(localStorage)") == [], "lent: nothing is kept"
        tick(page, "113")
        assert page.url.endswith(f"#{letters(CODE, (2, 1, 1))}")
        assert page.evaluate("() => Object.keys(localStorage)") == []
        page.get_by_role("button", name="Le garder sur cet appareil").click()
        reader.opens(PATH)
        assert ticked(page) == ["101+", "115", "113"]
        page.get_by_role("button", name="Effacer mon parcours").click()
        assert page.evaluate("() => Object.keys(localStorage)") == []
        reader.opens(PATH)
        assert ticked(page) == []


def test_a_tutorial_finished_ticks_its_step_once(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(SUSPECT.removesuffix("telephone/"))
        boxes = page.locator(".fil-step .fil-done input")
        for rank in range(boxes.count() - 1):
            boxes.nth(rank).check()
        reader.opens(PATH)
        assert ticked(page) == []
        reader.page.go_back()
        page.locator(".fil-step .fil-done input").last.check()
        following = page.locator("#fin a").filter(has_text="On m’appelle sans arrêt")
        assert following.count() == 1, "the end of a tutorial says what comes next"
        page.locator("#fin").get_by_role("link", name="Je me protège").click()
        page.wait_for_url(f"**/{PATH}")
        assert ticked(page) == ["101"]
        tick(page, "101")
        reader.opens(PATH)
        assert ticked(page) == [], "who unticks it is right"


def test_the_letters_of_another_path_are_told(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(f"{PATH}#{letters(2, (1,))}")
        assert "celuid’unautreparcours" in said(reader.page)
        assert ticked(reader.page) == []
        reader.opens(f"parcours/#{letters(113)}")
        assert "Aucun parcours" in reader.page.locator("#code-dit").inner_text()


def test_a_mediator_types_the_letters_and_reads_what_comes_next(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(SUSPECT)
        code = letters(CODE, (2, 1))
        page.keyboard.press("/")
        page.keyboard.type(code.lower())
        expect(page.get_by_role("option").first).to_have_text(
            re.compile(f"Parcours.*{code}, où la personne en est")
        )
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{PATH}#{code}")
        assert ticked(page) == ["101+", "115"]
        page.locator("[data-suite=telephone]").click()
        page.wait_for_url("**/faux-conseiller-bancaire/telephone/")
        assert reader.kind == "telephone"


@pytest.mark.parametrize("where", ["host", "disk"])
def test_letters_typed_where_one_searches_lead_to_the_right_place(
    where: str, browser: Browser, host: str, disk: str
) -> None:
    code = letters(CODE, (2, 1))
    with reading(browser, host if where == "host" else disk) as reader:
        page = reader.page
        for address in ("mediateurs/", ""):
            reader.opens(address)
            page.locator("#chercher").press_sequentially(" ".join(code.lower()))
            first = page.locator("#propositions [role=option]").first
            expect(first).to_contain_text("Je me protège")
            expect(first).to_contain_text(code)
            expect(first).to_contain_text("2 fiches sur 4 sont faites.")
            assert "le code d’un parcours" in page.locator("form [role=status]").inner_text()
            page.keyboard.press("Enter")
            page.locator(".fil-stage").first.wait_for()
            assert reader.address == f"{PATH}#{code}"
            assert ticked(page) == ["101+", "115"]


def test_letters_sent_at_once_are_answered_on_the_page_of_results(
    browser: Browser, host: str
) -> None:
    code = letters(CODE, (1,))
    with reading(browser, host, width=WIDTHS[0]) as reader:
        page = reader.page
        reader.opens(f"recherche/?q={code}&pour=mediateurs")
        expect(page.locator(".fil-said")).to_contain_text("le code d’un parcours")
        expect(page.locator(".fil-lettered")).to_contain_text("1 fiche sur 4 est faite.")
        expect(page.locator(".fil-nothing")).to_be_hidden()
        page.get_by_role("link", name="J’ouvre le parcours : Je me protège").click()
        page.wait_for_url(f"**/{PATH}#{code}")
        assert ticked(page) == ["101"]
        reader.opens("recherche/?q=message")
        expect(page.locator("#resultats")).to_have_attribute("data-etat", "pret")
        expect(page.locator(".fil-lettered")).to_be_hidden()


def test_a_word_that_is_also_a_code_stays_found_first(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """« Tract » is a word, and the letters of a path of four steps whose number is 78."""
    folder = tmp_path_factory.mktemp("tract")
    docs = folder / "contenu"
    shutil.copytree(TINY, docs)
    model = (docs / "tutoriels/photos/envoyer-une-photo.md").read_text(encoding="utf-8")
    steps = ""
    for rank in range(4):
        text = re.sub(r"(?m)^numero: .*$", f"numero: 30{rank}", model)
        text = re.sub(r"(?m)^titre: .*$", f"titre: Je lis un tract {rank}", text)
        text = re.sub(r"(?m)^(avant|apres|anciennes_adresses|urgence): .*\n", "", text)
        (docs / f"tutoriels/photos/tract-{rank}.md").write_text(text, encoding="utf-8")
        steps += f"  - fiche: photos/tract-{rank}\n    je_sais: Je lis.\n"
        steps += "    dans_une_semaine: Je relis.\n"
    (docs / "parcours").mkdir()
    (docs / "parcours/je-lis.md").write_text(
        f"---\ncode: 78\ntitre: Je lis tout\nresume: Je lis.\npublics: [voisins]\netapes:\n{steps}"
        "relu_le: 2024-03-01\n---\n\nJe lis.\n",
        encoding="utf-8",
    )
    assert letters(78, (0, 0, 2, 2)) == "TRACT"
    site = build(copy_project(folder / "projet", docs), folder / "site").site
    with served(site) as home, reading(browser, home) as reader:
        page = reader.page
        reader.opens("mediateurs/")
        page.locator("#chercher").press_sequentially("tract")
        options = page.locator("#propositions [role=option]")
        expect(options).to_have_count(5)
        titles = page.locator("#propositions .fil-found-title").all_inner_texts()
        assert "tract" in titles[0]
        assert titles[-1] == "TRACT Je lis tout"
        page.keyboard.press("Enter")
        expect(page.locator("#resultats")).to_have_attribute("data-etat", "pret")
        assert page.locator("#resultats > li").count() >= 4, "Enter searches, as for any word"
        expect(page.locator(".fil-lettered a")).to_have_text(re.compile("Je lis tout"))
        reader.opens("tutoriels/photos/tract-1/telephone/")
        page.keyboard.press("/")
        page.keyboard.type("tract")
        expect(page.locator("#commandes li").filter(has_text=re.compile("^Fiche"))).to_have_count(4)
        sorts = page.locator("#commandes li small").all_inner_texts()
        assert sorts.index("Parcours") > max(
            rank for rank, sort in enumerate(sorts) if sort.startswith("Fiche")
        )


def test_an_accent_that_a_keyboard_adds_is_no_other_letter(browser: Browser, host: str) -> None:
    every = (letters(CODE, states) for states in product(range(STATES), repeat=len(FICHES)))
    code = next(each for each in every if "E" in each)
    with reading(browser, host) as reader:
        reader.opens("parcours/")
        told = reader.page.evaluate("typed => filPathCode.read(typed)", code.replace("E", "é"))
        assert (told["path"], told["wrong"]) == (CODE, "")


def test_a_code_leads_to_its_path_from_a_disk(browser: Browser, disk: str) -> None:
    with reading(browser, disk) as reader:
        code = letters(CODE, (1,))
        reader.opens(f"parcours/#{code}")
        reader.page.wait_for_url(f"**/{PATH}index.html#{code}")
        assert ticked(reader.page) == ["101"]
        assert reader.page.locator("[data-suite=fiche]").get_attribute("href", timeout=1000)
        reader.page.locator("[data-suite=fiche]").click()
        reader.page.wait_for_url("**/demarchage-telephonique/index.html")


def test_without_a_script_a_path_has_its_boxes_and_its_letters(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        page = reader.page
        reader.opens(PATH)
        assert page.locator(".fil-whereabouts").is_hidden()
        assert page.locator(".fil-stage input:visible").count() == 2 * len(FICHES)
        shown = page.locator(".fil-letters-then strong").all_inner_texts()
        assert shown == [letters(CODE, (1,) * rank) for rank in range(1, 5)]
        assert page.locator(".fil-self-check .fil-quiz").count() == len(FICHES)
        reader.opens("parcours/")
        assert page.locator(".fil-resume").is_hidden()
        assert page.locator(".fil-path-card").count() == 15


def test_a_path_prints_on_two_sheets_with_dates_to_write(browser: Browser, host: str) -> None:
    for javascript in (True, False):
        with reading(browser, host, javascript=javascript) as reader:
            reader.opens(PATH)
            sheets = printed(reader.page)
            text = "".join(sheets)
            assert len(sheets) <= 3
            assert text.count("C’estfait") == text.count("Jel’airefait") == len(FICHES)
            assert text.count(letters(CODE, (1, 1))) == 1
            assert "Oùj’ensuis" not in text


def test_other_programs_read_the_paths(published: Built) -> None:
    told = json.loads((published.site / "api/v1/parcours.json").read_text(encoding="utf-8"))
    assert told["version"] == 1
    assert len(told["parcours"]) == 15
    (mine,) = [each for each in told["parcours"] if each["code"] == CODE]
    assert mine["lettres"] == letters(CODE)
    assert [each["numero"] for each in mine["etapes"]] == [*FICHES]
    assert mine["etapes"][1]["lettres"] == letters(CODE, (1, 1))


def test_the_doors_lead_to_the_paths(browser: Browser, host: str) -> None:
    def leads(reader: Reader, page: str, name: str) -> None:
        reader.opens(page)
        reader.follows(name)
        assert reader.address.startswith("parcours/")

    with reading(browser, host) as reader:
        leads(reader, "", "Les parcours")
        leads(reader, "publics/seniors/", "Je me protège")
        leads(reader, "publics/tpe/", "Tous les parcours")
