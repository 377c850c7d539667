"""Where: which place words belong to which event mention."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.proximity import binding_cost
from onrecord.claims.where_unknown import named_place, new_scene, unresolved_scene
from onrecord.model.codes import PlacePrecision
from onrecord.model.document import Span
from onrecord.model.reading import EventMention, Mention, Reading, Sentence, Token
from onrecord.model.values import Place

NEAR_BEST: Final = 3.0  # places within this cost of the nearest compete by how narrow they are
SENDING: Final = frozenset({"fire", "launch", "lob"})
STREETS: Final = frozenset({"Street", "St", "Avenue", "Ave", "Road", "Rd", "Drive", "Lane", "Boulevard", "Blvd"})
AWAY_COST: Final = 3.0  # "from X", "with X": where somebody came from or stands, not where it happened
# "the Britain-based monitor", "rebels from Arlen": where somebody sits or comes from, and no scene at all.
SEATS: Final = frozenset({"based", "born", "backed", "bound", "led", "trained", "educated", "registered"})
AWAY_PREPOSITIONS: Final = frozenset({"from", "with", "against", "by", "to", "between", "for", "about", "than"})
SPEAKING: Final = frozenset({"report", "speak", "say", "tell", "write", "broadcast", "call", "come", "hail"})
SUBJECT_COST: Final = 3.0  # "X said", "X attacked": a name that acts is an actor before it is a place
SCENE_VERBS: Final = frozenset({"see", "witness", "suffer", "experience", "face", "have", "be", "mourn"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
SCENE_GAIN: Final = 1.5  # "in X", "at X": the words of a scene
SCENE_PREPOSITIONS: Final = frozenset({"in", "at", "near", "outside", "inside", "around", "on", "over"})
SENTENCES_BACK: Final = 2  # an act without a place of its own happened where the sentences before it are
SENTENCES_AHEAD: Final = 2  # a report's opening is placed by what follows it
OPENING: Final = 1  # sentences
COUNTRY_SHARE: Final = 0.7  # of a report's place words: the one country that it speaks of
NARROWNESS: Final[dict[PlacePrecision, int]] = {
    "exact": 0,
    "near": 1,
    "adm2": 2,
    "adm1": 3,
    "sea": 3,
    "region": 4,
    "country": 5,
}


def find_where(reading: Reading) -> tuple[Part, ...]:
    """The `where` of each event mention that its sentence places: the narrowest of the places nearest to it."""
    bound = (_bind_or_dateline(reading, event) for event in reading.events)
    return tuple(part for part in bound if part)


def _bind_or_dateline(reading: Reading, event: EventMention) -> Part | None:
    sentence = reading.sentences[event.sentence]
    placed = _bind(reading, sentence, event)
    if placed and not _is_unit(placed.value):
        return placed
    if placed:  # "the shelling of Arlen in Bolgan Oblast": the name first, in the unit that holds it
        unit = Mention(placed.quote, "PLACE", placed.value, kind="place")
        named = new_scene(reading, sentence, event, unit)
        inside = named and named.quote.start < placed.quote.start and not _is_border(reading, placed.quote)
        return named if inside else placed
    dated = _by_dateline(reading, sentence, event)
    return unresolved_scene(reading, sentence, event, _one_country(reading)) or dated


def _by_dateline(reading: Reading, sentence: Sentence, event: EventMention) -> Part | None:
    """The place of the date line, for an act of the sentence right behind it that names no place itself."""
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or not before.dateline:
        return None
    places = [m for m in reading.mentions_in(before.span, "PLACE") if isinstance(m.value, Place)]
    best = min(places, key=_narrowness, default=None)
    return Part(event.id, "where", best.span, best.value, own=False) if best else None


def find_where_nearby(reading: Reading, events: Iterable[EventMention]) -> tuple[Part, ...]:
    """The `where` of event mentions that their own sentences do not place, from the sentences around them."""
    told = (_told_nearby(reading, event) for event in events)
    return tuple(part for part in told if part)


def _bind(reading: Reading, sentence: Sentence, event: EventMention) -> Part | None:
    """The place of an event mention in its own sentence."""
    events = [other for other in reading.events if other.sentence == sentence.index]
    ranked = sorted(
        (
            (cost, mention.span.start, mention)
            for mention in reading.mentions_in(sentence.span, "PLACE")
            if not _is_speakers_seat(reading, mention)
            and not _is_of_another(sentence, event, events, mention)
            and (cost := place_cost(sentence, event, mention)) is not None
        ),
        key=lambda row: row[:2],
    )
    if not ranked:
        return None
    rivals = [row for row in ranked if row[0] <= ranked[0][0] + NEAR_BEST and _together(ranked[0][2], row[2])]
    best = min(rivals, key=lambda row: (*_narrowness(row[2]), row[0]))[2]
    own = all(other.token == event.token or not _nearer(sentence, other, event, best) for other in events)
    names = [m for _, start, m in rivals if _name_in_country(m) and start < best.span.start]
    if names and _is_unit(best.value):  # the name keeps its words, in the tightest unit told
        name = names[0].span.text_in(reading.document.text)
        return Part(event.id, "where", names[0].span, named_place(name, best), own=own)
    return Part(event.id, "where", best.span, best.value, own=own)


def _is_of_another(sentence: Sentence, event: EventMention, events: list[EventMention], mention: Mention) -> bool:
    """True where a place stands in the words of an act told apart: "the attack came hours after a shell hit X"."""
    token = sentence.at(mention.span)
    if token is None or token.index in event.tokens:
        return False
    return any(other.apart and token.index in other.tokens for other in events)


def place_cost(sentence: Sentence, event: EventMention, mention: Mention) -> float | None:
    """The cost of placing an event mention at these words; None where they cannot be a scene (a demonym)."""
    token = sentence.at(mention.span)
    if token is None or not _is_scene(mention):
        return None
    if _is_seat(sentence, token) or _is_doer(sentence, token, mention) or _is_origin(sentence, token):
        return None
    if _is_street(sentence, mention) or _is_beyond(sentence, token, mention):
        return None
    cost = binding_cost(sentence, event, token)
    if _is_actor_position(sentence, token):
        cost += SUBJECT_COST
    head = sentence.head(token).lower
    if head in AWAY_PREPOSITIONS:
        cost += AWAY_COST
    return cost - (SCENE_GAIN if head in SCENE_PREPOSITIONS else 0.0)


def _is_scene(mention: Mention) -> bool:
    """True for a place by itself: no demonym, no part of an organization's name."""
    return isinstance(mention.value, Place) and mention.kind not in ("demonym", "organization")


