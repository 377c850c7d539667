"""Places: names found in the text and resolved against the gazetteer."""

from onrecord.model.document import Document
from onrecord.model.reading import Mention, Sentence


def find_places(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The PLACE mentions of a document, in text order; their values are `Place`s."""
    return ()
