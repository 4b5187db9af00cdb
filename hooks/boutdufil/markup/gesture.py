"""Signs that are ours within a text: verbs that follow the device, and codes that one dials."""

from __future__ import annotations

import re
from re import Match
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

CSS_CLASS = "fil-geste"
# ``{appuyez|cliquez}``: a verb of the finger, one of the mouse; not ``{appuyez}``.
GESTURE = re.compile(r"\{([^{}|\n]{1,60})\|([^{}|\n]{1,60})\}")
# A code that one dials, ``*#06#`` or ``**21*0612#``; not ``**33700**``, a number in bold.
_DIALLED = r"(?<![\w*#])[*#]{1,3}\d[\d*]*#(?![\w#])"
# A sign alone that touches a digit or a hash: ``*21``, ``3_``; not ``**3 jours**``.
_TOUCHING = r"(?<![*_])[*_](?![*_])(?=[\d#])|(?<=[\d#])[*_](?![*_])"


class _Gesture(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # the stubs of the parent return no span
        self, match: Match[str], text: str
    ) -> tuple[ElementTree.Element, int, int]:
        touch, click = match[1].strip(), match[2].strip()
        element = ElementTree.Element(
            "span", {"class": CSS_CLASS, "data-appuyer": touch, "data-cliquer": click}
        )
        element.text = both_verbs(match)
        return element, match.start(0), match.end(0)


class _AsWritten(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # the stubs of the parent return no span
        self, match: Match[str], text: str
    ) -> tuple[str, int, int]:
        return match[0], match.start(0), match.end(0)


class OwnSigns(Extension):
    """Read the verbs before emphasis, and keep from it what one dials."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register before emphasis (60), after code (190) and escapes (180)."""
        md.inlinePatterns.register(_Gesture(GESTURE.pattern, md), "gesture", 179)
        md.inlinePatterns.register(_AsWritten(_DIALLED, md), "dialled", 178)
        md.inlinePatterns.register(_AsWritten(_TOUCHING, md), "touching", 177)


def both_verbs(match: Match[str]) -> str:
    """Return « appuyez ou cliquez » for a match of ``GESTURE``."""
    touch, click = match[1].strip(), match[2].strip()
    return f"{touch} ou {click[:1].lower()}{click[1:]}"
