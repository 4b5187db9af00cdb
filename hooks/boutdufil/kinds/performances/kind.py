"""The figures of the bench: ``performances.yml``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.performances.declaration import PERFORMANCES, PERFORMANCES_FILE

KIND = Kind(
    name="performances",
    forms=(Form(claim=PERFORMANCES_FILE, declaration=PERFORMANCES),),
)
