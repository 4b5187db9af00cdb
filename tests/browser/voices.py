"""A device that speaks: its voices are those of a story, which hears each sentence."""

from __future__ import annotations

import json

from playwright.sync_api import Page

from tests.browser.story import Reader

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
    // What is asked for during the press, before there is anything to say.
    if (!words.text) { device.opened = true; return; }
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
    for _ in range(1500):
        if not page.evaluate("device.now !== null"):
            return said(page)
        page.evaluate("ends()")
    raise AssertionError("the reading never ends")
