"""« Écouter » : a page read aloud by the voices of the device, which a story replaces."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from boutdufil.publish.assets import gather
from tests.browser.access import look
from tests.browser.story import WIDTHS, Reader, reading
from tests.browser.test_axe import violations
from tests.site.builds import REPOSITORY

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
TERM = "glossaire/hameconnage/"
GUIDE = "mediateurs/ouvrir/"
KEY = "fil-lecture"

AMELIE = {"name": "Amélie", "lang": "fr-FR", "voiceURI": "amelie", "localService": True}
NUAGE = {"name": "Nuage", "lang": "fr-FR", "voiceURI": "nuage", "localService": False}
LEA = {"name": "Léa", "lang": "fr_CA", "voiceURI": "lea", "localService": True}
ALICE = {"name": "Alice", "lang": "en-GB", "voiceURI": "alice", "localService": True}

# A device that speaks when the story tells it to: ``ends()`` is the end of a sentence.
DEVICE = """
window.device = {voices: VOICES, said: [], now: null, heard: []};
Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: function (text) {
  this.text = text;
}});
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => device.voices,
  speak(words) {
    device.said.push({text: words.text, rate: words.rate, voice: words.voice.name,
                      lang: words.lang});
    device.now = words;
    if (!device.mute) setTimeout(() => words.onstart(), 0);
  },
  cancel() {
    // As Chrome does: what is cut short ends, or fails, a little later.
    const cut = device.now;
    device.now = null;
    if (cut) setTimeout(() => cut.onerror({error: 'interrupted'}), 0);
    if (sessionStorage) sessionStorage.silenced = 'oui';
  },
  addEventListener(kind, heard) { device.heard.push(heard); },
}});
window.ends = () => { const ended = device.now; device.now = null; ended.onend(); };
"""


def with_voices(reader: Reader, *voices: dict[str, object]) -> Page:
    reader.page.add_init_script(DEVICE.replace("VOICES", json.dumps(voices)))
    return reader.page


def spaced(text: str) -> str:
    """Return ``text`` with ordinary spaces, as it is written in a story."""
    return " ".join(text.split())


def said(page: Page) -> list[str]:
    texts: list[str] = page.evaluate("device.said.map(each => each.text)")
    return [spaced(text) for text in texts]


def last(page: Page) -> dict[str, object]:
    utterance: dict[str, object] = page.evaluate("device.said[device.said.length - 1]")
    return utterance


def marked(page: Page) -> str:
    parts: list[str] = page.locator(".fil-spoken").all_text_contents()
    return spaced("".join(parts))


def listens(page: Page) -> None:
    page.get_by_role("button", name="Écouter").click()


def hears_anew(page: Page, times: int) -> None:
    page.evaluate(
        """times => new Promise(done => {
          const look = () => device.said.length >= times ? done() : setTimeout(look, 10);
          look();
        })""",
        times,
    )
    assert len(said(page)) == times


def hears_everything(page: Page) -> list[str]:
    for _ in range(300):
        if not page.evaluate("device.now !== null"):
            return said(page)
        page.evaluate("ends()")
    raise AssertionError("the reading never ends")


def test_a_tutorial_is_read_in_the_order_of_the_page(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        body = page.locator(".fil-body")
        before = body.inner_html()
        listens(page)
        heard = hears_everything(page)
        assert heard[:4] == [
            "Je vérifie un message suspect avant d’y toucher",
            "J’ai reçu un SMS ou un e-mail que je n’attendais pas.",
            "Je regarde s’il est dangereux avant de faire quoi que ce soit.",
            "Un message me presse, m’inquiète ou me promet un cadeau.",
        ]
        steps = [heard.index(f"Étape {rank}") for rank in range(1, 6)]
        assert steps == sorted(steps)
        assert heard[steps[0] + 1] == "Je ne touche à rien"
        expect(page.get_by_text("La lecture est finie.")).to_be_visible()
        expect(page.get_by_role("group", name="Lecture à voix haute")).to_be_hidden()
        # The page is left as it was.
        assert body.inner_html() == before


def test_a_screen_is_said_in_words_and_hidden_tabs_are_not(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        shown = page.locator('[data-bloc="ecran"] [role="img"]').first
        description = spaced(shown.get_attribute("aria-label") or "")
        listens(page)
        heard = hears_everything(page)
        beginning = heard.index("Un téléphone.")
        assert " ".join(heard[beginning : beginning + 5]) == description
        # Before what holds for some devices only, it says which ones.
        assert heard[beginning - 2] == "Téléphone Android ou iPhone"
        whole = " ".join(heard)
        assert whole.count("+33 7 55 00 00 00") == 1
        assert "Je choisis « Transférer »" in whole
        assert "puis la flèche en bas à droite" not in whole
        for silent in ("C’est fait", "Fiche 101", "Écouter", "Sources", "Et ensuite", "Oui, c’est"):
            assert silent not in whole

        page.locator("#etape-5").get_by_text("iPhone", exact=True).first.click()
        page.evaluate("device.said = []")
        listens(page)
        whole = " ".join(hears_everything(page))
        assert "puis la flèche en bas à droite" in whole
        assert "Je choisis « Transférer »" not in whole


@pytest.mark.parametrize(
    ("address", "first"),
    [(TERM, "Hameçonnage"), (GUIDE, "J’ouvre un appel")],
    ids=["term", "guide"],
)
def test_terms_and_guides_are_read_too(
    browser: Browser, host: str, address: str, first: str
) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(address)
        listens(page)
        heard = hears_everything(page)
        assert heard[0] == first
        assert len(heard) > 8
        assert max(map(len, heard)) <= 180


def test_the_sentence_that_is_said_is_marked_and_in_view(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        words = page.locator("main").inner_text()
        listens(page)
        seen = set()
        for _ in range(25):
            sentence = said(page)[-1]
            drawn = page.locator(".fil-spoken-box")
            if drawn.count():
                box = drawn.bounding_box()
            else:
                assert marked(page) == sentence
                box = page.locator(".fil-spoken").first.bounding_box()
            assert box is not None
            assert box["y"] < 800
            assert box["y"] + box["height"] > 0
            seen.add(sentence)
            page.evaluate("ends()")
        assert len(seen) >= 24
        # A sentence that a link cuts in three is marked whole.
        assert "Je n’ouvre pas la pièce jointe." in seen
        page.get_by_role("button", name="Arrêter").click()
        assert page.locator(".fil-spoken, .fil-spoken-box").count() == 0
        assert page.locator("main").inner_text() == words


def test_pause_resume_stop(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        page.evaluate("ends()")
        assert len(said(page)) == 2
        # By keyboard: the focus went to the first button of the bar.
        page.keyboard.press("Enter")
        assert page.evaluate("device.now") is None
        expect(page.get_by_role("button", name="Reprendre")).to_be_focused()
        page.wait_for_timeout(50)
        assert len(said(page)) == 2, "what is cut short does not go on"
        page.keyboard.press("Enter")
        assert said(page)[2] == said(page)[1], "the sentence is taken up again"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("device.now") is None
        expect(page.get_by_role("button", name="Écouter")).to_be_focused()
        expect(page.get_by_role("group", name="Lecture à voix haute")).to_be_hidden()


def test_the_speed_is_heard_at_once_and_remembered(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        assert last(page) == {
            "text": "Je vérifie un message suspect avant d’y toucher",
            "rate": 1,
            "voice": "Amélie",
            "lang": "fr-FR",
        }
        page.get_by_label("Vitesse").select_option("lent")
        hears_anew(page, 2)
        assert last(page)["rate"] == 0.8
        assert said(page)[0] == said(page)[1]
        expect(page.get_by_label("Voix", exact=True)).to_be_hidden()
        reader.opens(TERM)
        listens(page)
        assert last(page)["rate"] == 0.8
        page.get_by_label("Vitesse").select_option("rapide")
        hears_anew(page, 2)
        assert last(page)["rate"] == 1.3


def test_the_voices_of_the_device_come_first_and_one_is_chosen(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, ALICE, NUAGE, LEA, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        assert last(page)["voice"] == "Amélie"
        voices = page.get_by_label("Voix", exact=True)
        assert voices.locator("option").all_text_contents() == ["Amélie", "Léa", "Nuage (en ligne)"]
        warning = page.get_by_text("le texte de la page lui est envoyé")
        expect(warning).to_have_count(0)
        voices.select_option("nuage")
        hears_anew(page, 2)
        assert last(page)["voice"] == "Nuage"
        expect(warning).to_be_visible()
        voices.select_option("lea")
        expect(warning).to_have_count(0)
        assert page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))") == {
            "version": 1,
            "vitesse": "normal",
            "voix": "lea",
        }
        page.reload()
        listens(page)
        assert last(page)["voice"] == "Léa"


@pytest.mark.parametrize("voices", [[], [ALICE]], ids=["no voice", "no French voice"])
def test_without_a_french_voice_it_says_what_to_do(
    browser: Browser, host: str, voices: list[dict[str, object]]
) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, *voices)
        reader.opens(TUTORIAL)
        listens(page)
        expect(page.get_by_text("Votre appareil n’a pas de voix française.")).to_be_visible()
        assert said(page) == []
        expect(page.get_by_role("group", name="Lecture à voix haute")).to_be_hidden()


def test_voices_that_come_late_are_waited_for(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader)
        reader.opens(TUTORIAL)
        listens(page)
        expect(page.get_by_text("Je cherche une voix française…")).to_be_visible()
        page.evaluate(
            f"device.voices = [{json.dumps(AMELIE)}]; device.heard.forEach(each => each())"
        )
        assert last(page)["voice"] == "Amélie"


def test_a_voice_that_fails_is_not_silent(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        page.evaluate("const failed = device.now; device.now = null; failed.onerror({})")
        expect(page.get_by_text("La voix s’est arrêtée.")).to_be_visible()
        page.get_by_role("button", name="Reprendre").click()
        assert said(page)[0] == said(page)[1]


def test_a_voice_that_makes_no_sound_is_noticed(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        page.clock.install()
        reader.opens(TUTORIAL)
        page.evaluate("device.mute = true")
        listens(page)
        page.clock.run_for(5000)
        expect(page.get_by_text("La voix ne répond pas.")).to_have_count(0)
        page.clock.run_for(1500)
        expect(page.get_by_text("La voix ne répond pas.")).to_be_visible()
        page.evaluate("device.mute = false")
        page.get_by_role("button", name="Reprendre").click()
        page.clock.run_for(7000)
        expect(page.get_by_text("La voix ne répond pas.")).to_have_count(0)
        assert said(page)[0] == said(page)[1]


def test_leaving_the_page_silences_it(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        page.evaluate("sessionStorage.removeItem('silenced')")
        reader.opens("glossaire/")
        assert page.evaluate("sessionStorage.getItem('silenced')") == "oui"


@pytest.mark.parametrize("kept", ["{", "null", '{"version":1,"vitesse":"__proto__","voix":7}'])
def test_what_is_not_understood_is_the_ordinary_speed(
    browser: Browser, host: str, kept: str
) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        page.add_init_script(f"localStorage.setItem('{KEY}', {json.dumps(kept)})")
        reader.opens(TUTORIAL)
        listens(page)
        assert last(page)["rate"] == 1


def test_a_browser_that_does_not_speak_has_no_button(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.page.add_init_script(
            "Object.defineProperty(window, 'speechSynthesis', {value: undefined})"
        )
        reader.opens(TUTORIAL)
        expect(reader.page.locator(".fil-listen")).to_be_hidden()
    with reading(browser, host, javascript=False) as reader:
        reader.opens(TUTORIAL)
        expect(reader.page.locator(".fil-listen")).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say_while_it_reads(
    browser: Browser, host: str, width: int, scheme: str
) -> None:
    with reading(browser, host, width=width) as reader:
        page = with_voices(reader, AMELIE, LEA)
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        reader.opens(TUTORIAL)
        listens(page)
        for _ in range(2):
            assert violations(page) == []
            page.evaluate("ends()")
        if width == 390:
            page.evaluate("filComfort.keep({texte: '200'})")
            assert look(page, "overflowing") == []
            box = page.get_by_role("group", name="Lecture à voix haute").bounding_box()
            assert box is not None
            assert box["height"] <= 200, "a quarter of the screen at most"


def test_reading_in_comfort_weighs_little(tmp_path: Path) -> None:
    scripts = REPOSITORY / "overrides" / "assets" / "js"
    (tmp_path / "css").mkdir()
    (tmp_path / "js").mkdir()
    for part in ("head/20-comfort.js", "site/30-comfort.js", "read-aloud.js"):
        shutil.copy(scripts / part, tmp_path / "js" / part.replace("/", "-"))
    weights = [len(gzip.compress(each.content, 9)) for each in gather(tmp_path).values()]
    assert len(weights) == 3
    assert sum(weights) <= 8 * 1024
