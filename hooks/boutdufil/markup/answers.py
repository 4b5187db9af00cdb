"""Lists that mean something: the answers of a question, and the questions that follow them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from boutdufil.language.text import counted
from boutdufil.markup.advice import is_advice, read_advice
from boutdufil.markup.fragments import Fragments
from boutdufil.markup.jumps import Leads, cut_leads, shown
from boutdufil.markup.prose import Item, items, label, quoted
from boutdufil.model.finding import Code
from boutdufil.model.script import Answer, Ask
from boutdufil.source.tree import Block, Prose, Span

RIGHT = "- **Oui** : « Très bien. »"
FOLLOW_UP = "- *La question suivante ?*"
DEEPEST = 3
"""Questions within answers: beyond it, neither the author nor the mediator follows any more."""

# Words in italics, and nothing else: ``*Vibre-t-elle ?*``; not ``**Oui**``.
_ITALICS = re.compile(r"\s*([*_])(?![*_\s])(.+?)(?<![*_\s])\1\s*", re.DOTALL)
# An axis without its points: ``« Oui. » (axe:gens)``; not ``« Oui. » [2 points](axe:gens)``.
_BARE_AXIS = re.compile(r"(«.*»)\s*\(?\s*axe\s*:\s*([a-z0-9-]+)\s*\)?", re.DOTALL)


def read_answers(reading: Fragments, block: Block) -> tuple[Answer, ...]:
    """Return the answers of a « demander » or a « preuve », its mistakes being reported."""
    text = reading.tree.text
    found, outside = items(text, block.content)
    outside = (*outside, *(child.span for child in block.children if not isinstance(child, Prose)))
    answers = [_answer(reading, block.name, item, 1) for item in found]
    if len(found) < 2 or outside:
        reading.report.add(
            Code.WRONG_ANSWERS,
            reading.tree.line(block.span.start),
            f"« {block.name} » attend une liste de réponses, et rien d’autre",
            found=counted(len(found), "réponse"),
            expected="au moins deux lignes qui commencent par un tiret",
            hint=RIGHT,
        )
    return tuple(answer for answer in answers if answer is not None)


def _answer(reading: Fragments, kind: str, item: Item, depth: int) -> Answer | None:
    """Read ``**réponse** : « words »``, then a link, then the question that follows below."""
    text = reading.tree.text
    cut = label(text, item.words)
    if cut is None:
        written = shown(text, item.words)
        return _refused(reading, item.words, written, "la réponse ne commence pas par du gras")
    name, rest = cut
    leads = cut_leads(reading, rest)
    if leads.is_torn:
        written = ", ".join(jump.label for jump in leads.jumps)
        return _refused(reading, rest, written, "cette réponse mène à deux endroits")
    spoken = _spoken(reading, name, leads)
    if leads.words and spoken is None:
        return None
    advised, below = _advised(reading, item.children)
    follow_up = _follow_up(reading, kind, below, depth) if below else None
    if below and follow_up is None:
        return None
    if spoken is None and not (leads.jump or follow_up or leads.learnt or leads.points or advised):
        written = shown(text, item.words)
        return _refused(reading, item.words, written, "il n’y a rien à lire après cette réponse")
    if spoken is not None:
        reading.passage(kind, spoken, said=True)
    html = reading.inline(spoken) if spoken is not None else Markup()
    return Answer(
        reading.inline(name),
        html,
        leads.jump,
        follow_up,
        leads.learnt,
        leads.points,
        tuple(found for each in advised if (found := read_advice(reading, each.words))),
        reading.tree.line(item.words.start),
    )


def _advised(
    reading: Fragments, children: Sequence[Item]
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Part the tutorials that an answer of a diagnosis advises from what is asked below it."""
    if reading.axes is None:
        return (), tuple(children)
    advised = tuple(each for each in children if is_advice(reading, each))
    return advised, tuple(each for each in children if each not in advised)


def _spoken(reading: Fragments, name: Span, leads: Leads) -> Span | None:
    """Return the words to read, which guillemets hold; report words without them."""
    text = reading.tree.text
    if not leads.words:
        return None
    spoken = quoted(text, leads.words[0]) if len(leads.words) == 1 else None
    if spoken is None:
        whole = " ".join(shown(text, each) for each in leads.words)
        hint = f"- **{shown(text, name)}** : « {whole.strip(' «»')} »"
        problem = "il manque les guillemets « » autour des mots à lire"
        bare = _BARE_AXIS.fullmatch(whole) if reading.axes is not None else None
        if bare:
            hint = f"- **{shown(text, name)}** : {bare[1]} [2 points](axe:{bare[2]})"
            problem = "l’axe est nommé sans dire, entre crochets, combien de points"
        _refused(reading, leads.words[0], whole, problem, hint)
    return spoken


def _follow_up(reading: Fragments, kind: str, children: Sequence[Item], depth: int) -> Ask | None:
    """Read the list under an answer: a question in italics, maybe the same otherwise, answers."""
    text = reading.tree.text
    asked = [_italics(text, child) for child in children]
    count = next((rank for rank, each in enumerate(asked) if each is None), len(asked))
    first = children[0].words
    if not 1 <= count <= 2:
        problem = "une liste est écrite sous une réponse"
        return _no_question(reading, first, shown(text, first), problem)
    if depth > DEEPEST:
        problem = "cette question est trop loin dans les réponses"
        return _no_question(reading, first, shown(text, first), problem)
    below = children[count:]
    answers = [_answer(reading, kind, child, depth + 1) for child in below]
    if len(below) < 2:
        return _no_question(
            reading, first, counted(len(below), "réponse"), "cette question attend ses réponses"
        )
    spans = [each for each in asked[:count] if each is not None]
    for span in spans:
        reading.passage(kind, span, said=True, is_question=True)
    question, *otherwise = (reading.inline(span) for span in spans)
    return Ask(
        question,
        tuple(answer for answer in answers if answer is not None),
        reading.tree.line(first.start),
        otherwise=otherwise[0] if otherwise else Markup(),
    )


def _italics(text: str, item: Item) -> Span | None:
    match = _ITALICS.fullmatch(text, item.words.start, item.words.end)
    return Span(*match.span(2)) if match and not item.children else None


def _no_question(reading: Fragments, span: Span, found: str, problem: str) -> Ask | None:
    reading.report.add(
        Code.WRONG_ANSWERS,
        reading.tree.line(span.start),
        problem,
        found=found,
        expected="une question en italique, puis deux réponses en gras, sur trois étages au plus",
        hint=FOLLOW_UP,
    )
    return None


def _refused(
    reading: Fragments, span: Span, found: str, problem: str, hint: str = RIGHT
) -> Answer | None:
    reading.report.add(
        Code.WRONG_ANSWERS,
        reading.tree.line(span.start),
        problem,
        found=found,
        expected="- **réponse** : « ce qui se lit », ou un lien vers une fiche",
        hint=hint,
    )
    return None
