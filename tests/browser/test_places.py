"""Places of help, as three people look for one: at home, in the street, on the telephone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.desk import Desk
from tests.browser.paper import printed, squeezed
from tests.browser.story import reading, served
from tests.browser.test_axe import at_both_widths, violations
from tests.site.builds import REPOSITORY, TINY, Built, build, copy_project

SCRIPT = "tutoriels/photos/envoyer-une-photo/telephone/"


@pytest.fixture(scope="module")
def territory(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small site whose places are those of our examples, taken for real ones."""
    folder = tmp_path_factory.mktemp("territoire")
    docs = folder / "contenu"
    shutil.copytree(TINY, docs)
    (docs / "lieux").mkdir()
    for name in ("exemple-invente", "exemple-standard"):
        shutil.copy(REPOSITORY / f"docs/lieux/{name}.csv", docs / f"lieux/vrai-{name}.csv")
    project = copy_project(folder / "projet", docs)
    return Built(build(project, folder / "site").site, docs)


@pytest.fixture(scope="module")
def town(territory: Built) -> Iterator[str]:
    with served(territory.site) as address:
        yield address


def found(page: Page) -> list[str]:
    """Return the names of the places that were found."""
    expect(page.locator("#trouves")).to_be_visible()
    return page.locator(".fil-near-found h3").all_inner_texts()


def looks_for(page: Page, words: str) -> list[str]:
    page.locator("#ou").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#trouves")).to_contain_text(words)
    return found(page)


def test_from_a_postal_code_to_a_number(browser: Browser, town: str) -> None:
    with reading(browser, town, width=390) as reader:
        reader.opens("")
        reader.follows("Près de chez moi")
        names = looks_for(reader.page, "26000")
        # Those of the postal code come first, then the nearest.
        assert {*names[:3]} == {
            "Médiathèque du Fil",
            "Centre social des Tilleuls",
            "Atelier Seconde Vie",
        }
        assert "Tiers-lieu La Bobine" in names
        assert "Anonymal" not in names, "five hundred kilometres away"
        call = reader.page.locator(".fil-near-found .fil-place-phone a").first
        assert (call.get_attribute("href") or "").startswith("tel:0199")
        # Nothing of it was asked of the host.
        assert reader.address == "lieux/#ou=26000"
        reader.page.locator(".fil-near-found h3 a").first.click()
        assert reader.address == "lieux/26/#c-valence"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("valence", "Médiathèque du Fil"),
        ("ROMANS SUR ISERE", "Espace jeunes L’Étincelle"),
        ("26 100", "Espace jeunes L’Étincelle"),
    ],
)
def test_a_commune_is_found_however_it_is_typed(
    browser: Browser, town: str, words: str, first: str
) -> None:
    with reading(browser, town) as reader:
        reader.opens("lieux/")
        assert looks_for(reader.page, words)[0] == first


def test_where_there_is_no_place_the_nearest_are_told(browser: Browser, town: str) -> None:
    with reading(browser, town) as reader:
        reader.opens("lieux/")
        assert len(looks_for(reader.page, "26990")) > 2
        expect(reader.page.locator("#trouves")).to_contain_text("les plus proches")
        assert looks_for(reader.page, "zzzz") == []
        expect(reader.page.locator("#trouves")).to_contain_text("Aucun lieu trouvé")


def test_from_a_disk(browser: Browser, territory: Built) -> None:
    with reading(browser, f"{territory.site.as_uri()}/") as reader:
        reader.opens("lieux/#ou=26000&service=loisirs")
        assert found(reader.page)[0] == "Atelier Seconde Vie"
        reader.page.locator(".fil-near-found h3 a").first.click()
        assert reader.address == "lieux/26/#c-valence"


def test_around_me_if_i_agree(browser: Browser, town: str) -> None:
    """The nearest first, and the position goes nowhere: the story would complain of a request."""
    with reading(browser, town, width=390, first=True) as reader:
        context = reader.page.context
        context.grant_permissions(["geolocation"])
        context.set_geolocation({"latitude": 44.7283, "longitude": 5.0222})
        reader.opens("lieux/")
        reader.page.get_by_role("button", name="Autour de moi").click()
        expect(reader.page.locator("#trouves")).to_contain_text("autour de vous")
        assert found(reader.page)[0].startswith("Club informatique")
        assert "location" not in reader.address


def test_without_my_position_i_write_where_i_live(browser: Browser, town: str) -> None:
    with reading(browser, town, first=True) as reader:
        reader.page.context.clear_permissions()
        reader.opens("lieux/")
        reader.page.evaluate(
            "() => { navigator.geolocation.getCurrentPosition = (yes, no) => no({code: 1}); }"
        )
        reader.page.get_by_role("button", name="Autour de moi").click()
        expect(reader.page.locator("#trouves")).to_contain_text("Écrivez votre code postal")


def test_from_a_tutorial_to_its_service(browser: Browser, town: str) -> None:
    with reading(browser, town) as reader:
        reader.opens("tutoriels/photos/envoyer-une-photo/")
        reader.follows("Un lieu près de chez moi", inside=".fil-help")
        assert reader.page.locator("#service").input_value() == "loisirs"
        assert looks_for(reader.page, "26000") == [
            "Atelier Seconde Vie",
            "Club informatique Les Cheveux d’argent",
        ]


