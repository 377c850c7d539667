"""Casualties: how many people, of whom, with what harm, in the words of one sentence."""

from collections.abc import Iterator
from typing import Final

from onrecord.claims.casualties_carried import with_carried_scopes
from onrecord.claims.casualties_clause import clause_of, words_about
from onrecord.claims.casualties_mood import mood_of
from onrecord.claims.casualties_notes import noted_fatalities
from onrecord.claims.casualties_of_them import of_them, speaks_of_them
from onrecord.claims.casualties_outcome import without_untold
from onrecord.claims.casualties_party import party_of
from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_scope import in_war, is_rate, plain, revised_of, scope_of, sums_up_a_campaign
from onrecord.claims.casualties_sums import People
from onrecord.claims.casualties_telling import Telling
from onrecord.claims.casualties_tellings import find_tellings
from onrecord.claims.casualties_unhurt import is_of_others, is_of_the_grave
from onrecord.claims.casualties_words import harm_words
from onrecord.claims.casualty import Casualty
from onrecord.claims.roster import Listed, find_roster, roster_casualties, with_ages
from onrecord.claims.roster_sexes import tell_sexes
from onrecord.model.codes import TollGroup
from onrecord.model.document import Span
from onrecord.model.reading import Reading, Sentence
from onrecord.model.values import Interval, TollFigure

SETS: Final = frozenset({"victims", "martyrs"})  # they may be named where no word tells what befell them
MONTH_DAYS: Final = 27
ALSO: Final = frozenset({"also", "additionally", "separately"})
# Those hurt so are some of those hurt.
SEVERELY: Final = frozenset({"seriously", "critically", "severely", "gravely", "badly", "lightly", "slightly"})


def find_casualties(reading: Reading) -> tuple[Casualty, ...]:
    """The casualties that the parsed sentences of a reading tell, in text order."""
    found: list[Casualty] = []
    roster: list[Listed] = []
    words = harm_words()
    for sentence in reading.parsed:
        harm = any(t.lower in words or t.lemma.lower() in words or t.lower.startswith("fatal") for t in sentence.tokens)
        if harm or any(token.lower in SETS for token in sentence.tokens):
            phrases = Phrases(reading, sentence)
            told = list(_casualties_of(reading, sentence, find_tellings(sentence, phrases) if harm else []))
            found.extend(told or of_them(sentence, phrases, found))
            roster.extend(find_roster(sentence, phrases))
            found.extend(_noted(reading, sentence))
        elif found and speaks_of_them(sentence):
            found.extend(of_them(sentence, Phrases(reading, sentence), found))
    tell_sexes(reading, [listed.entry for listed in roster])
    found = [with_ages(casualty, roster) for casualty in found]
    found.extend(roster_casualties(roster))
    found.sort(key=lambda casualty: casualty.sentence)
    return without_untold(reading, tuple(dict.fromkeys(with_carried_scopes(reading, found))))


def _noted(reading: Reading, sentence: Sentence) -> Iterator[Casualty]:
    """The figure that an analyst's note gives, if the sentence is one; it settles those before it."""
    noted = noted_fatalities(sentence.span.text_in(reading.document.text), sentence)
    if noted is None:
        return
    quantity, quote = noted
    anchor = next((t.index for t in sentence.within(quote) if t.lemma.lower() in harm_words()), 0)
    yield Casualty(quote, sentence.index, anchor, "killed", TollFigure(quantity, "all", "incident", "final"))


def _casualties_of(reading: Reading, sentence: Sentence, tellings: list[Telling]) -> Iterator[Casualty]:
    words = plain(sentence)
    rate = is_rate(words)
    anchors = [telling.harm.anchor for telling in tellings]
    of_a_war: set[int] = set()  # clauses that tell a war's toll: "2,000 have been killed and 9,000 wounded"
    for telling in tellings:
        anchor = telling.harm.anchor
        clause = clause_of(sentence, anchor).index
        about = words_about(sentence, anchor, anchors)
        revised = revised_of(about)
        scope = scope_of(about, sentence, anchor, telling.status)
        scope = "cumulative" if clause in of_a_war else scope
        if scope == "incident" and _goes_on_with_campaign(reading, sentence):
            scope = "period"
        modality, set_aside = mood_of(sentence, anchor)
        also = any(kid.lower in ALSO for kid in sentence.kids(anchor))
        severe = any(kid.lower in SEVERELY for kid in sentence.kids(anchor))
        for people in telling.people:
            if people.quantity.high == 0 and (
                is_of_others(sentence, people.tokens) or is_of_the_grave(sentence, telling.status)
            ):
                continue
            if in_war(words, people.quantity, sentence, anchor):
                scope = "cumulative"
                of_a_war.add(clause)
            party = party_of(reading, sentence, people, scope)
            for group, relation in _slots(people, also):
                figure = TollFigure(
                    people.quantity,
                    group,
                    scope,
                    relation,
                    revised,
                    party,
                    whom=people.noun,
                    definite=people.definite or severe or _are_speakers_own(sentence, people),
                    counted=bool(people.noun) or any(t.pos in ("NUM", "DET") for t in people.tokens),
                )
                yield Casualty(
                    _quote(sentence, telling, people),
                    sentence.index,
                    anchor.index,
                    telling.status,
                    figure,
                    modality,
                    set_aside or telling.set_aside or ("not_understood" if rate else None),
                )


def _are_speakers_own(sentence: Sentence, people: People) -> bool:
    """True for "my brother and his two daughters are dead": some of the dead, and no other word on how many died."""
    return any(kid.lower in ("my", "our") for token in people.tokens for kid in sentence.kids(token, "poss"))


def _goes_on_with_campaign(reading: Reading, sentence: Sentence) -> bool:
    """ "... the 11-day offensive. At least 230 people were killed": the toll of what was told just before."""
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or reading.mentions_in(sentence.span, "DATE"):
        return False
    long = sums_up_a_campaign(before.span.text_in(reading.document.text)) or _sums_up_months(reading, before)
    here = [event for event in reading.events if event.sentence == sentence.index]
    return long and (not here or any(event.generic for event in here))


def _sums_up_months(reading: Reading, sentence: Sentence) -> bool:
    """ "In September, monitors recorded 41 attacks": many acts, counted over a long time."""
    long = any(_is_long(mention.value) for mention in reading.mentions_in(sentence.span, "DATE"))
    plurals = [event for event in reading.events if event.sentence == sentence.index and event.plural]
    counted = (kid for event in plurals for kid in sentence.kids(sentence.tokens[event.token], "nummod"))
    return long and any(True for _ in counted)


def _is_long(value: object) -> bool:
    if not isinstance(value, Interval) or value.earliest is None or value.latest is None:
        return False
    return (value.latest - value.earliest).days >= MONTH_DAYS


def _slots(people: People, also: bool) -> list[tuple[TollGroup, str]]:
    """The groups that some people are put on the record under, and how each figure stands to the others."""
    if people.part:
        return [(group, "part") for group in people.groups]
    addition = "addition" if people.quantity.more or also else None
    if not people.groups:
        return [("all", addition or "total")]
    first, *rest = people.groups
    return [(first, addition or "group"), *((group, "part") for group in rest)]


def _quote(sentence: Sentence, telling: Telling, people: People) -> Span:
    """The words that the figure rests on: from the number to the harm word."""
    return sentence.covering([*people.tokens, telling.harm.anchor])
