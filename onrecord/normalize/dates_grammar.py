"""The grammar: rules over the classes of words, each turning a row of words into phrases, yet unresolved.

A pattern is a regular expression over class letters (dates_words names them): `M[dO],?y` is "January 9, 2024".
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from onrecord.normalize import dates_absolute as absolute
from onrecord.normalize import dates_relative as relative
from onrecord.normalize.dates_match import Builder, Match, Rule
from onrecord.normalize.dates_phrase import Phrase
from onrecord.normalize.dates_words import Word

# Pieces. "early ", "mid-", "the end of " · "the night of ", "in the early hours of ", "early on " · " afternoon" ·
# "Tuesday, the " · ", 2024", "of that year".
POSITION: Final = r"(?:t?V?(?P<pos>E)(?:-|[fi]t?|t)?|t?(?P<pos2>H)ft?)?"
TIME: Final = r"(?:t?E?(?P<part>p)u?[fo]?t?|t?(?P<hours_pos>E)(?P<hours>u)[fo]t?|(?P<early>E)o?t?)?"
TAIL: Final = r"(?:-?E?(?P<part2>p)(?!f))?"
BEFORE_WEEKDAY: Final = r"(?:t?E?(?P<part0>p)u?[fo]?t?|t?(?P<hours_pos0>E)(?P<hours0>u)[fo]t?|(?P<early0>E)o?t?)?"
WEEKDAY: Final = rf"(?:{BEFORE_WEEKDAY}(?P<wd>W)(?P<part3>p)?[,of]*[(]?t?)?"
YEAR: Final = (
    r"(?:,?f?(?P<y>y|[kdn](?=B))(?P<B>B)?|,?(?P<z>[nZ])(?![-,]?[MU.])"
    r"|,?f?(?P<w>[glxvG])(?P<yu>U)|f[tG](?P<w2>[YX]?)(?P<yu2>U))"
)
COUNT: Final = r"(?P<n>q-?q|aFf?|[qdnkaF])"
MONTH_RANGE_DAYS: Final = r"t?(?P<d>[dO])[-j]t?(?P<d2>[dO])"
ALSO_DAYS: Final = r"[dO](?:,t?[dO])*,?&t?[dO]"

RULES: Final[tuple[tuple[str, str, Builder], ...]] = (
    ("days of a month", rf"{WEEKDAY}{TIME}(?P<m>M)t?{ALSO_DAYS}(?![M/:%]){YEAR}?", absolute.build_days),
    ("range of days, month first", rf"{TIME}(?P<m>M){MONTH_RANGE_DAYS}(?!M){YEAR}?", absolute.build_calendar),
    ("month day", rf"{WEEKDAY}{TIME}(?P<m>M)t?(?P<d>[dO])(?![-/]?U){YEAR}?[)]?{TAIL}", absolute.build_calendar),
    ("between days", rf"w{TIME}t?(?P<d>[dO])&t?(?P<d2>[dO])f?(?P<m>M){YEAR}?", absolute.build_calendar),
    ("range of days, month last", rf"m?{TIME}{MONTH_RANGE_DAYS}f?(?P<m>M){YEAR}?", absolute.build_calendar),
    ("days, month last", rf"{TIME}t?{ALSO_DAYS}f?(?P<m>M){YEAR}?", absolute.build_days),
    ("day month", rf"{WEEKDAY}{TIME}t?(?P<d>[dO])[-/]?f?(?P<m>M)(?:[-/](?=y))?{YEAR}?[)]?{TAIL}",
     absolute.build_calendar),
    ("month year", rf"{POSITION}(?P<m>M)-?{YEAR}", absolute.build_calendar),
    ("last month by name", r"(?P<lead>[glxv])(?P<m>M)", absolute.build_which_month),
    ("month", rf"{POSITION}(?P<m>M)", absolute.build_calendar),
    ("week of a month", rf"t?(?:(?P<o>O)|l)(?P<u>U)[fi](?P<m>M){YEAR}?", absolute.build_week_of_month),
    ("season and year", rf"{POSITION}t?(?P<s>S){YEAR}", absolute.build_season),
    ("year and season", r"t?(?P<y2>y)(?P<s>S)", absolute.build_season),
    ("season", rf"{POSITION}(?:G(?=Y))?(?P<lead>[tglxvGYX])?(?P<s>S)", absolute.build_season),
    ("feast", rf"(?P<J>J)(?P<part>p)?{YEAR}?", absolute.build_holiday),
    ("night between weekdays", r"(?:t?p[fm]|T[om]?)?t?(?P<wd>W)p?[-j/]t?(?P<wd2>W)p?", relative.build_night),
    ("night between two weekdays", r"t?pw(?P<wd>W)&(?P<wd2>W)", relative.build_night),
    ("overnight on a weekday", r"(?P<T>T)(?P<prep>[ojm])?(?P<wd>W)", relative.build_overnight),
    ("weekdays", r"(?:w(?P<wd>W)&|m?(?P<wd3>W)j)(?P<wd2>W)", relative.build_weekdays),
    ("weekday", rf"{TIME}(?P<lead>[glxvX])?(?P<wd>W){TAIL}", relative.build_weekday),
    ("today", r"(?P<early>[ELR])?(?P<T>T)(?P<part>p)?", relative.build_today),
    ("this morning", r"(?:t?E[fi]?|[i])?t?G?(?P<lead>[gGYlxXv])E?(?P<part>p)", relative.build_part_of_day),
    ("unit", r"(?:t?(?P<pos>E)[fi]?|t?(?P<pos2>H)f|(?P<rel>[LR])i?)?(?P<the>t)?(?:G(?=Y))?(?P<lead>[gGYlxXv])(?P<u>U)",
     relative.build_unit),
    ("weekend", r"(?:[\^@oi]t|t?(?P<lead>[glxvX]))(?P<u>K)", relative.build_weekend),
    ("the day following", r"(?P<the>t)(?P<u>U)(?P<lead>X)", relative.build_unit),
    ("end of the year", r"(?:t?(?:(?P<pos>E)|(?P<pos2>H))[fi]|(?P<rel>L)i)t(?P<u>U)", relative.build_rest_of_unit),
    ("month's end", r"(?P<u>U)(?P<end>H)", relative.build_rest_of_unit),
    ("ago", rf"[<>^]*{COUNT}?(?P<u>U)r", relative.build_ago),
    ("later", rf"[<>^]*{COUNT}?(?P<u>U)(?P<rel>[LR])", relative.build_later),
    ("from the event", rf"(?:(?P<the>t)|[>^]*{COUNT})(?P<u>U)(?P<rel>[bA])", relative.build_from_event),
    ("eve", r"t(?P<Q>Q)f", relative.build_from_event),
    ("period", rf"[i^]?t(?P<lead>[lxXv]){COUNT}(?P<u>[Uu])", relative.build_period),
    ("bounded period", rf"i<>?{COUNT}(?P<u>U)(?![LrRbA])", relative.build_period),
    ("decade", rf"{POSITION}t?(?P<e>e|5(?=B))(?P<B>B)?", absolute.build_decade),
    ("century", rf"{POSITION}t?(?:(?P<tens>q)-)?(?P<o>O)-?(?P<u>U)(?P<B>B)?", absolute.build_century),
    ("half of a year", rf"t(?:(?P<o>O)|(?P<latter>E))(?P<h>h){YEAR}", absolute.build_half),
    ("years", r"(?P<y>[ykdn])(?P<B>B)?[-/j](?P<z>[ykdnZ])(?P<B2>B)?", absolute.build_years),
    ("year", rf"{POSITION}t?(?P<B2>B)?(?P<y>[yk]|[dn](?=B))(?P<B>B)?", absolute.build_year),
    ("year after Christ", r"(?P<B2>B)(?P<y>[dn])", absolute.build_year),
    ("iso", r"(?P<x>I)", absolute.build_words),
    ("numeric", rf"{WEEKDAY}(?P<x>N){TAIL}", absolute.build_words),
    ("vague", r"(?P<P>P)|[@t]D(?![-U])|D-?U", relative.build_vague),
    ("day of the month", r"[ojbAs]t(?P<d>O)", absolute.build_day_of_month),
)  # fmt: skip


ISLAND: Final = re.compile(r"[^.]*[MWdOyeUupSTPHBINEQJDK5kn][^.]*")  # words of a date with those around them
NO_START: Final = frozenset(",&-/()fr.")  # no rule begins with these


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(Rule(name, re.compile(pattern), build) for name, pattern, build in RULES)


def find_phrases(words: list[Word]) -> Iterator[Phrase]:
    """The date phrases of a sentence, in text order: at each word the longest rule that makes something of it."""
    row = "".join(word.kind for word in words)
    for island in ISLAND.finditer(row):
        n = island.start()
        while n < island.end():
            end, phrases = _longest(words, row, n) if row[n] not in NO_START else (n, [])
            yield from phrases
            n = max(end, n + 1)


def _longest(words: list[Word], row: str, n: int) -> tuple[int, list[Phrase]]:
    """The end of the longest match that builds something at a word, and its phrases; among equals the first rule."""
    found = [(match, rule) for rule in _rules() if (match := rule.pattern.match(row, n))]
    for match, rule in sorted(found, key=lambda pair: -pair[0].end()):
        phrases = rule.build(_as_match(words, row, match))
        if phrases:
            return match.end(), phrases
    return n, []


def _as_match(words: list[Word], row: str, match: re.Match[str]) -> Match:
    begin, end = match.span()
    groups = {}
    for name in match.groupdict():
        first, last = match.span(name)
        if 0 <= first < last:
            groups[name] = words[first:last]
    before = words[begin - 1] if begin else None
    after = words[end] if end < len(words) else None
    return Match(groups, words[begin:end], before, after, row[max(0, begin - 3) : begin])
