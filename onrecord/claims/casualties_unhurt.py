"""Words of harm that tell of nobody harmed: a camera that captures a man, a child found unhurt."""

from collections.abc import Sequence
from typing import Final

from onrecord.claims.casualties_words import harm_list
from onrecord.model.codes import TollStatus
from onrecord.model.reading import Sentence, Token

SAYING: Final = frozenset({"say", "believe", "think", "allege", "claim", "report", "confirm", "fear"})
RELATIVES: Final = frozenset({"who", "whom", "which", "that"})
ONCE: Final = frozenset({"recently", "previously", "formerly"})
OTHERS: Final = frozenset({"else", "other", "others"})
GRAVE: Final = frozenset(
    [
        "threatening",
        "serious",
        "seriously",
        "critical",
        "critically",
        "severe",
        "severely",
        "grave",
        "gravely",
        "badly",
        "major",
    ]
)
SUBJECTS: Final = ("nsubj", "nsubjpass")


def harms_nobody(sentence: Sentence, anchor: Token, status: TollStatus) -> bool:
    """True where a harm word stands for something else than harm to its people."""
    if anchor.dep == "amod" and any(kid.lower in ONCE for kid in sentence.kids(anchor, "advmod")):
        return True  # "a follower of the recently assassinated candidate"
    subjects = {kid.lemma.lower() for kid in sentence.kids(anchor, *SUBJECTS)}
    if status == "captured":
        return bool(subjects & harm_list("pictures"))
    if status == "injured" and sentence.kids(anchor, "auxpass"):
        return any(token.lower in harm_list("unhurt") for token in sentence.subtree(_clause(sentence, anchor)))
    return False


def is_sought(sentence: Sentence, anchor: Token) -> bool:
    """True for an arrest to come: "information that leads to the arrest of", "a warrant for the arrest of"."""
    return anchor.pos == "NOUN" and any(
        word.lemma.lower() in harm_list("sought") for word in sentence.ancestors(anchor)
    )


def is_of_others(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """True for "no one else was hurt": a zero of others, which says nothing of those who were."""
    after = sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    return any(token.lower in OTHERS for token in (*tokens, *after))


def is_of_the_grave(sentence: Sentence, status: TollStatus) -> bool:
    """ "None of the injuries is life-threatening", "no one was seriously hurt": none so badly, and perhaps many."""
    return status == "injured" and any(token.lower in GRAVE for token in sentence.tokens)


def is_said_aside(sentence: Sentence, head: Token) -> bool:
    """True for who says it inside a clause on somebody else: "a clerk who police say was shot"."""
    if head.index == 0 or head.index + 1 >= len(sentence.tokens):
        return False
    after = sentence.tokens[head.index + 1]
    return sentence.tokens[head.index - 1].lower in RELATIVES and after.lemma.lower() in SAYING


def _clause(sentence: Sentence, verb: Token) -> Token:
    """The first of the verbs that a verb is joined to: "was found unhurt and taken to hospital"."""
    while verb.dep == "conj" and sentence.head(verb).pos in ("VERB", "AUX"):
        verb = sentence.head(verb)
    return verb
