"""How templates run: what they escape, and what they draw once for all the pages that show it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from keyword import iskeyword

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from boutdufil.model.same import Same


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


class _Macro(Macro):
    """A macro that runs at once when all that it is given is in its place, as most are."""

    def __call__(self, *args: object, **kwargs: object) -> str:
        left_out = self._argument_count - len(args)
        if kwargs or left_out < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        drawn = self._func(*args, *(missing,) * left_out)
        # Markup would ask first whether it is safe already: what a macro joins is plain text.
        return str.__new__(Markup, drawn) if self._default_autoescape else drawn


class _Plain(CodeGenerator):
    """Compiles what our templates say into the Python that one would write for it.

    The library asks of each function, a thousand times a page, whether it wants to know of the
    template that calls it: no function that a page calls does.
    """

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if any(iskeyword(each.key) for each in node.kwargs):
            # « class=… » is a word of Python.
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        given = [("", each) for each in (*node.args, *node.kwargs)]
        for star, each in (*given, ("*", node.dyn_args), ("**", node.dyn_kwargs)):
            if each is not None:
                self.write(star)
                self.visit(each, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        node, asks = macro_ref.node, macro_ref
        self.write(
            f"environment.macro(environment, macro, {getattr(node, 'name', None)!r},"
            f" {tuple(each.name for each in node.args)!r}, {asks.accesses_kwargs!r},"
            f" {asks.accesses_varargs!r}, {asks.accesses_caller!r}, context.eval_ctx.autoescape)"
        )

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
    environment.code_generator_class = _Plain
    environment.extend(escaped=escaped, macro=_Macro)
    environment.globals.update(once=Once())
