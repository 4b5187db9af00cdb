"""A body is kept as bytes until someone looks at it, and is the same each time."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest

from boutdufil import folded as module
from boutdufil.folded import Folded, Leaves, keep_unfolded
from boutdufil.model.finding import Severity
from boutdufil.pickled import opened


@dataclass(frozen=True)
class Words:
    """A value of a test is not one of ours: it is packed, and never opened."""

    said: str


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The values that are made of bytes."""
    found: list[object] = []

    def counted(content: bytes) -> object:
        found.append(value := opened(content))
        return value

    monkeypatch.setattr(module, "opened", counted)
    monkeypatch.setattr(module, "_unfolded", module._Unfolded())
    return found


def sent(value: Folded[tuple[object, ...]]) -> Folded[tuple[object, ...]]:
    received: Folded[tuple[object, ...]] = pickle.loads(pickle.dumps(value))
    return received


def test_what_is_sent_comes_folded_and_is_made_once(made: list[object]) -> None:
    told = sent(Folded(("Bonjour", Severity.ERROR)))
    assert made == []
    assert told.value == ("Bonjour", Severity.ERROR)
    assert told.value is told.value
    assert len(made) == 1


def test_what_holds_the_same_is_equal() -> None:
    told = Folded(("Bonjour",))
    assert told == sent(told) == Folded(("Bonjour",))
    assert hash(told) == hash(sent(told))
    assert told != Folded(("Bonsoir",))
    assert told != ("Bonjour",)
    assert repr(sent(told)) == repr(("Bonjour",))


def test_a_copy_is_told_by_the_same_bytes() -> None:
    """A page is known by what it is made of, whoever read it."""
    told = Folded(("Bonjour", "Bonsoir"))
    assert pickle.dumps(sent(told)) == pickle.dumps(told) == pickle.dumps(sent(sent(told)))


def test_the_oldest_are_folded_again(made: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module._unfolded, "most", 2)
    first, *others = (sent(Folded((number,))) for number in range(4))
    held = first.value
    assert [each.value for each in others] == [(1,), (2,), (3,)]
    assert len(made) == 4
    assert others[-1].value is others[-1].value
    assert first.value == held
    assert first.value is not held
    assert len(made) == 5


def test_what_was_never_sent_is_not_lost(made: list[object]) -> None:
    told = Folded(Words("d’une autre sorte"))
    for number in range(module.MOST_UNFOLDED + 1):
        assert sent(Folded((number,))).value == (number,)
    assert told.value == Words("d’une autre sorte")


def test_a_preview_folds_nothing_again(made: list[object]) -> None:
    keep_unfolded()
    many = [sent(Folded((number,))) for number in range(module.MOST_UNFOLDED + 2)]
    values = [each.value for each in many]
    assert all(each.value is value for each, value in zip(many, values, strict=True))
    assert len(made) == len(many)


def test_leaves_are_made_one_by_one(made: list[object]) -> None:
    leaves = Leaves(("Bonjour", rank) for rank in range(300))
    assert made == []
    assert len(leaves) == 300
    assert leaves[299] == ("Bonjour", 299)
    assert [*leaves[10:12]] == [("Bonjour", 10), ("Bonjour", 11)]
    assert len(made) == 3
    assert [*leaves] == [("Bonjour", rank) for rank in range(300)]
    with pytest.raises(IndexError):
        leaves[300]


def test_a_preview_keeps_its_leaves_as_they_are(made: list[object]) -> None:
    keep_unfolded()
    value = ("Bonjour",)
    assert Leaves([value])[0] is value
    assert made == []
