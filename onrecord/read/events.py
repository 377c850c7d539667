"""Event mentions: the words that tell an act."""

from onrecord.model.document import Document
from onrecord.model.reading import EventMention, Sentence


def find_events(document: Document, sentences: tuple[Sentence, ...]) -> tuple[EventMention, ...]:
    """The event mentions of a document, in text order."""
    return ()
