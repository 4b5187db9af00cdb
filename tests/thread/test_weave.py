"""A script is woven once, however many tutorials there are beside it."""

from __future__ import annotations

from markupsafe import Markup

from boutdufil.model.script import Say, Script, Step
from boutdufil.thread.weave import weave

A_THOUSAND_AND_THEIR_PAGES = 2_100


def script(words: str) -> Script:
    said = Say(Markup(words), ())
    return Script((), (), (Step(1, Markup("J’ouvre"), (said,)),), (), (), ())


def test_a_base_of_a_thousand_tutorials_is_woven_once() -> None:
    scripts = [script(f"Bonjour {number}.") for number in range(A_THOUSAND_AND_THEIR_PAGES)]
    first = [weave(each) for each in scripts]
    again = [weave(each) for each in scripts]
    assert all(before is after for before, after in zip(first, again, strict=True))


def test_what_is_written_alike_is_woven_apart() -> None:
    """To find that two scripts are alike costs as much as to weave one."""
    one, other = script("Bonjour."), script("Bonjour.")
    assert weave(one) == weave(other)
    assert weave(one) is not weave(other)
