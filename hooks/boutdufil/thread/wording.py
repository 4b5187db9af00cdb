"""What is proven of the words of a call: one thing at a time, twice for what is written down.

As in ``proofs``, each proof yields the places that fail.
"""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.language.asking import has_two_parts
from boutdufil.language.imperatives import gestures
from boutdufil.language.said_numbers import dictated, is_asked_for, said_twice
from boutdufil.thread.flaws import Flaw, Thread
from boutdufil.thread.speech import heard

MOST_REPLIES = 9
"""The digits of a keyboard, 1 to 9: the mediator answers with one of them."""


def double(thread: Thread) -> Iterator[Flaw]:
    """Two questions are asked in one."""
    for node in thread.questions:
        for html in (node.html, node.otherwise):
            if has_two_parts(heard(html)):
                yield Flaw(node.line, heard(html))


def crowded(thread: Thread) -> Iterator[Flaw]:
    """A question has more answers than a keyboard has digits to choose them by."""
    for node in thread.questions:
        if len(node.replies) > MOST_REPLIES:
            yield Flaw(node.line, heard(node.html))


def said_one_way(thread: Thread) -> Iterator[Flaw]:
    """A question has no other words."""
    for node in thread.questions:
        if not node.otherwise:
            yield Flaw(node.line, heard(node.html))


def several_gestures(thread: Thread) -> Iterator[Flaw]:
    """A sentence asks for more than one gesture."""
    for speech in thread.speeches:
        for sentence in speech.sentences:
            if len(gestures(sentence)) > 1:
                yield Flaw(speech.line, sentence)


def said_once(thread: Thread) -> Iterator[Flaw]:
    """A number to dial, or an address to write, is dictated once in its step."""
    for speech in thread.speeches:
        before = ""
        for sentence in speech.sentences:
            wanted = {
                each for each in dictated(sentence) if each in thread.dialled or not each.isdigit()
            }
            once = wanted and not wanted <= _repeated(thread, speech.step)
            if once and is_asked_for(f"{before} {sentence}"):
                yield Flaw(speech.line, sentence)
            before = sentence


def _repeated(thread: Thread, step: int) -> frozenset[str]:
    """Return what is dictated twice in a step; few of them dictate anything."""
    said = (said_twice(speech.words) for speech in thread.speeches if speech.step == step)
    return frozenset[str]().union(*said)
