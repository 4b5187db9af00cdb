"""What is searched in a diagnosis, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.diagnosis.values import FOLDER, Diagnosis
from boutdufil.kinds.published import Published
from boutdufil.model.script import plain
from boutdufil.search.documents import Line, SearchDocument


def searched_diagnoses(published: Published) -> Iterator[SearchDocument]:
    """Yield the diagnoses: who asks where to begin finds one."""
    return map(_of_diagnosis, published.content.of(Diagnosis))


def _of_diagnosis(diagnosis: Diagnosis) -> SearchDocument:
    entry = diagnosis.entry
    groups = [plain(step.title) for step in diagnosis.script.steps]
    return SearchDocument(
        kind="diagnostic",
        folder=f"{FOLDER}/",
        label="Je fais le point",
        reference=diagnosis.slug,
        number=entry.number,
        title=entry.title,
        summary=entry.summary,
        fields={
            "numero": entry.number,
            "titre": entry.title,
            "appels": " . ".join(entry.calls),
            "resume": entry.summary,
        },
        lines=(*(Line(call) for call in entry.calls), *(Line(group) for group in groups)),
        minutes=diagnosis.minutes,
        audiences=entry.audiences,
        themes=entry.themes,
    )
