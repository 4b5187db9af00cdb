"""The map of a call, whatever its script: nothing hides another thing, nothing is left out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from boutdufil.model.script import (
    Answer,
    Ask,
    DoGesture,
    Jump,
    Part,
    Proof,
    Say,
    Script,
    Start,
    Step,
    Stop,
    Trouble,
)
from boutdufil.thread.draughtsman import picture
from boutdufil.thread.drawing import svg
from boutdufil.thread.graph import END, Graph
from boutdufil.thread.lettering import fit, width_of, wrap
from boutdufil.thread.outline import outline
from boutdufil.thread.picture import Legend, Picture
from boutdufil.thread.places import SMALL
from boutdufil.thread.weave import weave

NONE: Markup = Markup()
LEGEND = Legend(
    titles={rank: f"Étape {rank}" for rank in range(10)},
    names={},
    numbers={"cyber-hygiene/j-ai-clique": "102"},
)
LETTERS = st.sampled_from(
    ["Oui", "Je ne sais pas", "Que voyez-vous tout en haut de l’écran ? " * 3]
)
TEXTS = LETTERS.map(Markup)


def _picture(graph: Graph) -> Picture:
    return picture(outline(graph, LEGEND.titles), LEGEND)


def jumps() -> st.SearchStrategy[Jump | None]:
    """Every place where an answer may lead."""
    places = st.one_of(
        st.builds(lambda step: {"step": step}, st.integers(1, 4)),
        st.sampled_from(["a", "b"]).map(lambda name: {"name": name}),
        st.just({"is_end": True}),
        st.just({"tutorial": "cyber-hygiene/j-ai-clique"}),
        st.just({"gesture": "ouvrir"}),
        st.just({"gesture": "ouvrir", "name": "a"}),
    )
    made = places.map(
        lambda place: Jump(**{"tutorial": "", "step": 0, "label": Markup("là")} | place)
    )
    return st.none() | made


def asks(depth: int = 0, kind: type[Ask] = Ask) -> st.SearchStrategy[Ask]:
    """Questions that hold questions, three deep at most."""
    below = asks(depth + 1) if depth < 3 else st.none()
    answers = st.builds(
        Answer,
        label=TEXTS,
        words=st.just(NONE),
        jump=jumps(),
        follow_up=st.none() | below if depth else below | st.none(),
    )
    names = st.sampled_from(["", "", "a", "b"])
    return st.builds(
        kind,
        question=TEXTS,
        answers=st.lists(answers, min_size=1, max_size=6).map(tuple),
        name=names if not depth else st.just(""),
    )


def parts() -> st.SearchStrategy[Part]:
    """What a step is made of."""
    gesture = Jump(tutorial="", step=0, label=Markup("Comment j’ouvre"), gesture="ouvrir")
    return st.one_of(
        st.builds(Say, TEXTS, st.sampled_from([(), ("windows",)])),
        asks(),
        asks(kind=Proof),
        st.just(DoGesture(gesture)),
        st.builds(Trouble, TEXTS, st.just(NONE), TEXTS, jump=jumps()),
        st.builds(Stop, TEXTS, st.just(NONE), TEXTS, jump=jumps()),
        st.builds(Start, TEXTS, st.just(NONE), TEXTS, jump=jumps()),
    )


STEPS = st.lists(st.lists(parts(), max_size=5).map(tuple), min_size=1, max_size=4)


def script(steps: list[tuple[Part, ...]]) -> Script:
    """Return a script of these steps."""
    made = tuple(Step(rank, Markup(f"Étape {rank}"), held) for rank, held in enumerate(steps, 1))
    return Script((), (), made, (), (), ())


FEW = settings(max_examples=settings().max_examples // 4 or 1)
"""A script is long to make up: it holds many cases at once."""
GRAPHS = STEPS.map(lambda steps: weave(script(steps)))


def edges(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield every way of a graph that one can go, and what it starts from."""
    for node in graph.nodes:
        for reply in node.replies:
            yield node.id, reply.lead.tutorial or reply.lead.node or END
        if not node.replies and node.id != END:
            yield node.id, node.next or END
    for rescue in graph.rescues:
        if not rescue.node and (rescue.lead.node or rescue.lead.tutorial):
            yield str(rescue.situation).strip(), rescue.lead.tutorial or rescue.lead.node


