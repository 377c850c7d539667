"""Days of what follows an act: a toll counted anew, a death of wounds, bodies found, captives freed."""

from collections.abc import Iterator
from functools import cache

from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", *SUBJECTS)


def dates_aftermath(sentence: Sentence, trigger: Token, token: Token) -> bool:
    """True where a day is that of a toll counted anew, or of a death of wounds: "the toll rose to nine on Tuesday"."""
    verbs = _verbs_dated(sentence, trigger, token)
    return any(_counts(sentence, verb) or _dies(sentence, verb) for verb in verbs)


def dates_findings(sentence: Sentence, trigger: Token, token: Token) -> bool:
    """True where a day is that on which bodies were found or captives came free; it may be all that is known."""
    return any(_finds(sentence, verb) for verb in _verbs_dated(sentence, trigger, token))


def _verbs_dated(sentence: Sentence, trigger: Token, token: Token) -> tuple[Token, ...]:
    """The verb that a day hangs on, with those beside it, where an act's trigger is that verb or stands below it."""
    verb = next((above for above in sentence.ancestors(token) if above.pos in ("VERB", "AUX")), None)
    if verb is None or verb.index not in {trigger.index, *(above.index for above in sentence.ancestors(trigger))}:
        return ()
    return (verb, *sentence.kids(verb, "advcl", "conj"))


def _counts(sentence: Sentence, verb: Token) -> bool:
    """ "The death toll rose to nine", "bringing the number of the dead to nine"."""
    heads = sentence.kids(verb, *OBJECTS)
    return _is(verb, "counting") and any(_is(head, "figures") for head in heads)


def _dies(sentence: Sentence, verb: Token) -> bool:
    """ "Died of her wounds", "died in hospital", "one of the wounded died"."""
    if not _is(verb, "dying"):
        return False
    if any(_is(word, "wounds") for word in _objects_of_prepositions(sentence, verb)):
        return True
    people = (word for kid in sentence.kids(verb, *SUBJECTS) for word in sentence.subtree(kid))
    return any(word.lower in _words("hurt") for word in people)


def _finds(sentence: Sentence, verb: Token) -> bool:
    """ "Rescuers found three more bodies", "the others were freed"."""
    found = sentence.kids(verb, *OBJECTS)
    return _is(verb, "freeing") or (_is(verb, "finding") and any(_is(word, "bodies") for word in found))


def _objects_of_prepositions(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for preposition in sentence.kids(verb, "prep"):
        yield from sentence.kids(preposition, "pobj")


def _is(token: Token, kind: str) -> bool:
    return token.lemma.lower() in _words(kind)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("aftermath")[kind])
