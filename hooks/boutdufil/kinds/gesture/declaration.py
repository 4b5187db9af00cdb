"""What a gesture declares."""

from __future__ import annotations

from boutdufil.kinds.choices import DEVICE
from boutdufil.kinds.gesture.values import GestureEntry
from boutdufil.kinds.tutorial.declaration import TRIAL
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import Day
from boutdufil.source.shape import Text

GESTURE = Record(
    GestureEntry,
    (
        Key(
            "titre",
            "title",
            Text(70, "J’ouvre les réglages"),
            meaning="le geste, à la première personne",
            example="titre: J’ouvre les réglages",
        ),
        Key(
            "preuve",
            "proof",
            Text(120, "Quel mot est écrit tout en haut ?"),
            meaning="la question qui prouve que le geste a réussi",
            example="preuve: Quel mot est écrit tout en haut ?",
        ),
        Key(
            "appareils",
            "devices",
            ListOf(DEVICE, 1),
            meaning="les appareils sur lesquels il se fait ainsi",
            example="appareils: [android, iphone]",
        ),
        Key(
            "relu_le",
            "reviewed",
            Day(),
            meaning="le jour de la dernière relecture",
            example="relu_le: 2026-11-21",
        ),
        Key(
            "teste",
            "trials",
            ListOf(TRIAL, 0, 20),
            required=False,
            meaning="les appareils sur lesquels une personne a vraiment fait le geste",
        ),
    ),
)
