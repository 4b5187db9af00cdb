"""Every place of a content where a stranger writes words, each filled with what would run.

A file is a text with blanks. Words that keep it from being read at all are taken out again: most
would be refused (raw HTML is a mistake), but ``publish`` lets them in, as if no rule were there.
"""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

import boutdufil.kinds.folder
from boutdufil.edge import previewing
from boutdufil.kinds.registry import form_of
from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Report, has_errors
from tests.browser.places import (
    AFTER,
    CODE,
    FRONT,
    GESTURE,
    GUIDE,
    NUMBER,
    PASSAGE,
    PLAIN_FRONT,
    SAME,
    SCREEN_WORD,
    STEP,
    TERM,
)
from tests.browser.vectors import VECTORS
from tests.site.author import Author

TODAY = date(2026, 11, 21)
HARMLESS = "Je lis"
ADDRESSES = {
    "avant": "photos/envoyer-une-photo",
    "adresse d’une source": "https://www.cnil.fr/",
    "adresse d’un lien": "https://www.cnil.fr/",
    "adresse d’une réponse": "#etape-1",
    "ancienne adresse": "autrefois/",
}
"""What is written instead of what is refused, where words would be refused too."""
BLANK = re.compile(r"⟦(?P<quoted>=?)(?P<place>[^⟧#]+)#?(?P<rank>\d*)⟧")
"""``⟦titre⟧``: a blank in words; ``⟦=titre#2⟧``: the third of its place, in quotes of YAML."""
IN_TURN = 4
"""Vectors that share the places of a front matter, of which a file has one each."""
A_STEP = 12
"""Vectors in a tutorial: a step each."""
SITE, TAKEN = "site", "places.json"
FULL = "tutoriels/photos/etapes-"
BODIES = re.compile(r"/(etapes|lu|faux)-\d+\.md$")


@dataclass
class Blanks:
    """A file with blanks, and what is written in each."""

    path: str
    text: str
    words: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def filled(cls, path: str, text: str, vectors: Sequence[str]) -> Blanks:
        """Write in each blank the vector of its rank."""
        found = [(blank["place"], blank["rank"]) for blank in BLANK.finditer(text)]
        return cls(path, text, {each: vectors[int(each[1] or 0)] for each in found})

    @classmethod
    def in_turn(cls, path: str, text: str, vectors: Sequence[str]) -> Blanks:
        """Write a vector in each blank, one after the other."""
        found = [(blank["place"], blank["rank"]) for blank in BLANK.finditer(text)]
        return cls(path, text, dict(zip(found, cycle(vectors), strict=False)))

    def written(self) -> bytes:
        return BLANK.sub(self._word, self.text).encode("utf-8", "surrogatepass")

    def _word(self, blank: re.Match[str]) -> str:
        place, rank = blank["place"], blank["rank"]
        word = self.words.get((place, rank), ADDRESSES.get(place, HARMLESS))
        return json.dumps(word) if blank["quoted"] else word

    def readable(self, reader: Reader) -> Blanks:
        """Take out the words that keep the file from being read."""
        places = [
            [(blank["place"], blank["rank"]) for blank in BLANK.finditer(line)]
            for line in self.text.split("\n")
        ]
        while True:
            form = form_of(self.path)
            document = form.document(self.written(), self.path, reader, TODAY)
            if document.value is not None:
                return self
            before = len(self.words)
            for found in document.findings:
                if has_errors([found]):
                    self._forget(places[found.line - 1 :])
            assert len(self.words) < before, (self.path, document.findings)

    def _forget(self, lines: Iterable[Sequence[tuple[str, str]]]) -> None:
        """Forget the words of the first line that has any: a passage is told by its first line."""
        line = next((line for line in lines if not self.words.keys().isdisjoint(line)), ())
        for place in line:
            self.words.pop(place, None)


def repeated(text: str, times: int) -> str:
    """Return a text with blanks of ``times`` ranks, one after the other."""
    each = (BLANK.sub(rf"⟦\g<quoted>\g<place>#{rank}⟧", text) for rank in range(times))
    return "".join(each)


