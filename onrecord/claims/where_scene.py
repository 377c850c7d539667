"""Scenes: whether words for a place can be where something happened, and how narrow a place is."""

from typing import Final

from onrecord.claims.casualties_idioms import HOSPITALS
from onrecord.model.codes import PLACE_RANK
from onrecord.model.document import Span
from onrecord.model.reading import Mention, Reading, Sentence, Token
from onrecord.model.values import Place

# "the Britain-based monitor", "rebels from Arlen": where somebody sits or comes from, and no scene at all.
SEATS: Final = frozenset({"based", "born", "backed", "bound", "led", "trained", "educated", "registered"})
AWAY_PREPOSITIONS: Final = frozenset({"from", "with", "against", "by", "to", "between", "for", "about", "than"})
SPEAKING: Final = frozenset({"report", "speak", "say", "tell", "write", "broadcast", "call", "come", "hail"})
SCENE_VERBS: Final = frozenset({"see", "witness", "suffer", "experience", "face", "have", "be", "mourn"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
ROADS: Final = frozenset({"axis", "road", "highway", "route", "railway"})
BY_SEA: Final = frozenset({"port", "ports", "resort", "city", "town", "state", "province"})
SENDING: Final = frozenset({"fire", "launch", "lob", "shoot", "send"})
BRINGING: Final = frozenset(
    {
        *("take", "transport", "fly", "airlift", "rush", "bring", "transfer", "move", "extradite", "deport"),
        *("flee", "return", "evacuate", "travel", "escape"),
    }
)
HOSPITALS_AND_MORGUES: Final = HOSPITALS | {"morgue"}
MAX_DESTINATION: Final = 4  # steps up the tree: "to Voss Hospital in the city of X"
STREETS: Final = frozenset({"Street", "St", "Avenue", "Ave", "Road", "Rd", "Drive", "Lane", "Boulevard", "Blvd"})


def is_scene(mention: Mention) -> bool:
    """True for a place by itself: no demonym, no part of an organization's name."""
    return isinstance(mention.value, Place) and mention.kind not in ("demonym", "organization")


def is_speakers_seat(reading: Reading, mention: Mention) -> bool:
    """True for a place in the words that name who speaks: "the Ministry of Health in X said"."""
    return any(a.source is not None and a.source.covers(mention.span) for a in reading.attributions if a.reports)


def is_seat(sentence: Sentence, token: Token) -> bool:
    """True for "Britain-based" and for what somebody is thought to be from."""
    after = [word.lower for word in sentence.tokens[token.index + 1 : token.index + 3]]
    above = sentence.head(token)
    origin = above.lower == "from" and sentence.head(above).lemma == "be"
    return origin or (len(after) == 2 and after[0] == "-" and after[1] in SEATS)


def is_origin(sentence: Sentence, token: Token) -> bool:
    """True for "a student from X", "said from X", "rockets fired from X": where somebody or something comes from."""
    above = sentence.head(token)
    if above.lower != "from":
        return False
    source = sentence.head(above)
    return source.pos in ("NOUN", "PROPN", "NUM", "PRON") or source.lemma.lower() in SPEAKING | SENDING


def is_away(sentence: Sentence, token: Token) -> bool:
    """True for where somebody comes from or was brought to."""
    return is_origin(sentence, token) or is_destination(sentence, token)


def is_destination(sentence: Sentence, token: Token) -> bool:
    """True for "was flown to a hospital in X", "fled to X": where somebody was brought or went, behind the act."""
    before = [word.lemma.lower() for word in sentence.tokens[max(0, token.index - 2) : token.index]]
    if before[1:] == ["in"] and before[0] in HOSPITALS_AND_MORGUES:
        return True
    for word in list(sentence.ancestors(token))[:MAX_DESTINATION]:
        if word.pos in ("VERB", "AUX"):
            return False
        if word.lemma.lower() in HOSPITALS_AND_MORGUES and word.index != token.index:
            return True  # "died in a hospital in X"
        if word.dep == "prep" and word.lower == "to":
            return sentence.head(word).lemma.lower() in BRINGING
    return False


def is_street(sentence: Sentence, mention: Mention) -> bool:
    """True for a name that a street bears: "the 1900 block of Halden Avenue" lies in no town of that name."""
    after = next((word for word in sentence.tokens if word.span.start >= mention.span.end), None)
    return after is not None and after.text in STREETS


def is_road_end(sentence: Sentence, mention: Mention) -> bool:
    """True for a town that a road is named after: "on the Arlen-Bolgan road" may be far from both."""
    after = [word for word in sentence.tokens if word.span.start >= mention.span.end][:3]
    before = [word.text for word in sentence.tokens if word.span.end <= mention.span.start][-1:]
    if before == ["-"] and after and after[0].lower in ROADS:
        return True
    return len(after) == 3 and after[0].text == "-" and after[2].lower in ROADS


def is_by_sea(sentence: Sentence, mention: Mention) -> bool:
    """True for a sea that only tells which town is meant: "the Norlan Sea port city"."""
    sea = isinstance(mention.value, Place) and mention.value.precision == "sea"
    after = next((word for word in sentence.tokens if word.span.start >= mention.span.end), None)
    return sea and after is not None and after.lower in BY_SEA


def is_doer(sentence: Sentence, token: Token, mention: Mention) -> bool:
    """True for a state behind "by": "air strikes by X hit the port" are not in X."""
    wide = isinstance(mention.value, Place) and mention.value.precision == "country"
    return wide and sentence.head(token).lower == "by"


def is_beyond(sentence: Sentence, token: Token, mention: Mention) -> bool:
    """True for a country that acts or lies over the border: "Sadia shelled Arlen", "the border with Sadia", "men from
    Sadia", "back into Sadia"."""
    if not is_country(mention):
        return False
    preposition = sentence.head(token)
    if token.dep == "nsubj":
        return preposition.lemma not in SCENE_VERBS
    bordering = token.dep == "dobj" and preposition.lemma == "border"
    border = bordering or (preposition.lower == "with" and sentence.head(preposition).lemma == "border")
    if preposition.lower in ("into", "toward", "towards") and _is_sent(sentence, preposition):
        return False  # "fired rockets into Sadia"
    return border or preposition.lower in ("from", "into", "to", "toward", "towards")


def _is_sent(sentence: Sentence, preposition: Token) -> bool:
    """True for where shells and drones are sent: "fired a barrage of rockets into"."""
    return any(word.lemma.lower() in SENDING for word in list(sentence.ancestors(preposition))[:3])


def is_actor_position(sentence: Sentence, token: Token) -> bool:
    """True for a subject, an agent or an owner: "Arlen said", "Arlen's mayor"."""
    return token.dep in SUBJECTS or sentence.head(token).dep == "agent"


def is_border(reading: Reading, unit: Span) -> bool:
    """True for "near the Arlen border", "by the border with Arlen": on which side is not told."""
    text = reading.document.text
    return text[unit.end : unit.end + 8].startswith(" border") or text[: unit.start].endswith("border with ")


def is_unit(value: object) -> bool:
    """True for a place that can hold another: not for a town, nor for a name that no gazetteer knows."""
    return (
        isinstance(value, Place) and value.precision not in ("exact", "near", "sea") and value.gazetteer_id is not None
    )


def name_in_country(mention: Mention) -> bool:
    """True for a name that no gazetteer knows, of which the country alone is known."""
    return is_country(mention) and isinstance(mention.value, Place) and mention.value.gazetteer_id is None


def may_be_scene(reading: Reading, mention: Mention) -> bool:
    """True for a country's name that does not tell whose side it is, or where somebody came from."""
    sentence = reading.sentence_of(mention.span)
    token = sentence.at(mention.span) if sentence else None
    if sentence is None or token is None or not is_scene(mention):
        return is_scene(mention)
    return not (is_beyond(sentence, token, mention) or is_doer(sentence, token, mention) or is_away(sentence, token))


def is_country(mention: Mention) -> bool:
    """True for a country, and for a name of which the country alone is known."""
    return isinstance(mention.value, Place) and mention.value.precision == "country"


def together(nearest: Mention, other: Mention) -> bool:
    """True where two places can be one: the same country, and no two different regions of it."""
    left, right = nearest.value, other.value
    if not isinstance(left, Place) or not isinstance(right, Place):
        return False
    if left.country is None or right.country is None:  # a sea, a region over borders: any place by it is narrower
        return not is_country(nearest) and not is_country(other)
    if left.country != right.country:
        return False
    return left.adm1 is None or right.adm1 is None or left.adm1 == right.adm1


def narrowness(mention: Mention) -> tuple[int, int]:
    """How narrow a place is; a name in no gazetteer, told within its unit, is narrower than the unit."""
    value = mention.value
    if not isinstance(value, Place):
        return len(PLACE_RANK), 0
    return PLACE_RANK[value.precision], 1 if value.gazetteer_id else 0
