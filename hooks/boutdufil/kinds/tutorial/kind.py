"""Tutorials: ``tutoriels/<theme>/<slug>.md``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.tutorial.blank import BODY
from boutdufil.kinds.tutorial.data import reviewed, tutorial_texts
from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.kinds.tutorial.pages import tutorial_pages
from boutdufil.kinds.tutorial.reading import read_tutorial
from boutdufil.kinds.tutorial.rules import RULES
from boutdufil.kinds.tutorial.search import searched_tutorials
from boutdufil.kinds.tutorial.values import FOLDER

KIND = Kind(
    name="tutorial",
    rank=10,
    forms=(
        Form(
            claim=f"{FOLDER}/*.md",
            read=read_tutorial,
            declaration=TUTORIAL,
            blank=BODY,
            schema="fiche",
            title="L’en-tête d’une fiche",
            is_published=True,
        ),
    ),
    rules=RULES,
    reserved=frozenset(("publics", "themes", "appareils", "appels", "numeros", "livret")),
    search=searched_tutorials,
    texts=tutorial_texts,
    dated=reviewed,
    pages=tutorial_pages,
)
