"""Signs that stand where YAML wants another: a no-break space, a long dash, a joiner in a key.

Nobody sees the difference on a screen, so each is named, placed, and mended. What follows a key's
colon belongs to the author: a no-break space within a sentence is French.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from boutdufil.model.finding import Code, Report
from boutdufil.source.collection import ListOf
from boutdufil.source.shape import Shape

_NAMES = {
    "\x0b": "une tabulation verticale",
    "\x0c": "un saut de page",
    "\x85": "un saut de ligne d’un autre système",
    "\xa0": "une espace insécable",
    "\xad": "un trait d’union conditionnel",
    "\u2010": "un trait d’union d’imprimeur",
    "\u2011": "un trait d’union insécable",
    "\u2013": "un tiret moyen",
    "\u2014": "un tiret long",
    "\u2009": "une espace fine",
    "\u200b": "une espace de largeur nulle",
    "\u200c": "un antiliant sans largeur",
    "\u200d": "un liant sans largeur",
    "\u2018": "un guillemet anglais",
    "\u2019": "un guillemet anglais",
    "\u201c": "un guillemet anglais",
    "\u201d": "un guillemet anglais",
    "\u201e": "un guillemet allemand",
    "\u2022": "une puce",
    "\u2028": "un séparateur de lignes",
    "\u2029": "un séparateur de paragraphes",
    "\u202f": "une espace fine insécable",
    "\u2060": "un gluon de mots",
    "\u2212": "un signe moins",
    "\u3000": "une espace idéographique",
    "\ufeff": "une marque d’ordre des octets",
    "\uff1a": "un deux-points de pleine largeur",
}
_TURNING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
"""Classes of signs that turn the words which follow (Unicode, Bidi_Class)."""
SPACES = "\x1c-\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
"""Blanks that YAML does not take for one."""
BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""What YAML, or another program, takes for the end of a line."""
HIDDEN = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff"
)
"""Signs that nobody sees: directions, joiners, tags, controls (Unicode, general category Cf)."""
DASHES = "\u2010-\u2015\u2212\u2022\u2043\u25cf\u25aa\u00b7\ufe63\uff0d"
_COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
_LETTERS = {
    **dict(zip("аеорсухіѕјԁ", "aeopcyxisjd", strict=True)),
    **dict(zip("αορνικτυ", "aopviktu", strict=True)),
}
"""Cyrillic and Greek letters that are drawn as ours, in the words that are keys."""

