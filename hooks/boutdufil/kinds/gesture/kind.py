"""Gestures: ``gestes/<slug>.md``."""

from __future__ import annotations

from boutdufil.kinds.gesture.blank import BODY
from boutdufil.kinds.gesture.declaration import GESTURE
from boutdufil.kinds.gesture.pages import gesture_doors, gesture_pages, gesture_texts
from boutdufil.kinds.gesture.reading import read_gesture
from boutdufil.kinds.gesture.search import searched_gestures
from boutdufil.kinds.gesture.values import FOLDER
from boutdufil.kinds.kind import Form, Kind

KIND = Kind(
    name="gesture",
    rank=15,
    forms=(
        Form(
            claim=f"{FOLDER}/*.md",
            read=read_gesture,
            declaration=GESTURE,
            blank=BODY,
            schema="geste",
            title="L’en-tête d’un geste",
            is_published=True,
        ),
    ),
    reserved=frozenset((FOLDER,)),
    search=searched_gestures,
    texts=gesture_texts,
    pages=gesture_pages,
    doors=gesture_doors,
)
