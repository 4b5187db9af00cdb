"""Places of help: ``lieux/*.csv``, in the national standard."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.place.lookup import lookup_texts
from boutdufil.kinds.place.pages import places_doors, places_pages, places_tools
from boutdufil.kinds.place.reading import read_places
from boutdufil.kinds.place.rules import days_to_come, told_in_two_files
from boutdufil.kinds.place.values import FOLDER
from boutdufil.source.collection import Record
from boutdufil.source.table import MOST_TABLE_BYTES

KIND = Kind(
    name="place",
    forms=(
        Form(
            claim=f"{FOLDER}/*.csv",
            # The standard declares its fields, and not this site: words.py holds them.
            declaration=Record(object, ()),
            read=read_places,
            most_bytes=MOST_TABLE_BYTES,
            is_table=True,
        ),
    ),
    rules=(told_in_two_files, days_to_come),
    reserved=frozenset((FOLDER,)),
    pages=places_pages,
    doors=places_doors,
    tools=places_tools,
    texts=lookup_texts,
)
