"""The grammar: rules over the classes of words, each turning a row of words into phrases, yet unresolved.

A pattern is a regular expression over class letters (dates_words names them): `M[dO],?y` is "January 9, 2024".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from onrecord.model.document import Span
from onrecord.normalize.dates_match import (
    DAYS_IN_LONGEST_MONTH,
    Builder,
    Match,
    Rule,
    count_of,
    part_of,
    with_year,
    year_unit_is_wrong,
)
from onrecord.normalize.dates_phrase import Base, Phrase
from onrecord.normalize.dates_words import Word

# Pieces. "early ", "mid-", "the end of " · "the night of ", "in the early hours of ", "early on " · " afternoon" ·
# "Tuesday, the " · ", 2024", "of that year".
POSITION: Final = r"(?:t?V?(?P<pos>E)(?:-|[fi]t?|t)?)?"
TIME: Final = r"(?:t?E?(?P<part>p)u?[fo]t?|t?(?P<hours_pos>E)(?P<hours>u)[fo]t?|(?P<early>E)o?t?)?"
TAIL: Final = r"(?:-?E?(?P<part2>p)(?!f))?"
WEEKDAY: Final = r"(?:(?P<wd>W)(?P<part3>p)?[,o]*[(]?t?)?"
YEAR: Final = (
    r"(?:,?f?(?P<y>y|[kdn](?=B))(?P<B>B)?|,?(?P<z>[nZ])(?![-,]?[MU.])"
    r"|,?f?(?P<w>[glxvG])(?P<yu>U)|f[tG](?P<w2>[YX]?)(?P<yu2>U))"
)
COUNT: Final = r"(?P<n>q-?q|aFf?|[qdnkaF])"


def _calendar(match: Match) -> list[Phrase]:
    """A day, month or season, with or without its year and weekday."""
    day, end_day = match.number("d"), match.number("d2")
    if year_unit_is_wrong(match) or any(d is not None and not 1 <= d <= DAYS_IN_LONGEST_MONTH for d in (day, end_day)):
        return []
    if end_day is not None and not (day or 0) < end_day:
        return []
    phrase = Phrase(
        "calendar",
        match.span,
        month=match.number("m"),
        day=day,
        end_day=end_day,
        season=match.meaning("s"),
        weekday=match.number("wd"),
        position=match.meaning("pos"),
        part=part_of(match),
    )
    return [with_year(phrase, match)]


def _list(match: Match) -> list[Phrase]:
    """Several days of one month: "January 2 and 8" are two dates."""
    days = [word for word in match.words if word.kind in "dO" and word not in match.groups.get("y", [])]
    if any(not 1 <= int(word.value) <= DAYS_IN_LONGEST_MONTH for word in days):
        return []
    whole = with_year(Phrase("calendar", match.span, month=match.number("m"), part=part_of(match)), match)
    starts = [word.span.start for word in days]
    ends = [word.span.end for word in days]
    starts[0], ends[-1] = min(match.span.start, starts[0]), match.span.end
    return [replace(whole, span=Span(starts[n], ends[n]), day=int(word.value)) for n, word in enumerate(days)]


def _season(match: Match) -> list[Phrase]:
    """A season; "fall" and "spring" alone only after words that lead a time, and never "the fall of" a place."""
    told = match.has("y", "y2", "yu", "yu2", "z")
    before = match.before.kind if match.before else ""
    led = match.has("pos", "lead") or before in tuple("isjbAEm")
    if not told and (not led or (match.after is not None and match.after.kind == "f")):
        return []
    if match.has("lead") and match.kind("lead") in "glxv":
        which = {"g": "this", "l": "last", "v": "last", "x": "next"}[match.kind("lead")]
        base: Phrase = Phrase("calendar", match.span, season=match.meaning("s"), which=which + " season")
        return [base]
    phrase = _calendar(match)
    if phrase and match.has("y2"):
        return [replace(phrase[0], year=match.number("y2"))]
    return phrase


def _month(match: Match) -> list[Phrase]:
    """A month named beside "last", "next", "this"."""
    phrase = _calendar(match)
    which = {"g": "this", "l": "last", "v": "last", "x": "next"}[match.kind("lead")]
    return [replace(one, which=which + " month") for one in phrase]


def _weekday(match: Match) -> list[Phrase]:
    which = {"g": "this", "l": "last", "v": "last", "x": "next", "X": "next"}.get(match.kind("lead"), "")
    return [Phrase("weekday", match.span, weekday=match.number("wd"), which=which, part=part_of(match))]


def _night(match: Match) -> list[Phrase]:
    """The night between two weekdays or dates: "the night of Sunday to Monday"."""
    first, second = match.number("wd"), match.number("wd2")
    if first is not None and second is not None and (second - first) % 7 != 1:
        return []
    return [Phrase("night", match.span, weekday=first, end_weekday=second)]


def _weekday_range(match: Match) -> list[Phrase]:
    return [Phrase("weekday", match.span, weekday=match.number("wd"), end_weekday=match.number("wd2"))]


def _today(match: Match) -> list[Phrase]:
    word = match.groups["T"][0].text.lower()
    if word.startswith("overnight"):
        return [Phrase("night", match.span)]
    part = "TNI" if word.startswith("tonight") else part_of(match)
    return [Phrase("unit", match.span, size="day", n=match.number("T") or 0, part=part, which="today")]


def _night_of(match: Match) -> list[Phrase]:
    """ "last night", "this morning", "that night", "the next morning", "the same evening"."""
    lead = match.kind("lead")
    n = {"l": -1, "v": -1, "x": 1, "X": 1}.get(lead, 0)
    base: Base = "now" if lead in "gl" else "text"
    return [Phrase("unit", match.span, size="day", n=n, base=base, part=match.meaning("part"))]


def _unit(match: Match) -> list[Phrase]:
    """ "last week", "earlier this month", "the following day", "that same year"."""
    size, lead = match.meaning("u"), match.kind("lead")
    n = {"l": -1, "v": -1, "x": 1, "X": 1}.get(lead, 0)
    told = match.has("the") or lead in "GYXv"  # "the next day" counts from the text, "next week" from publication
    if lead == "l" and match.has("the"):
        return [Phrase("period", match.span, size=size, n=-1)]
    if lead == "x" and match.has("the") and size not in ("day", "year", "month", "week"):
        return []
    position = match.meaning("pos") or {"R": "earlier", "L": "later"}.get(match.kind("rel"), "")
    return [
        Phrase(
            "unit", match.span, size=size, n=n, base="text" if told else "now", position=position, part=part_of(match)
        )
    ]


def _rest_of_unit(match: Match) -> list[Phrase]:
    """ "the end of the year", "later in the month": of the year or month that the text is in."""
    if match.meaning("u") in ("day", "week"):
        return []
    return [Phrase("unit", match.span, size=match.meaning("u"), base="text", position=match.meaning("pos"))]


def _ago(match: Match) -> list[Phrase]:
    n, fuzzy = count_of(match)
    return [Phrase("offset", match.span, size=match.meaning("u"), n=-n, fuzzy=fuzzy or not match.has("n"), base="now")]


def _later(match: Match) -> list[Phrase]:
    """ "two days later", "a year earlier": counted from the text's last date."""
    n, fuzzy = count_of(match)
    sign = 1 if match.kind("rel") in "LX" else -1
    size = match.meaning("u")
    return [Phrase("offset", match.span, size=size, n=sign * n, fuzzy=fuzzy or not match.has("n"), base="text")]


