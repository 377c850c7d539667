"""Quotations: who is quoted, by which cue, with what content; direct, indirect and mixed."""

from onrecord.model.document import Document
from onrecord.model.reading import Attribution, Sentence


def find_attributions(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """The attributions of a document, in text order."""
    return ()
