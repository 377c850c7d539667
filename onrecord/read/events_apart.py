"""Whether a telling says of itself that it tells another happening: "another strike", "separately", "elsewhere"."""

from functools import cache

from onrecord.model.reading import Sentence, Token
from onrecord.read.events_clauses import ANSWERS, at_a_distance
from onrecord.read.events_telling import Telling
from onrecord.registry import lexicon


def tells_another(telling: Telling) -> bool:
    """True where the words of a telling set it apart from what was told before.

    "In a separate incident, two were shot": yes. "The attack came after another strike": no, the strike is no subject.
    """
    inside = any(_is_apart(telling, token) for token in _around(telling))
    return inside or _opens_apart(telling) or _is_at_a_distance(telling)


def _around(telling: Telling) -> list[Token]:
    """The words of a telling, and those that open the clause that it is joined to."""
    sentence = telling.sentence
    inside = frozenset(telling.tokens)
    openers = [
        word
        for index in _spine(telling) - inside
        for kid in sentence.kids(sentence.tokens[index], "prep", "advmod", "npadvmod")
        for word in sentence.subtree(kid)
    ]
    return [*(sentence.tokens[index] for index in telling.tokens), *openers]


def _is_at_a_distance(telling: Telling) -> bool:
    """True for what only dates or explains an act: "two weeks after the shooting of a man", "in response to it"."""
    sentence = telling.sentence
    trigger = sentence.tokens[telling.best.head]
    chain = (trigger, *sentence.ancestors(trigger))
    return any(
        (word.dep in ("advcl", "prep", "mark") and at_a_distance(sentence, word))
        or word.lemma in ANSWERS
        or _comes_after(telling, word)
        for word in chain
    )


def _comes_after(telling: Telling, word: Token) -> bool:
    """True for "... after three of them were killed in a raid", where that is a telling of its own."""
    sentence = telling.sentence
    marks = {kid.lower for kid in sentence.kids(word, "mark", "advmod")}
    return word.dep == "advcl" and "after" in marks and word.head not in telling.tokens


def _opens_apart(telling: Telling) -> bool:
    """True for "Meanwhile, the army said a guard was shot": the word hangs on the verb of saying."""
    sentence = telling.sentence
    first = sentence.tokens[0]
    if first.lower not in _words("openers") or first.dep != "advmod":
        return False
    says = sentence.head(first)
    trigger = sentence.tokens[telling.best.head]
    below = [word for word in (trigger, *sentence.ancestors(trigger)) if word.head == says.index]
    return any(word.dep == "ccomp" for word in below) or says.index == trigger.index


def _is_apart(telling: Telling, token: Token) -> bool:
    sentence = telling.sentence
    if token.pos == "ADV" and token.lower in _words("openers"):
        return token.dep == "advmod" and sentence.head(token).index in _spine(telling)
    if token.lower in _words("afterward"):
        return _is_later(telling, token) and sentence.head(token).index in _spine(telling)
    if _opens_another_day(telling, token):
        return True
    if token.pos not in ("NOUN", "PROPN") or not (token.index in telling.acts or token.lemma in _words("nouns")):
        return False
    return _stands_for_the_act(telling, token) and _is_marked(sentence, token)


def _is_later(telling: Telling, token: Token) -> bool:
    """True for "six days later", "earlier in the week".

    For "hours later" and "later on Friday" where an act is told and not who died then.
    """
    sentence = telling.sentence
    units = {kid.lemma.lower() for kid in sentence.kids(token, "npadvmod")}
    if units & _words("units"):
        return True
    within = {noun.lemma.lower() for prep in sentence.kids(token, "prep") for noun in sentence.kids(prep, "pobj")}
    if within & _words("units"):
        return True  # "earlier in the week"
    same_day = token.lower == "later" and bool({kid.lower for kid in sentence.kids(token, "prep")} & {"on", "in"})
    return not telling.best.harm and (same_day or "hour" in units)


def _opens_another_day(telling: Telling, token: Token) -> bool:
    """True for "on the third day", "the following day", "in the deadliest of the attacks", that hang on the act."""
    sentence = telling.sentence
    head = sentence.head(token)
    on_act = token.dep == "pobj" and sentence.head(head).index in _spine(telling)
    if token.tag == "JJS":
        return on_act and head.lower == "in" and bool(sentence.kids(token, "prep"))
    if token.lemma.lower() != "day" or not (on_act or (token.dep == "npadvmod" and head.index in _spine(telling))):
        return False
    return bool({kid.lower for kid in sentence.kids(token, "amod")} & _words("days"))


def _is_marked(sentence: Sentence, noun: Token) -> bool:
    """True for "another raid", "a separate attack"; for "the latest attack" only behind "in"."""
    kids = {kid.lower for kid in sentence.kids(noun, "det", "amod")}
    if kids & _words("determiners") or kids & _words("modifiers"):
        return "the" not in kids
    return bool(kids & _words("newest")) and sentence.head(noun).lower == "in"


def _stands_for_the_act(telling: Telling, noun: Token) -> bool:
    """True for the act's own word, and for "in an attack" that hangs on it."""
    sentence, best = telling.sentence, telling.best.head
    if noun.index == best:
        return noun.dep != "pobj" or sentence.head(noun).lower == "in"
    head = sentence.head(noun)
    return noun.dep == "pobj" and head.lower == "in" and sentence.head(head).index in _spine(telling)


def _spine(telling: Telling) -> frozenset[int]:
    """The act's word, the words above it in its own telling, and the verbs that it is joined to."""
    found = [telling.sentence.tokens[telling.best.head]]
    inside = frozenset(telling.tokens)
    for above in telling.sentence.ancestors(found[0]):
        if above.index not in inside and found[-1].dep != "conj":
            break
        found.append(above)
    return frozenset(token.index for token in found)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("apart")[kind])
