"""Pages written by hand: every Markdown file that no other kind claims."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.page.declaration import HOME, HOME_FILE, PAGE
from boutdufil.kinds.page.pages import guide_texts, written_pages
from boutdufil.kinds.page.reading import read_page
from boutdufil.kinds.page.rules import taken_addresses

KIND = Kind(
    name="page",
    rank=30,
    forms=(
        Form(claim=HOME_FILE, read=read_page, declaration=HOME, is_required=True),
        Form(
            claim="*.md",
            read=read_page,
            declaration=PAGE,
            schema="page",
            title="L’en-tête d’une page",
            is_published=True,
        ),
    ),
    rules=(taken_addresses,),
    texts=guide_texts,
    pages=written_pages,
)
