"""The accessibility statement: ``accessibilite.yml``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.statement.declaration import STATEMENT, STATEMENT_FILE

KIND = Kind(
    name="statement",
    forms=(Form(claim=STATEMENT_FILE, declaration=STATEMENT),),
)
