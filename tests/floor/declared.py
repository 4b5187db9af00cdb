"""The floor: the oldest browsers on which everything works, and what is excused from it."""

from __future__ import annotations

from collections.abc import Mapping

FLOOR = {"chrome": (64, 0), "firefox": (60, 0), "safari": (11, 1), "safari_ios": (11, 3)}
"""The first version that counts, by the names of MDN's tables."""

OWN_NAMES = {"address", "changed", "command", "list", "manifest", "side"}
"""Names of ours that a newer browser also gives to something else."""

SCRIPTS: Mapping[str, str] = {
    "HTMLDialogElement": "asked for first: the menu is a link, practising is not offered",
    "showModal": "asked for first: the panel of comfort opens without it",
    "close": "the method of a dialog, where there is one",
    "trustedTypes": "asked for first: the policy without them is as strict as it was",
    "ready": "of a service worker, where there are any; no font is waited for",
    "register": "of a service worker, where there are any",
    "storage": "asked for first: the browser erases when it likes",
    "clipboard": "asked for first: the text is selected, to be copied by hand",
    "beforeprint": "a booklet is numbered once it is loaded too",
    "afterprint": "the listener of the medium « print » says the same",
    "beforeunload": "a last warning, where nothing else is lost",
    "voiceschanged": "the voices are asked for again a little later",
    "visualViewport": "asked for first: a keyboard is counted as half of the screen",
    "touches": "read in what a touch screen alone says",
    "touchstart": "what a touch screen alone says",
    "touchmove": "what a touch screen alone says",
}
"""What a script may name: what happens in a browser that does not know it."""

SHEETS: Mapping[str, str] = {
    ":-webkit-details-marker": "a triangle more",
    ":-webkit-scrollbar": "a scroll bar more",
    ":backdrop": "there is no dialog either",
    ":details-content": "the script of the page opens what is folded",
    ":focus-visible": "the outline shows for the mouse too",
    ":has": "what is done is said by its tick; the filter stays away, whole",
    ":marker": "a rank of another colour",
    "@media forced-colors": "such a browser keeps its own colours",
    "@media prefers-color-scheme": "the light scheme; the dark one is in the panel of comfort",
    "@media prefers-contrast": "strong contrast is in the panel of comfort",
    "@media prefers-reduced-motion": "nothing moves",
    "@page": "the margins of the browser’s own paper",
    "accent-color": "ticks of the browser’s own colour",
    "color-scheme": "fields of the browser’s own colours",
    "content-visibility": "the script of the page opens what is folded",
    "cursor": "a phone has none",
    "font-family : system-ui": "the next family of the list",
    "forced-color-adjust": "there are no forced colours either",
    "orphans": "a page cut less well",
    "overflow-wrap : anywhere": "« break-word » is inherited from the page",
    "overscroll-behavior": "the page scrolls at the end of the panel",
    "page-break-after : avoid": "a heading may end a page",
    "page-break-before : avoid": "a last line may begin a page",
    "resize": "the field keeps its size",
    "scroll-behavior": "one arrives at once",
    "scroll-margin-bottom": "one arrives a little lower",
    "scroll-margin-top": "one arrives a little lower",
    "scroll-padding-bottom": "one arrives a little lower",
    "scroll-padding-left": "one arrives a little farther",
    "scrollbar-width": "a wider scroll bar",
    "text-decoration-color": "an underline of the colour of the text",
    "text-decoration-thickness": "a thinner underline",
    "text-underline-offset": "a closer underline",
    "text-wrap": "lines less even",
    "widows": "a page cut less well",
}
"""What a sheet may say alone: what a browser that does not know it shows."""
