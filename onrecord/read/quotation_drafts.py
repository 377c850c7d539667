"""A draft: an attribution while it is being made."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.document import Span

# What the content is: words said, the mere object of a report ("confirmed one death"), or what is in a mind.
Form = Literal["words", "object", "mind"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making. `sentence` is the index of the cue's sentence; `source` None: nobody is named."""

    sentence: int
    content: tuple[Span, ...]
    source: Span | None
    cue: Span
    reports: bool
    form: Form = "words"
