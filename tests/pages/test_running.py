"""How templates run: what is escaped, what is drawn once, and what must not be."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import jinja2
import pytest
from markupsafe import Markup, escape

from boutdufil.pages.templates import escaped, run_well


class _Way(StrEnum):
    ONWARD = "suite & fin"


class _Drawn:
    """Knows how it is drawn."""

    def __html__(self) -> str:
        return "<svg>"


LONG = "Une phrase plus longue qu’un identifiant, dit-on : « <b>non</b> »."


@pytest.mark.parametrize(
    "value",
    ["", "1b", "../../", "<b>", LONG, 12, None, True, _Way.ONWARD, Markup("<b>"), _Drawn()],
    ids=lambda value: f"{type(value).__name__}-{str(value)[:6]}",
)
def test_a_value_is_escaped_as_by_the_library(value: object) -> None:
    assert escaped(value) == escape(value)
    assert isinstance(escaped(value), Markup)


def test_what_is_safe_is_not_copied() -> None:
    safe = Markup("<b>")
    assert escaped(safe) is safe


def test_words_do_not_become_safe_because_the_same_ones_were() -> None:
    assert escaped(Markup("<i>")) == "<i>"
    assert escaped("<i>") == "&lt;i&gt;"


def _environment(text: str, drawn: list[str]) -> jinja2.Template:
    environment = jinja2.Environment()
    run_well(environment)

    def note(word: str) -> str:
        drawn.append(word)
        return word

    environment.filters["note"] = note
    return environment.from_string(text)


ONCE = (
    "{% for each in all %}"
    '{% call once("word", each) %}<b>{{ each|note }}</b>{% endcall %}'
    "{% endfor %}"
)


def test_what_is_shown_again_is_drawn_once() -> None:
    drawn: list[str] = []
    template = _environment(ONCE, drawn)
    assert template.render(all=["un", "deux & trois", "un"]) == (
        "<b>un</b><b>deux &amp; trois</b><b>un</b>"
    )
    assert template.render(all=["un"]) == "<b>un</b>"
    assert drawn == ["un", "deux & trois"]


def test_two_values_that_only_look_alike_are_drawn_each() -> None:
    drawn: list[str] = []
    template = _environment(ONCE, drawn)
    alike: Sequence[object] = ["<i>", Markup("<i>")]
    assert template.render(all=alike) == "<b>&lt;i&gt;</b><b><i></b>"


def test_two_things_drawn_of_the_same_value_are_two() -> None:
    text = '{% for name in ("a", "b") %}{% call once(name, 1) %}{{ name }}{% endcall %}{% endfor %}'
    assert _environment(text, []).render() == "ab"


def test_what_is_not_escaped_by_the_template_stays_so() -> None:
    text = '{% autoescape false %}{{ "<b>" }}{% endautoescape %}{{ "<b>" }}'
    assert _environment(text, []).render() == "<b>&lt;b&gt;"


def test_a_name_that_no_one_gives_is_still_refused() -> None:
    with pytest.raises(jinja2.UndefinedError):
        _environment("{{ nothing }}", []).render()


MACROS = (
    '{% macro way(to, inline=false, class="fil") %}'
    '<a class="{{ class }}">{{ to }}{{ "!" if inline }}</a>{% endmacro %}'
    '{% macro many(first) %}{{ first }}{{ varargs|join("") }}{% endmacro %}'
    "{% macro around(word) %}<i>{{ caller(word) }}</i>{% endmacro %}"
)


@pytest.mark.parametrize(
    ("called", "drawn"),
    [
        ('{{ way("<") }}', '<a class="fil">&lt;</a>'),
        ('{{ way("a", true) }}', '<a class="fil">a!</a>'),
        ('{{ way("a", inline=true) }}', '<a class="fil">a!</a>'),
        ('{{ way("a", class="b") }}', '<a class="b">a</a>'),
        ('{{ way(*["a", true]) }}', '<a class="fil">a!</a>'),
        ('{{ way(**{"to": "a"}) }}', '<a class="fil">a</a>'),
        ("{{ many(1, 2, 3) }}", "123"),
        ('{% call(word) around("<") %}<b>{{ word }}</b>{% endcall %}', "<i><b>&lt;</b></i>"),
        ('{% autoescape false %}{{ way("<") }}{% endautoescape %}', '<a class="fil">&lt;</a>'),
    ],
)
def test_a_macro_is_given_what_it_takes_in_any_way(called: str, drawn: str) -> None:
    template = _environment(MACROS + called, [])
    library = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    assert template.render() == library.from_string(MACROS + called).render() == drawn


@pytest.mark.parametrize("called", ["{{ way(1, 2, 3, 4) }}", "{{ way(1, other=2) }}"])
def test_a_macro_refuses_what_it_does_not_take(called: str) -> None:
    with pytest.raises(TypeError, match="takes no"):
        _environment(MACROS + called, []).render()


def test_a_macro_misses_what_it_is_not_given() -> None:
    with pytest.raises(jinja2.UndefinedError):
        _environment(MACROS + "{{ way() }}", []).render()
