"""340 vectors in 103 places of a content: nothing runs, nobody else is asked, no policy helping.

Each is in all the places of a body and of a screen; those of a front matter share them by four:
32,764 in all. What the rules refuse is let in, so that what is left is how pages are written. The
same pages are opened without our scripts, many at once, with them, and with the policy of a host.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from boutdufil.pages.policy import HEADERS
from tests.browser.hostile import FULL, SITE, TAKEN, by, publish
from tests.browser.vectors import VECTORS
from tests.conftest import heavy
from tests.site.plain_host import PlainHost, hosted
from tests.site.shared import Share

AT_ONCE = 30
"""Pages in one page."""
RAN = "a vector ran"
ALARM = f"window.alert = window.msgbox = () => console.error('{RAN}');"
STRANGE = """() => {
  const found = [];
  const look = page => {
    for (const thing of page.querySelectorAll('*')) {
      for (const {name, value} of thing.attributes) {
        if (/^on|^srcdoc$|^srcset$|^style$/.test(name)) found.push(`${page.URL} ${name}=${value}`);
        if (!/^(xlink:)?href$|src$|action$|^data$|^poster$|^background$/.test(name)) continue;
        // What is no address leads nowhere.
        if (!URL.canParse(value, page.baseURI)) continue;
        const {protocol, origin} = new URL(value, page.baseURI);
        const drawn = thing.localName === 'link' && value.startsWith('data:image/svg+xml,');
        if (!/^(https|tel|mailto|sms):$/.test(protocol) && origin !== location.origin && !drawn)
          found.push(`${page.URL} ${name}=${value}`);
      }
      if (/^(iframe|object|embed|base|frame|math|template|xmp|plaintext)$/i.test(thing.localName)
          || thing.localName === 'style' || thing.localName === 'script' && !thing.src)
        found.push(`${page.URL} <${thing.localName}>`);
    }
  };
  if (!document.body.dataset.frames) look(document);
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument;
    // A page that left for elsewhere shows nothing of itself.
    if (page && page.URL === frame.src) look(page); else found.push(`${frame.src} left`);
  }
  return found;
}"""
"""Whatever waits for a reader's gesture: a handler, an address that is a program, a frame."""
CALL = """() => {
  const press = selector => {
    const found = document.querySelector(selector);
    if (found) found.click();
    return !!found;
  };
  let said = 0;
  press('.fil-start');
  const answered = () => press("[data-reponse='2']") || press("[data-reponse='1']");
  while (said < 60 && (answered() || press('.fil-onward'))) said += 1;
  return said;
}"""
"""Hold a call as someone whom the first answer does not suit."""


# What a page loads of ours: ``<script src="../assets/site.0123.js" defer></script>``.
OURS = re.compile(r"<(?:script|link)\b[^>]*/?assets/[^>]*>(?:</script>)?")
REDIRECT = 'http-equiv="refresh"'


@dataclass(frozen=True)
class Hostile:
    """A published content, and how many vectors each of its places holds."""

    site: Path
    taken: Counter[str]

    @property
    def pages(self) -> list[str]:
        return sorted(file.relative_to(self.site).as_posix() for file in self.site.rglob("*.html"))


@pytest.fixture(scope="module")
def hostile(share: Share) -> Hostile:
    def fill(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            publish(folder, patch)

    folder = share("hostile", fill)
    return Hostile(folder / SITE, Counter(json.loads((folder / TAKEN).read_text("utf-8"))))


@dataclass
class Witness:
    """A page, and what it did that nobody asked it for."""

    page: Page
    host: PlainHost
    did: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(ALARM)
        self.page.on("console", lambda message: self.did.append(message.text))
        self.page.on("pageerror", lambda error: self.did.append(f"error: {error}"))
        self.page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.host.home, "data:")):
            self.did.append(f"asked: {url}")

    def opens(self, address: str) -> None:
        self.page.goto(self.host.home + address)
        assert self.page.evaluate(STRANGE) == []
        assert self.did == [], address
        assert self.host.lost == [], address


