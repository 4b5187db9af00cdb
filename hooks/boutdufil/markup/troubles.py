"""What goes another way than said: a « sinon », a « stop », and the « depart » of a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from boutdufil.markup.fragments import Fragments
from boutdufil.markup.jumps import Leads, cut_leads, leads_somewhere
from boutdufil.markup.prose import paragraphs, quoted
from boutdufil.model.finding import Code
from boutdufil.model.script import Jump, Learnt, Start, Stop, Trouble
from boutdufil.source import tree as source
from boutdufil.source.tree import Block, Node, Span

TROUBLES: Mapping[str, type[Trouble]] = {"sinon": Trouble, "stop": Stop, "depart": Start}


def read_trouble(
    reading: Fragments, block: Block, title: Markup, line: int, name: str
) -> Trouble | None:
    """Part what is said, alone between guillemets, from what is read, and where it leads."""
    spoken: list[Span] = []
    prose: list[Node] = []
    jumps: list[Jump] = []
    learnt: list[Learnt] = []
    for node in block.children:
        if not isinstance(node, source.Prose):
            prose.append(node)
            continue
        for paragraph in paragraphs(reading.tree.text, node.span):
            leads = _said(reading, paragraph)
            if leads is None:
                prose.append(source.Prose(paragraph))
            else:
                jumps += leads.jumps
                learnt += leads.learnt
                spoken += (quoted(reading.tree.text, words) or words for words in leads.words)
    if not prose and not any(spoken) and not jumps and not learnt:
        report_empty(reading, block)
        return None
    prose = joined(prose)
    reading.read_aloud(block.name, prose)
    for words in spoken:
        reading.passage(block.name, words, said=True)
    if not prose:
        for words in spoken:
            reading.passage(block.name, words, is_shared=True)
    if not spoken:
        reading.read_aloud(block.name, prose, said=True, is_shared=True)
    words_html = Markup("").join(reading.blocks(words) for words in spoken)
    jump = Leads(tuple(jumps), (), ()).jump
    return TROUBLES[block.name](
        title, reading.html(prose), words_html, line, name, jump, tuple(learnt)
    )


def _said(reading: Fragments, paragraph: Span) -> Leads | None:
    """Return what a paragraph says and where it leads; None for one that is read.

    It is « words », a link of the call, or both.
    """
    if quoted(reading.tree.text, paragraph) is not None:
        return Leads((), (), (paragraph,))
    if not leads_somewhere(reading.tree.words(paragraph)):
        return None
    leads = cut_leads(reading, paragraph)
    alone = all(quoted(reading.tree.text, words) is not None for words in leads.words)
    return leads if alone else None


def report_empty(reading: Fragments, block: Block) -> None:
    """Report a block that says nothing."""
    reading.report.add(
        Code.EMPTY_BLOCK,
        reading.tree.line(block.span.start),
        f"le bloc « {block.name} » est vide",
        expected="un texte, avant les barres qui le referment",
        hint="écrivez ce texte, ou retirez le bloc",
    )


def joined(nodes: Sequence[Node]) -> list[Node]:
    """Put paragraphs that follow one another back together: they may be one list."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(last, source.Prose) and isinstance(node, source.Prose):
            joined[-1] = source.Prose(Span(last.span.start, node.span.end))
        else:
            joined.append(node)
    return joined
