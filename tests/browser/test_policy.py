"""The policy at work: no text becomes a script or a part of a page, from a host or from a disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.story import reading

ELSEWHERE = "http://127.0.0.1/"
"""Another site, which shows a page of ours within its own."""
SINKS = {
    "a script from elsewhere": "s => { s.src = 'https://evil.example/a.js'; }",
    "a script of the host, not of ours": "s => { s.src = root + 'vie-privee/evil.js'; }",
    "a way up": "s => { s.src = root + 'assets/../../evil.0.js'; }",
    "a text in a script": "s => { s.textContent = '1'; s.text = '2'; document.body.append(s); }",
    "inner": "s => { document.body.innerHTML = '<p>a</p>'; }",
    "outer": "s => { document.querySelector('h1').outerHTML = '<p>a</p>'; }",
    "beside": "s => { document.body.insertAdjacentHTML('beforeend', '<p>a</p>'); }",
    "range": "s => { document.createRange().createContextualFragment('<p>a</p>'); }",
    "frame": "s => { document.createElement('iframe').srcdoc = '<p>a</p>'; }",
    "handler": "s => { s.setAttribute('onclick', 'go()'); }",
    "writing": "s => { document.write('<p>a</p>'); }",
    "another policy": "s => { trustedTypes.createPolicy('mine', {createHTML: text => text}); }",
}
TRY = """([act, root]) => {
  window.root = root;
  try { eval; (0, new Map(SINKS)).get(act)(document.createElement('script')); return 'let'; }
  catch (refused) { return refused.name; }
}""".replace("SINKS", "[" + ",".join(f"[{name!r}, {act}]" for name, act in SINKS.items()) + "]")
ALLOWED = """root => {
  const script = document.createElement('script');
  for (const name of ['assets/a.0123456789.js', 'assets/search/4.012345.js',
                      'recherche/sommaire.js', 'tutoriels/a/b/fiche.js']) script.src = root + name;
  return new DOMParser().parseFromString('<p>lu</p>', 'text/html').body.textContent;
}"""


@pytest.mark.parametrize("place", ["host", "disk"])
def test_no_text_becomes_more_than_a_text(
    browser: Browser, place: str, request: pytest.FixtureRequest
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home) as reader:
        reader.opens("vie-privee/")
        before = reader.page.content()
        for act in SINKS:
            answer = reader.page.evaluate(TRY, [act, home])
            assert answer == "TypeError", act
        assert reader.page.content() == before
        assert reader.page.evaluate(ALLOWED, home) == "lu"
        # The browser says each refusal, and asked for nothing.
        assert not any(told.startswith(("left", "failed")) for told in reader.complaints)
        assert len(reader.complaints) >= len(SINKS)
        reader.complaints.clear()


@pytest.mark.parametrize("asked", [True, False])
def test_no_other_site_shows_a_page_of_ours(browser: Browser, host: str, asked: bool) -> None:
    """A page cannot say so itself: without the header of the host, it is shown."""
    page = browser.new_page()
    page.route(
        ELSEWHERE,
        lambda route: route.fulfill(
            body=f'<iframe src="{host}vie-privee/"></iframe>', content_type="text/html"
        ),
    )
    if not asked:
        page.route(f"{host}vie-privee/", without_headers)
    page.goto(ELSEWHERE, wait_until="load")
    shown = page.frames[1].evaluate("document.querySelectorAll('h1').length")
    page.close()
    assert shown == (0 if asked else 1)


def without_headers(route: Route) -> None:
    page = route.fetch()
    route.fulfill(body=page.body(), content_type="text/html")
