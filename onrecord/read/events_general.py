"""General talk: words of acts that tell of no one happening: habits, rules, the backdrop of the news."""

from functools import cache
from typing import Final

from onrecord.model.reading import Sentence, Token
from onrecord.model.tense import OPENING, goes_on_everywhere
from onrecord.read.events_telling import Telling
from onrecord.registry import lexicon

PRESENT: Final = frozenset({"VBP", "VBZ"})


def is_general(telling: Telling) -> bool:
    """True for what a telling says of acts of its kind: "killing civilians is a crime", "amid a wave of attacks".

    Where it counts somebody, names a day, or opens the report, it tells of a happening.
    """
    if any(mention.label in ("DATE", "QUANTITY") for mention in telling.mentions):
        return False
    token = telling.sentence.tokens[telling.best.head]
    if _is_a_rule(telling.sentence, token) or _is_a_habit(telling.sentence, token):
        return True
    if goes_on_everywhere(telling.sentence, token):
        return True
    if telling.sentence.index > OPENING and _is_a_war(telling.sentence, token):
        return True
    harmed = any(trigger.harm for trigger in telling.triggers)
    return telling.sentence.index > OPENING and not harmed and _is_backdrop(telling.sentence, token)


def _is_a_rule(sentence: Sentence, token: Token) -> bool:
    """True for a gerund that is the subject of a judgment: "killing civilians is a war crime"."""
    if token.tag != "VBG" or token.dep != "csubj" or sentence.kids(token, "det", "poss", "aux"):
        return False
    return sentence.head(token).lemma.lower() == "be"


def _is_a_habit(sentence: Sentence, token: Token) -> bool:
    """True for a verb in the present with a word of habit: "people often shoot at birds"."""
    if token.tag not in PRESENT or sentence.kids(token, "aux"):
        return False
    return any(kid.lower in _words("habits") for kid in sentence.kids(token, "advmod"))


def _is_a_war(sentence: Sentence, token: Token) -> bool:
    """True for a fight that goes on: "which is fighting rebels in its east", "violence has spiraled since"."""
    if token.pos == "VERB":
        aux = {kid.lower for kid in sentence.kids(token, "aux")}
        going_on = token.tag in PRESENT or (token.tag == "VBG" and bool(aux & {"is", "are", "'s", "'re", "been"}))
        return token.lemma.lower() in _words("warring") and going_on
    verb = sentence.head(token)
    spirals = token.dep == "nsubj" and verb.lemma.lower() in _words("spiraling")
    return spirals and any(kid.lower in ("has", "have") for kid in sentence.kids(verb, "aux"))


def _is_backdrop(sentence: Sentence, token: Token) -> bool:
    """True for an act's noun behind "amid", or of which there is a wave, a cycle, weeks: "the brunt of the bombing"."""
    noun = token
    while noun.pos in ("NOUN", "PROPN") and noun.dep in ("pobj", "compound", "conj"):
        above = sentence.head(noun)
        if noun.dep == "pobj" and above.lower in ("amid", "amidst"):
            return True
        if noun.dep == "pobj" and above.lower == "of":
            above = sentence.head(above)
            if above.lemma.lower() in _words("backdrops") and above.dep != "nsubj":
                return True
        noun = above
    return False


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("general")[kind])
