"""``{appuyez|cliquez}``: a verb that follows the caller's device, finger or mouse."""

from __future__ import annotations

import re
from re import Match
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

CSS_CLASS = "fil-geste"
GESTURE = re.compile(r"\{([^{}|\n]{1,60})\|([^{}|\n]{1,60})\}")


class _Gesture(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # the stubs of the parent return no span
        self, match: Match[str], text: str
    ) -> tuple[ElementTree.Element, int, int]:
        touch, click = match[1].strip(), match[2].strip()
        element = ElementTree.Element(
            "span", {"class": CSS_CLASS, "data-appuyer": touch, "data-cliquer": click}
        )
        element.text = f"{touch} ou {click[:1].lower()}{click[1:]}"
        return element, match.start(0), match.end(0)


class Gestures(Extension):
    """Show both verbs; a script keeps the right one once the device is known."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register before attr_list, which would eat the braces after emphasis."""
        md.inlinePatterns.register(_Gesture(GESTURE.pattern, md), "gesture", 185)
