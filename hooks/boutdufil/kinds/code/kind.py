"""Explanations of the codes: ``contribuer/codes/<code>.yml``."""

from __future__ import annotations

from boutdufil.kinds.code.declaration import EXPLANATION
from boutdufil.kinds.code.pages import code_pages
from boutdufil.kinds.code.reading import read_explanation
from boutdufil.kinds.code.values import FOLDER
from boutdufil.kinds.kind import Form, Kind

KIND = Kind(
    name="code",
    forms=(Form(claim=f"{FOLDER}/*.yml", read=read_explanation, declaration=EXPLANATION),),
    reserved=frozenset((FOLDER,)),
    pages=code_pages,
)
