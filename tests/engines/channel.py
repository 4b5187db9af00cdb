"""Commands and their answers as JSON over a WebSocket: what Chrome and Firefox both speak."""

from __future__ import annotations

import json
from contextlib import ExitStack

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from tests.engines.engine import PATIENCE, EngineError


class Channel:
    """One conversation; what the browser says of itself meanwhile is let be.

    No ping is sent: an old Chrome answers none, and would be thought gone.
    """

    def __init__(self, address: str) -> None:
        self._stack = ExitStack()
        self._socket = self._stack.enter_context(
            connect(address, max_size=None, ping_interval=None)
        )
        self._last = 0

    def ask(self, method: str, **parameters: object) -> dict[str, object]:
        """Send a command and return its result; raises EngineError when it is refused."""
        self._last += 1
        command = {"id": self._last, "method": method, "params": parameters}
        try:
            self._socket.send(json.dumps(command))
            while True:
                answer = json.loads(self._socket.recv(timeout=2 * PATIENCE))
                if answer.get("id") == self._last:
                    break
        except (WebSocketException, TimeoutError, OSError) as error:
            raise EngineError(f"{method} : {error}") from error
        if "error" in answer:
            raise EngineError(f"{method} : {answer['error']} {answer.get('message', '')}")
        result: dict[str, object] = answer["result"]
        return result

    def close(self) -> None:
        self._stack.close()