def _is_speakers_seat(reading: Reading, mention: Mention) -> bool:
    """True for a place in the words that name who speaks: "the Ministry of Health in X said"."""
    return any(a.source is not None and a.source.covers(mention.span) for a in reading.attributions if a.reports)


def _is_seat(sentence: Sentence, token: Token) -> bool:
    """True for "Britain-based" and for what somebody is thought to be from."""
    after = [word.lower for word in sentence.tokens[token.index + 1 : token.index + 3]]
    above = sentence.head(token)
    origin = above.lower == "from" and sentence.head(above).lemma == "be"
    return origin or (len(after) == 2 and after[0] == "-" and after[1] in SEATS)


def _is_origin(sentence: Sentence, token: Token) -> bool:
    """True for "a student from X", "said from X", "rockets fired from X": where somebody or something comes from."""
    above = sentence.head(token)
    if above.lower != "from":
        return False
    source = sentence.head(above)
    return source.pos in ("NOUN", "PROPN", "NUM", "PRON") or source.lemma.lower() in SPEAKING | SENDING


def _is_street(sentence: Sentence, mention: Mention) -> bool:
    """True for a name that a street bears: "the 1900 block of Halden Avenue" lies in no town of that name."""
    after = next((word for word in sentence.tokens if word.span.start >= mention.span.end), None)
    return after is not None and after.text in STREETS


def _is_doer(sentence: Sentence, token: Token, mention: Mention) -> bool:
    """True for a state behind "by": "air strikes by X hit the port" are not in X."""
    wide = isinstance(mention.value, Place) and mention.value.precision == "country"
    return wide and sentence.head(token).lower == "by"


def _is_beyond(sentence: Sentence, token: Token, mention: Mention) -> bool:
    """True for a country that acts or lies over the border: "Sadia shelled Arlen", "the border with Sadia", "back into
    Sadia"."""
    if not _is_country(mention):
        return False
    preposition = sentence.head(token)
    if token.dep == "nsubj":
        return preposition.lemma not in SCENE_VERBS
    border = preposition.lower == "with" and sentence.head(preposition).lemma == "border"
    return border or preposition.lower in ("into", "to", "toward", "towards")


def _is_actor_position(sentence: Sentence, token: Token) -> bool:
    return token.dep in SUBJECTS or sentence.head(token).dep == "agent"


