"""The scope of a figure: one incident, a period ("in the past 24 hours"), or a war's total ("since the war began")."""

import re
from typing import Final

from onrecord.model.codes import Revised, Scope
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity

WARS: Final = frozenset(
    {"war", "conflict", "insurgency", "genocide", "uprising", "violence", "crisis", "fighting", "crackdown"}
)
RELATIVES: Final = frozenset({"which", "that", "who"})
MAX_CLIMB: Final = 3  # verbs joined to one subject: "has killed, wounded and displaced"
UNITS: Final = r"(?:hours?|days?|weeks?|months?|years?|decades?)"
PERIOD: Final = re.compile(
    rf"\b(?:in|over|during|within)\s+(?:just\s+)?(?:the\s+)?(?:past|last|previous|preceding)\s+(?:\S+\s+){{0,3}}?{UNITS}\b"
    rf"|\bin\s+(?:the\s+)?(?:less|more)\s+than\s+(?:\S+\s+){{1,2}}{UNITS}\b(?!\s+(?:ago|after|before|later))"
    rf"|\bso\s+far\s+this\s+(?:year|month|week)\b|\b(?:this|last|every|each|per)\s+year\s+alone\b"
    r"|\b(?:annually|weekly|monthly)\b|\b(?:every|each|per)\s+(?:day|week|month|year)\b"
    r"|\bsince\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+(?:year|month|week)\b",
    re.IGNORECASE,
)
MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
CUMULATIVE: Final = re.compile(
    r"\bsince\s+(?:the\s+)?(?:\S+\s+){0,4}?(?:war|conflict|invasion|insurgency|offensive|fighting|uprising|hostilities|"
    r"(?:19|20)\d\d|(?:began|started|begun|erupted))\b"
    rf"|\bsince\s+(?:\d\d?\s+)?(?:{MONTHS})\b"
    r"|\b(?:years?|decades?)\s+of\s+(?:war|conflict|fighting|insurgency)\b",
    re.IGNORECASE,
)
# "the deadliest attack since the war began" measures this attack, and counts no war.
SUPERLATIVE: Final = re.compile(
    r"\b(?:\w{3,}est|worst|first|most\s+\w+|largest|only)\b(?:\s+[^\s;]+){0,12}?\s+since\b(?:\s+[^\s;]+){0,6}",
    re.IGNORECASE,
)
WAR_DEATHS: Final = 1000  # people; with "in the war", a figure from here on is of the war
IN_WAR: Final = re.compile(
    r"\b(?:in|during|throughout|of)\s+the\s+(?:\S+\s+){0,3}?(?:war|conflict|insurgency|uprising)\b", re.IGNORECASE
)
FIGURE: Final = r"(?:toll|number|figure|tally|count|total)"
BROUGHT: Final = re.compile(
    rf"\b{FIGURE}\b(?:\s+\S+){{0,6}}?\s+"
    r"(?:rose|risen|rises|climb\w*|jump\w*|increas\w*|reach\w*|soar\w*|grew|grown|went up)\b"
    r"|\b(?:bringing|brings|brought|raising|raised|raises|taking|takes|pushing|pushed|revis\w+ up\w*|upward\w*)\b"
    rf"(?:\s+\S+){{0,9}}?\s+(?:{FIGURE}|dead|deaths|killed|to\s+\d+)\b"
    r"|\b(?:rose|risen|climbed)\s+to\b",
    re.IGNORECASE,
)
DOWN: Final = re.compile(
    r"\b(?:was|were)\s+lowered\s+to\b|\brevis\w+\s+down\w*|\blowered\s+(?:the\s+)?(?:\S+\s+)?(?:toll|figure|number)|\bdown\s+from\s+\S+\s+(?:earlier|initially)",
    re.IGNORECASE,
)


def scope_of(words: str, sentence: Sentence, anchor: Token) -> Scope:
    """The scope of a figure, from the words of its sentence and from what did the harm ("a war that has killed")."""
    if _by_war(sentence, anchor):
        return "cumulative"
    words = SUPERLATIVE.sub("", words)
    if CUMULATIVE.search(words):
        return "cumulative"
    return "period" if PERIOD.search(words) else "incident"


def in_war(words: str, quantity: Quantity) -> bool:
    """ "400,000 people have been killed in the war": so many die in a war, not in an act of it."""
    return (quantity.low or quantity.best or 0) >= WAR_DEATHS and bool(IN_WAR.search(words))


def revised_of(words: str) -> Revised | None:
    """Whether a sentence revises a toll: "bringing the toll to 33" is up."""
    if DOWN.search(words):
        return "down"
    return "up" if BROUGHT.search(words) else None


def _by_war(sentence: Sentence, anchor: Token) -> bool:
    """True where a war, not an act in it, is what killed: "the five-year war, which has killed"."""
    verb, doers = anchor, []
    for _ in range(MAX_CLIMB):
        doers = [kid for kid in sentence.kids(verb, "nsubj") if kid.lower not in RELATIVES]
        if doers or verb.dep not in ("conj", "relcl", "advcl", "acl") or verb.head == verb.index:
            break
        above = sentence.head(verb)
        if above.pos in ("NOUN", "PROPN"):
            doers = [above]
            break
        verb = above
    return any(doer.lemma.lower() in WARS for doer in doers if doer.index != anchor.index)


def plain(sentence: Sentence) -> str:
    """The words of a sentence, one space between tokens."""
    return " ".join(token.text for token in sentence.tokens)
