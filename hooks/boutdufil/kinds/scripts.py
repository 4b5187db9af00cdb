"""Every script that a call may walk, by the name that one calls it with."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.content import Content
from boutdufil.kinds.diagnosis.values import Diagnosis
from boutdufil.model.script import Script, plain
from boutdufil.pages.guides import guides_among
from boutdufil.thread.call import Scripts
from boutdufil.thread.weave import weave


def scripts_of(content: Content) -> Scripts:
    """Return the scripts of tutorials (drafts included), diagnoses, guides and gestures."""
    taxonomy = content.taxonomy
    return Scripts(
        graphs={name: weave(script) for name, _title, script in _named(content)},
        numbers={tutorial.reference: tutorial.number for tutorial in content.tutorials},
        shown={device: taxonomy.shown_on(device) for device in taxonomy.real_devices},
    )


def titles_of(content: Content) -> dict[str, tuple[str, ...]]:
    """Return the title of each script, then those of its steps, by its name."""
    return {
        name: (title, *(plain(step.title) for step in script.steps))
        for name, title, script in _named(content)
    }


def _named(content: Content) -> Iterator[tuple[str, str, Script]]:
    for tutorial in content.tutorials:
        yield tutorial.number, tutorial.title, tutorial.script
    for diagnosis in content.of(Diagnosis):
        yield diagnosis.number, diagnosis.title, diagnosis.script
    for name, guide in guides_among(content.pages).items():
        if guide.script is not None:
            yield name, guide.entry.title, guide.script
    for gesture in content.gestures.values():
        yield gesture.name, gesture.entry.title, gesture.script
