"""The other side: whose army "his army" is, where a report tells of two countries' forces."""

from dataclasses import replace
from typing import Final

from onrecord.model.reading import EventMention, Mention, Reading
from onrecord.model.values import Actor, Place

OWN: Final = frozenset({"his", "her", "its", "their", "our"})


def other_side(reading: Reading, event: EventMention, mention: Mention, actor: Actor) -> Actor:
    """The actor with its country, where "his army" strikes one of the two countries that the report tells of.

    Of the two countries that act in the report, it is the one that is not struck; in any other case nothing is added.
    """
    if actor.country is not None or actor.kind != "state_forces" or not _is_owned(reading, event, mention):
        return actor
    acting = {m.value.country: m.value.name for m in reading.mentions if isinstance(m.value, Actor) and _is_state(m)}
    sentence = reading.sentences[event.sentence]
    words = [sentence.tokens[index] for index in event.tokens]
    places = reading.mentions_in(sentence.covering(words), "PLACE")
    struck = {m.value.country for m in places if isinstance(m.value, Place)} & set(acting)
    rest = sorted(country for country in set(acting) - struck if country is not None)
    if len(acting) != 2 or len(struck) != 1 or len(rest) != 1:
        return actor
    return replace(actor, name=acting[rest[0]], country=rest[0])


def _is_state(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Actor) and value.kind == "state_forces" and value.country is not None


def _is_owned(reading: Reading, event: EventMention, mention: Mention) -> bool:
    sentence = reading.sentences[event.sentence]
    head = sentence.at(mention.span)
    return head is not None and any(kid.lower in OWN for kid in sentence.kids(head, "poss"))
