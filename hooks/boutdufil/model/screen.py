"""What the caller should see, as words: a frame, its bars, what stands in it, and where.

A screen is never a picture: the same values give its drawing, its description, its words for the
search, and what one presses to practise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boutdufil.model.icons import split_icon

FRAMES = {
    "telephone": "Un téléphone",
    "tablette": "Une tablette",
    "navigateur": "Une page internet",
    "fenetre": "Une fenêtre d’ordinateur",
    "bureau": "L’écran d’accueil d’un ordinateur",
    "recadrage": "Un détail de l’écran",
}
ELEMENTS = {
    "texte": "le texte",
    "titre": "le titre",
    "bouton": "le bouton",
    "lien": "le lien",
    "champ": "la case à remplir",
    "case": "la case à cocher",
    "interrupteur": "l’interrupteur",
    "liste": "la liste",
    "menu": "le menu",
    "onglets": "les onglets",
    "icone": "l’icône",
    "bulle": "le message",
    "mail": "l’e-mail",
    "alerte": "l’alerte",
    "notification": "la notification",
    "clavier": "le clavier",
    "image": "l’image",
    "barre": "la barre",
}
FEMININE = {"champ", "case", "liste", "icone", "alerte", "notification", "image", "barre"}
LISTS = {"liste", "menu", "onglets", "barre", "clavier"}
"""Elements whose words are pressed one by one."""
CIRCLED = "①②③④⑤⑥⑦⑧⑨"
"""How a sentence may write a marker."""
LONGEST_LABEL = 40
"""Signs of a legend's words: what is longer is read on the drawing."""
_ONE_OF = {
    "liste": "« {} » dans la liste",
    "menu": "« {} » dans le menu",
    "onglets": "l’onglet « {} »",
    "barre": "« {} » dans la barre",
    "clavier": "la touche « {} »",
}
STATES = ("coché", "grisé", "choisi")
HEIGHTS = {"haut": "en haut", "milieu": "au milieu", "bas": "en bas"}
SIDES = {"gauche": "à gauche", "centre": "au centre", "droite": "à droite"}
_HIGH = tuple(HEIGHTS)
_WIDE = tuple(SIDES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Something to fill in. ``hidden``: what is typed shows as dots."""

    label: str = ""
    example: str = ""
    value: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A line of an inbox."""

    sender: str = ""
    subject: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing on a screen. ``place`` holds a height, a side, or both; ``goal``: to press now.

    ``words`` is all that is written; ``content`` says more where it was written key by key. Of an
    element made of several words, ``target`` is the one to press.
    """

    kind: str
    words: tuple[str, ...]
    content: Field | Mail | None = None
    marker: int | None = None
    place: tuple[str, ...] = ()
    state: str = ""
    goal: bool = False
    target: str = ""

    @property
    def height(self) -> str:
        """The height that the author wrote, or nothing."""
        return next((word for word in self.place if word in HEIGHTS), "")

    @property
    def side(self) -> str:
        """The side that the author wrote, or nothing."""
        return next((word for word in self.place if word in SIDES), "")

    @property
    def field(self) -> Field:
        """What there is to fill in; ``Nom : Léa`` is a label and a value."""
        if isinstance(self.content, Field):
            return self.content
        label, colon, value = self.words[0].partition(" : ")
        return Field(label=label, value=value) if colon else Field(value=label)

    @property
    def mail(self) -> Mail:
        """The e-mail; a text alone is its subject."""
        return self.content if isinstance(self.content, Mail) else Mail(subject=self.words[0])

    @property
    def icon(self) -> tuple[str, str]:
        """The name of the drawing, and the words under it."""
        return split_icon(self.words[0])

    @property
    def name(self) -> str:
        """Say what it is, without its place: ``le bouton « Envoyer »``."""
        told = f"{ELEMENTS[self.kind]} {', '.join(f'« {word} »' for word in self.words)}"
        sign, named, label = self.words[0].partition(" : ")
        if self.kind == "icone" and named:
            told = f"{ELEMENTS[self.kind]} « {sign} », avec les mots « {label} »"
        if isinstance(self.content, Field) and self.content.hidden:
            told += ", écrite en points"
        if self.state:
            ending = "e" if self.kind in FEMININE else "s" if self.kind == "onglets" else ""
            told += f", {self.state}{ending}"
        return told

    @property
    def label(self) -> str:
        """Say in a few words what a marker points to: ``le bouton « Envoyer »``."""
        words = self.target or self.words[0]
        if self.kind in _ONE_OF:
            alone = self.target or len(self.words) == 1
            return _ONE_OF[self.kind].format(_shortened(words)) if alone else ELEMENTS[self.kind]
        if self.kind == "icone":
            words = self.icon[1] or words
        elif self.kind == "champ":
            words = self.field.label or words
        elif self.kind == "mail":
            words = self.mail.subject
        return f"{ELEMENTS[self.kind]} « {_shortened(words)} »"

    @property
    def description(self) -> str:
        """Say the element: ``en haut au centre, repère 1 : le bouton « Envoyer »``."""
        return _said(self, _where(self.height, self.side))


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A whole screen; ``caption`` says what it is. ``tabs``: those of a browser, the first shown.

    When it differs from one device to another, ``variants`` holds all its forms, this one included.
    ``named`` are the markers that a sentence near it already names.
    """

    caption: str = ""
    frame: str = "telephone"
    bar: str = ""
    address: str = ""
    tabs: tuple[str, ...] = ()
    body: tuple[Element, ...] = ()
    variants: tuple[Variant, ...] = ()
    named: frozenset[int] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is written on it, in reading order; then what its variants add."""
        body = (word for item in self.body for word in item.words)
        own = [self.bar, *self.tabs, self.address, *body]
        others = (word for variant in self.variants for word in variant.screen.words)
        written = [*own, *(word for word in others if word not in own)]
        return tuple(word for word in written if word)

    @property
    def legend(self) -> tuple[Element, ...]:
        """What its markers point to, in their order, where no sentence says it."""
        marked = (each for each in self.body if each.marker and each.marker not in self.named)
        return tuple(sorted(marked, key=lambda each: each.marker or 0))

    @property
    def goal(self) -> Element | None:
        """The thing to press, when there is one."""
        return next((element for element in self.body if element.goal), None)

    @property
    def has_goal(self) -> bool:
        """Tell whether there is something to press, here or on another device."""
        return bool(self.goal or any(variant.screen.goal for variant in self.variants))

    @property
    def goal_place(self) -> str:
        """Where to look for it: ``en bas à droite``."""
        for element, height in zip(self.body, heights(self.body), strict=True):
            if element.goal:
                return _where(height, element.side)
        return ""

    @property
    def zones(self) -> tuple[Zone, ...]:
        """What stands where, from top to bottom."""
        return lay_out(self.body)

    @property
    def description(self) -> str:
        """The whole screen in words, as one reads it over the phone."""
        return describe(self)


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of a screen on some ``devices`` (real ones); ``named`` are the words of the author."""

    devices: tuple[str, ...]
    named: tuple[str, ...]
    screen: Screen


@dataclass(frozen=True, slots=True)
class Zone:
    """A third of a screen: rows of things that stand side by side."""

    height: str
    rows: tuple[tuple[Element, ...], ...]


def heights(body: tuple[Element, ...]) -> tuple[str, ...]:
    """Return the height of each element; where none is written, the order tells.

    The first third is at the top, the last one at the bottom, but nothing stands above what was
    written before it, nor under what comes after.
    """
    written = [_HIGH.index(element.height) if element.height else None for element in body]
    ceiling = [2] * len(body)
    lowest = 2
    for rank in range(len(body) - 1, -1, -1):
        height = written[rank]
        if height is not None:
            lowest = height
        ceiling[rank] = lowest
    found: list[int] = []
    floor = 0
    for rank, height in enumerate(written):
        guess = 1 if len(body) == 1 else rank * 3 // len(body)
        floor = height if height is not None else max(floor, min(guess, ceiling[rank]))
        found.append(floor)
    return tuple(_HIGH[height] for height in found)


def lay_out(body: tuple[Element, ...]) -> tuple[Zone, ...]:
    """Put each element in its zone, and side by side those that follow each other at two sides."""
    zones: dict[str, list[list[Element]]] = {height: [] for height in HEIGHTS}
    for element, height in zip(body, heights(body), strict=True):
        rows = zones[height]
        taken = [other.side for other in rows[-1]] if rows else [""]
        if element.side and "" not in taken and element.side not in taken:
            rows[-1].append(element)
            rows[-1].sort(key=lambda each: _WIDE.index(each.side))
        else:
            rows.append([element])
    return tuple(
        Zone(height, tuple(tuple(row) for row in rows)) for height, rows in zones.items() if rows
    )


def describe(screen: Screen) -> str:
    """Say a whole screen, each marker once, in the order of its author.

    ``Un téléphone. En haut au centre, repère 1 : le texte « +33 7 ».``
    """
    return " ".join(f"{sentence}." for sentence in _sentences(screen))


def _sentences(screen: Screen) -> Iterator[str]:
    yield FRAMES[screen.frame]
    if screen.tabs:
        yield "En haut, les onglets " + ", ".join(f"« {tab} »" for tab in screen.tabs)
    elif screen.bar:
        edges = {"bureau": "En bas, la barre", "navigateur": "En haut, l’onglet"}
        yield f"{edges.get(screen.frame, 'En haut, la barre')} « {screen.bar} »"
    if screen.address:
        yield f"L’adresse « {screen.address} »"
    before = ""
    for element, height in zip(screen.body, heights(screen.body), strict=True):
        where = _where(height, element.side)
        said = _said(element, "en dessous" if where == before else where)
        if element.goal:
            said += f". C’est ici : « {element.target} »" if element.target else ". C’est ici"
        yield said[:1].upper() + said[1:]
        before = where


def _shortened(words: str) -> str:
    """Cut after a sentence, or a word, what is longer than a legend: « Votre colis attend… »."""
    if len(words) <= LONGEST_LABEL:
        return words
    head = words[:LONGEST_LABEL]
    kept = head.rpartition(". ")[0] or head.rpartition(" ")[0] or head
    return kept.rstrip(" .,:;!?") + "…"


def _said(element: Element, where: str) -> str:
    lead = [where] if where else []
    if element.marker is not None:
        lead.append(f"repère {element.marker}")
    return f"{', '.join(lead)} : {element.name}" if lead else element.name


def _where(height: str, side: str) -> str:
    """Return ``en haut à droite``; the middle of the middle is said once."""
    if (height, side) == ("milieu", "centre"):
        return "au milieu"
    return " ".join(filter(None, (HEIGHTS.get(height), SIDES.get(side))))