@FEW
@given(GRAPHS)
def test_every_way_of_the_graph_is_drawn(graph: Graph) -> None:
    drawn = Counter((line.source, line.target) for line in _picture(graph).lines)
    expected = Counter(edges(graph))
    assert expected - drawn == Counter()
    # The thread also passes what one answers: a thing that does not hold in this call.
    passing = Counter((node.id, node.next or END) for node in graph.nodes if node.id in graph.chain)
    assert drawn - expected - passing == Counter()


@FEW
@given(GRAPHS)
def test_every_thing_is_drawn_once_within_its_step(graph: Graph) -> None:
    found = _picture(graph)
    named = Counter(card.id for card in found.cards if card.id)
    assert named == Counter(node.id for node in graph.nodes if node.id != END)
    bands = {band.step: band for band in found.bands}
    for card in found.cards:
        band = bands[card.step]
        assert band.y <= card.y
        assert card.y + card.height <= band.bottom
        assert card.x >= 0
        assert card.x + card.width <= found.width
        assert card.id == "" or graph.by_id[card.id].step == card.step
    for above, below in zip(found.bands, found.bands[1:], strict=False):
        assert above.bottom < below.y


@FEW
@given(GRAPHS)
def test_nothing_hides_another_thing(graph: Graph) -> None:
    boxes = [*_boxes(_picture(graph))]
    for (one, left, top, right, bottom), (other, x, y, end, foot) in combinations(boxes, 2):
        apart = right <= x or end <= left or bottom <= y or foot <= top
        assert apart, f"{one} over {other}"


def _boxes(found: Picture) -> Iterator[tuple[str, float, float, float, float]]:
    for card in found.cards:
        name = f"{card.kind} {card.id}"
        yield name, card.x, card.y, card.x + card.width, card.y + card.height
    for words in found.words:
        width = max(width_of(line, SMALL) for line in words.lines)
        half = 7 * len(words.lines)
        yield " ".join(words.lines), words.x, words.y - half, words.x + width, words.y + half


@FEW
@given(GRAPHS)
def test_the_same_script_gives_the_same_bytes_and_sound_xml(graph: Graph) -> None:
    once, again = (svg(_picture(graph), "../") for _time in range(2))
    assert once == again
    root = ElementTree.fromstring(once)
    assert root.attrib["aria-hidden"] == "true"
    assert "style=" not in once
    assert {each.attrib["tabindex"] for each in root.iter("a")} <= {"-1"}


def test_words_are_escaped() -> None:
    graph = weave(script([(Say(Markup("&lt;b&gt; &amp; « fin »")),)]))
    drawn = svg(_picture(graph), '../"><script>')
    assert "&lt;b&gt; &amp;" in drawn
    assert "<script" not in drawn
    ElementTree.fromstring(drawn)


def test_a_huge_script_is_drawn_in_less_than_a_second() -> None:
    def jump(rank: int) -> Jump:
        return Jump(tutorial="", step=rank % 40 + 1, label=Markup("ailleurs"))

    long = Markup("Que voyez-vous ? " * 500)
    steps: list[tuple[Part, ...]] = [
        tuple(
            Proof(
                long,
                tuple(
                    Answer(Markup("x" * 1000), NONE, jump(7 * step + 3 * rank + place))
                    for place in range(6)
                ),
            )
            for rank in range(13)
        )
        for step in range(40)
    ]
    graph = weave(script(steps))
    assert len(graph.nodes) > 500
    start = time.process_time()
    drawn = svg(_picture(graph), "../")
    assert time.process_time() - start < 1
    assert len(drawn) < 3_000_000


@given(st.text(max_size=900), st.floats(60, 300), st.integers(1, 4))
def test_words_keep_to_their_room(text: str, room: float, count: int) -> None:
    lines = wrap(text, room, SMALL, count)
    assert len(lines) <= count
    assert all(width_of(line, SMALL) <= room + 0.01 for line in lines)


def test_what_is_cut_is_told() -> None:
    assert fit("Oui, tout de suite", 1000, SMALL) == "Oui, tout de suite"
    assert fit("Oui, tout de suite", 80, SMALL) == "Oui, tout…"
    # A sign stays with its word.
    assert all(not line.startswith("?") for line in wrap("Êtes-vous là ?", 70, SMALL, 3))
