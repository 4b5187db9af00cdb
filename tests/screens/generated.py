"""Screens as strangers might write them: every word, long texts, any place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from boutdufil.model.icons import ICONS
from boutdufil.model.screen import (
    ELEMENTS,
    FRAMES,
    HEIGHTS,
    LISTS,
    SIDES,
    STATES,
    Element,
    Field,
    Mail,
    Screen,
)

_LONG = "Anticonstitutionnellement_long_sans_une_espace@exemple.fr"
TEXTS = st.sampled_from(
    [
        *("OK", "Envoyer", "Mot de passe oublié ?", "À : emploi@boulangerie.example", "<b>&\"'"),
        *("Votre colis est en attente. Réglez 1,99 € avant ce soir, sans faute.", _LONG, "…"),
    ]
) | st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="«»") | st.just(" "),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()))
PLACES = st.tuples(
    st.sampled_from([(), *((height,) for height in HEIGHTS)]),
    st.sampled_from([(), *((side,) for side in SIDES)]),
).map(lambda both: both[0] + both[1])


@st.composite
def elements(draw: st.DrawFn) -> Element:
    kind = draw(st.sampled_from(list(ELEMENTS)))
    content: Field | Mail | None = None
    words: tuple[str, ...] = (draw(TEXTS),)
    target = ""
    if kind in LISTS:
        words = tuple(draw(st.lists(TEXTS, min_size=1, max_size=5, unique=True)))
        target = draw(st.sampled_from(["", *words]))
    elif kind == "icone":
        words = (draw(st.sampled_from(list(ICONS)) | TEXTS),)
    elif kind == "champ" and draw(st.booleans()):
        content = Field(label=words[0], example=draw(TEXTS), hidden=draw(st.booleans()))
    elif kind == "mail" and draw(st.booleans()):
        content = Mail(sender=draw(TEXTS), subject=words[0], text=draw(TEXTS))
    return Element(
        kind=kind,
        words=words,
        content=content,
        place=draw(PLACES),
        state=draw(st.sampled_from(["", *STATES])),
        target=target,
        goal=bool(target),
    )


@st.composite
def screens(draw: st.DrawFn) -> Screen:
    body = draw(st.lists(elements(), min_size=1, max_size=7))
    marked = draw(st.lists(st.booleans(), min_size=len(body), max_size=len(body)))
    numbers = iter(draw(st.permutations(range(1, 10))))
    aimed = draw(st.integers(0, len(body) - 1))
    frame = draw(st.sampled_from(list(FRAMES)))
    tabs = draw(st.lists(TEXTS, max_size=3)) if frame == "navigateur" else []
    return Screen(
        caption="Un écran",
        frame=frame,
        bar=draw(st.just("") | TEXTS),
        address=draw(st.just("") | TEXTS),
        tabs=tuple(tabs),
        body=tuple(_numbered(body, marked, numbers, aimed)),
    )


def _numbered(
    body: list[Element], marked: list[bool], numbers: Iterator[int], aimed: int
) -> list[Element]:
    return [
        replace(
            element,
            marker=next(numbers) if mark else None,
            goal=rank == aimed,
            target=element.target if rank == aimed else "",
        )
        for rank, (element, mark) in enumerate(zip(body, marked, strict=True))
    ]
