"""What was asked cannot be done here."""

from __future__ import annotations


class UnusableError(Exception):
    """The message, in French, says what is missing and what to do about it."""
