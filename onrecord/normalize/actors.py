"""Actors: armed forces, armed groups, crowds and the unidentified, from names, demonyms and common nouns."""

from collections.abc import Iterator

from onrecord.model.reading import Mention, Sentence
from onrecord.normalize.actors_common import common_actors
from onrecord.normalize.actors_countries import country_actors
from onrecord.normalize.actors_names import named_actors
from onrecord.normalize.actors_unlisted import unlisted_actors


def find_actors(sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The ACTOR mentions of a document, in text order; their values are `Actor`s.

    A name of the lexicon comes first ("Boko Haram fighters"), then armed nouns with the country or people that they
    belong to ("Northlandian soldiers", "gunmen"), then countries that act ("Northlandian shelling").
    """
    found: list[Mention] = []
    for sentence in sentences:
        if sentence.tokens:
            found.extend(_in_sentence(sentence))
    return tuple(found)


def _in_sentence(sentence: Sentence) -> list[Mention]:
    found: list[Mention] = []
    for finder in (named_actors, unlisted_actors, common_actors, country_actors):
        found.extend(_free(finder(sentence), found))
    return sorted(found, key=lambda mention: mention.span)


def _free(mentions: Iterator[Mention], taken: list[Mention]) -> list[Mention]:
    """The mentions that do not overlap one taken before."""
    return [mention for mention in mentions if not any(mention.span.overlaps(other.span) for other in taken)]
