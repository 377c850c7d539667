"""The words of scope: patterns over a sentence's plain words, each piece named by what it matches."""

import re
from collections.abc import Iterable
from typing import Final

UNITS: Final = r"(?:hours?|days?|weeks?|months?|years?|decades?)"
SMALL: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
WEEKDAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
CAMPAIGN: Final = "(?:war|conflict|assault|offensive|campaign|bombardment|siege|battle|escalation|operation|fighting)"
MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
NOT_A_DATE: Final = r"(?!\s+(?:ago|after|before|later))"  # "in less than a week", not "less than a week later"
GATHERINGS: Final = r"(?!\s+(?:\w+\s+)?(?:market|bazaar|meeting|gathering|service|prayers?|rally|protest)\b)"


def _any_of(pieces: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(pieces), re.IGNORECASE)


# What tells that a figure is of a period, by its words.
PERIOD_PIECES: Final = {
    "in the past 24 hours": (
        r"\b(?:in|over|during|within)\s+(?:just\s+)?(?:the\s+)?(?:past|last|previous|preceding)\s+"
        rf"(?:\S+\s+){{0,3}}?{UNITS}\b"
    ),
    "in less than two weeks": (rf"\bin\s+(?:the\s+)?(?:less|more)\s+than\s+(?:\S+\s+){{1,2}}{UNITS}\b{NOT_A_DATE}"),
    "have been killed since then": (
        r"\b(?:has|have)\b[^.;]{1,60}\bsince\s+then\b|\bsince\s+then\b[^.;]{1,60}\b(?:has|have)\b"
    ),
    "so far this year": rf"\bso\s+far\s+(?:this\s+(?:year|month|week)|in\s+(?:{MONTHS}|(?:19|20)\d\d))\b",
    "this year alone": r"\b(?:this|last|every|each|per)\s+year\s+alone\b",
    "during the first three months of": (
        r"\b(?:during|in)\s+the\s+(?:first|second|third|last|opening)\s+(?:\S+\s+)?(?:days?|weeks?|months?|years?)\s+of\b"
    ),
    "annually": rf"\b(?:annually|weekly|monthly)\b{GATHERINGS}",
    "every year": r"\b(?:every|each|per)\s+(?:day|week|month|year)\b",
    "since the start of the year": r"\bsince\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+(?:year|month|week)\b",
    "in just three weeks": (
        r"\bin\s+(?:(?:just|only|under|over|about|nearly|almost)\s+)?"
        rf"(?:\d+|{SMALL}|several)\s+(?:weeks|months|years)\b{NOT_A_DATE}"
    ),
    "in ten days of": rf"\bin\s+(?:\d+|{SMALL})\s+days\s+of\b",
    "has killed 40 this year": r"\b(?:has|have)\b[^.;]{1,60}\bthis\s+(?:year|month)\b",
    "during the same period": r"\bduring\s+(?:the\s+same|that|this)\s+(?:period|time)\b",
    "last month, strikes killed": (
        r"^(?:in\s+|during\s+)?(?:last|this|that)\s+(?:year|month)\s*,\s+(?:\w+\s+){0,3}"
        r"\w+s\s+(?:have\s+)?(?:killed|injured|wounded|claimed)\b"
    ),
    "in recent weeks": rf"\bin\s+recent\s+{UNITS}\b",
    "in March alone": rf"\bin\s+(?:{MONTHS}|(?:19|20)\d\d)\s+alone\b",
    "in three separate attacks": (
        rf"\bin\s+(?:(?:\d+|{SMALL}|several)\s+)?(?:separate|different)\s+(?:attacks|incidents|strikes|clashes|raids|shootings|bombings|killings|ambushes)\b"
    ),
}
PERIOD: Final = _any_of(PERIOD_PIECES.values())
# "Killed since Monday" sums up; "evacuated since Monday" is one measure that goes on.
SINCE_DAY: Final = re.compile(rf"\bsince\s+(?:last\s+)?(?:{WEEKDAYS}|week|month|year)\b(?!\s*['’]s)", re.IGNORECASE)
# "during the 11-day offensive" sums up; "in the 11-day offensive on Tuesday" is one day's.
CAMPAIGN_LONG: Final = re.compile(
    rf"\b(?:\d+|{SMALL}|several|multi)\s*-\s*(?:day|week|month|year)s?\s+(?:\S+\s+){{0,2}}?{CAMPAIGN}\b", re.IGNORECASE
)
ON_DAY: Final = re.compile(rf"\bon\s+(?:\S+\s+)?(?:{WEEKDAYS})\b", re.IGNORECASE)
RATE: Final = re.compile(
    r"\b(?:every|each|per)\s+(?:\S+\s+)?(?:minutes?|hours?|days|weeks|months|years)\b", re.IGNORECASE
)
# What tells that a figure is of a war, or of all time since a day.
CUMULATIVE_PIECES: Final = {
    "since the war began": (
        r"\bsince\s+(?:the\s+)?(?:\S+\s+){0,4}?"
        r"(?:war|conflict|invasion|insurgency|offensive|fighting|uprising|hostilities|"
        r"(?:19|20)\d\d|(?:began|started|begun|erupted))\b"
    ),
    "since early March": (
        r"\bsince\s+(?:(?:early|late|mid|the\s+(?:end|start|beginning|middle)\s+of)[\s-]+)?"
        rf"(?:\d\d?\s+)?(?:{MONTHS})\b"
    ),
    "ten years of war": r"\b(?:years?|decades?)\s+of\s+(?:war|conflict|fighting|insurgency)\b",
}
CUMULATIVE: Final = _any_of(CUMULATIVE_PIECES.values())
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
