"""What is borrowed from other bases: ``emprunts.yml``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.loan.declaration import LOANS, LOANS_FILE
from boutdufil.kinds.loan.rules import borrowed_as_taken

KIND = Kind(
    name="loan",
    forms=(Form(claim=LOANS_FILE, declaration=LOANS),),
    rules=(borrowed_as_taken,),
)