def _from_event(match: Match) -> list[Phrase]:
    """ "the day after", "two days before", "on the eve of": counted from the date of what follows."""
    n, fuzzy = count_of(match)
    sign = -1 if match.has("Q") or match.kind("rel") in "bR" else 1
    size = match.meaning("u") or "day"
    definite = "the" if match.has("the") else ""
    return [Phrase("offset", match.span, size=size, n=sign * n, fuzzy=fuzzy, base="event", words=definite)]


def _period(match: Match) -> list[Phrase]:
    """ "in the past 24 hours", "over the next two weeks", "in less than two years"."""
    n, fuzzy = count_of(match)
    sign = 1 if match.kind("lead") in ("x", "X") else -1
    words = "bounded" if match.has("bound") else ""
    return [Phrase("period", match.span, size=match.meaning("u"), n=sign * n, fuzzy=fuzzy, words=words)]


def _decade(match: Match) -> list[Phrase]:
    year = (match.number("e") or 0) * (match.number("B") or 1)
    return [Phrase("calendar", match.span, size="decade", year=year, position=match.meaning("pos"))]


def _century(match: Match) -> list[Phrase]:
    if match.meaning("u") != "century":
        return []
    tens = match.number("tens") or 0
    number = (match.number("o") or 0) + tens
    year = (number - 1) * 100 * (match.number("B") or 1)
    return [Phrase("century", match.span, year=year, position=match.meaning("pos"), n=match.number("B") or 1)]


def _half(match: Match) -> list[Phrase]:
    which = {"early": 1, "late": 2}.get(match.meaning("which")) or match.number("which")
    size = match.groups["h"][0].text.lower()
    if which is None or which > (2 if size == "half" else 4):
        return []
    return [with_year(Phrase("calendar", match.span, size=size, n=which), match)]


