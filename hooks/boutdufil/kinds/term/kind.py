"""Terms of the glossary: ``glossaire/<slug>.md``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.term.declaration import TERM
from boutdufil.kinds.term.pages import term_pages
from boutdufil.kinds.term.reading import read_term
from boutdufil.kinds.term.rules import duplicate_terms, missing_drawings
from boutdufil.kinds.term.search import searched_terms
from boutdufil.kinds.term.values import FOLDER

KIND = Kind(
    name="term",
    rank=20,
    forms=(
        Form(
            claim=f"{FOLDER}/*.md",
            read=read_term,
            declaration=TERM,
            schema="terme",
            title="L’en-tête d’un terme du glossaire",
            is_published=True,
        ),
    ),
    reserved=frozenset((FOLDER,)),
    rules=(duplicate_terms, missing_drawings),
    search=searched_terms,
    pages=term_pages,
)
