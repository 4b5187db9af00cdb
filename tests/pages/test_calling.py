"""A number that was verified is pressed to call; what looks like one is not."""

from __future__ import annotations

import pytest

from boutdufil.kinds.references.values import CLOSED, OPEN, PhoneNumber
from boutdufil.pages.calling import with_calls


def number(written: str, *, surcharged: bool = False, status: str = OPEN) -> PhoneNumber:
    return PhoneNumber(
        number=written, name="Un service", source="lu", surcharged=surcharged, status=status
    )


NUMBERS = (
    *(number(written) for written in ("17", "112", "114", "116 006", "33700")),
    number("0 892 705 705", surcharged=True),
    number("01 70 772 372", status=CLOSED),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J’appelle le 17.", 'J’appelle le <a href="tel:17">17</a>.'),
        ("Un SMS au 114.", 'Un SMS au <a href="sms:114">114</a>.'),
        ("Le 116 006, France", 'Le <a href="tel:116006">116 006</a>, France'),
        (
            "le 17 ou le 112 <vite>",
            'le <a href="tel:17">17</a> ou le <a href="tel:112">112</a> &lt;vite&gt;',
        ),
    ],
)
def test_a_number_is_pressed_to_call_or_to_write(text: str, expected: str) -> None:
    assert with_calls(text, NUMBERS) == expected


@pytest.mark.parametrize(
    "text",
    ["17Cyber (17cyber.gouv.fr)", "en 2017", "17.fr", "0 892 705 705", "01 70 772 372", "18"],
)
def test_what_only_looks_like_one_is_not_pressed(text: str) -> None:
    assert with_calls(text, NUMBERS) == text


def test_without_any_number_a_text_is_escaped() -> None:
    assert with_calls("a < b", ()) == "a &lt; b"
