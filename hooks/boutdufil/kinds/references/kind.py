"""What reviewers have agreed on: ``numeros.yml`` and ``relecture.yml``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.references.declaration import NUMBERS, NUMBERS_FILE, REVIEW, REVIEW_FILE

KIND = Kind(
    name="references",
    forms=(
        Form(claim=NUMBERS_FILE, declaration=NUMBERS, is_required=True),
        Form(claim=REVIEW_FILE, declaration=REVIEW, is_required=True),
    ),
)
