"""Debian's Firefox, by WebDriver BiDi, which it speaks without another program."""

from __future__ import annotations

import base64
import shutil
import time
from collections.abc import Mapping
from typing import cast

from tests.engines.channel import Channel
from tests.engines.engine import PATIENCE, Engine, EngineError, MissingEngineError
from tests.engines.program import Program, own_folder

PREFERENCES = """
user_pref("intl.locale.requested", "fr");
user_pref("app.update.disabledForTesting", true);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("browser.safebrowsing.downloads.remote.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("layout.css.prefers-color-scheme.content-override", 1);
user_pref("ui.useOverlayScrollbars", 1);
"""
"""It asks nothing of anybody, shows the light scheme, and its scroll bars take no room."""


class Firefox(Engine):
    """A headless Firefox."""

    name = "firefox"

    def __init__(self) -> None:
        binary = shutil.which("firefox-esr")
        if not binary:
            raise MissingEngineError("Firefox : « sudo apt install firefox-esr »")
        folder = own_folder()
        profile = folder / "profil"
        profile.mkdir()
        (profile / "user.js").write_text(PREFERENCES, encoding="utf-8")
        self._program = Program(
            [
                binary,
                "--headless",
                "--no-remote",
                "--profile",
                str(profile),
                "--remote-debugging-port=0",
            ],
            folder,
        )
        try:
            self._channel = Channel(f"{self._address()}/session")
        except BaseException:
            self._program.end()
            raise
        self._channel.ask("session.new", capabilities={})
        # In the first tab, the address bar has the focus, and keeps it.
        self._window = self._channel.ask("browsingContext.create", type="tab")["context"]

    def _address(self) -> str:
        end = time.monotonic() + 3 * PATIENCE
        while time.monotonic() < end:
            if address := self._program.said(r"WebDriver BiDi listening on (ws://\S+)"):
                return address
            time.sleep(0.05)
        raise EngineError("Firefox ne s’ouvre pas")

    def go(self, address: str) -> None:
        self._channel.ask(
            "browsingContext.navigate", context=self._window, url=address, wait="none"
        )

    def value(self, expression: str) -> str:
        answer = self._channel.ask(
            "script.evaluate",
            expression=expression,
            target={"context": self._window},
            awaitPromise=False,
        )
        result = cast("dict[str, object]", answer.get("result") or {})
        if answer["type"] != "success" or result.get("type") != "string":
            raise EngineError(f"{expression} : {answer}")
        return str(result["value"])

    def _act(self, kind: str, *actions: Mapping[str, object]) -> None:
        source = {"type": kind, "id": kind, "actions": actions}
        self._channel.ask("input.performActions", context=self._window, actions=[source])

    def tap(self, x: int, y: int) -> None:
        self._act(
            "pointer",
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        )

    def write(self, words: str) -> None:
        ways = ("keyDown", "keyUp")
        self._act("key", *({"type": way, "value": sign} for sign in words for way in ways))

    def resize(self, width: int, height: int) -> None:
        self._channel.ask(
            "browsingContext.setViewport",
            context=self._window,
            viewport={"width": width, "height": height},
        )

    def picture(self) -> bytes:
        answer = self._channel.ask("browsingContext.captureScreenshot", context=self._window)
        return base64.b64decode(str(answer["data"]))

    def paper(self) -> bytes:
        answer = self._channel.ask("browsingContext.print", context=self._window, pageRanges=["1"])
        return base64.b64decode(str(answer["data"]))

    def close(self) -> None:
        self._channel.close()
        self._program.end()
