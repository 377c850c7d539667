"""People struck by what was fired: "was hit by a bullet", "shrapnel struck a boy", "was hit in the leg"."""

from onrecord.claims.casualties_words import harm_list, is_person_noun
from onrecord.model.reading import Sentence, Token

PASSIVE = ("nsubjpass",)
FIRED = frozenset({"fire", "gunfire", "bullets", "shots"})  # "was hit when gunmen opened fire"


def is_struck(sentence: Sentence, verb: Token) -> bool:
    """True where what stands before a verb was struck: "two nurses were hit by shrapnel", "was struck in the neck"."""
    if verb.lemma.lower() not in harm_list("striking") or not sentence.kids(verb, "nsubjpass", "auxpass"):
        return False
    below = [sentence.kids(prep, "pobj") for prep in sentence.kids(verb, "prep", "agent") if prep.lower in ("by", "in")]
    words = {token.lemma.lower() for tokens in below for token in tokens}
    people = sentence.kids(verb, *PASSIVE)
    fired = not sentence.kids(verb, "agent") and any(token.lower in FIRED for token in sentence.subtree(verb))
    told = fired or bool(words & (harm_list("projectiles") | harm_list("body_parts")))
    return told and bool(people) and all(map(_is_person, people))


def struck_objects(sentence: Sentence, verb: Token) -> list[Token]:
    """The people whom what was fired struck: "bullets hit his wife"."""
    if verb.lemma.lower() not in harm_list("striking"):
        return []
    if not any(kid.lemma.lower() in harm_list("projectiles") for kid in sentence.kids(verb, "nsubj")):
        return []
    return [kid for kid in sentence.kids(verb, "dobj") if _is_person(kid)]


def _is_person(token: Token) -> bool:
    if token.pos in ("PRON", "NUM"):
        return token.lower not in ("it", "which", "that", "this", "these", "those")
    return is_person_noun(token) or token.pos == "PROPN"
