"""Lists that mean something: the answers of a question, the options of a quiz."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from boutdufil.language.text import counted
from boutdufil.markup.fragments import Fragments
from boutdufil.markup.links import SITE, STEP_ANCHOR
from boutdufil.markup.prose import Item, items, label, paragraphs, quoted
from boutdufil.model.finding import Code
from boutdufil.model.script import Answer, Jump, Option, Quiz
from boutdufil.source.tree import Block, Prose, Span

RIGHT = "- **Oui** : « Très bien. »"

# A link: ``[fiche 102](j-ai-clique.md)``; its words, then its target.
_LINK = re.compile(r"\[([^\]]*)\]\(\s*<?([^)\s>]+)>?\s*\)")
# The box of an option and its words: ``[x] Oui``; not ``[note] Oui``.
_TICK = re.compile(r"\s*\[\s*([xX]?)\s*\]\s*(?=\S)")


def read_answers(reading: Fragments, block: Block) -> tuple[Answer, ...]:
    """Return the answers of a « demander », its mistakes being reported."""
    text = reading.tree.text
    found, outside = items(text, block.content)
    outside = (*outside, *(child.span for child in block.children if not isinstance(child, Prose)))
    answers = [_answer(reading, item) for item in found]
    if len(found) < 2 or outside:
        reading.report.add(
            Code.WRONG_ANSWERS,
            reading.tree.line(block.span.start),
            "« demander » attend une liste de réponses, et rien d’autre",
            found=counted(len(found), "réponse"),
            expected="au moins deux lignes qui commencent par un tiret",
            hint=RIGHT,
        )
    return tuple(answer for answer in answers if answer is not None)


def _answer(reading: Fragments, item: Item) -> Answer | None:
    """Read ``**réponse** : « words »``, or a link, or the words and then a link."""
    text = reading.tree.text
    cut = label(text, item.words)
    if cut is None:
        written = _shown(text, item.words)
        return _refused(reading, item.words, written, "la réponse ne commence pas par du gras")
    if item.children:
        written = _shown(text, item.children[0].words)
        place = item.children[0].words
        return _refused(reading, place, written, "une liste est écrite sous une réponse")
    name, rest = cut
    jump, said = _cut_jump(reading, rest)
    words = [each for each in said if _bare(text, each)]
    spoken = quoted(text, words[0]) if len(words) == 1 else None
    if words and spoken is None:
        whole = " ".join(_shown(text, each) for each in words)
        hint = f"- **{_shown(text, name)}** : « {whole.strip(' «»')} »"
        problem = "il manque les guillemets « » autour des mots à lire"
        return _refused(reading, words[0], whole, problem, hint)
    if spoken is None and jump is None:
        written = _shown(text, item.words)
        return _refused(reading, item.words, written, "il n’y a rien à lire après cette réponse")
    if spoken is not None:
        reading.passage("demander", spoken, said=True)
    html = reading.inline(spoken) if spoken is not None else Markup()
    return Answer(reading.inline(name), html, jump)


def _cut_jump(reading: Fragments, rest: Span) -> tuple[Jump | None, tuple[Span, ...]]:
    """Return where the answer leads, and what stands around the link."""
    text = reading.tree.text
    for match in _LINK.finditer(text, rest.start, rest.end):
        if text.count("«", rest.start, match.start()) > text.count("»", rest.start, match.start()):
            continue
        address = reading.links.resolve(match[2], match.start(2))
        jump = _jump(reading, Span(*match.span(1)), address or "")
        if jump is not None:
            return jump, (Span(rest.start, match.start()), Span(match.end(), rest.end))
        break
    return None, (rest,)


def _jump(reading: Fragments, words: Span, address: str) -> Jump | None:
    target, _, anchor = address.partition("#")
    step = STEP_ANCHOR.fullmatch(anchor)
    if not target and step:
        return Jump("", int(step[1]), reading.inline(words))
    if target.startswith(f"{SITE}tutoriels/"):
        reference = target.removeprefix(f"{SITE}tutoriels/").strip("/")
        return Jump(reference, int(step[1]) if step else 0, reading.inline(words))
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


def _bare(text: str, span: Span) -> str:
    return text[span.start : span.end].strip(" .\n\u00a0\u202f")


def _shown(text: str, span: Span) -> str:
    """Return words without their marks, on one line."""
    words = _LINK.sub(r"\1", text[span.start : span.end]).replace("**", "").replace("__", "")
    return " ".join(words.split())


def read_quiz(reading: Fragments, block: Block, question: Markup) -> Quiz:
    """Return the options and the explanation of a « question », its mistakes being reported."""
    line = reading.tree.line(block.span.start)
    reading.passage(block.name, block.argument)
    options: list[Option] = []
    explanation: list[Markup] = []
    for span in _paragraphs(block, reading.tree.text):
        ticks = [*_ticks(reading.tree.text, span)]
        if ticks:
            options += [Option(reading.inline(words), right) for words, right in ticks]
            for words, _right in ticks:
                reading.passage(block.name, words)
        else:
            explanation.append(reading.blocks(span))
            reading.read_aloud(block.name, [Prose(span)])
    explanation += [
        reading.html([child]) for child in block.children if not isinstance(child, Prose)
    ]
    if len(options) < 2 or not any(option.right for option in options) or not explanation:
        reading.report.add(
            Code.WRONG_QUIZ,
            line,
            "la question n’est pas complète",
            found=f"{counted(len(options), 'réponse')}, dont "
            f"{sum(option.right for option in options)} juste, et "
            + ("une explication" if explanation else "pas d’explication"),
            expected="au moins deux réponses, dont une juste, puis une explication",
            hint="- [ ] Une réponse fausse, - [x] La bonne réponse, puis une phrase",
        )
    return Quiz(question, tuple(options), Markup("").join(explanation), line)


def _paragraphs(block: Block, text: str) -> Iterator[Span]:
    for child in block.children:
        if isinstance(child, Prose):
            yield from paragraphs(text, child.span)


def _ticks(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the words of each option, and whether it is right; none when one has no box."""
    found, outside = items(text, span)
    ticks = [_TICK.match(text, item.words.start, item.words.end) for item in found]
    if outside or not all(ticks):
        return
    for item, tick in zip(found, ticks, strict=True):
        assert tick is not None
        yield Span(tick.end(), item.words.end), tick[1] != ""
