"""The words of the glossary, looked for in a text among a hundred at once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from boutdufil.kinds.term.values import Term
from boutdufil.pages.terms import _beginnings, _held, by_name, link_terms, pattern
from tests.published import published_content

NAMES = ("lien", "e-mail", "mise à jour", "page", "page facebook", "l’onglet", "wi-fi", "2fa")
BETWEEN = st.sampled_from(["", " ", "s", "x", "s ", "-", ", ", "’", "<a>", "&nbsp;", "_", "é"])
TEXTS = st.lists(st.tuples(BETWEEN, st.sampled_from([*NAMES, "Mises à jour", "E-mails"]), BETWEEN))


@given(st.lists(st.sampled_from(NAMES), unique=True), TEXTS)
def test_no_term_that_a_text_holds_is_passed_over(
    names: list[str], pieces: list[tuple[str, str, str]]
) -> None:
    text = "".join("".join(piece) for piece in pieces)
    waiting = by_name(Term(name=name, definition="") for name in names)
    held = _held(text.lower(), waiting, _beginnings(tuple(waiting)))
    assert held == [name for name in waiting if name in held], "the longest first"
    assert {name for name in waiting if pattern(name).search(text)} <= {*held}


def test_what_was_linked_once_is_linked_otherwise_when_the_glossary_changes() -> None:
    """Remembered by the very script and the very terms, and by nothing less."""
    content = published_content()
    named = by_name(content.terms)
    script, term = next(
        (tutorial.script, found[0])
        for tutorial in content.tutorials
        if (found := link_terms(tutorial.script, named)[1])
    )
    first = link_terms(script, named)
    assert link_terms(script, dict(named)) is first
    moved = {**named, term.name.lower(): replace(term, path="glossaire/ailleurs.md")}
    assert "glossaire/ailleurs/" in repr(link_terms(script, moved)[0])
    without = {name: each for name, each in named.items() if each != term}
    assert term not in link_terms(script, without)[1]


def test_what_holds_no_term_stays_the_same_value() -> None:
    content = published_content()
    script = content.tutorials[0].script
    unknown = by_name([Term(name="zzyzx", definition="")])
    linked, found = link_terms(script, unknown)
    assert not found
    assert linked == script
    pairs = zip(script.parts(), linked.parts(), strict=True)
    assert all(ours is theirs for ours, theirs in pairs if not hasattr(ours, "parts"))
