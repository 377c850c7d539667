"""Nearby: the place of an act that its own sentence does not place, from the words around it."""

import re
from collections import Counter
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.where_scene import (
    AWAY_PREPOSITIONS,
    is_actor_position,
    is_country,
    is_scene,
    is_seat,
    is_speakers_seat,
    is_street,
    may_be_scene,
    narrowness,
)
from onrecord.model.reading import EventMention, Mention, Reading, Sentence
from onrecord.model.values import Place

SENTENCES_BACK: Final = 2  # an act without a place of its own happened where the sentences before it are
SENTENCES_AHEAD: Final = 2  # a report's opening is placed by what follows it
OPENING: Final = 1  # sentences
COUNTRY_SHARE: Final = 0.7  # of a report's place words: the one country that it speaks of
# What stands behind the place in a body's name: "the Arlen High Court", "Bolgan police".
BODIES: Final = re.compile(
    r"(?:['’]s)?(?: [A-Z][\w'’-]+){0,2} (?i:police|rangers|rifles|militia|guards?|court|forces?)\b"
)


def told_nearby(reading: Reading, event: EventMention) -> Part | None:
    """The place told in the sentences before an act, after a report's opening, or the one country it speaks of."""
    order = [] if event.apart else [event.sentence - back for back in range(1, SENTENCES_BACK + 1)]
    if event.sentence <= OPENING:
        order += [event.sentence + ahead for ahead in range(1, SENTENCES_AHEAD + 1)]
    for index in order:
        if 0 <= index < len(reading.sentences):
            mention = _scene_of(reading, reading.sentences[index])
            if mention:
                return Part(event.id, "where", mention.span, mention.value, own=False)
    sentence = reading.sentences[event.sentence]
    mention = _seat_in(reading, sentence) or _body_in(reading, sentence) or one_country(reading)
    return Part(event.id, "where", mention.span, mention.value, own=False) if mention else None


def _seat_in(reading: Reading, sentence: Sentence) -> Mention | None:
    """The place of those who speak in a sentence: where nothing else places an act, the police of a town tell of it."""
    places = [
        m
        for m in reading.mentions_in(sentence.span, "PLACE")
        if is_scene(m) and not is_country(m) and is_speakers_seat(reading, m)
    ]
    return min(places, key=lambda m: (*narrowness(m), m.span.start), default=None)


def _body_in(reading: Reading, sentence: Sentence) -> Mention | None:
    """The unit or town of a body that acts where nothing else places its act: "Arlen Rangers", "the Bolgan police"."""
    text = reading.document.text
    bodies = [
        m
        for m in reading.mentions_in(sentence.span, "PLACE")
        if m.kind == "organization" and isinstance(m.value, Place) and m.value.adm1 and BODIES.match(text, m.span.end)
    ]
    return min(bodies, key=lambda m: m.span.start, default=None)


def _scene_of(reading: Reading, sentence: Sentence) -> Mention | None:
    """The narrowest place that a sentence is set in, its first among equals."""
    places = [
        m
        for m in reading.mentions_in(sentence.span, "PLACE")
        if may_be_scene(reading, m) and not _is_away(sentence, m) and not is_speakers_seat(reading, m)
    ]
    places = [m for m in places if not is_street(sentence, m)]
    return min(places, key=lambda m: (*narrowness(m), m.span.start), default=None)


def _is_away(sentence: Sentence, mention: Mention) -> bool:
    token = sentence.at(mention.span)
    if token is None:
        return False
    if is_seat(sentence, token):  # "the Arlen-bound bus"
        return True
    return is_actor_position(sentence, token) or sentence.head(token).lower in AWAY_PREPOSITIONS


def one_country(reading: Reading) -> Mention | None:
    """The first words for the country that nearly all place words of a report lie in; else the one it is understood
    to speak of, which is marked as inferred."""
    rows = [(m, m.value.country) for m in reading.mentions if isinstance(m.value, Place) and m.value.country]
    if rows:
        ((country, count),) = Counter(code for _, code in rows).most_common(1)
        named = (m for m, code in rows if code == country and is_country(m) and may_be_scene(reading, m))
        if count >= COUNTRY_SHARE * len(rows) and (found := next(named, None)):
            return found
    return reading.country
