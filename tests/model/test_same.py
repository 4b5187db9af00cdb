"""What was worked out of a value is remembered by that very one, as long as it is there."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from weakref import ref

from boutdufil.model.same import by_itself, by_themselves


@dataclass(frozen=True)
class Word:
    text: str


def test_a_value_is_known_by_being_itself() -> None:
    worked: list[str] = []

    @by_itself
    def loud(word: Word) -> str:
        worked.append(word.text)
        return word.text.upper()

    one, like_it = Word("lien"), Word("lien")
    assert [loud(one), loud(one), loud(like_it), loud(one)] == ["LIEN"] * 4
    assert worked == ["lien", "lien"]


def test_what_is_not_there_any_more_is_forgotten() -> None:
    @by_itself
    def letters(word: Word) -> list[str]:
        return [*word.text]

    word = Word("lien")
    found, there = letters(word), ref(word)
    del word
    gc.collect()
    assert there() is None
    again = [Word(f"mot {number}") for number in range(200)]
    assert all(letters(each) == [*each.text] for each in again)
    assert found == [*"lien"]


def test_two_values_are_known_together_and_the_last_ones_are_remembered() -> None:
    worked: list[tuple[str, str]] = []

    @by_themselves
    def told(word: Word, other: Word) -> str:
        worked.append((word.text, other.text))
        return f"{word.text} {other.text}"

    lien, vers, depuis = Word("lien"), Word("vers"), Word("depuis")
    assert [told(lien, vers), told(lien, vers)] == ["lien vers"] * 2
    assert told(lien, depuis) == "lien depuis"
    assert told(lien, vers) == "lien vers"
    assert worked == [("lien", "vers"), ("lien", "depuis"), ("lien", "vers")]
