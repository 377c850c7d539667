"""Dates: an interval grammar over the publication date."""

from onrecord.model.document import Document
from onrecord.model.reading import Mention, Sentence


def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The DATE mentions of a document, in text order; their values are `Interval`s, None where not understood."""
    return ()
