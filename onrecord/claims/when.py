"""When: which date words belong to which event mention."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.proximity import binding_cost
from onrecord.claims.references import dates_a_reference
from onrecord.claims.when_aftermath import dates_aftermath, dates_findings
from onrecord.claims.when_assumed import assume_days
from onrecord.claims.when_words import is_of_a_life
from onrecord.model.reading import EventMention, Mention, Reading, Sentence, Token
from onrecord.model.values import REPORT_ANCHOR, Interval

MAX_BINDING_COST: Final = 9.0  # beyond it the words stand in another corner of the sentence
LONG_RUN_DAYS: Final = 60
TOMORROW: Final = timedelta(1)  # a report may bear yesterday's day where it was written
BEHIND: Final = frozenset({"after", "following", "before", "since"})
MEANWHILE: Final = frozenset({"while", "when", "as"})
SPEAKERS_DAYS: Final = frozenset({"today", "tonight", "yesterday", "this"})  # "this morning"
SUPERLATIVE_TAGS: Final = frozenset({"JJS", "RBS"})


def find_when(reading: Reading) -> tuple[Part, ...]:
    """The `when` of each event mention: its own words, its clause's, its sentence's; else a day assumed for it."""
    parts: list[Part] = []
    for sentence in reading.parsed:
        events = [event for event in reading.events if event.sentence == sentence.index]
        acts = {event.token for event in events}
        dates = [m for m in reading.mentions_in(sentence.span, "DATE") if _dates_acts(reading, sentence, m, acts)]
        bound = _bind(reading, sentence, events, dates)
        parts.extend(_without_aftermath(sentence, part, events, parts) for part in bound)
    return (*parts, *assume_days(reading, parts))


def _dates_acts(reading: Reading, sentence: Sentence, mention: Mention, acts: set[int]) -> bool:
    """True where words can date an act that has happened: no day to come, no date line, no "worst since 2011"."""
    value, published = mention.value, reading.document.published
    if _is_speakers_today(reading, mention):
        return False
    if not isinstance(value, Interval) or value.anchor == "dateline" or value.earliest is None:
        return False
    if published is not None and (value.earliest > published + TOMORROW or _is_to_come(value, published)):
        return False
    if value.precision == "year" and _names_a_thing(sentence, mention, acts):
        return False
    return value.latest is not None or not any(token.tag in SUPERLATIVE_TAGS for token in sentence.tokens)


def _is_speakers_today(reading: Reading, mention: Mention) -> bool:
    """True for "today" inside quotation marks: the day on which it was said."""
    if mention.span.text_in(reading.document.text).lower().split()[0] not in SPEAKERS_DAYS:
        return False
    return any(
        attribution.kind == "direct" and any(content.covers(mention.span) for content in attribution.content)
        for attribution in reading.attributions
    )


def _is_to_come(value: Interval, published: date) -> bool:
    """True for "in the next few days": it begins with the report and goes on."""
    return value.earliest == published and value.latest is not None and value.latest > published + TOMORROW


def _names_a_thing(sentence: Sentence, mention: Mention, acts: set[int]) -> bool:
    """True for a year that is part of a name or a life: "a 2007 sedan", "born in 1956"; not in "a 2019 bombing"."""
    token = sentence.at(mention.span)
    if token is None or sentence.head(token).index in acts:
        return False
    return is_of_a_life(sentence, token) or token.dep in ("nummod", "compound", "amod", "nmod")


def _bind(reading: Reading, sentence: Sentence, events: list[EventMention], dates: list[Mention]) -> list[Part]:
    """One date an event, one event a date, the cheapest pairs first; then events without one take the nearest."""
    costs = []
    for event in events:
        for mention in dates:
            token = sentence.at(mention.span)
            if token is not None and not _dates_another(reading, sentence, event, token, mention):
                cost = binding_cost(sentence, event, token)
                costs.append((cost, event.token, mention.span.start, event, mention))
    costs.sort(key=lambda row: row[:3])
    bound: dict[str, Part] = {}
    taken: set[int] = set()
    for cost, _, start, event, mention in costs:
        if event.id not in bound and start not in taken and cost <= MAX_BINDING_COST:
            bound[event.id] = Part(event.id, "when", mention.span, mention.value)
            taken.add(start)
    for _, _, _, event, mention in costs:
        if event.id not in bound and _frames(sentence, mention, event):
            bound[event.id] = Part(event.id, "when", mention.span, mention.value, own=False)
    return [bound[event.id] for event in events if event.id in bound]


def _without_aftermath(sentence: Sentence, part: Part, events: list[EventMention], told: list[Part]) -> Part:
    """The day of what followed an act ("the toll rose on Tuesday") as one that holds only where no other is told."""
    value, token = part.value, sentence.at(part.quote)
    trigger = next(sentence.tokens[event.token] for event in events if event.id == part.event_id)
    if not isinstance(value, Interval) or token is None:
        return part
    if dates_aftermath(sentence, trigger, token) or (
        dates_findings(sentence, trigger, token) and any(_is_before(other, value) for other in told)
    ):
        return replace(part, value=replace(value, anchor=REPORT_ANCHOR))
    return part


def _is_before(part: Part, value: Interval) -> bool:
    """True for a day told of an act that lies before another day."""
    day = part.value
    if not isinstance(day, Interval) or day.latest is None or value.earliest is None:
        return False
    return day.anchor != REPORT_ANCHOR and day.latest < value.earliest


def _is_long_run(reading: Reading, mention: Mention) -> bool:
    """True for "for the past year": a long time up to the report, in which acts go on and none happens."""
    value, published = mention.value, reading.document.published
    if not isinstance(value, Interval) or value.earliest is None or value.latest is None:
        return False
    return value.latest == published and (value.latest - value.earliest).days >= LONG_RUN_DAYS


def _frames(sentence: Sentence, mention: Mention, event: EventMention) -> bool:
    """True where a date stands in the clause of an act or in one above it: "On Sunday two died when a shell hit"."""
    token, trigger = sentence.at(mention.span), sentence.tokens[event.token]
    if token is None:
        return False
    verb = next((above for above in sentence.ancestors(token) if above.pos in ("VERB", "AUX")), sentence.root)
    if verb is None or _in_clause_of_its_own(sentence, trigger, token):
        return False
    if verb.dep == "advcl" and any(kid.lower in MEANWHILE for kid in sentence.kids(verb, "mark", "advmod")):
        verb = sentence.head(verb)  # "was shot while covering a raid last year"
    return verb.index in {trigger.index, *(above.index for above in sentence.ancestors(trigger))}


def _dates_another(reading: Reading, sentence: Sentence, event: EventMention, token: Token, mention: Mention) -> bool:
    """True where words date the saying, or a long run of acts, or stand above the clause in which an act is told."""
    trigger = sentence.tokens[event.token]
    if not event.plural and _is_long_run(reading, mention):
        return True
    if event.apart and (token.index not in event.tokens or _leads_to(reading, mention)):
        return True
    if _is_behind(sentence, trigger, token) or dates_a_reference(sentence, trigger, token):
        return True
    return _dates_the_saying(reading, sentence, event, token) or _in_clause_of_its_own(sentence, trigger, token)


def _leads_to(reading: Reading, mention: Mention) -> bool:
    """True for "two weeks after": the day of the act above, not of the one that it is reckoned from."""
    return mention.span.text_in(reading.document.text).lower().split()[-1] in ("after", "before")


def _is_behind(sentence: Sentence, trigger: Token, token: Token) -> bool:
    """True where words date what came before an act: "clashes, after the murder of a driver in April"."""
    own = sentence.head(token).index  # "after Monday" dates the act itself
    for above in sentence.ancestors(token):
        if above.index == trigger.index:
            return False
        behind = above.lower in BEHIND and above.dep == "prep" and above.index != own
        if behind or (above.tag == "VBG" and above.dep == "pcomp"):
            return all(word.index != above.index for word in sentence.ancestors(trigger))
    return False


def _in_clause_of_its_own(sentence: Sentence, trigger: Token, token: Token) -> bool:
    """True where an act is told in a clause on a person, and the date stands above it.

    "Aid groups called on Monday for justice for a driver who was shot": the shooting was not on Monday.
    """
    chain = [trigger, *sentence.ancestors(trigger)]
    top = next((t for t in chain if t.dep == "relcl" and _is_of_person(sentence, t)), None)
    return top is not None and all(above.index != top.index for above in (token, *sentence.ancestors(token)))


def _is_of_person(sentence: Sentence, verb: Token) -> bool:
    """True for a clause that says "who", below the object of something other than harm."""
    return any(kid.lower in ("who", "whom", "whose") for kid in sentence.kids(verb, "nsubj", "nsubjpass", "dobj"))


def _dates_the_saying(reading: Reading, sentence: Sentence, event: EventMention, token: Token) -> bool:
    """True where words date not an act but the words that tell of it: "Officials said on Tuesday that ..."."""
    for attribution in reading.attributions:
        cue = attribution.cue
        if cue is None or not sentence.span.covers(cue) or cue.overlaps(event.trigger):
            continue
        told = any(content.covers(event.trigger) for content in attribution.content)
        outside = not any(content.covers(token.span) for content in attribution.content)
        if told and outside and _hangs_on(sentence, token, cue.start):
            return True
    return False


def _hangs_on(sentence: Sentence, token: Token, start: int) -> bool:
    """True where the first verb above a token is the one that starts at an offset."""
    verb = next((above for above in sentence.ancestors(token) if above.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.span.start == start


def split_by_dates(reading: Reading) -> Reading:
    """The reading with a plural act on several named days ("bombings on 2 and 8 January") told once for each day."""
    events: list[EventMention] = []
    for event in reading.events:
        days = _listed_days(reading, event) if event.plural and not event.set_aside else []
        events.append(event)
        events.extend(replace(event, id=f"{event.id}+{n}") for n in range(1, len(days)))
    return replace(reading, events=tuple(events))


def _listed_days(reading: Reading, event: EventMention) -> list[Mention]:
    """The days of a list of days in the sentence that is nearer to this event mention than to any other."""
    sentence = reading.sentences[event.sentence]
    days = [m for m in reading.mentions_in(sentence.span, "DATE") if _is_day(m)]
    text = reading.document.text
    listed = [
        pair for pair in pairwise(days) if text[pair[0].span.end : pair[1].span.start].strip(" ,") in ("and", "", "or")
    ]
    if not listed:
        return []
    others = [other for other in reading.events if other.sentence == event.sentence]
    token = sentence.at(listed[0][0].span)
    if token is None or min(others, key=lambda o: (binding_cost(sentence, o, token), o.token)) is not event:
        return []
    return [listed[0][0], *(pair[1] for pair in listed)]


def _is_day(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Interval) and value.earliest is not None and value.earliest == value.latest
