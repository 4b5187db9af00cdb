"""Any script gives a call that ends on each device, in each situation, or that the rules refuse."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from boutdufil.model.script import (
    Answer,
    Ask,
    DoGesture,
    ForAudiences,
    ForDevices,
    ForSituations,
    Jump,
    Part,
    Proof,
    Prose,
    Rephrase,
    Say,
    Script,
    Start,
    Step,
    Stop,
    Trouble,
)
from boutdufil.thread import proofs, wording
from boutdufil.thread.flaws import Thread
from boutdufil.thread.graph import END, Lead, NodeKind
from boutdufil.thread.walks import Walk, walks
from boutdufil.thread.weave import weave
from tests.conftest import many

SHOWN: Mapping[str, tuple[str, ...]] = {
    "android": ("android",),
    "windows": ("windows",),
    "tablette": ("tablette", "android"),
}
NAMES = ("ici", "la", "nulle-part")
PROOFS = (
    proofs.left_asking,
    proofs.unseen,
    proofs.unreached,
    proofs.endless,
    wording.double,
    wording.said_one_way,
    wording.several_gestures,
    wording.said_once,
)

words = st.sampled_from(
    [
        Markup(each)
        for each in (
            "Très bien.",
            "Regardez. Dites-moi le mot.",
            "Appuyez dessus.",
            "Faites le dix-sept.",
            "Est-ce noir, ou voyez-vous un mot ?",
            "",
        )
    ]
)
names = st.sampled_from(("", "", *NAMES[:2]))
devices = st.sampled_from([(), ("android",), ("windows",), ("iphone",)])
situations = st.sampled_from([("ligne-fixe",), ("lit-mal", "entend-mal")])
jumps = st.sampled_from(
    [
        None,
        None,
        Jump("", 1, Markup("étape 1")),
        Jump("", 9, Markup("étape 9")),
        *(Jump("", 0, Markup(name), name=name) for name in NAMES),
        Jump("", 0, Markup("fin"), is_end=True),
        Jump("ecole/autre", 2, Markup("autre")),
        Jump("", 0, Markup("geste"), gesture="ouvrir"),
        Jump("", 0, Markup("geste"), gesture="ouvrir", name="ici"),
    ]
)


def asked(follow_up: st.SearchStrategy[Ask | None]) -> st.SearchStrategy[Ask]:
    answers = st.lists(
        st.builds(Answer, words, words, jumps, follow_up), min_size=0, max_size=3
    ).map(tuple)
    return st.one_of(
        *(st.builds(kind, words, answers, name=names, otherwise=words) for kind in (Ask, Proof))
    )


parts: st.SearchStrategy[Part] = st.recursive(
    st.one_of(
        st.builds(Say, words, devices, name=names),
        st.builds(Prose, words),
        st.builds(Rephrase, words),
        asked(st.none() | asked(st.none())),
        *(
            st.builds(kind, words, words, words, name=names, jump=jumps)
            for kind in (Trouble, Stop, Start)
        ),
        st.builds(DoGesture, st.just(Jump("", 0, Markup("geste"), gesture="ouvrir"))),
    ),
    lambda inner: st.one_of(
        st.builds(ForDevices, devices, devices, st.lists(inner, max_size=3).map(tuple)),
        st.builds(ForSituations, situations, st.lists(inner, max_size=3).map(tuple)),
        st.builds(ForAudiences, st.just(("tpe",)), st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=12,
)
scripts = st.builds(
    lambda steps, after: Script(
        steps=tuple(Step(rank, Markup(), tuple(each)) for rank, each in enumerate(steps, 1)),
        understanding=tuple(after),
    ),
    st.lists(st.lists(parts, max_size=5), min_size=1, max_size=3),
    st.lists(parts, max_size=2),
)


def thread_of(script: Script) -> Thread:
    graph = weave(script)
    return Thread(graph, walks(graph, SHOWN), frozenset(), frozenset({"17"}))


@many(3)
@given(scripts)
def test_every_node_has_its_name_and_every_lead_a_node(script: Script) -> None:
    graph = weave(script)
    ids = [node.id for node in graph.nodes]
    assert len(ids) == len({*ids})
    assert ids[-1] == END
    assert {*graph.chain} <= {*ids}
    leads = [reply.lead for node in graph.nodes for reply in node.replies]
    leads += (rescue.lead for rescue in graph.rescues)
    assert {lead.node for lead in leads if not lead.tutorial} <= {*ids, ""}
    led = [node for node in graph.nodes if node.kind is not NodeKind.END]
    assert {node.next for node in led if not node.gesture} <= {*ids}
    # The gesture of a trouble comes back to where one was.
    assert {node.next for node in led if node.gesture} <= {*ids, ""}


@many(3)
@given(scripts)
def test_a_call_ends_or_a_ring_is_found(script: Script) -> None:
    """From all that may be met, in each call: the end, another tutorial, or a ring told of."""
    thread = thread_of(script)
    flaws = [*proofs.endless(thread)]
    for walk in thread.walks:
        met = walk.reached(walk.entries)
        rings = [*walk.rings()]
        assert all(ring.isdisjoint(walk.ending) for ring in rings)
        for node in met - walk.ending:
            ahead = walk.reached([thread.graph.by_id[node]])
            assert any(ring <= ahead for ring in rings), "what never ends turns round somewhere"
        assert bool(flaws) or met <= walk.ending


@many(2)
@given(scripts)
def test_nothing_that_does_not_hold_is_met(script: Script) -> None:
    thread = thread_of(script)
    for walk in thread.walks:
        for node in walk.reached(walk.entries):
            assert walk.holds(thread.graph.by_id[node])
    known = {node.id for node in thread.graph.nodes}
    assert {*thread.reached} <= known
    lost = known - {*thread.reached}
    said = {node.id for node in thread.graph.nodes if node.kind is not NodeKind.STOP}
    assert bool([*proofs.unreached(thread)]) == bool(lost & said - {END})


@many(2)
@given(scripts)
def test_no_proof_fails_on_any_script(script: Script) -> None:
    thread = thread_of(script)
    for proof in PROOFS:
        for flaw in proof(thread):
            assert flaw.line == 0
            assert isinstance(flaw.words, str)


def only(script: Script) -> Walk:
    (walk,) = walks(weave(script), SHOWN)
    return walk


def say(text: str, name: str = "", devices: tuple[str, ...] = ()) -> Say:
    return Say(Markup(text), devices, name=name)


def test_calls_that_meet_the_same_are_one_walk() -> None:
    plain = Script(steps=(Step(1, Markup(), (say("Lisez."),)),))
    assert only(plain).devices == {*SHOWN}
    parted = Script(steps=(Step(1, Markup(), (say("Appuyez.", devices=("android",)),)),))
    assert {walk.devices for walk in walks(weave(parted), SHOWN)} == {
        frozenset(("android", "tablette")),
        frozenset(("windows",)),
    }


def test_what_does_not_hold_is_passed() -> None:
    script = Script(
        steps=(Step(1, Markup(), (say("A.", devices=("iphone",)), say("B.", "ici"))),),
    )
    walk = only(script)
    first = walk.arrive(Lead(node=walk.graph.start))
    assert first is not None
    assert first.name == "ici"


def test_the_cost_grows_with_the_script_only() -> None:
    """A script of thousands of blocks, all in one ring, takes a moment."""
    back = Jump("", 0, Markup("ici"), name="ici")
    answers = (Answer(Markup("Oui"), Markup("Appuyez."), back),) * 2
    ring = tuple(Ask(Markup("Lu ?"), answers, name="ici") for _each in range(4000))
    thread = thread_of(Script(steps=(Step(1, Markup(), ring),)))
    assert [flaw.words for flaw in proofs.endless(thread)] == ["Lu ?"]
    assert len([*proofs.unreached(thread)]) == 1
    assert not [*proofs.unseen(thread)]
