"""Paths over time: ``parcours/<slug>.md``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.path.data import path_texts, reviewed
from boutdufil.kinds.path.declaration import PATH
from boutdufil.kinds.path.pages import path_doors, path_pages
from boutdufil.kinds.path.reading import read_path
from boutdufil.kinds.path.rules import RULES
from boutdufil.kinds.path.search import searched_paths
from boutdufil.kinds.path.values import FOLDER

KIND = Kind(
    name="path",
    forms=(
        Form(
            claim=f"{FOLDER}/*.md",
            read=read_path,
            declaration=PATH,
            blank="\nPour qui est ce parcours, et d’où l’on part.\n",
            schema="parcours",
            title="L’en-tête d’un parcours",
            is_published=True,
        ),
    ),
    rules=RULES,
    reserved=frozenset((FOLDER,)),
    search=searched_paths,
    texts=path_texts,
    dated=reviewed,
    pages=path_pages,
    doors=path_doors,
)
