"""Examples of the words of screens: ``contribuer/ecrans/<word>.yml``."""

from __future__ import annotations

from boutdufil.kinds.example.reading import read_example
from boutdufil.kinds.example.values import FOLDER
from boutdufil.kinds.kind import Form, Kind
from boutdufil.markup.screens import SCREEN

KIND = Kind(
    name="example",
    forms=(Form(claim=f"{FOLDER}/*.yml", read=read_example, declaration=SCREEN),),
)
