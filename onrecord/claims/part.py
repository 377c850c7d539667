"""A part: one thing that is told of one event mention, before it becomes a claim."""

from dataclasses import dataclass

from onrecord.model.codes import Slot
from onrecord.model.document import Span
from onrecord.model.values import Value


@dataclass(frozen=True, slots=True)
class Part:
    """What a slot of an event mention holds, and in which words.

    `own` is False where the words stand with another act of the sentence and were only inherited.
    """

    event_id: str
    slot: Slot
    quote: Span
    value: Value | None
    own: bool = True