# YAML refuses a whole file that holds one: controls, a mark of order, what is no character.
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_BREAK = re.compile(f"[{BREAKS}]")
_BLANK = f"[ \\t{SPACES}{HIDDEN}]"
_WORD = f"[\\w{HIDDEN}-]"
# « ⍽⍽– titre⍽： Je vérifie » in its parts; the key and what is before it may be missing.
_LINE = re.compile(
    f"(?P<indent>{_BLANK}*)(?P<dash>(?:-(?={_BLANK})|[{DASHES}])?)(?P<after>{_BLANK}*)"
    f"(?:(?P<key>{_WORD}+)(?P<before>{_BLANK}*)(?P<colon>[:{_COLONS}])(?P<gap>{_BLANK}*))?"
    f"(?P<value>.*?)(?P<end>{_BLANK}*)"
)
# « “Je vérifie” », « ‘101’ »: the pair holds the whole value, and no other quote.
_PAIR = re.compile(
    "[\u201c\u201d\u201e]([^\u201c\u201d\u201e]+)[\u201c\u201d]|\u2018([^\u2018]+)\u2019"
)
# A text without any of these needs no mending: most texts.
_ODD = re.compile(
    f"[\t{SPACES}{BREAKS}{HIDDEN}{DASHES}{_COLONS}\u201c\u201d\u201e\u2018"
    "\u0370-\u03ff\u0400-\u04ff\uff00-\uff5e\U0001d400-\U0001d7ff]"
)
# Within « [seniors,⍽jeunes ] », the blanks beside a comma or a bracket.
_INNER_BLANK = re.compile(f"(?<=[\\[,{{])[ {SPACES}]+|[ {SPACES}]+(?=[\\],}}])")
_INNER_QUOTE = re.compile("[\u201c\u201d\u201e]")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that stands for ``meant``, at a line and a column counted from 1."""

    line: int
    column: int
    character: str
    meant: str

    @property
    def name(self) -> str:
        """``une espace insécable (U+00A0)``."""
        return named(self.character)


def named(character: str) -> str:
    """Return what a sign is called, and its number in Unicode."""
    known = _NAMES.get(character)
    if unicodedata.bidirectional(character) in _TURNING:
        known = "une marque de sens d’écriture"
    if known is None:
        category = unicodedata.category(character)
        known = (
            "une espace d’imprimeur"
            if category == "Zs"
            else "un signe invisible"
            if category in {"Cf", "Cc", "Cn", "Lo"}
            else f"« {character} »"
        )
    return f"{known} (U+{ord(character):04X})"


def told(signs: tuple[Sign, ...], report: Report, line_offset: int) -> None:
    """Report ``signs``; all of them are mended by ``fil verifier --corriger``."""
    for sign in signs:
        if sign.character == "\t":
            report.add(
                Code.TAB,
                sign.line + line_offset,
                "une tabulation est entrée dans l’en-tête",
                expected="des espaces",
                hint="remplacez la tabulation par des espaces",
                column=sign.column,
                fixable=True,
            )
        else:
            report.add(
                Code.LOOKALIKE,
                sign.line + line_offset,
                f"{sign.name} remplace {sign.meant}"
                if sign.meant
                else "un signe qui ne se voit pas s’est glissé ici",
                found=sign.name,
                expected=sign.meant or "aucun signe à cet endroit",
                hint="effacez ce signe, puis tapez celui du clavier"
                if sign.meant
                else "effacez ce signe",
                column=sign.column,
                fixable=True,
            )


def mended(text: str, record: Shape[object], tab: str = "  ") -> tuple[str, tuple[Sign, ...]]:
    """Return ``text`` as it was meant, every line keeping its number, and the signs replaced.

    ``tab`` is what a tabulation at the start of a line is worth.
    """
    if not _ODD.search(text):
        return text, ()
    mending = _Mending(record, tab)
    lines = [mending.line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    return "\n".join(lines), tuple(mending.signs)


class _Mending:
    """Goes down the lines, and knows what each is under."""

    def __init__(self, record: Shape[object], tab: str) -> None:
        self.record = record
        self.tab = tab
        self.signs: list[Sign] = []
        self.current: Shape[object] | None = None
        self.is_open = False
        """Whether the current key awaits its value below."""
        self.block_indent: int | None = None
        self.removed: list[int] = []
        """Places, in the line as it was written, of what was taken away from it."""

    def line(self, text: str, number: int) -> str:
        """Return one line as it was meant."""
        text = self._whole(text, number)
        match = _LINE.fullmatch(text)
        assert match is not None, "every part may be missing"
        rest = text[match.end("indent") : match.start("end")]
        if not rest:
            return text if text.strip(" ") == "" else ""
        indent = self._blank(match, "indent", number)
        if self.block_indent is not None:
            if len(indent) > self.block_indent:
                return indent + text[match.end("indent") :]
            self.block_indent = None
        if rest.startswith("#"):
            return indent + rest
        if re.search(f"[{HIDDEN}]", match["end"]):
            self._blank(match, "end", number)
        end = match["end"] if not match["end"].strip(" ") else ""
        return indent + self._structure(match, number, len(indent)) + end

    def _whole(self, text: str, number: int) -> str:
        """Mend what YAML takes nowhere."""
        self.removed = []
        for found in [*_BREAK.finditer(text)]:
            self._note(number, found.start(), found[0], "une espace ordinaire")
        text = _BREAK.sub(" ", text)
        refused = [*_REFUSED.finditer(text)]
        for found in refused[:1]:
            self._note(number, found.start(), found[0], "")
        self.removed = [found.start() for found in refused]
        return _REFUSED.sub("", text)

    def _structure(self, match: re.Match[str], number: int, indent: int) -> str:
        is_list = isinstance(self.current, ListOf) and self.is_open
        dash = match["dash"]
        start = match.end("indent")
        if dash and dash != "-" and is_list:
            self._note(number, start, dash, "un tiret « - »")
            before = "- "
            self._blank(match, "after", number)
        elif dash and dash != "-":
            before = dash + match["after"]
        else:
            before = dash + (self._blank(match, "after", number) or " " * len(dash))
        is_top = not indent and not dash
        if match["key"] is None or not self._is_a_key(match, is_top=is_top):
            whole = _text_after(match)
            return before + self._value(whole, number, match.end("after"), self._item())
        key = self._key(match, number)
        shape = self.record.shape_of(key) if is_top else None
        if is_top:
            self.current, self.is_open = shape, not match["value"]
        inner = self.current.item.shape_of(key) if isinstance(self.current, ListOf) else None
        if match["value"][:1] in {"|", ">"}:
            self.block_indent = indent
        middle = self._blank(match, "before", number)
        if match["colon"] != ":":
            self._note(number, match.start("colon"), match["colon"], "le deux-points « : »")
        gap = self._blank(match, "gap", number)
        if match["colon"] != ":" and match["value"]:
            gap = gap or " "
        value = self._value(match["value"], number, match.start("value"), shape or inner)
        return f"{before}{key}{middle}:{gap}{value}"

    def _is_a_key(self, match: re.Match[str], *, is_top: bool) -> bool:
        """Tell a key from the first words of a text: « Attention : » under ``appels``."""
        if is_top:
            return True
        if self.current is not None and self.current.is_text:
            return False
        if isinstance(self.current, ListOf) and self.current.item.is_text:
            return self.current.item.shape_of(match["key"]) is not None
        return True

    def _item(self) -> Shape[object] | None:
        return self.current.item if isinstance(self.current, ListOf) else self.current

    def _key(self, match: re.Match[str], number: int) -> str:
        bare = re.sub(f"[{HIDDEN}]", "", match["key"])
        plain = unicodedata.normalize("NFKC", "".join(_LETTERS.get(each, each) for each in bare))
        strange = next(self._strange(match["key"]), None)
        if strange is None or (bare == match["key"] and not plain.isascii()):
            return match["key"]
        place, character, meant = strange
        self._note(number, match.start("key") + place, character, meant)
        return plain if plain.isascii() else bare

    @staticmethod
    def _strange(key: str) -> Iterator[tuple[int, str, str]]:
        for place, character in enumerate(key):
            plain = unicodedata.normalize("NFKC", _LETTERS.get(character, character))
            if re.match(f"[{HIDDEN}]", character):
                yield place, character, ""
            elif plain != character:
                yield place, character, f"la lettre « {plain} »"

    def _value(self, value: str, number: int, start: int, shape: Shape[object] | None) -> str:
        pair = _PAIR.fullmatch(value)
        if pair is not None:
            self._note(number, start, value[0], "un guillemet droit, ou rien")
            value = pair[1] or pair[2]
        elif value[:1] in {"[", "{"}:
            value = self._flow(value, number, start)
        if "\t" in value:
            self._note(number, start + value.index("\t"), "\t", "une espace ordinaire")
            value = value.replace("\t", "  ")
        return value

    def _flow(self, value: str, number: int, start: int) -> str:
        """Mend what stands between the brackets of a list on one line."""
        quotes = [*_INNER_QUOTE.finditer(value)]
        if quotes and len(quotes) % 2 == 0 and '"' not in value:
            self._note(number, start + quotes[0].start(), quotes[0][0], "un guillemet droit")
            value = _INNER_QUOTE.sub('"', value)
        for found in _INNER_BLANK.finditer(value):
            odd = found[0].strip(" ")
            if odd:
                place = start + value.index(odd[0], found.start())
                self._note(number, place, odd[0], "une espace ordinaire")
        return _INNER_BLANK.sub(lambda found: " " * len(found[0]), value)

    def _blank(self, match: re.Match[str], part: str, number: int) -> str:
        """Return a blank as ordinary spaces, its first strange sign being told."""
        blank = match[part]
        strange = next((each for each in blank if each != " "), None)
        if strange is None:
            return blank
        hidden = re.match(f"[{HIDDEN}]", strange)
        meant = "" if hidden else "une espace ordinaire"
        self._note(number, match.start(part) + blank.index(strange), strange, meant)
        # After a dash, a second space would move the item away from the lines under it.
        tab = self.tab if part == "indent" else " "
        plain = re.sub(f"[{HIDDEN}]", "", blank).replace("\t", tab)
        return re.sub(f"[{SPACES}]", " ", plain)

    def _note(self, line: int, place: int, character: str, meant: str) -> None:
        for removed in self.removed:
            place += removed <= place
        self.signs.append(Sign(line, place + 1, character, meant))


def _text_after(match: re.Match[str]) -> str:
    """Return what follows the dash of a line, up to the blanks at its end."""
    return match.string[match.end("after") : match.start("end")]
