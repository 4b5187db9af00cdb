"""What MkDocs tells of a build or of a preview, in French; what serves nobody is not told."""

from __future__ import annotations

import logging
import re

_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(english), french)
    for english, french in (
        (r"Documentation built in (\d+)\.(\d+) seconds", r"Site construit en \1,\2 secondes."),
        (r"Watching paths for changes: (.+)", r"Tout changement est suivi dans : \1"),
        (r"Serving on (\S+)", r"Le site est là : \1 (pour arrêter : Ctrl + C)"),
    )
)
"""MkDocs 1.6, commands/build.py and livereload/."""
# The time, which MkDocs puts before what it says while it serves: « [20:11:38] ».
_TIME = re.compile(r"\A\[\d\d:\d\d:\d\d\] ")
_UNTOLD = re.compile(
    r"Cleaning site directory|Building documentation to directory: .*|Browser connected: .*"
)


class InFrench(logging.Filter):
    """Says in French what is known of MkDocs, and lets the rest go as it is."""

    def filter(self, record: logging.LogRecord) -> bool:
        told = _TIME.sub("", record.getMessage())
        if _UNTOLD.fullmatch(told):
            return False
        for english, french in _SAID:
            if match := english.fullmatch(told):
                record.msg, record.args = match.expand(french), ()
        return True
