"""Roles: how a noun stands to the word that governs it. Tree helpers that several rooms share."""

from dataclasses import dataclass
from typing import Final

from onrecord.model.reading import Sentence, Token

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
# "a group of soldiers", "members of the guard", "dozens of rebels": the people are what follows "of".
COLLECTIVE: Final = frozenset(
    {
        *("group", "member", "number", "dozen", "hundred", "thousand", "score", "team", "band", "unit", "gang", "pair"),
        *(
            "some",
            "one",
            "two",
            "three",
            "four",
            "five",
            "many",
            "several",
            "couple",
            "element",
            "convoy",
            "contingent",
        ),
        *(
            "column",
            "squad",
            "handful",
            "crowd",
            "mob",
            "total",
            "all",
            "most",
            "half",
            "part",
            "dozens",
            "rest",
            "wave",
        ),
        *("series", "string", "spate", "faction", "commando", "family", "wing", "front", "cell", "branch", "command"),
    }
)
# "Fighters from the group": the group.
FOLK: Final = frozenset(
    {
        *("militant", "fighter", "gunman", "rebel", "member", "soldier", "troop", "guerrilla", "insurgent", "man"),
        *("group", "commando", "operative", "terrorist", "militiaman", "guerilla", "extremist", "subversive"),
    }
)
# Verbs whose subject suffers.
SUFFERING: Final = frozenset(
    {"die", "perish", "succumb", "lose", "suffer", "sustain", "survive", "receive", "escape", "undergo"}
)
HARMING: Final = frozenset({"kill", "wound", "injure", "hurt", "slay", "abduct", "kidnap", "murder", "behead"})


@dataclass(frozen=True, slots=True)
class Role:
    """How a noun stands to the word that governs it: "agent", "object", "owner", or the preposition between them."""

    relation: str
    head: Token


def role_of(sentence: Sentence, token: Token) -> Role | None:
    """The role of a noun; members of a list share the role of its first: "soldiers and police were killed"."""
    token = leader_of(sentence, token)
    head = sentence.head(token)
    if head.index == token.index:
        return None
    if token.dep in ("nsubj", "csubj", "expl"):
        return Role(
            "object" if head.lemma.lower() in SUFFERING or _is_headline_victim(sentence, head) else "agent", head
        )
    if token.dep in ("nsubjpass", "dobj", "dative", "oprd"):
        return Role("object", head)
    if token.dep == "pobj":
        return Role("agent" if head.lower == "by" or head.dep == "agent" else head.lower, sentence.head(head))
    if token.dep in ("poss", "amod", "compound", "nmod"):
        return Role("owner", head)
    return None


def _is_headline_victim(sentence: Sentence, verb: Token) -> bool:
    """True for "two soldiers killed in raid": a verb of harm without object or helping verb leaves out its "were".

    Not for "gunmen killed and robbed a trader", where a verb joined to it has the object of both.
    """
    return (
        verb.tag in ("VBD", "VBN")
        and verb.lemma.lower() in HARMING
        and not sentence.kids(verb, "dobj", "aux", "ccomp", "dative")
        and not any(sentence.kids(other, "dobj") for other in sentence.kids(verb, "conj"))
    )


def leader_of(sentence: Sentence, token: Token) -> Token:
    """The noun that stands in the tree for a token: the first of its list, or the collective that it is counted by."""
    for _ in range(len(sentence.tokens)):
        head = sentence.head(token)
        if head.index == token.index:
            break
        if (token.dep in ("conj", "appos") and head.pos in NOMINAL) or _leans_on_people(token, head):
            token = head
        elif token.dep == "pobj" and _counts(head, sentence.head(head)):
            token = sentence.head(head)
        else:
            break
    return token


def _counts(preposition: Token, noun: Token) -> bool:
    """True for "members of", "fighters from", "guerrillas of"."""
    lemma = noun.lemma.lower()
    return (preposition.lower == "of" and lemma in COLLECTIVE | FOLK) or (preposition.lower == "from" and lemma in FOLK)


def _leans_on_people(token: Token, head: Token) -> bool:
    """True for "army" in "army soldiers", "police" in "police officers"."""
    return token.dep in ("compound", "nmod") and head.lemma.lower() in ("officer", "soldier", "personnel", "member")
