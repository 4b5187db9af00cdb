"""The small drawings of a screen: what people call them in French, and which icon draws them."""

from __future__ import annotations

import re
from functools import lru_cache

from boutdufil.language.text import closest, fold

ICONS = {
    "roue dentée": "cog",
    "trois points": "dots-vertical",
    "trois points couchés": "dots-horizontal",
    "trois traits": "menu",
    "neuf points": "apps",
    "loupe": "magnify",
    "trombone": "paperclip",
    "cadenas": "lock",
    "corbeille": "trash-can-outline",
    "enveloppe": "email-outline",
    "appareil photo": "camera-outline",
    "photo": "image-outline",
    "vidéo": "video-outline",
    "maison": "home-outline",
    "flèche retour": "arrow-left",
    "flèche vers la gauche": "arrow-left",
    "flèche vers la droite": "arrow-right",
    "flèche vers le haut": "arrow-up",
    "flèche vers le bas": "arrow-down",
    "flèche qui tourne": "refresh",
    "annuler": "undo",
    "partager": "share-variant-outline",
    "télécharger": "download",
    "enregistrer": "content-save-outline",
    "copier": "content-copy",
    "valider": "keyboard-return",
    "coche": "check",
    "plus": "plus",
    "croix": "close",
    "crayon": "pencil-outline",
    "cloche": "bell-outline",
    "personne": "account-outline",
    "deux personnes": "account-multiple-outline",
    "rond avec une lettre": "account-circle-outline",
    "micro": "microphone-outline",
    "haut-parleur": "volume-high",
    "lecture": "play",
    "pause": "pause",
    "wifi": "wifi",
    "bluetooth": "bluetooth",
    "batterie": "battery",
    "avion": "airplane",
    "avion en papier": "send-outline",
    "étoile": "star-outline",
    "cœur": "heart-outline",
    "visage": "emoticon-outline",
    "drapeau": "flag-outline",
    "imprimante": "printer-outline",
    "dossier": "folder-outline",
    "fichier": "file-outline",
    "clé usb": "usb",
    "calendrier": "calendar-blank-outline",
    "horloge": "clock-outline",
    "carte": "map-outline",
    "carte bancaire": "credit-card-outline",
    "téléphone": "phone-outline",
    "message": "message-outline",
    "œil": "eye-outline",
    "œil barré": "eye-off-outline",
    "globe": "earth",
    "bouclier": "shield-outline",
    "information": "information-outline",
    "attention": "alert",
    "marche-arrêt": "power",
    "sortie": "exit-to-app",
    "carré": "square-rounded-outline",
    "carré avec un chiffre": "numeric-2-box-outline",
    "code carré": "qrcode",
    "rond sur un trait": "ray-vertex",
    "petit a": "format-font-size-decrease",
    "grand a": "format-font-size-increase",
    "doigt": "hand-pointing-up",
    "application": "",
}
"""French name → Material icon; an ``application`` has no drawing of its own, only its name."""

_LEAD = re.compile(r"(?:(?:un|une|le|la|les|des|petit|petite|petits|petites)\s|l')+")
_DRAWINGS = {fold(name): drawing for name, drawing in ICONS.items()}
_NAMES = sorted(_DRAWINGS, key=len, reverse=True)


def _bare(name: str) -> str:
    """Return ``trois traits`` for « Trois petits traits », ``photo`` for « Photos »."""
    folded = fold(name)
    if folded in _DRAWINGS:
        return folded
    bare = re.sub(r"\b(?:petits?|petites?) ", "", _LEAD.sub("", folded, count=1))
    return bare if bare in _DRAWINGS else bare.removesuffix("s")


@lru_cache(maxsize=512)
def split_icon(text: str) -> tuple[str, str]:
    """Return the drawing and the words under it: ``roue dentée : Réglages`` → cog, Réglages.

    What is no known sign is an application: a tile that bears its name.
    """
    name, _, label = text.partition(" : ")
    bare = _bare(name)
    if bare in _DRAWINGS:
        return _DRAWINGS[bare], label
    known = next((each for each in _NAMES if bare.startswith(f"{each} ")), None)
    return (_DRAWINGS[known], label) if known else ("", text)


def mistaken_icon(text: str) -> str | None:
    """Return the sign that ``text`` almost names, or None when it is right or something else."""
    name = text.partition(" : ")[0]
    drawing, _label = split_icon(text)
    if drawing or _bare(name) in _DRAWINGS:
        return None
    return closest(_bare(name), ICONS)
