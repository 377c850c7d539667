"""Actors: armed forces, armed groups, crowds and the unidentified, from names, demonyms and common nouns."""

from onrecord.model.document import Document
from onrecord.model.reading import Mention, Sentence


def find_actors(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The ACTOR mentions of a document, in text order; their values are `Actor`s."""
    return ()
