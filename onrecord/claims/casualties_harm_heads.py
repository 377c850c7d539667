"""Heads: the nouns that name whom a harm word befell, found in the tree."""

from dataclasses import dataclass
from typing import Final

from onrecord.claims.casualties_words import harm, harm_list, is_person_noun
from onrecord.model.codes import TollGroup, TollStatus
from onrecord.model.reading import Sentence, Token

RELATIVES: Final = frozenset({"who", "whom", "which", "that"})
RESULTS: Final = ("oprd", "xcomp", "ccomp", "acomp", "dep", "advcl", "attr", "acl")
LENGTHS: Final = frozenset({"m", "km", "meters", "metres", "yards", "miles", "kilometers", "kilometres"})
SUBJECTS: Final = ("nsubjpass", "nsubj")


@dataclass(frozen=True, slots=True)
class Harm:
    """A word that tells harm: its status, and the heads of the phrases that name whom it befell.

    `counts_itself` is set where the number stands on the word: "three minor injuries", "33 dead".
    `leftward` where the victims stand before the word, so that a number before it counts them.
    `strict` where only people can suffer it.
    """

    anchor: Token
    status: TollStatus
    heads: tuple[Token, ...] = ()
    counts_itself: bool = False
    leftward: bool = False
    strict: bool = False
    own: bool = False  # a number on the word counts where the heads name nobody
    group: TollGroup | None = None  # whose people they are by the word itself


def is_passive(sentence: Sentence, token: Token) -> bool:
    """True where what the verb tells was done to what stands before it: "were killed", "people killed in"."""
    if sentence.kids(token, "nsubjpass", "auxpass"):
        return True
    if objects_of(sentence, token) or any(kid.lower in ("have", "has", "had") for kid in sentence.kids(token, "aux")):
        return False
    if token.tag in ("VBN", "VBD") and sentence.kids(token, "agent"):
        return True
    if token.tag == "VBN" and token.dep in ("acl", "relcl", "amod", *RESULTS):
        return True
    if token.tag in ("VBN", "VBD") and token.dep == "conj":
        first = sentence.head(token)
        return first.pos in ("VERB", "AUX") and (bool(sentence.kids(token, "nsubj")) or is_passive(sentence, first))
    return False


def passive_heads(sentence: Sentence, token: Token) -> list[Token]:
    """The victims of a passive: its subject, that of the verb it is joined to, or the noun it qualifies."""
    subjects = sentence.kids(token, *SUBJECTS)
    if subjects:
        return [antecedent_of(sentence, subject, token) for subject in subjects]
    above = sentence.head(token)
    if token.dep in ("acl", "relcl", "amod") and above.pos != "VERB":
        return [above]
    if token.dep in (*RESULTS, "conj") and above.pos in ("VERB", "AUX") and above.index != token.index:
        if token.dep != "conj" and above.lemma.lower() in harm_list("result_verbs"):
            return sentence.kids(above, "dobj") or passive_heads(sentence, above)
        return passive_heads(sentence, above)
    return []


def antecedent_of(sentence: Sentence, subject: Token, verb: Token) -> Token:
    """ "a policeman who was killed": the noun that the relative clause qualifies."""
    if subject.lower in RELATIVES and subject.tag in ("WP", "WDT", "IN"):
        clause = verb
        while clause.dep not in ("relcl", "acl") and clause.head != clause.index:
            clause = sentence.head(clause)
        return sentence.head(clause)
    return subject


def objects_of(sentence: Sentence, token: Token) -> list[Token]:
    """The objects of an active verb; "shot and killed two men" has them on the second verb."""
    kids = [
        kid for kid in sentence.kids(token, "dobj", "dative") if not _is_count_of_harm(kid) and kid.lower not in LENGTHS
    ]
    found = [antecedent_of(sentence, kid, token) for kid in kids]  # "a hostage whom they killed"
    if not found and token.tag != "VBN":
        for kid in sentence.kids(token, "conj"):
            if kid.pos == "VERB" and kid.index - token.index <= 3:
                found = sentence.kids(kid, "dobj")
    return found


def _is_count_of_harm(token: Token) -> bool:
    """ "one killed, 5 injured": the injured are no object of the killing."""
    return token.lower in harm("participles") and token.pos != "PRON" and token.lower != "wounded"


def headline_heads(sentence: Sentence, token: Token) -> list[Token]:
    """ "Three militants killed in raid": a verb with no object and people before it."""
    subjects = sentence.kids(token, "nsubj")
    if subjects:
        return [s for s in subjects if s.pos == "NUM" or is_person_noun(s)]
    if token.dep in ("amod", "compound") and token.index > sentence.head(token).index:
        return [sentence.head(token)]
    return []


def of_nouns(sentence: Sentence, token: Token) -> list[Token]:
    """The nouns of the of-phrases of a noun: "the death of two farmers"."""
    return [
        n for prep in sentence.kids(token, "prep") if prep.lower in ("of", "among") for n in sentence.kids(prep, "pobj")
    ]
