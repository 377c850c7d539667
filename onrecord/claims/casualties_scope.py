"""The scope of a figure: one incident, a period ("in the past 24 hours"), or a war's total ("since the war began")."""

from typing import Final

from onrecord.claims.casualties_scope_words import (
    BROUGHT,
    CAMPAIGN_LONG,
    CUMULATIVE,
    DOWN,
    IN_WAR,
    ON_DAY,
    PERIOD,
    RATE,
    SINCE_DAY,
    SUPERLATIVE,
)
from onrecord.model.codes import Revised, Scope, TollStatus
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity

WARS: Final = frozenset({"war", "conflict", "insurgency", "uprising", "rebellion", "genocide"})
# Of a day, or of years: only "has killed" tells which.
LASTING: Final = frozenset({"violence", "unrest", "fighting", "crackdown", "campaign", "offensive", "crisis", "feud"})
GOING_ON: Final[frozenset[TollStatus]] = frozenset({"evacuated", "displaced"})
WAR_DEATHS: Final = 1000  # people; with "in the war", a figure from here on is of the war
FIGURES: Final = frozenset({"toll", "tolls", "figure", "tally", "count", "estimate", "total"})


def scope_of(words: str, sentence: Sentence, anchor: Token, status: TollStatus) -> Scope:
    """The scope of a figure, from the words of its sentence and from what did the harm ("a war that has killed")."""
    if _is_a_state(sentence, anchor):
        return "cumulative"
    if _by_war(sentence, anchor) or (anchor.lower in FIGURES and _counts_a_war(sentence)):
        return "cumulative"
    words = SUPERLATIVE.sub("", words)
    if CUMULATIVE.search(words):
        return "cumulative"
    if status not in GOING_ON and SINCE_DAY.search(words):
        return "period"
    return "period" if sums_up_a_campaign(words) or PERIOD.search(words) else "incident"


def sums_up_a_campaign(words: str) -> bool:
    """ "During the 11-day offensive": what is told is of all its days."""
    return CAMPAIGN_LONG.search(words) is not None and ON_DAY.search(words) is None


def is_rate(words: str) -> bool:
    """ "A child dies every ten minutes": how often, of no one happening."""
    return RATE.search(words) is not None


def in_war(words: str, quantity: Quantity, sentence: Sentence, anchor: Token) -> bool:
    """ "310,000 people were killed (in the war)": so many die in a war, not in an act of it."""
    if (quantity.low or quantity.best or 0) < WAR_DEATHS:
        return False
    verb = anchor if anchor.pos == "VERB" else sentence.head(anchor)
    perfect = any(kid.lower in ("has", "have") for kid in sentence.kids(verb, "aux"))
    return perfect or bool(IN_WAR.search(words))


def revised_of(words: str) -> Revised | None:
    """Whether a sentence revises a toll: "bringing the toll to 33" is up."""
    if DOWN.search(words):
        return "down"
    return "up" if BROUGHT.search(words) else None


def _is_a_state(sentence: Sentence, anchor: Token) -> bool:
    """ "About 15,000 people are now displaced": how many are so, whenever they fled."""
    if anchor.lower != "displaced":
        return False
    return any(
        kid.lower in ("are", "remain") for kid in (*sentence.kids(anchor, "auxpass", "aux"), sentence.head(anchor))
    )


def _by_war(sentence: Sentence, anchor: Token) -> bool:
    """True where a war, not an act in it, is what killed: "the five-year war, which has killed", "died in the war"."""
    verb = anchor if anchor.pos in ("VERB", "AUX") else sentence.head(anchor)
    while verb.dep == "conj" and sentence.head(verb).pos == "VERB" and not sentence.kids(verb, "nsubj", "nsubjpass"):
        verb = sentence.head(verb)
    perfect = any(kid.lower in ("has", "have", "had") for kid in sentence.kids(verb, "aux"))
    causes = {kid.lemma.lower() for kid in sentence.kids(verb, "nsubj")}
    if verb.dep in ("relcl", "acl"):
        causes.add(sentence.head(verb).lemma.lower())
    # "the talks in the war that has killed": the parse may hang the clause on an earlier noun.
    pronouns = [kid for kid in sentence.kids(verb, "nsubj") if kid.lower in ("that", "which") and kid.index > 0]
    causes.update(sentence.tokens[kid.index - 1].lemma.lower() for kid in pronouns)
    if WARS & (causes | _suffered_in(sentence, verb)):
        return True
    return perfect and bool(LASTING & causes)


def _counts_a_war(sentence: Sentence) -> bool:
    """True where another figure of the sentence is a war's: "900 have died in the war; the old toll was 700"."""
    return any(_by_war(sentence, token) for token in sentence.tokens if token.pos == "VERB")


def _suffered_in(sentence: Sentence, verb: Token) -> set[str]:
    """What people died in, of all time: "killed in the war"; "killed in the war on Monday" is one day's toll."""
    preps = sentence.kids(verb, "prep")
    if sentence.kids(verb, "dobj") or any(prep.lower == "on" for prep in preps):
        return set()
    during = [prep for prep in preps if prep.lower in ("in", "during")]
    return {noun.lemma.lower() for prep in during for noun in sentence.kids(prep, "pobj")}


def plain(sentence: Sentence) -> str:
    """The words of a sentence, one space between tokens."""
    return " ".join(token.text for token in sentence.tokens)
