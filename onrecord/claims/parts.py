"""Parts: what each telling says of its act, its attackers, its targets, its weapons and the things it counts."""

from onrecord.claims.part import Part
from onrecord.claims.targets import find_aims
from onrecord.model.codes import FAMILY_OF
from onrecord.model.reading import EventMention, Mention, Reading, Sentence, Token
from onrecord.model.values import Act, Actor, Target, WeaponUse


def find_parts(reading: Reading) -> tuple[Part, ...]:
    """The parts of all event mentions of a reading, in text order."""
    parts: list[Part] = []
    for event in reading.events:
        sentence = reading.sentences[event.sentence]
        parts.append(Part(event.id, "act", event.trigger, Act(event.type, FAMILY_OF[event.type])))
        mentions = reading.mentions_in(sentence.span, "ACTOR", "WEAPON")
        parts.extend(_attackers(event, sentence, mentions))
        parts.extend(_weapons(event, sentence, mentions))
        parts.extend(Part(event.id, "target", quote, Target(kind)) for quote, kind in find_aims(event, sentence))
    return tuple(sorted(parts, key=lambda part: (part.quote, part.slot)))


def _attackers(event: EventMention, sentence: Sentence, mentions: list[Mention]) -> list[Part]:
    found = []
    for mention in mentions:
        head = sentence.at(mention.span)
        if isinstance(mention.value, Actor) and head and head.index in event.tokens and _acts(sentence, head):
            found.append(Part(event.id, "attacker", mention.span, mention.value))
    return found


def _acts(sentence: Sentence, token: Token) -> bool:
    """True for the subject, the agent and the owner of an act."""
    head = sentence.head(token)
    if token.dep == "pobj":
        return head.lower == "by" or (head.dep == "agent")
    if token.dep in ("nsubj", "amod", "compound", "poss", "nmod"):
        return head.lemma not in ("die", "perish", "succumb", "flee", "say", "be")
    return False


def _weapons(event: EventMention, sentence: Sentence, mentions: list[Mention]) -> list[Part]:
    found = []
    for mention in mentions:
        head = sentence.at(mention.span)
        if isinstance(mention.value, WeaponUse) and head and head.index in event.tokens:
            found.append(Part(event.id, "weapon", mention.span, mention.value))
    return found
