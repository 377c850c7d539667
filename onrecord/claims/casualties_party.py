"""Party: whose people a figure counts, where the words tell ("Northland's losses of 4,000 soldiers")."""

from typing import Final

from onrecord.claims.casualties_sums import People
from onrecord.model.codes import Scope
from onrecord.model.reading import Mention, Reading, Sentence, Token
from onrecord.model.values import Actor, Place

BEFORE: Final = 3  # tokens before a number in which an adjective tells whose people they are
SPEAKERS: Final = frozenset({"by", "to", "from", "said", "says"})  # words before a name that make it a voice or a doer


def party_of(reading: Reading, sentence: Sentence, people: People, scope: Scope) -> str | None:
    """The ISO country or armed group whose people are counted; None where the words do not tell.

    In a total of a war or a period, the last country named before the figure is taken, unless it is a voice or a doer.
    """
    first, last = people.tokens[0], people.tokens[-1]
    start, end = min(first.index, last.index), max(first.index, last.index)
    beside = range(max(0, start - BEFORE), end + 1)
    mentions = [m for m in reading.mentions_in(sentence.span, "ACTOR", "PLACE") if _country(m)]
    heads = [(mention, head) for mention in mentions if (head := sentence.at(mention.span))]
    for mention, head in heads:
        if head.index in beside and head.index >= start:
            return _country(mention)
    if scope == "incident":
        return None
    earlier = [mention for mention, head in heads if head.index < start and not _is_voice(sentence, head)]
    return _country(earlier[-1]) if earlier else None


def _is_voice(sentence: Sentence, head: Token) -> bool:
    """ "estimated by the United States", "according to Southland": a voice, not the people counted."""
    return head.dep == "pobj" and sentence.head(head).lower in SPEAKERS


def _country(mention: Mention) -> str | None:
    return mention.value.country if isinstance(mention.value, (Actor, Place)) else None
