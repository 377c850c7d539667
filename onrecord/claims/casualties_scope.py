"""The scope of a figure: one incident, a period ("in the past 24 hours"), or a war's total ("since the war began")."""

import re
from typing import Final

from onrecord.model.codes import Revised, Scope, TollStatus
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity

WARS: Final = frozenset({"war", "conflict", "insurgency", "uprising", "rebellion", "genocide"})
# Of a day, or of years: only "has killed" tells which.
LASTING: Final = frozenset({"violence", "unrest", "fighting", "crackdown", "campaign", "offensive", "crisis", "feud"})
UNITS: Final = r"(?:hours?|days?|weeks?|months?|years?|decades?)"
SMALL: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
WEEKDAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
CAMPAIGN: Final = "(?:war|conflict|assault|offensive|campaign|bombardment|siege|battle|escalation|operation|fighting)"
MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
PERIOD: Final = re.compile(
    rf"\b(?:in|over|during|within)\s+(?:just\s+)?(?:the\s+)?(?:past|last|previous|preceding)\s+(?:\S+\s+){{0,3}}?{UNITS}\b"
    rf"|\bin\s+(?:the\s+)?(?:less|more)\s+than\s+(?:\S+\s+){{1,2}}{UNITS}\b(?!\s+(?:ago|after|before|later))"
    rf"|\bso\s+far\s+this\s+(?:year|month|week)\b|\b(?:this|last|every|each|per)\s+year\s+alone\b"
    r"|\b(?:during|in)\s+the\s+(?:first|second|third|last|opening)\s+(?:\S+\s+)?(?:days?|weeks?|months?|years?)\s+of\b"
    r"|\b(?:annually|weekly|monthly)\b(?!\s+(?:\w+\s+)?(?:market|bazaar|meeting|gathering|service|prayers?|rally|protest)\b)|\b(?:every|each|per)\s+(?:day|week|month|year)\b"
    r"|\bsince\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+(?:year|month|week)\b"
    rf"|\bin\s+(?:(?:just|only|under|over|about|nearly|almost)\s+)?(?:\d+|{SMALL}|several)\s+(?:weeks|months|years)\b"
    r"(?!\s+(?:ago|after|before|later))|\bin\s+(?:\d+|" + SMALL + r")\s+days\s+of\b"
    r"|\b(?:has|have)\b[^.;]{1,60}\bthis\s+(?:year|month)\b|\bduring\s+(?:the\s+same|that|this)\s+(?:period|time)\b"
    r"|^(?:in\s+|during\s+)?(?:last|this|that)\s+(?:year|month)\s*,\s+(?:\w+\s+){0,3}"
    r"\w+s\s+(?:have\s+)?(?:killed|injured|wounded|claimed)\b"
    rf"|\bin\s+recent\s+{UNITS}\b"
    rf"|\bin\s+(?:{MONTHS}|(?:19|20)\d\d)\s+alone\b"
    rf"|\bin\s+(?:(?:\d+|{SMALL}|several)\s+)?(?:separate|different)\s+(?:attacks|incidents|strikes|clashes|raids)\b",
    re.IGNORECASE,
)
# "Killed since Monday" sums up; "evacuated since Monday" is one measure that goes on.
SINCE_DAY: Final = re.compile(rf"\bsince\s+(?:last\s+)?(?:{WEEKDAYS}|week|month|year)\b(?!\s*['’]s)", re.IGNORECASE)
GOING_ON: Final[frozenset[TollStatus]] = frozenset({"evacuated", "displaced"})
# "during the 11-day offensive" sums up; "in the 11-day offensive on Tuesday" is one day's.
CAMPAIGN_LONG: Final = re.compile(
    rf"\b(?:\d+|{SMALL}|several|multi)\s*-\s*(?:day|week|month|year)s?\s+(?:\S+\s+){{0,2}}?{CAMPAIGN}\b", re.IGNORECASE
)
ON_DAY: Final = re.compile(rf"\bon\s+(?:\S+\s+)?(?:{WEEKDAYS})\b", re.IGNORECASE)
RATE: Final = re.compile(
    r"\b(?:every|each|per)\s+(?:\S+\s+)?(?:minutes?|hours?|days|weeks|months|years)\b", re.IGNORECASE
)
CUMULATIVE: Final = re.compile(
    r"\bsince\s+(?:the\s+)?(?:\S+\s+){0,4}?(?:war|conflict|invasion|insurgency|offensive|fighting|uprising|hostilities|"
    r"(?:19|20)\d\d|(?:began|started|begun|erupted))\b"
    rf"|\bsince\s+(?:(?:early|late|mid|the\s+(?:end|start|beginning|middle)\s+of)[\s-]+)?(?:\d\d?\s+)?(?:{MONTHS})\b"
    r"|\b(?:years?|decades?)\s+of\s+(?:war|conflict|fighting|insurgency)\b",
    re.IGNORECASE,
)
# "the deadliest attack since the war began", "the third such attack in recent weeks" measure this attack, and count no
# war and no weeks.
RANKING: Final = (
    r"\w{3,}est|worst|first|second|third|fourth|fifth|most\s+\w+|largest|only|series|string|spate|wave|one\s+of"
)
SUPERLATIVE: Final = re.compile(
    rf"\b(?:{RANKING})\b(?:\s+[^\s;]+){{0,12}}?\s+"
    r"(?:since\b|(?:in|over|during|within)\s+(?:the\s+)?(?:past|last|recent)\b)(?:\s+[^\s;]+){0,6}",
    re.IGNORECASE,
)
WAR_DEATHS: Final = 1000  # people; with "in the war", a figure from here on is of the war
IN_WAR: Final = re.compile(
    r"\b(?:in|during|throughout|of)\s+the\s+(?:\S+\s+){0,3}?(?:war|conflict|insurgency|uprising)\b", re.IGNORECASE
)
FIGURES: Final = frozenset({"toll", "tolls", "figure", "tally", "count", "estimate", "total"})
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
