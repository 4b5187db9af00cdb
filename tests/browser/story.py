"""Scenarios read like a story: a site is served, someone opens it, acts, and sees.

Whatever the scenario, the console stays empty and nothing is asked of another host.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
)

# What a story needs besides: a host, and how wide its readers' windows are.
from boutdufil.tools.browser import WIDTHS as WIDTHS
from boutdufil.tools.browser import served as served

BLOCKED = "Service Worker registration blocked by Playwright"
PATIENCE = 5000
"""Milliseconds that a reader waits for what should be there."""


@dataclass
class Reader:
    """Someone who reads the site in a browser."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)
        self.page.on("requestfailed", self._failed)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.text != BLOCKED:
            self.complaints.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        asked, own = urlsplit(request.url), urlsplit(self.home)
        if asked.scheme != "data" and (asked.scheme, asked.netloc) != (own.scheme, own.netloc):
            self.complaints.append(f"left the host: {request.url}")

    def _failed(self, request: Request) -> None:
        # Leaving a page, as a redirect does at once, drops what it was still loading.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def opens(self, address: str) -> None:
        """Type an address, counted from the root of the site."""
        path, mark, place = address.partition("#")
        name = f"{path}index.html" if self.home.startswith("file:") else path
        self.page.goto(self.home + name + mark + place)

    def follows(self, name: str, inside: str = "main") -> None:
        """Press the first link of this name."""
        links = self.page.locator(inside).get_by_role("link", name=name)
        links.first.click()
        self.page.wait_for_load_state("load")

    def goes_back(self, address: str) -> None:
        """Go back once, and be at ``address``: a page that notes its place may answer for it."""
        self.page.go_back(wait_until="load")
        file = "index.html" if self.home.startswith("file:") else ""
        path, mark, place = address.partition("#")
        expect(self.page).to_have_url(self.home + path + file + mark + place)

    @property
    def address(self) -> str:
        """Where the reader is, counted from the root of the site."""
        assert self.page.url.startswith(self.home), self.page.url
        return self.page.url.removeprefix(self.home).replace("index.html", "")

    @property
    def kind(self) -> str:
        """The kind of page that the reader sees."""
        return self.page.locator("body").get_attribute("data-page") or ""

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()


@contextmanager
def reading(
    browser: Browser, home: str, *, width: int = 1280, javascript: bool = True, first: bool = False
) -> Iterator[Reader]:
    """Open a browser tab for the time of a story; nothing may have been complained of.

    It keeps nothing of the stories before, but for the files that a browser has at hand from one
    page to the next. ``first`` is for a story that counts on a browser without any, or that changes
    what its window shares: its clock, its network, its permissions.
    """
    with _window(browser, javascript, first) as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        _forget(page, home)
        reader = Reader(page, home)
        yield reader
        assert reader.complaints == [], reader.complaints


_WINDOWS: dict[tuple[Browser, bool], BrowserContext] = {}
"""Opening a window costs more than a story: each browser keeps one with scripts, one without."""


@contextmanager
def _window(browser: Browser, javascript: bool, first: bool) -> Iterator[BrowserContext]:
    if first:
        context = _opened(browser, javascript)
        try:
            yield context
        finally:
            context.close()
        return
    key = (browser, javascript)
    if key not in _WINDOWS:
        _WINDOWS[key] = _opened(browser, javascript)
        # A window whose last tab is closed has to be started again.
        _WINDOWS[key].new_page()
    context = _WINDOWS[key]
    try:
        yield context
    finally:
        for page in context.pages[1:]:
            page.close()


def _opened(browser: Browser, javascript: bool) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        java_script_enabled=javascript,
        locale="fr-FR",
        reduced_motion="reduce",
        # What it keeps would be that of the stories before: test_offline has windows of its own.
        service_workers="block",
    )
    context.set_default_timeout(PATIENCE)
    return context


def _forget(page: Page, home: str) -> None:
    """Erase what the site kept in the browser; what a tab keeps went with its tab."""
    parts = urlsplit(home)
    session = page.context.new_cdp_session(page)
    session.send(
        "Storage.clearDataForOrigin",
        {"origin": f"{parts.scheme}://{parts.netloc}", "storageTypes": "local_storage,cookies"},
    )
    session.detach()
