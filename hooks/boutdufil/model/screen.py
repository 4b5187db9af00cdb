"""What the caller should see, as words: a frame, its bars, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

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
STATES = ("coché", "grisé", "choisi")
HEIGHTS = ("haut", "milieu", "bas")
SIDES = ("gauche", "centre", "droite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing on a screen. ``place`` holds a height, a side, or both; ``goal``: to press now."""

    kind: str
    words: tuple[str, ...]
    marker: int | None = None
    place: tuple[str, ...] = ()
    state: str = ""
    goal: bool = False

    @property
    def description(self) -> str:
        """Say the element: ``en haut au centre, repère 1 : le bouton « Envoyer »``."""
        places = {"haut": "en haut", "milieu": "au milieu", "bas": "en bas"} | {
            "gauche": "à gauche",
            "centre": "au centre",
            "droite": "à droite",
        }
        lead = [" ".join(places[word] for word in self.place)] if self.place else []
        if self.marker is not None:
            lead.append(f"repère {self.marker}")
        state = f", {self.state}" if self.state else ""
        words = ", ".join(f"« {word} »" for word in self.words)
        named = f"{ELEMENTS[self.kind]} {words}{state}".strip()
        return f"{', '.join(lead)} : {named}" if lead else named


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A whole screen; ``caption`` says what it is."""

    caption: str = ""
    frame: str = "telephone"
    bar: str = ""
    address: str = ""
    body: tuple[Element, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is written on the screen, in reading order."""
        written = [self.bar, self.address, *(word for item in self.body for word in item.words)]
        return tuple(word for word in written if word)