@contextmanager
def watching(browser: Browser, folder: Path, policy: str = "") -> Iterator[Witness]:
    headers = {"Content-Security-Policy": policy} if policy else {}
    context = browser.new_context(service_workers="block", locale="fr-FR")
    try:
        with hosted(folder, headers=headers) as host:
            yield Witness(context.new_page(), host)
    finally:
        context.close()


def framed(pages: Sequence[str]) -> str:
    frames = "".join(f'<iframe hidden src="{quote(page)}"></iframe>' for page in pages)
    return f"<!doctype html><title>Cadres</title><body data-frames=many>{frames}"


@heavy
def test_the_places_and_the_vectors_are_as_many_as_is_said(hostile: Hostile) -> None:
    doc = __doc__ or ""
    assert doc.startswith(f"{len(VECTORS)} vectors in {len(hostile.taken)} places")
    assert f"\n{sum(hostile.taken.values()):,} in all." in doc, sum(hostile.taken.values())
    assert min(hostile.taken.values()) > 0


def test_a_page_that_prints_them_as_they_are_is_caught(browser: Browser, tmp_path: Path) -> None:
    """The witness sees: most vectors run, or ask for something, where nothing stops them."""
    seen = VECTORS[::3]
    for rank, vector in enumerate(seen):
        page = tmp_path / f"{rank}.html"
        page.write_text(
            f'<!doctype html><meta charset=utf-8><p title="{vector}">{vector}',
            "utf-8",
            errors="surrogatepass",
        )
    (tmp_path / "cadres.html").write_text(framed([f"{rank}.html" for rank in range(len(seen))]))
    with watching(browser, tmp_path) as witness:
        witness.page.goto(f"{witness.host.home}cadres.html")
        witness.page.wait_for_timeout(500)
        assert witness.did.count(RAN) > 40
        assert sum("evil.example" in each for each in witness.did) > 3
        assert len(witness.host.lost) > 3
        strange = {each.split(" ")[0] for each in witness.page.evaluate(STRANGE)}
        assert len(strange) > 70


@heavy
def test_no_page_is_more_than_its_words(browser: Browser, hostile: Hostile, tmp_path: Path) -> None:
    """Whole pages, many at once, without our scripts nor our styles, and not even drawn."""
    pages = hostile.pages
    for page in pages:
        html = (hostile.site / page).read_text(encoding="utf-8")
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text(OURS.sub("", html), encoding="utf-8")
    # The fullest are opened below, with our scripts; a redirect leaves at once.
    apart = [page for page in pages if not page.startswith(FULL)]
    standing = [page for page in apart if REDIRECT not in (tmp_path / page).read_text("utf-8")]
    assert len(standing) > 500
    with watching(browser, tmp_path) as witness:
        for rank, some in enumerate(by(AT_ONCE, standing)):
            (tmp_path / f"cadres-{rank}.html").write_text(framed(some), encoding="utf-8")
            witness.opens(f"cadres-{rank}.html")


@heavy
@pytest.mark.parametrize("policy", ["", HEADERS["Content-Security-Policy"]], ids=["bare", "policy"])
def test_no_script_of_ours_makes_more_of_them(
    browser: Browser, hostile: Hostile, policy: str
) -> None:
    """The steps, the desk, the lists, the search: each of the places is in one of these pages."""
    folders = sorted(file.parent for file in hostile.site.glob(f"{FULL}*/index.html"))
    full = [f"{folder.relative_to(hostile.site).as_posix()}/" for folder in folders]
    with watching(browser, hostile.site, policy) as witness:
        for address in ("", "glossaire/", "gestes/", "appels/", "numeros/", "themes/photos/"):
            witness.opens(address)
        # Nothing runs that did not without it: there, what it complains of is looked for.
        for address in full[::4] if policy else full:
            witness.opens(address)
            witness.opens(f"{address}telephone/")
            assert witness.page.evaluate(CALL) > 2
            assert witness.did == []
        for question in ("alert", "svg onload", "onerror script", *VECTORS[::20]):
            witness.opens(f"recherche/?q={quote(question)}")
            witness.page.wait_for_selector("#resultats:not([data-etat=attente])", state="attached")
            assert witness.page.evaluate(STRANGE) == witness.did == [], question