def tutorials() -> Iterator[Blanks]:
    """Yield front matters, then bodies of twelve steps with a vector each in all their places."""
    for rank, some in enumerate(by(IN_TURN, VECTORS)):
        front = FRONT.format(number=1000 + rank)
        yield Blanks.in_turn(f"tutoriels/photos/en-tete-{rank}.md", front, some)
    for rank, some in enumerate(by(A_STEP, VECTORS)):
        text = PLAIN_FRONT.format(number=2000 + rank)
        text += repeated(STEP, len(some)) + repeated(AFTER, len(some))
        yield Blanks.filled(f"{FULL}{rank}.md", text, some)


def guides() -> Iterator[Blanks]:
    """Yield pages written by hand, read by us, and by MkDocs where their front matter is wrong."""
    for rank, some in enumerate(by(IN_TURN, VECTORS)):
        yield Blanks.in_turn(f"mediateurs/guide-{rank}.md", GUIDE, some)
    for rank, some in enumerate(by(A_STEP, VECTORS)):
        text = repeated(PASSAGE, len(some))
        yield Blanks.filled(f"mediateurs/lu-{rank}.md", f"---\ntitre: Lu {rank}\n---\n{text}", some)
        yield Blanks.filled(f"mediateurs/faux-{rank}.md", f"---\nfaux: {rank}\n---\n{text}", some)


def others() -> Iterator[Blanks]:
    """Yield terms, gestures, and files of data."""
    for rank, some in enumerate(by(IN_TURN, VECTORS)):
        yield Blanks.in_turn(f"glossaire/terme-{rank}.md", TERM, some)
        yield Blanks.in_turn(f"gestes/geste-{rank}.md", GESTURE, some)
    for code, vector in zip(Code, VECTORS, strict=False):
        yield Blanks.filled(f"contribuer/codes/{code.value}.yml", CODE, [vector])
    lists = {
        "numeros.yml": "numeros:\n" + repeated(NUMBER, len(VECTORS)),
        "mots-d-ecran.yml": "mots:\n" + repeated(SCREEN_WORD, len(VECTORS)),
        "synonymes.yml": "memes:\n" + repeated(SAME, len(VECTORS)),
    }
    for path, text in lists.items():
        yield Blanks.filled(path, text, VECTORS)


def by(size: int, vectors: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the vectors, ``size`` at a time."""
    for first in range(0, len(vectors), size):
        yield vectors[first : first + size]


def fill(docs: Path) -> Counter[str]:
    """Write vectors in every place of a content; return how many each place took."""
    taxonomy, _ = read_taxonomy((docs / "taxonomie.yml").read_bytes(), "taxonomie.yml", TODAY)
    reader = Reader(taxonomy)
    taken: Counter[str] = Counter()
    for file in (*tutorials(), *guides(), *others()):
        # A body is read whatever its words; and what MkDocs reads is what we do not.
        ours = file if BODIES.search(file.path) else file.readable(reader)
        (docs / file.path).parent.mkdir(parents=True, exist_ok=True)
        (docs / file.path).write_bytes(ours.written())
        taken.update(place for place, _rank in ours.words)
    return taken


def publish(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Build a content full of vectors as an author sees it, and count them: ``SITE``, ``TAKEN``.

    Nothing stops it: what the rules of a file refuse is let in, and told on its pages; the rules
    between files are not asked. A preview has no policy.
    """
    patch.setattr(Report, "has_errors", property(lambda _report: False))
    patch.setattr(previewing, "alone", lambda content, **_options: content.findings)
    # Another process would have its rules.
    patch.setattr(boutdufil.kinds.folder, "PARALLEL_FROM", 10**9)
    author = Author(folder)
    taken = fill(author.project / "docs")
    logging.disable()  # what is wrong is told on the pages, and thousands of times
    try:
        # What a page says of its own address is no link to a stranger.
        author.looks_at(author.previews("https://exemple.fr/"))
    finally:
        logging.disable(logging.NOTSET)
    (folder / TAKEN).write_text(json.dumps(taken), encoding="utf-8")
