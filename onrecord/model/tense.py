"""Tense: harm that goes on everywhere, told of no one happening. A tree helper that several rooms share."""

from typing import Final

from onrecord.model.reading import Sentence, Token

OPENING: Final = 1  # a note and a headline tell their act in the present too: sentences up to this one
DYING: Final = frozenset({"die", "perish", "suffer"})
COUNTING: Final = ("det", "nummod", "poss", "prep", "amod")


def goes_on_everywhere(sentence: Sentence, token: Token) -> bool:
    """True for harm in the present to people whom nothing counts or describes: "civilians are dying"."""
    if sentence.index <= OPENING or token.pos != "VERB":
        return False
    aux = {kid.lower for kid in sentence.kids(token, "aux", "auxpass")}
    if aux - {"are", "'re", "being"} or not (aux or token.tag == "VBP"):
        return False
    victims = [kid for kid in sentence.kids(token, "nsubj", "nsubjpass") if kid.tag == "NNS"]
    suffers = bool(sentence.kids(token, "nsubjpass")) or token.lemma.lower() in DYING
    return suffers and any(not sentence.kids(victim, *COUNTING) for victim in victims)
