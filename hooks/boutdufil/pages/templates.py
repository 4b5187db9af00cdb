"""How templates run: what they escape, and what they draw once for all the pages that show it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TYPE_CHECKING

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from boutdufil.model.same import Same

if TYPE_CHECKING:
    from jinja2 import nodes


def escaped(value: object) -> Markup:
    """Return a value as a page holds it.

    What is safe already is returned as it is: MarkupSafe copies it, and half of what a template
    writes is what another part of it drew. The rest is short most of the time, and said again:
    an identifier, the way to the root.
    """
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]  # as its type was just read
    if kind is str and len(value) < _SHORT:  # type: ignore[arg-type]
        return _escaped_text(value)  # type: ignore[arg-type]
    return escape(value)


_SHORT = 32
MOST_DRAWN = 1_024
"""Fragments drawn once: the icons, the screens and the bodies that were shown last."""
_escaped_text: Callable[[str], Markup] = lru_cache(maxsize=16_384)(escape)


class _Escaping(CodeGenerator):
    """Compiles what a template writes into a call of ours, where the library's would stand."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class Once:
    """Draws once, for all the pages of a build, what depends on nothing but what it is called with.

    ``{% call once("icon", name) %}…{% endcall %}``: the name of what is drawn, then what it is
    drawn from: a word, or a value that is known by being the very same.
    """

    def __init__(self) -> None:
        self._drawn: dict[tuple[Hashable, ...], Markup] = {}

    def __call__(self, name: str, *shown: object, caller: Callable[[], Markup]) -> Markup:
        key = (name, *(each if type(each) is str else Same(each) for each in shown))
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) >= MOST_DRAWN:
                self._drawn.clear()
            drawn = self._drawn[key] = caller()
        return drawn


def run_well(environment: jinja2.Environment) -> None:
    """Make an environment strict, escaping, and quick."""
    environment.autoescape = True
    environment.undefined = jinja2.StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.code_generator_class = _Escaping
    environment.extend(escaped=escaped)
    environment.globals.update(once=Once())
