"""The day of publication, as people write it in data: ISO 8601, whole or in part."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.errors import DateError

DAY: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$", re.DOTALL)
PART: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-00)?)?$")


@dataclass(frozen=True, slots=True)
class Published:
    """A day of publication, or None with a note where less than a day is stated."""

    day: date | None
    note: str | None = None


def parse_published(words: str | None) -> Published:
    """`2024-01-09` and `2024-01-09T10:00:00Z` are days; `2024-01` and `2024` are kept as a note; else DateError.

    A relative date ("on Tuesday") needs a day to count from, so a month alone dates nothing.
    """
    text = (words or "").strip()
    if not text:
        return Published(None)
    if (match := PART.match(text)) and 1 <= int(match[2] or 1) <= 12:
        return Published(None, f"Published {text}: no day is stated, so words like “on Tuesday” stay open.")
    if match := DAY.match(text):
        try:
            return Published(date(*map(int, match.groups())))
        except ValueError as error:
            raise DateError(f"There is no such day as {text!r}.") from error
    raise DateError(f"{text!r} is not a date; write it as 2024-01-09.")
