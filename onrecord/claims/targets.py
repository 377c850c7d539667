"""Targets: what or whom an act is aimed at, from the nouns that an act governs."""

from functools import cache
from typing import Final

from onrecord.model.document import Span
from onrecord.model.phrases import Phrasebook
from onrecord.model.reading import EventMention, Sentence, Token
from onrecord.registry import lexicon

AIM_PREPOSITIONS: Final = frozenset({"on", "against", "at", "into", "upon", "targeting", "toward", "towards"})


@cache
def _book() -> Phrasebook[str]:
    """The nouns of targets.yml with their kind."""
    book: Phrasebook[str] = Phrasebook()
    for kind, nouns in lexicon("targets").items():
        book.add_all(nouns, kind)
    return book


def find_aims(event: EventMention, sentence: Sentence) -> list[tuple[Span, str | None]]:
    """What a telling says that its act was aimed at: the words and the kind of target."""
    found: list[tuple[Span, str | None]] = []
    end = -1
    for phrase in _book().find(sentence):
        head = sentence.tokens[phrase.head]
        if phrase.first > end and head.index in event.tokens and _is_aimed_at(event, sentence, head):
            end = phrase.last
            words = list(sentence.tokens[phrase.first : phrase.last + 1])
            found.append((sentence.covering(words), phrase.entry))
    return found


def _is_aimed_at(event: EventMention, sentence: Sentence, token: Token) -> bool:
    """True for "attack on a market", "shelled the market", "the market was hit", "targeting civilians"."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    head = sentence.head(token)
    if token.dep == "pobj":
        governor = sentence.head(head)
        if head.lower == "of":
            return governor.pos == "NOUN" and governor.index == event.token
        return head.lower in AIM_PREPOSITIONS and governor.pos in ("NOUN", "VERB", "PROPN")
    return token.dep in ("dobj", "nsubjpass") and head.pos == "VERB"
