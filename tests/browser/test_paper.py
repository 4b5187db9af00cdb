"""What comes out of the printer: A4, large black letters, steps whole, contents that are true."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from boutdufil.pages.qr import qr_code
from tests.browser.paper import (
    BOOKLET,
    FIRST_WORDS,
    MILLIMETRE,
    MINE,
    POINT,
    SHEET,
    SHORTEST,
    TUTORIAL,
    contents,
    printed,
    printed_wrong,
    prints_everything,
    squeezed,
    told_right,
)
from tests.browser.pdf_text import Signs, text_of
from tests.browser.story import WIDTHS, Reader, reading
from tests.site.builds import SUB_PATH, Built, address_of, entries


def test_pages_beside_each_kind_print_large_and_without_furniture(
    browser: Browser, host: str, one_page_a_kind: dict[str, str]
) -> None:
    """The longest of each kind is printed in test_every_kind.py."""
    addresses = {BOOKLET, MINE, "404.html", "themes/cyber-hygiene/", TUTORIAL}
    addresses |= {"mediateurs/ouvrir/", "glossaire/lien/", "contribuer/"}
    with reading(browser, host) as reader:
        wrong = {}
        for address in sorted(addresses - {*one_page_a_kind.values()}):
            reader.opens(address)
            for scheme, found in printed_wrong(reader.page).items():
                wrong[f"{address}, {scheme}"] = found
        assert {printed: found for printed, found in wrong.items() if found} == {}


def test_the_words_of_a_sheet_are_those_of_a_slower_reader(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(f"{TUTORIAL}telephone/")
        pdf = PdfReader(io.BytesIO(reader.page.pdf(prefer_css_page_size=True)))
        fonts: dict[int, Signs] = {}
        for sheet in pdf.pages:
            assert squeezed(text_of(sheet, fonts)) == squeezed(sheet.extract_text())


def test_the_address_of_a_link_is_not_printed(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        text = "".join(printed(reader.page))
        assert "http" not in text
        assert "33700,laplateforme" in text


def test_a_tutorial_is_read_from_afar_and_no_step_is_lost(browser: Browser, host: str) -> None:
    with reading(browser, host, width=WIDTHS[0]) as reader:
        reader.opens(f"{TUTORIAL}#lecture")
        page = reader.page
        prints_everything(page)
        # What was ticked on the screen is empty on paper, and every device is there.
        page.locator(".fil-done input").first.check()
        sheets = printed(page)
        page.emulate_media(media="print")
        steps = [squeezed(title) for title in page.locator(".fil-toc li").all_text_contents()]
        assert len(steps) == 5
        # A step with its troubles and its drawn screens may be longer than a page.
        assert all(any(title in text for text in sheets) for title in steps)
        assert sum(text.count("C’estfait") for text in sheets) == 5
        assert 5 <= len(sheets) <= 8

        for selector in (".fil-body p", ".fil-body li", ".fil-answer-key p", ".fil-done"):
            sizes = page.locator(selector).evaluate_all(
                "all => all.filter(one => one.checkVisibility()"
                " && !one.matches('.fil-device, .fil-frame *'))"
                ".map(one => parseFloat(getComputedStyle(one).fontSize))"
            )
            assert sizes, selector
            assert min(sizes) >= 16 * POINT - 0.01, selector
        devices = page.locator(".fil-step [data-bloc=appareil]")
        assert all(each.is_visible() for each in devices.all())
        boxes = page.locator(".fil-done input").all()
        assert all(box.bounding_box()["width"] >= 7 * MILLIMETRE for box in boxes)  # type: ignore[index]
        assert boxes[0].is_checked()
        marks = "all => all.map(one => getComputedStyle(one).backgroundColor)"
        assert {*page.locator(".fil-done input").evaluate_all(marks)} == {"rgb(255, 255, 255)"}


def test_paper_leads_back_to_the_tutorial(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        sheets = printed(reader.page)
        short = f"exemple.fr{SUB_PATH}101/"
        assert short in sheets[0]
        assert "Fiche101" in sheets[0]
        reader.page.emulate_media(media="print")
        code = reader.page.locator(".fil-way-back .fil-qr")
        box = code.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 25 * MILLIMETRE
        side, path = qr_code(f"https://{short}").split(";", 1)
        assert code.get_attribute("viewBox") == f"0 0 {side} {side}"
        assert code.locator("path").get_attribute("d") == path


def test_a_tutorial_ends_with_answers_sources_and_room_to_write(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        prints_everything(reader.page)
        text = "".join(printed(reader.page))
        right = squeezed("Je n’envoie rien et j’appelle ma banque au numéro de ma carte.")
        quiz, answer = text.find(right), text.rfind(right)
        assert text[:answer].endswith("Réponse:")
        assert quiz < answer, "the question first, then its answer"
        assert "Pastoutàfait" not in text
        assert "Relu" in text
        assert text.index("Sources") < text.index("Mesnotes")
        reader.page.emulate_media(media="print")
        assert reader.page.locator(".fil-notes hr").filter(visible=True).count() >= 5
        reader.page.emulate_media(media="screen")
        assert not reader.page.locator(".fil-on-paper").filter(visible=True).count()


def test_a_script_prints_its_words_its_answers_and_its_screens(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        mediator.opens(f"{TUTORIAL}telephone/#etape-2")
        text = "".join(printed(mediator.page))
        for words in (
            "Lisez-moi le message, sans rien toucher.",
            "Un nom connu, ou un numéro très court",
            "Un voleur peut imiter ce nom, ou ce numéro, même parmi de vrais messages. On vérifie.",
            "En haut au centre, repère 1",
            "Racontez-moi, avec vos mots",
        ):
            assert squeezed(words) in text
        mediator.page.emulate_media(media="print")
        sizes = mediator.page.locator(".fil-script .fil-say > p:not(.fil-cue)").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 18 * POINT


@pytest.mark.parametrize("width", WIDTHS)
def test_the_contents_of_a_booklet_tell_the_truth(
    browser: Browser, host: str, published: Built, width: int
) -> None:
    booklets = [address_of(path) for path in published.readable if "/livret/" in path]
    assert len(booklets) >= 5
    with reading(browser, host, width=width) as reader:
        for address in (BOOKLET, booklets[-1]) if width == WIDTHS[0] else booklets[:1]:
            reader.opens(address)
            told_right(reader.page)


def test_a_booklet_cuts_only_the_steps_longer_than_a_page(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(BOOKLET)
        page = reader.page
        cut = page.locator(".fil-step:has(.fil-new-leaf)").count()
        page.set_viewport_size({"width": round(SHEET * MILLIMETRE), "height": 1000})
        page.emulate_media(media="print")
        heights = page.locator(".fil-step").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )
        assert cut == sum(height > 266 * MILLIMETRE for height in heights)
        assert len(heights) > 20


@pytest.mark.parametrize("javascript", [True, False])
def test_an_unticked_tutorial_is_left_out(browser: Browser, host: str, javascript: bool) -> None:
    with reading(browser, host, javascript=javascript) as reader:
        reader.opens(SHORTEST)
        page = reader.page
        before = told_right(page) if javascript else printed(page)
        # Its number stands in the others, which propose it next; its first words are its own.
        first_words = squeezed(FIRST_WORDS)
        assert any(first_words in text for text in before)
        second = page.locator(".fil-contents li[data-tutoriel='cv-en-ligne/cv-en-pdf']")
        second.get_by_role("checkbox").uncheck()
        after = told_right(page) if javascript else printed(page)
        assert not any(first_words in text for text in after)
        assert len(after) < len(before)
        assert (second.locator(".fil-leaf").text_content() != "") == javascript
        second.get_by_role("checkbox").check()
        assert (told_right(page) if javascript else printed(page)) == before


def test_without_a_script_there_is_nothing_dead_to_press(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens(TUTORIAL)
        assert not reader.page.locator(".fil-printing button").filter(visible=True).count()
        reader.follows("Le livret du thème")
        assert reader.address == BOOKLET
        assert not reader.page.locator("main button").filter(visible=True).count()
        reader.opens("themes/cyber-hygiene/")
        reader.follows("Imprimer le livret")
        assert reader.address == BOOKLET
        reader.opens(MINE)
        assert not reader.page.locator(".fil-contents").is_visible()
        reader.follows("Me protéger")
        assert reader.address == BOOKLET


def choose(reader: Reader) -> None:
    """Put 101 in one's booklet from its page, then 302 and 301 from a listing."""
    reader.page.add_init_script("window.print = () => { document.title = 'imprimé'; }")
    reader.opens(TUTORIAL)
    reader.page.locator(".fil-share [data-ajouter]").click()
    reader.opens("themes/cv-en-ligne/")
    for number in ("302", "301"):
        reader.page.get_by_role("button", name=f"Ajouter à mon livret : fiche {number}").click()


