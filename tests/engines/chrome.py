"""Old Chromes, by the protocol of their own tools: the binaries that npm's packages ship."""

from __future__ import annotations

import base64
import json
import time
from pathlib import Path
from urllib.request import urlopen

from tests.engines.channel import Channel
from tests.engines.engine import ENTER, PATIENCE, Engine, EngineError, MissingEngineError
from tests.engines.program import Program, own_folder

BINARIES = Path(__file__).parent / "node_modules"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--hide-scrollbars",
    "--lang=fr-FR",
    "--remote-debugging-port=0",
)

NAMED_ENTER = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
A4 = {"paperWidth": 8.27, "paperHeight": 11.69}
"""Inches."""


class Chrome(Engine):
    """A headless Chrome of a certain version."""

    def __init__(self, version: int) -> None:
        self.name = f"chrome-{version}"
        binary = BINARIES / self.name / "bin" / "chromium"
        if not binary.is_file():
            raise MissingEngineError(f"Chrome {version} : lancez « make essai-navigateurs » (npm)")
        folder = own_folder()
        profile = f"--user-data-dir={folder / 'profil'}"
        self._program = Program([str(binary), *FLAGS, profile, "about:blank"], folder)
        try:
            self._channel = Channel(self._window())
        except BaseException:
            self._program.end()
            raise
        for domain in ("Page", "Runtime"):
            self._channel.ask(f"{domain}.enable")

    def _window(self) -> str:
        """Return the address of the only window, once the browser has opened it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            port = self._program.said(r"ws://127\.0\.0\.1:(\d+)/")
            if port:
                with urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
                    windows = json.load(answer)
                if windows:
                    return str(windows[0]["webSocketDebuggerUrl"])
            time.sleep(0.05)
        raise EngineError(f"{self.name} ne s’ouvre pas")

    def go(self, address: str) -> None:
        self._channel.ask("Page.navigate", url=address)

    def value(self, expression: str) -> str:
        answer = self._channel.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        result = answer["result"]
        assert isinstance(result, dict)
        if "exceptionDetails" in answer or result.get("type") != "string":
            raise EngineError(f"{expression} : {answer}")
        return str(result["value"])

    def tap(self, x: int, y: int) -> None:
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = "none" if kind == "mouseMoved" else "left"
            clicks = 0 if kind == "mouseMoved" else 1
            self._channel.ask(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button=button, clickCount=clicks
            )

    def write(self, words: str) -> None:
        for sign in words:
            about = NAMED_ENTER if sign == ENTER else {"key": sign, "text": sign}
            self._channel.ask("Input.dispatchKeyEvent", type="keyDown", **about)
            self._channel.ask("Input.dispatchKeyEvent", type="keyUp", **{**about, "text": ""})

    def resize(self, width: int, height: int) -> None:
        self._channel.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def picture(self) -> bytes:
        return base64.b64decode(str(self._channel.ask("Page.captureScreenshot")["data"]))

    def paper(self) -> bytes:
        return base64.b64decode(
            str(self._channel.ask("Page.printToPDF", pageRanges="1", **A4)["data"])
        )

    def close(self) -> None:
        self._channel.close()
        self._program.end()
