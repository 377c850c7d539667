"""Tellings: which words of a sentence hang together as the telling of one act."""

from typing import Final

from onrecord.model.reading import Sentence, Token

APART: Final = frozenset({"while", "whereas", "although", "though", "before", "until", "since", "but"})
DESCRIBING: Final = frozenset(
    {"link", "connect", "tie", "suspect", "want", "involve", "implicate", "accuse", "blame", "convict", "jail"}
)
SMALL_CLAUSE: Final = frozenset({"leave", "see", "make", "cause", "find", "get", "have", "let"})
ANSWERS: Final = frozenset({"response", "retaliation", "reprisal", "revenge", "retribution", "vengeance", "reaction"})
TIME_UNITS: Final = frozenset({"day", "week", "month", "year", "hour"})
# "Nine were killed and 14 wounded": one toll in two clauses.
HARM: Final = frozenset({"kill", "wound", "injure", "hurt", "die", "slay", "hospitalize"})
DISTANCE: Final = frozenset({"npadvmod", "quantmod", "advmod"})


def clause_tops(sentence: Sentence, triggers: frozenset[int], apart: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """For each token the index of the word that heads its telling: two triggers with one top tell one act.

    "A woman was killed by shelling in Arlen, while three were hurt by a drone in Brack": tops "killed" and "hurt".
    `apart` are the heads of acts that are known to be tellings of their own.
    """
    tops: list[int] = [-1] * len(sentence.tokens)
    for token in sentence.tokens:
        path = []
        while tops[token.index] < 0:
            path.append(token.index)
            if token.head == token.index or token.index in apart or parts(sentence, token, triggers):
                tops[token.index] = token.index
                break
            token = sentence.head(token)
        for index in path:
            tops[index] = tops[token.index]
    return tuple(tops)


def parts(sentence: Sentence, token: Token, triggers: frozenset[int]) -> bool:
    """True where the step from a token up to its head leads into the telling of something else."""
    head = sentence.head(token)
    if (
        token.dep == "ccomp"
        and head.lower in ("believed", "suspected", "thought")
        and not sentence.kids(token, "nsubj")
    ):
        return False  # "gunmen believed to be rebels attacked a bus", where the tree hangs the act on "believed"
    if token.dep in ("ccomp", "parataxis"):
        return not (head.lemma in SMALL_CLAUSE or token.pos == "ADJ")
    if token.dep == "conj":
        return (
            token.pos in ("VERB", "AUX") and head.pos in ("VERB", "AUX") and _conjunct_parts(sentence, token, triggers)
        )
    if token.dep == "advcl":
        marks = {kid.lower for kid in sentence.kids(token, "mark", "advmod")}
        after = "after" in marks and _is_answered(sentence, token, triggers)
        return bool(marks & APART) or after or at_a_distance(sentence, token)
    if token.dep == "prep" and _describes_somebody(sentence, token):
        return True
    if token.dep == "prep" and head.lemma in ANSWERS and sentence.head(head).lower in ("in", "as"):
        return True  # "in response to the shelling of Arlen"
    if token.dep == "prep" and head.lemma in TIME_UNITS and token.lower in ("before", "after"):
        return True
    if token.dep == "prep" and token.lower in ("before", "since", "after"):
        answered = any(_is_answered(sentence, kid, triggers) for kid in sentence.kids(token, "pcomp"))
        return token.lower != "after" or answered or at_a_distance(sentence, token)
    return token.dep in ("acl", "relcl") and _describes(sentence, token, triggers)


def _describes(sentence: Sentence, token: Token, triggers: frozenset[int]) -> bool:
    """True for a clause on something else: "near Arlen, a town retaken last week", "a man who was shot"."""
    head = sentence.head(token)
    if token.dep == "acl":
        return head.dep == "appos" and token.index in triggers
    return head.index not in triggers and not any(a.index in triggers for a in _above(sentence, head, 2))


def _describes_somebody(sentence: Sentence, token: Token) -> bool:
    """True for "a militant linked to attacks in Brack", "a man wanted for a raid": the act says who somebody is."""
    verb = sentence.head(token)
    return verb.lemma.lower() in DESCRIBING and verb.tag == "VBN" and verb.dep in ("acl", "relcl", "amod")


def _is_answered(sentence: Sentence, token: Token, triggers: frozenset[int]) -> bool:
    """True for two deeds: "rebels fired rockets after three of them were killed", not "two died after a bomb went off".

    The clause above tells an act of somebody's own, and the one behind "after" harm, or the act of somebody else.
    """
    head = sentence.head(token) if token.dep != "pcomp" else sentence.head(sentence.head(token))
    below = {word.index for word in sentence.subtree(token)}
    acts = {head.index, *(word.index for kid in sentence.kids(head, "dobj", "conj") for word in sentence.subtree(kid))}
    if head.lemma in HARM or not sentence.kids(head, "nsubj") or not triggers & (acts - below):
        return False
    return bool(sentence.kids(token, "nsubj", "nsubjpass")) and bool(triggers & below)


def _conjunct_parts(sentence: Sentence, token: Token, triggers: frozenset[int]) -> bool:
    """A second verb with a subject of its own tells something else, unless it tells more of the harm.

    "A bomb killed eight, and a blast killed nine": another act is the subject.
    """
    head = sentence.head(token)
    subjects = sentence.kids(token, "nsubj", "nsubjpass")
    if token.lemma in HARM and head.lemma in HARM:
        return any(word.index in triggers for subject in subjects for word in sentence.subtree(subject))
    return bool(subjects)


def at_a_distance(sentence: Sentence, token: Token) -> bool:
    """True for "a day after the bombing": what follows happened at another time."""
    return any(
        kid.dep in DISTANCE and kid.lemma in TIME_UNITS
        for mark in (token, *sentence.kids(token, "mark", "advmod", "npadvmod"))
        for kid in (mark, *sentence.kids(mark))
        if kid.index != token.index
    )


def _above(sentence: Sentence, token: Token, steps: int) -> list[Token]:
    above = []
    for ancestor in sentence.ancestors(token):
        above.append(ancestor)
        if len(above) == steps:
            break
    return above