def _year(match: Match) -> list[Phrase]:
    """A year that stands alone, where the words around it do not make it a count."""
    year = match.number("y") or 0
    era = match.number("B")
    if era is None and not _stands_as_year(match, year):
        return []
    bc_only = era is None and match.kind("y") != "y"
    return [Phrase("calendar", match.span, year=year * (era or 1), position=match.meaning("pos"), bc_only=bc_only)]


YEAR_LEADS: Final = frozenset("isjbAmwftE&,(-")
COUNTED: Final = re.compile(
    r"(?i)people|women|children|troops|persons|dead|killed|wounded|injured|km|kilomet\w+|miles|feet|ft|tons|tonnes|"
    r"meters|metres|dollars|lb|kg|percent|square|acres|hectares|houses|homes|others|more|strong|casualties|tanks|"
    r"aircraft|guns|ships|mm?|cm|million|billion|villages|families|refugees|hours|pounds|yards|rounds|"
    r"[a-z]+(?:ers|ors|ists|ees|ants|ents|ians|isans|men)"
)


def _stands_as_year(match: Match, year: int) -> bool:
    """True for "in 1943", "2023 saw", "the 1954 accords"; false for "1500 soldiers", "$2000"."""
    before, after = match.before, match.after
    if before is not None and before.text in "$€£#%№":
        return False
    if after is not None and (COUNTED.fullmatch(after.text) or after.text in "%°" or after.kind in "Uu"):
        return False
    if match.has("pos"):
        return True
    led = before is None or before.kind in YEAR_LEADS
    if match.kind("y") == "k":
        return before is not None and before.kind in "isjbAmw-&E"
    if 1800 <= year <= 2099:
        return True
    return led and (after is None or not (after.kind == "." and after.text[0].islower() and before is None))


def _years(match: Match) -> list[Phrase]:
    """Both ends of a range of years: "1926–1928", "1944-45"; TIMEX3 marks them apart."""
    first, second = match.groups["y"][0], match.groups["z"][0]
    year, other, era = int(first.value), int(second.value), match.number("B") or match.number("B2") or 1
    if second.kind in "dnZ" and len(second.text.strip("'’‘")) == 2:
        other = year // 100 * 100 + other
    if first.kind in "kdn" and era == 1 and not match.has("B", "B2"):
        if second.kind != "k" or not (other < year):
            return []
    elif (other - year) * era < 0 or (second.kind == "d" and other - year > 60):
        return []
    bc_only = first.kind == "k" and not match.has("B", "B2")
    ends = ((first, year), (second, other))
    return [Phrase("calendar", word.span, year=value * era, bc_only=bc_only) for word, value in ends]


def _words(kind: str) -> Builder:
    def build(match: Match) -> list[Phrase]:
        words = match.groups["x"][0]
        return [Phrase("iso" if kind == "iso" else "numeric", match.span, words=words.text, part=part_of(match),
                       weekday=match.number("wd"))]  # fmt: skip

    return build


def _vague(match: Match) -> list[Phrase]:
    return [Phrase("vague", match.span, timex=match.meaning("P"))]


def _day_of_month(match: Match) -> list[Phrase]:
    """ "on the 13th": of the month that the text is in."""
    day = match.number("d") or 0
    after = match.after
    if not 1 <= day <= DAYS_IN_LONGEST_MONTH or not match.groups["d"][0].text[0].isdigit():
        return []
    if after is not None and after.kind not in ",oi-&)sjbA" and after.text not in ".;:":
        return []
    return [Phrase("calendar", match.span, day=day, which="day of month")]


