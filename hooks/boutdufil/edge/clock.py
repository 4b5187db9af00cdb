"""The clock: nothing else of the package asks what day it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

# Line Islands, where each day begins first; no place on Earth is further ahead.
_FIRST = timezone(timedelta(hours=14))


def latest_day(now: datetime | None = None) -> date:
    """Return the last day that has begun somewhere: a date after it is in the future for all.

    Who reads may be a day behind who wrote: « relu le 3 » in Nouméa is read on the 2nd in Cayenne.
    """
    return (now or datetime.now(_FIRST)).astimezone(_FIRST).date()
