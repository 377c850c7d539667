"""Event mentions: the words that tell an act, one mention for each telling."""

from dataclasses import replace

from onrecord.model.document import Document
from onrecord.model.ids import make_id
from onrecord.model.reading import EventMention, Mention, Sentence, Token
from onrecord.read.events_apart import tells_another
from onrecord.read.events_built import built_triggers
from onrecord.read.events_clauses import clause_tops
from onrecord.read.events_listed import listed_acts
from onrecord.read.events_modality import judge_telling, told_as_done
from onrecord.read.events_sides import armed_in
from onrecord.read.events_telling import Telling, make_telling
from onrecord.read.events_triggers import Trigger, find_triggers
from onrecord.read.events_types import decide_type

# Plurals that name one happening: "clashes broke out", "shots were fired".
SINGLE = frozenset({"clash", "shot", "gunshot", "hostility", "riot"})
DOERS = frozenset({"bomber"})  # several people, and one act of theirs
ONGOING = frozenset({"is", "are", "am", "have", "has", "being", "'s", "'ve", "'re"})
MIN_RANK = 1  # a word of rank 0 ("dead", "casualties") tells an act only beside another


def find_events(
    document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...] = ()
) -> tuple[EventMention, ...]:
    """The event mentions of a document, in text order. `mentions`: its actors and weapons, which help with the type."""
    return tuple(
        event for sentence in sentences if sentence.tokens for event in _in_sentence(document, sentence, mentions)
    )


def _in_sentence(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> list[EventMention]:
    inside = tuple(mention for mention in mentions if sentence.span.covers(mention.span))
    triggers = all_triggers(sentence, inside)
    if not triggers:
        return []
    heads = frozenset(trigger.head for trigger in triggers)
    tops = clause_tops(sentence, heads)
    apart = listed_acts(sentence, triggers, tops, inside)
    if apart:
        tops = clause_tops(sentence, heads, apart)
    groups: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        groups.setdefault(tops[trigger.head], []).append(trigger)
    armed = armed_in(sentence, inside)
    events = []
    for at, group in groups.items():
        telling = make_telling(sentence, group, tuple(i for i, top in enumerate(tops) if top == at), inside, armed)
        if telling.best.rank >= MIN_RANK and telling.is_armed:
            events.append(replace(_make(document, telling), listed=at in apart))
    return sorted(events, key=lambda event: event.trigger)


def all_triggers(sentence: Sentence, mentions: tuple[Mention, ...]) -> list[Trigger]:
    """The triggers of a sentence, words and verb-and-noun pairs, in text order; a pair outranks the word inside it."""
    built = {trigger.head: trigger for trigger in built_triggers(sentence, mentions)}
    plain = [trigger for trigger in find_triggers(sentence) if trigger.head not in built]
    return sorted([*plain, *built.values()], key=lambda trigger: trigger.first)


def _make(document: Document, telling: Telling) -> EventMention:
    modality, set_aside = judge_telling(telling, document.published)
    if set_aside is None:
        telling = replace(telling, triggers=told_as_done(telling))
    sentence, best = telling.sentence, telling.best
    span = sentence.covering(list(sentence.tokens[best.first : best.last + 1]))
    head = sentence.tokens[best.head]
    return EventMention(
        id=make_id(document.id, "event", span.start, span.end),
        document_id=document.id,
        trigger=span,
        type=decide_type(telling),
        sentence=sentence.index,
        token=head.index,
        modality=modality,
        set_aside=set_aside,
        generic=_is_generic(telling),
        definite=_is_definite(sentence, head),
        plural=_is_plural(telling, head),
        tokens=telling.tokens,
        apart=tells_another(telling),
    )


def _is_generic(telling: Telling) -> bool:
    """True where only harm or an act unspecified is told: no means, nobody armed who acts, no verb of attack."""
    best = telling.best
    return best.rank < 2 and not (
        telling.weapons or telling.sides.acting or (best.kind == "verb" and not best.harm and best.rank > 0)
    )


def _is_plural(telling: Telling, head: Token) -> bool:
    """True for "strikes", and for what goes on or has gone on without a count: "they are killing people"."""
    if head.pos in ("NOUN", "PROPN"):
        return head.tag in ("NNS", "NNPS") and head.lemma.lower() not in SINGLE | DOERS
    sentence = telling.sentence
    aux = {kid.lower for kid in sentence.kids(head, "aux", "auxpass")}
    words = [sentence.tokens[index] for index in telling.tokens]
    counted = any(word.pos == "NUM" or word.lower in ("a", "an") for word in words)
    return bool(aux & ONGOING) and not counted and not any(m.label in ("DATE", "PLACE") for m in telling.mentions)


def _is_definite(sentence: Sentence, head: Token) -> bool:
    """True for "the attack", "these bombings", "that strike"."""
    return any(kid.lower in ("the", "this", "these", "that", "those") for kid in sentence.kids(head, "det"))