def _told_nearby(reading: Reading, event: EventMention) -> Part | None:
    """The place told in the sentences before an act, after a report's opening, or the one country it speaks of."""
    order = [] if event.apart else [event.sentence - back for back in range(1, SENTENCES_BACK + 1)]
    if event.sentence <= OPENING:
        order += [event.sentence + ahead for ahead in range(1, SENTENCES_AHEAD + 1)]
    for index in order:
        if 0 <= index < len(reading.sentences):
            mention = _scene_of(reading, reading.sentences[index])
            if mention:
                return Part(event.id, "where", mention.span, mention.value, own=False)
    mention = _seat_in(reading, reading.sentences[event.sentence]) or _one_country(reading)
    return Part(event.id, "where", mention.span, mention.value, own=False) if mention else None


def _seat_in(reading: Reading, sentence: Sentence) -> Mention | None:
    """The place of those who speak in a sentence: where nothing else places an act, the police of a town tell of it."""
    places = [
        m
        for m in reading.mentions_in(sentence.span, "PLACE")
        if _is_scene(m) and not _is_country(m) and _is_speakers_seat(reading, m)
    ]
    return min(places, key=lambda m: (*_narrowness(m), m.span.start), default=None)


def _scene_of(reading: Reading, sentence: Sentence) -> Mention | None:
    """The narrowest place that a sentence is set in, its first among equals."""
    places = [
        m
        for m in reading.mentions_in(sentence.span, "PLACE")
        if _is_scene(m) and not _is_away(sentence, m) and not _is_speakers_seat(reading, m)
    ]
    places = [m for m in places if not _is_street(sentence, m)]
    return min(places, key=lambda m: (*_narrowness(m), m.span.start), default=None)


def _is_away(sentence: Sentence, mention: Mention) -> bool:
    token = sentence.at(mention.span)
    if token is None:
        return False
    return _is_actor_position(sentence, token) or sentence.head(token).lower in AWAY_PREPOSITIONS


def _one_country(reading: Reading) -> Mention | None:
    """The first words for the country that nearly all place words of a report lie in; else the one it is understood
    to speak of, which is marked as inferred."""
    rows = [(m, m.value.country) for m in reading.mentions if isinstance(m.value, Place) and m.value.country]
    if rows:
        ((country, count),) = Counter(code for _, code in rows).most_common(1)
        named = (m for m, code in rows if code == country and _is_country(m) and _may_be_scene(reading, m))
        if count >= COUNTRY_SHARE * len(rows) and (found := next(named, None)):
            return found
    return reading.country


def _is_border(reading: Reading, unit: Span) -> bool:
    """True for "near the Arlen border", "by the border with Arlen": on which side is not told."""
    text = reading.document.text
    return text[unit.end : unit.end + 8].startswith(" border") or text[: unit.start].endswith("border with ")


def _is_unit(value: object) -> bool:
    """True for a place that can hold another: not for a town, nor for a name that no gazetteer knows."""
    return (
        isinstance(value, Place) and value.precision not in ("exact", "near", "sea") and value.gazetteer_id is not None
    )


def _name_in_country(mention: Mention) -> bool:
    """True for a name that no gazetteer knows, of which the country alone is known."""
    return _is_country(mention) and isinstance(mention.value, Place) and mention.value.gazetteer_id is None


def _may_be_scene(reading: Reading, mention: Mention) -> bool:
    """True for a country's name that does not tell whose side it is, or where somebody came from."""
    sentence = reading.sentence_of(mention.span)
    token = sentence.at(mention.span) if sentence else None
    if sentence is None or token is None or not _is_scene(mention):
        return _is_scene(mention)
    return not (
        _is_beyond(sentence, token, mention) or _is_doer(sentence, token, mention) or _is_origin(sentence, token)
    )


def _is_country(mention: Mention) -> bool:
    return isinstance(mention.value, Place) and mention.value.precision == "country"


def _together(nearest: Mention, other: Mention) -> bool:
    """True where two places can be one: the same country, and no two different regions of it."""
    left, right = nearest.value, other.value
    if not isinstance(left, Place) or not isinstance(right, Place):
        return False
    if left.country is None or right.country is None:  # a sea, a region over borders: any place by it is narrower
        return not _is_country(nearest) and not _is_country(other)
    if left.country != right.country:
        return False
    return left.adm1 is None or right.adm1 is None or left.adm1 == right.adm1


def _narrowness(mention: Mention) -> tuple[int, int]:
    """How narrow a place is; a name in no gazetteer, told within its unit, is narrower than the unit."""
    value = mention.value
    if not isinstance(value, Place):
        return len(NARROWNESS), 0
    return NARROWNESS[value.precision], 1 if value.gazetteer_id else 0


def _nearer(sentence: Sentence, other: EventMention, event: EventMention, mention: Mention) -> bool:
    """True where another event mention of the sentence stands nearer to the place."""
    theirs, ours = place_cost(sentence, other, mention), place_cost(sentence, event, mention)
    return theirs is not None and ours is not None and theirs < ours
