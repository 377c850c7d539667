"""Nouns and participles of harm: "14 fatalities", "the death of two", "seven bodies", "33 dead"."""

from typing import Final

from onrecord.claims.casualties_harm_heads import RESULTS, SUBJECTS, Harm, antecedent_of, of_nouns, passive_heads
from onrecord.claims.casualties_harm_verbs import is_counted_vaguely
from onrecord.claims.casualties_words import harm, harm_list, is_person_noun, not_people, noun_key
from onrecord.model.codes import TollStatus
from onrecord.model.reading import Sentence, Token

NO_BODIES: Final = frozenset(
    {
        "governing",
        "state",
        "legislative",
        "international",
        "regulatory",
        "professional",
        "public",
        "aid",
        "celestial",
        "sports",
    }
)
OF_ITS_OWNER: Final = frozenset(
    {"death", "murder", "assassination", "abduction", "kidnapping", "execution", "beheading"}
)


def harm_of_noun(sentence: Sentence, token: Token, status: TollStatus) -> Harm | None:
    """ "the death of two farmers", "14 fatalities", "three minor injuries"."""
    whose = [n for n in of_nouns(sentence, token) if n.pos in ("NUM", "PROPN") or is_person_noun(n)]
    one = [] if whose else [n for n in of_nouns(sentence, token) if _is_somebody(sentence, token, n)]
    if one:
        return Harm(token, status, tuple(one), strict=True)
    if status == "killed_or_injured" and token.lemma.lower() == "loss" and not whose:
        return None
    if whose and not sentence.kids(token, "nummod"):
        return Harm(token, status, tuple(whose))
    owners = sentence.kids(token, "poss")
    if owners and token.lemma.lower() in OF_ITS_OWNER:  # "the six priests' murder", "his death"
        return Harm(token, status, tuple(owners))
    if token.lemma.lower() == "killing" and owners and owners[0].lower in ("his", "her"):
        return Harm(token, status, (owners[0],))  # "her killing"; "the army's killing of two" names who did it
    return Harm(token, status, (token,), counts_itself=True)


def _is_somebody(sentence: Sentence, token: Token, noun: Token) -> bool:
    """True for "the murder of a glazier", whose work no list has: who is murdered is a person."""
    one = noun.tag == "NN" and any(kid.lower in ("a", "an") for kid in sentence.kids(noun, "det"))
    return one and token.lemma.lower() in OF_ITS_OWNER - {"death"} and noun_key(noun) not in not_people()


def harm_of_fatal_noun(sentence: Sentence, token: Token) -> Harm | None:
    """ "The fatal shooting of a clerk": whom it is of is dead."""
    fatal = any(kid.lower in harm_list("fatal") for kid in sentence.kids(token, "amod"))
    whose = [n for n in of_nouns(sentence, token) if n.pos in ("NUM", "PROPN") or is_person_noun(n)]
    return Harm(token, "killed", tuple(whose), strict=True) if fatal and whose else None


def harm_of_body(sentence: Sentence, token: Token) -> Harm | None:
    """ "the bodies of seven men were found", "seven bodies"."""
    if {kid.lower for kid in sentence.kids(token, "amod", "compound")} & NO_BODIES:
        return None
    whose = of_nouns(sentence, token)
    found = sentence.head(token).lemma.lower() in harm_list("deadly_of_bodies")
    if not found and not sentence.kids(token, "nummod"):
        return None
    if sentence.kids(token, "nummod"):
        return Harm(token, "killed", (token,), strict=True)  # "five corpses of rebels"
    owners = [kid for kid in sentence.kids(token, "poss") if kid.pos == "PROPN" or is_person_noun(kid)]
    if owners and not whose and token.tag != "NNS":  # "the farmer's body was found"
        return Harm(token, "killed", tuple(owners), strict=True)
    return Harm(token, "killed", (token, *whose), counts_itself=not whose)


def harm_of_participle(sentence: Sentence, token: Token) -> Harm | None:
    """ "33 dead", "left 33 dead", "two men were found dead", "eight wounded", "are missing"."""
    status = harm("participles")[token.lower]
    above = sentence.head(token)
    if token.dep == "amod" and above.index > token.index:
        counted = (
            above.tag not in ("NNS", "NNPS")
            or bool(sentence.kids(above, "nummod"))
            or is_counted_vaguely(sentence, above)
        )
        return Harm(token, status, (above,)) if is_person_noun(above) and token.lower != "dead" and counted else None
    if token.dep == "amod" and is_person_noun(above):
        return Harm(token, status, (above,), leftward=True)
    if token.lower == "missing" and sentence.kids(token, "nsubj") and not sentence.kids(token, "dobj"):
        return Harm(token, status, tuple(sentence.kids(token, "nsubj")), leftward=True)  # parsed as a verb
    if token.dep in RESULTS and above.pos in ("VERB", "AUX"):
        if above.lemma.lower() in harm_list("means"):
            return None
        heads = sentence.kids(token, "nsubj") or sentence.kids(above, "dobj") or sentence.kids(above, *SUBJECTS)
        heads = [antecedent_of(sentence, head, above) for head in heads] or passive_heads(sentence, above)
        return Harm(token, status, tuple(heads), leftward=True)
    return Harm(token, status, (token,), counts_itself=True, leftward=True)
