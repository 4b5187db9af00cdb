"""Diagnoses: ``diagnostics/<slug>.md``."""

from __future__ import annotations

from boutdufil.kinds.diagnosis.blank import BODY
from boutdufil.kinds.diagnosis.data import diagnosis_texts, reviewed
from boutdufil.kinds.diagnosis.declaration import DIAGNOSIS
from boutdufil.kinds.diagnosis.pages import diagnosis_doors, diagnosis_pages, diagnosis_redirects
from boutdufil.kinds.diagnosis.reading import read_diagnosis
from boutdufil.kinds.diagnosis.search import searched_diagnoses
from boutdufil.kinds.diagnosis.values import FOLDER
from boutdufil.kinds.kind import Form, Kind

KIND = Kind(
    name="diagnosis",
    forms=(
        Form(
            claim=f"{FOLDER}/*.md",
            read=read_diagnosis,
            declaration=DIAGNOSIS,
            blank=BODY,
            schema="diagnostic",
            title="L’en-tête d’un diagnostic",
            is_published=True,
        ),
    ),
    reserved=frozenset((FOLDER,)),
    pages=diagnosis_pages,
    doors=diagnosis_doors,
    redirects=diagnosis_redirects,
    search=searched_diagnoses,
    texts=diagnosis_texts,
    dated=reviewed,
)
