"""Notes on a document's day: a text that tells of days after its own publication."""

from datetime import timedelta
from typing import Final

from onrecord.model.document import Document
from onrecord.model.reading import Mention
from onrecord.model.values import Interval

GRACE: Final = timedelta(2)  # time zones, and editions printed the evening before
MIN_DATES: Final = 2  # one date may be a slip of the pen
PAST_PRECISIONS: Final = frozenset({"day", "night"})


def date_notes(document: Document, dates: tuple[Mention, ...]) -> tuple[str, ...]:
    """A note where `published` contradicts the text: its date line bears another day, or it dates acts after it."""
    published = document.published
    if published is None:
        return ()
    values = [mention.value for mention in dates if isinstance(mention.value, Interval)]
    line = next(
        (value.earliest for value in values if value.anchor == "dateline" and value.earliest == value.latest), None
    )
    if line is not None and abs(line - published) > GRACE:
        return (f"Published on {published}, it says, but its date line bears {line}.",)
    full = [value for value in values if value.anchor == "none" and value.precision in PAST_PRECISIONS]
    later = sorted(value.earliest for value in full if value.earliest and value.earliest > published + GRACE)
    if len(later) >= MIN_DATES and len(later) > len(full) / 2:
        return (f"Published on {published}, it says, but most of its full dates are later, the last {later[-1]}.",)
    return ()