RULES: Final[tuple[tuple[str, str, Builder], ...]] = (
    ("days of a month", rf"{WEEKDAY}{TIME}(?P<m>M)t?[dO](?:,t?[dO])*,?&t?[dO](?![M/:%]){YEAR}?", _list),
    ("month range", rf"{TIME}(?P<m>M)t?(?P<d>[dO])[-j]t?(?P<d2>[dO])(?!M){YEAR}?", _calendar),
    ("month day", rf"{WEEKDAY}{TIME}{POSITION}(?P<m>M)t?(?P<d>[dO])(?![-/]?U){YEAR}?[)]?{TAIL}", _calendar),
    ("day range month", rf"(?:w|m)?{TIME}t?(?P<d>[dO])[-j&]t?(?P<d2>[dO])f?(?P<m>M){YEAR}?", _calendar),
    ("days month", rf"{TIME}t?[dO](?:,t?[dO])*,?&t?[dO]f?(?P<m>M){YEAR}?", _list),
    ("day month", rf"{WEEKDAY}{TIME}t?(?P<d>[dO])[-/]?f?-?(?P<m>M)(?:[-/](?=y))?{YEAR}?[)]?{TAIL}", _calendar),
    ("month year", rf"{POSITION}(?P<m>M)-?{YEAR}", _calendar),
    ("which month", r"(?P<lead>[glxv])(?P<m>M)", _month),
    ("month", rf"{POSITION}(?P<m>M)", _calendar),
    ("season year", rf"{POSITION}t?(?P<s>S){YEAR}", _season),
    ("year season", r"t?(?P<y2>y)(?P<s>S)", _season),
    ("season", rf"{POSITION}(?P<lead>[tglxv])?(?P<s>S)", _season),
    ("night between weekdays", r"(?:t?p[fm]|T[om]?|o)?t?(?P<wd>W)p?[-jI/]t?(?P<wd2>W)p?", _night),
    ("weekday range", r"(?:w(?P<wd>W)&|m?(?P<wd3>W)j)(?P<wd2>W)", _weekday_range),
    ("weekday", rf"{TIME}(?P<lead>[glxvX])?(?P<wd>W){TAIL}", _weekday),
    ("today", r"(?P<early>[ELR])?(?P<T>T)(?P<part>p)?", _today),
    ("this morning", r"(?:E|E?[iu]?t?)?(?P<pos>E)?t?(?P<lead>[gGYlxXv])(?P<part>p)", _night_of),
    ("unit", r"(?:t?(?P<pos>E)[fi]?|(?P<rel>[LR])[i]?)?(?P<the>t)?(?:G(?=Y))?(?P<lead>[gGYlxXv])(?P<u>U)", _unit),
    ("the day following", r"t(?P<u>U)(?P<lead>X)", _unit),
    ("end of the year", r"(?:t?(?P<pos>[E])[fi]|(?P<rel>L)i)t(?P<u>U)", _rest_of_unit),
    ("ago", rf">*{COUNT}?(?P<u>U)r", _ago),
    ("later", rf">*{COUNT}?(?P<u>U)(?P<rel>[LR])", _later),
    ("from the event", rf"(?:(?P<the>t)|>*{COUNT})(?P<u>U)(?P<rel>[bA])", _from_event),
    ("eve", r"t(?P<Q>Q)f", _from_event),
    ("period", rf"[i]?t(?P<lead>[lxXv]){COUNT}(?P<u>[Uu])", _period),
    ("bounded period", rf"(?P<bound>i)(?:<>?|>+)?{COUNT}(?P<u>[U])(?![LrRbA])", _period),
    ("decade", rf"{POSITION}t?(?P<e>e)(?P<B>B)?", _decade),
    ("decade of three digits", rf"{POSITION}t?(?P<e>e)(?P<B>B)", _decade),
    ("century", rf"{POSITION}t?(?:(?P<tens>q)-)?(?P<o>O)-?(?P<u>U)(?P<B>B)?", _century),
    ("half of a year", rf"t(?P<which>[OE])(?P<h>h){YEAR}", _half),
    ("years", r"(?P<y>[ykdn])(?P<B>B)?[-/j](?P<z>[ykdnZ])(?P<B2>B)?", _years),
    ("year", rf"{POSITION}t?(?:B)?(?P<y>[yk]|[dn](?=B))(?P<B>B)?", _year),
    ("iso", r"(?P<x>I)", _words("iso")),
    ("numeric", rf"{WEEKDAY}(?P<x>N){TAIL}", _words("numeric")),
    ("vague", r"(?P<P>P)", _vague),
    ("day of the month", r"[ojbAs]t(?P<d>O)", _day_of_month),
)  # fmt: skip


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(Rule(name, re.compile(pattern), build) for name, pattern, build in RULES)


def find_phrases(words: list[Word]) -> Iterator[Phrase]:
    """The date phrases of a sentence, in text order: at each word the longest rule that makes something of it."""
    row = "".join(word.kind for word in words)
    n = 0
    while n < len(row):
        end, phrases = _longest(words, row, n) if row[n] != "." else (n, [])
        yield from phrases
        n = max(end, n + 1)


def _longest(words: list[Word], row: str, n: int) -> tuple[int, list[Phrase]]:
    found = [
        (match.end(), -rank, rule, match) for rank, rule in enumerate(_rules()) if (match := rule.pattern.match(row, n))
    ]
    for end, _, rule, match in sorted(found, key=lambda f: (-f[0], -f[1])):
        phrases = rule.build(_as_match(words, match, end))
        if phrases:
            return end, phrases
    return n, []


def _as_match(words: list[Word], match: re.Match[str], end: int) -> Match:
    groups: dict[str, list[Word]] = {}
    for name in match.groupdict():
        begin, stop = match.span(name)
        if begin >= 0 and stop > begin:
            groups[name] = words[begin:stop]
    before = words[match.start() - 1] if match.start() else None
    after = words[end] if end < len(words) else None
    return Match(
        groups,
        words[match.start() : end],
        Span(words[match.start()].span.start, words[end - 1].span.end),
        before,
        after,
    )