def order(reader: Reader) -> list[str]:
    """Return the numbers of one's booklet, in order."""
    return reader.page.locator(".fil-contents .fil-number").all_inner_texts()


def test_a_chosen_booklet_keeps_its_order_and_prints(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        choose(reader)
        reader.follows("Mon livret (3 fiches)")
        assert (reader.address, order(reader)) == (MINE, ["101", "302", "301"])
        reader.page.get_by_role("button", name="Monter la fiche 301").click()
        reader.page.get_by_role("button", name="Monter la fiche 301").click()
        assert order(reader) == ["301", "101", "302"]
        reader.page.reload()
        assert order(reader) == ["301", "101", "302"]

        reader.page.get_by_role("button", name="Imprimer mon livret").click()
        reader.page.get_by_text("Le livret est prêt.").wait_for()
        assert reader.page.title() == "imprimé"
        # Some browsers print nothing of what is folded.
        folded = reader.page.locator("article .fil-sinon, article .fil-ready")
        assert folded.count() > 3
        assert reader.page.locator("article .fil-sinon:not([open])").count() == 0
        sheets = told_right(reader.page)
        leaves = [int(leaf) for _, leaf in contents(reader.page).values()]
        assert leaves == sorted(leaves)
        assert leaves[0] == 3
        assert "Unlivretparthème" not in "".join(sheets)
        text = "".join(sheets)
        assert "TéléphoneAndroid" in text, "every device is shown"
        assert text.count("Mesnotes") == 3

        reader.page.get_by_role("button", name="Retirer la fiche 101").click()
        assert order(reader) == ["301", "302"]
        assert reader.page.locator("article").count() == 0
        reader.page.get_by_role("button", name="Vider mon livret").click()
        assert order(reader) == []
        assert reader.page.get_by_text("Mon livret est vide. Sur une fiche").is_visible()


def test_a_choice_is_taken_back_where_it_was_made(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        choose(reader)
        reader.page.get_by_role("button", name="Retirer de mon livret : fiche 302").click()
        link = reader.page.get_by_role("link", name="Mon livret (2")
        assert link.is_visible()
        reader.opens(TUTORIAL)
        button = reader.page.locator(".fil-share [data-ajouter]")
        assert button.get_attribute("aria-pressed") == "true"


def test_on_a_disk_the_page_says_why_and_offers_the_themes(browser: Browser, disk: str) -> None:
    with reading(browser, disk) as reader:
        choose(reader)
        reader.opens(MINE)
        assert order(reader) == ["101", "302", "301"]
        said = reader.page.get_by_role("status").inner_text()
        assert "le navigateur refuse de rassembler les fiches" in said
        assert not reader.page.get_by_role("button", name="Imprimer mon livret").is_visible()
        reader.follows("Me protéger")
        assert reader.address == BOOKLET
        told_right(reader.page)


@pytest.mark.parametrize(
    "kept",
    ["rien", '{"a": 1}', "[null, 1]", '[{"fiche": "../../x", "titre": "x", "numero": "1"}]'],
)
def test_a_list_that_is_not_ours_is_empty(browser: Browser, host: str, kept: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(MINE)
        reader.page.evaluate("kept => localStorage.setItem('fil-livret', kept)", kept)
        reader.opens(MINE)
        assert order(reader) == []


def test_a_tutorial_that_is_gone_is_told_and_left_out(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        choose(reader)
        reader.opens(MINE)
        reader.page.route(
            "**/cv-en-pdf/", lambda route: route.fulfill(status=200, body="<p>Rien.</p>")
        )
        reader.page.get_by_role("button", name="Imprimer mon livret").click()
        reader.page.get_by_text("Il manque au livret : fiche 302.").wait_for()
        assert {number for number, _ in contents(reader.page).values()} == {"101", "301"}
        told_right(reader.page)


def test_every_tutorial_of_a_theme_is_in_its_booklet(published: Built) -> None:
    booklets = [BOOKLET]
    while published.has(following := f"{BOOKLET}page-{len(booklets) + 1}/"):
        booklets.append(following)
    held = [entry for address in booklets for entry in entries(published.page(address))]
    assert held == entries(published.page("themes/cyber-hygiene/"))
