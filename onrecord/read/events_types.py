"""Types: the code of the contract for a telling, from its triggers, the weapons and those who act and suffer."""

from functools import cache
from typing import Final

from onrecord.model.codes import IncidentType, Weapon
from onrecord.model.phrases import Phrasebook
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.values import Actor, WeaponUse
from onrecord.read.events_triggers import Trigger
from onrecord.registry import lexicon

TYPE_OF_WEAPON: Final[dict[Weapon, IncidentType]] = {
    "chemical": "chemical_weapon",
    "drone": "air_drone_strike",
    "aerial_bomb": "air_drone_strike",
    "missile": "shelling_artillery_missile",
    "artillery": "shelling_artillery_missile",
    "rocket": "shelling_artillery_missile",
    "grenade": "grenade",
    "mine": "remote_explosive_landmine_ied",
    "bomb": "remote_explosive_landmine_ied",
}
OPEN_TO_MEANS: Final = frozenset({"attack", "unspecified_strike", "armed_clash", "remote_explosive_landmine_ied"})


@cache
def _armed_nouns() -> Phrasebook[str]:
    book: Phrasebook[str] = Phrasebook()
    for kind, nouns in lexicon("armed").items():
        book.add_all(nouns, kind)
    return book


def decide_type(
    sentence: Sentence, group: list[Trigger], tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> IncidentType:
    """The type of a telling: the most specific trigger, the means where it leaves them open, then who fought whom."""
    best = max(group, key=lambda trigger: (trigger.rank, -trigger.first))
    if best.type not in OPEN_TO_MEANS or (best.rank == 3 and best.type == "armed_clash"):
        return best.type
    means = _means(sentence, tokens, mentions)
    if best.type == "remote_explosive_landmine_ied" and best.rank == 3:
        return best.type if means != "air_drone_strike" else means
    if means:
        return means
    if best.type == "attack" and _both_armed(sentence, tokens, mentions):
        return "armed_clash"
    return best.type


def _means(sentence: Sentence, tokens: tuple[int, ...], mentions: tuple[Mention, ...]) -> IncidentType | None:
    """The type that the weapons of the telling stand for, the first of the table's order."""
    used = [
        mention.value.weapon
        for mention in mentions
        if isinstance(mention.value, WeaponUse) and _head_index(sentence, mention) in tokens
    ]
    return next((kind for weapon, kind in TYPE_OF_WEAPON.items() if weapon in used), None)


def _head_index(sentence: Sentence, mention: Mention) -> int | None:
    head = sentence.at(mention.span)
    return None if head is None else head.index


def _both_armed(sentence: Sentence, tokens: tuple[int, ...], mentions: tuple[Mention, ...]) -> bool:
    """True where the armed suffer at the hands of others who bear arms."""
    armed = {phrase.head for phrase in _armed_nouns().find(sentence)}
    armed |= {
        head
        for mention in mentions
        if isinstance(mention.value, Actor) and (head := _head_index(sentence, mention)) is not None
    }
    return any(_suffers(sentence, sentence.tokens[index]) for index in armed if index in tokens)


def _suffers(sentence: Sentence, token: Token) -> bool:
    """True for the object of an act: "killed two soldiers", "soldiers were killed", "an attack on a patrol"."""
    if token.dep in ("dobj", "nsubjpass"):
        return True
    head = sentence.head(token)
    return token.dep == "pobj" and head.lower in ("on", "against", "at", "of")
