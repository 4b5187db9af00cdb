"""What is searched in a path, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.path.stages import Followed, all_followed
from boutdufil.kinds.path.values import FOLDER
from boutdufil.kinds.published import Published
from boutdufil.search.documents import Line, SearchDocument


def searched_paths(published: Published) -> Iterator[SearchDocument]:
    """Yield the paths: what one wants to be able to do, and not yet how."""
    return map(_of_path, all_followed(published))


def _of_path(each: Followed) -> SearchDocument:
    entry = each.path.entry
    return SearchDocument(
        kind="parcours",
        folder=f"{FOLDER}/",
        label="Un parcours",
        reference=each.path.slug,
        title=entry.title,
        summary=entry.summary,
        fields={
            "titre": entry.title,
            "resume": entry.summary,
        },
        lines=tuple(Line(stage.step.able) for stage in each.stages),
        audiences=entry.audiences,
    )
