"""Harm: the words of a sentence that tell people were hurt, each with the nouns that name its victims."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from onrecord.claims.casualties_harm_heads import Harm
from onrecord.claims.casualties_harm_nouns import harm_of_body, harm_of_fatal_noun, harm_of_noun, harm_of_participle
from onrecord.claims.casualties_harm_verbs import harm_by_means, harm_by_striking, harm_of_verb, lives_lost, suffered
from onrecord.claims.casualties_idioms import (
    blows_itself_up,
    is_taken_away,
    reaches_hospital,
    sends_to_hospital,
    suffers,
    to_hospital,
)
from onrecord.claims.casualties_unhurt import harms_nobody, is_said_aside
from onrecord.claims.casualties_words import harm, harm_list, harm_words
from onrecord.model.reading import Sentence, Token

HEADLINE_VERBS: Final = {"kills": "kill", "killed": "kill", "wounds": "wound", "injures": "injure"}  # taken for nouns


def find_harm(sentence: Sentence) -> Iterator[Harm]:
    """The harm that a sentence tells, in text order."""
    words = harm_words()
    for token in sentence.tokens:
        if token.lower in words or token.lemma.lower() in words:
            found = _harm_at(sentence, token)
            if found is not None and not harms_nobody(sentence, token, found.status):
                yield replace(found, heads=tuple(h for h in found.heads if not is_said_aside(sentence, h)))


def _harm_at(sentence: Sentence, token: Token) -> Harm | None:
    lemma = token.lemma.lower()
    told = token.pos != "VERB" or token.dep in ("dobj", "pobj", "attr", "acomp") or token.lower == "missing"
    if token.lower in harm("participles") and told:
        return harm_of_participle(sentence, token)
    if token.pos == "VERB" or token.tag.startswith("VB"):
        return _of_verb(sentence, token, lemma)
    if token.pos in ("NOUN", "PROPN"):
        verb = suffers(sentence, token)
        if verb is not None:
            heads = suffered(sentence, verb, "injured").heads
            return Harm(token, "injured", heads, leftward=True, own=lemma in harm("nouns"))
        if (token.lower == "shot" or lemma in harm_list("means")) and _deadly_next(sentence, token):
            return Harm(token, "killed", leftward=True, strict=True)
        if lemma in harm_list("fatal_nouns"):
            return harm_of_fatal_noun(sentence, token)
        if token.lower in HEADLINE_VERBS:
            return Harm(token, harm("verbs")[HEADLINE_VERBS[token.lower]])
        if lemma in harm("nouns"):
            return harm_of_noun(sentence, token, harm("nouns")[lemma])
        if lemma in harm_list("bodies") or token.lower in harm_list("bodies"):
            return harm_of_body(sentence, token)
    return None


def _deadly_next(sentence: Sentence, token: Token) -> bool:
    """ "shot dead", where the tagger took "shot" for a noun."""
    after = token.index + 1
    return after < len(sentence.tokens) and sentence.tokens[after].lower == "dead"


def _of_verb(sentence: Sentence, token: Token, lemma: str) -> Harm | None:
    if blows_itself_up(sentence, token):
        return replace(suffered(sentence, token, "killed"), group="attackers")
    in_hospital = _in_hospital(sentence, token)
    if in_hospital is not None:
        return in_hospital
    if is_taken_away(sentence, token):
        return harm_of_verb(sentence, token, "abducted")
    if lemma == "survive" and sentence.kids(token, "neg"):
        return suffered(sentence, token, "killed")  # "she reached a clinic but did not survive"
    if lemma in harm("verbs"):
        return harm_of_verb(sentence, token, harm("verbs")[lemma])
    if lemma in harm("intransitive"):
        return suffered(sentence, token, harm("intransitive")[lemma])
    if lemma in ("claim", "take", "lose", "cost"):
        return lives_lost(sentence, token)
    if lemma in harm_list("means") or lemma in harm_list("harmful"):
        return harm_by_means(sentence, token) or harm_by_striking(sentence, token)
    return harm_by_striking(sentence, token)


def _in_hospital(sentence: Sentence, token: Token) -> Harm | None:
    """ "Were taken to hospital", "the blast sent five to the hospital", "a fourth victim came to a clinic"."""
    if to_hospital(sentence, token):
        return harm_of_verb(sentence, token, "injured")
    if sends_to_hospital(sentence, token):
        return Harm(token, "injured", tuple(sentence.kids(token, "dobj")), strict=True)
    return suffered(sentence, token, "injured") if reaches_hospital(sentence, token) else None
