"""Debian's WebKit, by WebDriver: the engine of Safari, in the little browser it ships."""

from __future__ import annotations

import base64
import json
import shutil
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.engines.engine import PATIENCE, Engine, EngineError, MissingEngineError
from tests.engines.program import Program, free_port, own_folder

BROWSER = Path("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser")
SCREEN = "1280x1024x24"


class WebKit(Engine):
    """WebKitGTK, on a screen that nobody sees."""

    name = "webkit"

    def __init__(self) -> None:
        driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
        if not driver or not screen or not BROWSER.is_file():
            raise MissingEngineError("WebKit : « sudo apt install webkit2gtk-driver xvfb »")
        self._screen, display = _screen(screen)
        folder, port = own_folder(), free_port()
        environment = ["env", f"DISPLAY={display}", "LIBGL_ALWAYS_SOFTWARE=1", "LANG=C.UTF-8"]
        environment += ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", "GTK_A11Y=none"]
        environment += [f"XDG_DATA_HOME={folder}", f"XDG_CACHE_HOME={folder}"]
        self._program = Program([*environment, driver, f"--port={port}"], folder)
        self._base = f"http://127.0.0.1:{port}"
        try:
            self._session = self._begin()
        except BaseException:
            self.close()
            raise

    def _begin(self) -> str:
        options = {"binary": str(BROWSER), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        end = time.monotonic() + PATIENCE
        while True:
            try:
                made = self._ask("POST", "/session", {"capabilities": wanted})
                assert isinstance(made, dict)
                return f"/session/{made['sessionId']}"
            except URLError as error:
                if time.monotonic() > end:
                    raise EngineError(f"WebKit ne s’ouvre pas : {error}") from error
                time.sleep(0.1)

    def _ask(self, method: str, path: str, body: object = None) -> object:
        content = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json"}
        request = Request(self._base + path, content, headers, method=method)
        try:
            with urlopen(request, timeout=3 * PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise EngineError(f"{path} : {error.read().decode()}") from error

    def _post(self, path: str, body: object) -> object:
        return self._ask("POST", self._session + path, body)

    def go(self, address: str) -> None:
        self._post("/url", {"url": address})

    def value(self, expression: str) -> str:
        found = self._post("/execute/sync", {"script": f"return {expression}", "args": []})
        if not isinstance(found, str):
            raise EngineError(f"{expression} : {found}")
        return found

    def tap(self, x: int, y: int) -> None:
        actions = [
            {"type": "pointerMove", "x": x, "y": y, "duration": 0},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        source = {"type": "pointer", "id": "mouse", "actions": actions}
        self._post("/actions", {"actions": [source]})

    def write(self, words: str) -> None:
        ways = ("keyDown", "keyUp")
        actions = [{"type": way, "value": sign} for sign in words for way in ways]
        self._post("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def resize(self, width: int, height: int) -> None:
        """The window has a frame, which is counted out."""
        self._post("/window/rect", {"width": width, "height": height})
        frame = self.tell(f"[{width} - innerWidth, {height} - innerHeight]")
        assert isinstance(frame, list)
        self._post("/window/rect", {"width": width + frame[0], "height": height + frame[1]})

    def picture(self) -> bytes:
        return base64.b64decode(str(self._ask("GET", f"{self._session}/screenshot")))

    def paper(self) -> None:
        """Its driver does not print."""

    def close(self) -> None:
        if hasattr(self, "_session"):
            self._ask("DELETE", self._session)
        self._program.end()
        self._screen.end()


def _screen(program: str) -> tuple[Program, str]:
    """Start a screen of its own and return it, and its name."""
    folder = own_folder()
    screen = Program(
        [program, "-displayfd", "2", "-screen", "0", SCREEN, "-nolisten", "tcp"], folder
    )
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if number := screen.said(r"^(\d+)\n"):
            return screen, f":{number}"
        time.sleep(0.05)
    screen.end()
    raise EngineError("Xvfb ne s’ouvre pas")