def test_on_paper_two_places_hold_on_a_sheet_and_the_map_beside_its_communes(
    browser: Browser, town: str
) -> None:
    with reading(browser, town) as reader:
        reader.opens("lieux/26/")
        names = reader.page.locator(".fil-place h3").all_inner_texts()
        sheets = [squeezed(sheet) for sheet in printed(reader.page)]
        assert "Valence" in sheets[0], "the map is on the first sheet, with its communes"
        assert len(sheets) <= 1 + -(-len(names) // 2)
        assert [name for name in names if squeezed(name) not in "".join(sheets)] == []


@pytest.mark.parametrize("javascript", [True, False])
def test_a_departement_is_sorted_by_what_one_needs(
    browser: Browser, town: str, javascript: bool
) -> None:
    with reading(browser, town, javascript=javascript) as reader:
        reader.opens("lieux/26/")
        shown = reader.page.locator(".fil-place:visible h3")
        expect(shown).to_have_count(8)
        reader.page.locator("#service").select_option("emploi")
        expect(shown).to_have_text(["Espace jeunes L’Étincelle"])
        expect(reader.page.locator(".fil-commune:visible")).to_have_count(1)
        reader.page.locator("#service").select_option("")
        reader.page.locator("#public").select_option("seniors")
        expect(shown).to_have_text(["Club informatique Les Cheveux d’argent"])


def test_what_is_old_is_told(browser: Browser, town: str) -> None:
    with reading(browser, town) as reader:
        reader.opens("lieux/26/")
        old = reader.page.locator(".fil-place", has=reader.page.locator(".fil-place-old"))
        assert "Club informatique Les Cheveux d’argent" in old.locator("h3").all_inner_texts()


def test_at_the_desk_two_keys_after_the_postal_code(browser: Browser, town: str) -> None:
    with reading(browser, town) as reader:
        page = reader.page
        reader.opens(SCRIPT)
        page.locator('[data-commande="commencer"]').click()
        page.keyboard.press("/")
        page.keyboard.type("26000")
        # The service of this tutorial first: « loisirs ».
        expect(page.locator("#commandes li").first).to_contain_text("Atelier Seconde Vie")
        page.keyboard.press("Enter")
        expect(page.locator("#carte-lieu .fil-dictated")).to_have_text("01 99 00 01 03")
        page.keyboard.press("Escape")
        page.locator('[data-commande="recap"]').click()
        message = page.locator("#recap-texte")
        expect(message).to_have_value(
            (page.locator(".fil-desk").get_attribute("data-recap") or "")
            + " Aide près de chez vous : Atelier Seconde Vie, Valence, 01 99 00 01 03."
        )
        assert "Atelier Seconde Vie" in (page.locator(".fil-sheet-entries").text_content() or "")
        page.locator('[data-commande="terminer"]').click()
        assert page.evaluate("sessionStorage.length") == 0


def test_a_key_pressed_before_the_places_are_there_is_kept(browser: Browser, town: str) -> None:
    """On a slow line, Enter would otherwise leave the call for the page of results."""
    with reading(browser, town, first=True) as reader:
        page = reader.page
        held: list[Route] = []
        page.route("**/lieux/fichiers/liste.js", lambda route: held.append(route))
        reader.opens(SCRIPT)
        page.locator('[data-commande="commencer"]').click()
        Desk(reader).has_guides()
        page.keyboard.press("/")
        with page.expect_request("**/lieux/fichiers/liste.js"):
            page.keyboard.type("26000")
        expect(page.locator("#commandes li").first).to_contain_text("je cherche autour du 26000")
        page.keyboard.press("Enter")
        expect(page.locator("#carte-lieu")).to_be_hidden()
        assert len(held) == 1
        held[0].continue_()
        expect(page.locator("#carte-lieu .fil-dictated")).to_have_text("01 99 00 01 03")


def test_an_example_is_never_given_to_anybody(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("lieux/26/")
        expect(
            page.locator('.fil-place a[href^="tel:"], .fil-place a[href^="geo:"]')
        ).to_have_count(0)
        expect(page.locator(".fil-example-mark")).to_have_count(8)
        reader.opens("tutoriels/cyber-hygiene/message-suspect/telephone/")
        page.locator('[data-commande="commencer"]').click()
        Desk(reader).has_guides()
        page.keyboard.press("/")
        page.keyboard.type("26000")
        expect(page.locator("#commandes li").first).to_contain_text("Lieu d’exemple")
        page.keyboard.press("Enter")
        expect(page.locator("#carte-lieu")).to_contain_text("ce lieu n’existe pas")
        assert "Aide près" not in page.evaluate("sessionStorage.getItem('fil-appel')")


def test_a_structure_of_the_network_goes_into_the_message(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("tutoriels/cyber-hygiene/message-suspect/telephone/")
        page.locator('[data-commande="commencer"]').click()
        Desk(reader).has_guides()
        page.keyboard.press("/")
        page.keyboard.type("france victimes")
        expect(page.locator("#commandes li", has_text="Orienter").first).to_be_visible()
        page.locator("#commandes li", has_text="Orienter").first.click()
        expect(page.locator("#carte-lieu")).to_contain_text("116 006")
        page.keyboard.press("Escape")
        page.locator('[data-commande="recap"]').click()
        assert "au 116 006" in page.locator("#recap-texte").input_value()


def test_axe_has_nothing_to_say_of_what_was_found(browser: Browser, town: str) -> None:
    with reading(browser, town) as reader:
        for address in ("lieux/#ou=26000", "lieux/26/"):
            reader.opens(address)
            reader.page.wait_for_timeout(100)
            assert [each for each in at_both_widths(reader.page).values() if each] == []


def test_it_holds_in_320_pixels(browser: Browser, town: str) -> None:
    with reading(browser, town, width=320) as reader:
        for address in ("lieux/#ou=26000", "lieux/26/"):
            reader.opens(address)
            reader.page.wait_for_timeout(100)
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
            assert violations(reader.page) == []
